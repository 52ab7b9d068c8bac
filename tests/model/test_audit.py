"""The file in which the last audit is kept."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.model.audit import Audit, Barrier, Looked, Tool, audit_text, read_audit

AUDIT = Audit(
    day=date(2026, 11, 22),
    tools=(Tool("axe-core", "4.14.1"),),
    browsers=(Tool("Chromium", "156"),),
    pages=(Looked("/", "L’été"), Looked("/agenda/", "Agenda")),
    barriers=(Barrier("1.4.3", "color-contrast", 2),),
    score=96,
)


def test_what_is_written_is_read_back() -> None:
    """The statement tells what the audit found."""
    assert read_audit(audit_text(AUDIT), "content/pages/audit.json") == (AUDIT, [])


@pytest.mark.parametrize("text", ["", "{}", "[]", "<<<<<<< HEAD", '{"day": "hier"}', audit_text(AUDIT).replace('"rule"', '"regle"')])
def test_a_damaged_file_is_a_problem(text: str) -> None:
    """It is told, and never read as « nothing was found »."""
    audit, (problem,) = read_audit(text, "content/pages/audit.json")
    assert audit is None
    assert problem.is_error
    assert "inv audit" in problem.instead
