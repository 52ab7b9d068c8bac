"""Who waits in a terminal sees how far the work is; nobody else is told."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from plugins.build import progress
from plugins.build.cores import on_all_cores
from plugins.build.progress import Bar


def shown(monkeypatch: pytest.MonkeyPatch, *, patience: float, is_terminal: bool) -> str:
    """Return what a console shows while three things are done."""
    monkeypatch.setattr(progress, "PATIENCE", patience)
    monkeypatch.setattr(progress, "PAUSE", 0)
    console = Console(file=StringIO(), force_terminal=is_terminal, width=80)
    with Bar(console, 3) as bar:
        for number in range(3):
            bar.tick(number)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_work_that_lasts_shows_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what is going on and how much of it is done."""
    text = shown(monkeypatch, patience=0, is_terminal=True)
    assert "Fabrication du site" in text
    assert "33%" in text
    assert "100%" in text


def test_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most builds are over before anybody wonders."""
    assert shown(monkeypatch, patience=3600, is_terminal=True) == ""


def test_a_log_gets_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no terminal keeps all that is written into it."""
    assert shown(monkeypatch, patience=0, is_terminal=False) == ""


def test_what_other_processes_did_is_counted() -> None:
    """Each thing counts once, whichever process did it."""
    with Bar(Console(file=StringIO()), 40) as bar:
        on_all_cores(bar.tick, range(40), 1)
        assert bar.done == 40
