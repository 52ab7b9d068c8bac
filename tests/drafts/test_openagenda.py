"""Exports of OpenAgenda."""

from __future__ import annotations

import json

import pytest

from plugins.model.problem import Severity
from tests.drafts.villeneuve import HERE, report, take

EXPORT = HERE / "openagenda" / "export.json"


def test_what_comes_of_it_is_known() -> None:
    """Drafts and messages are those that lie beside the export."""
    assert report(take(EXPORT.name, EXPORT.read_bytes())) == EXPORT.with_suffix(".txt").read_text("utf-8")


def test_a_bare_list_is_an_export_too() -> None:
    """Some exports have no head around the events."""
    events = json.loads(EXPORT.read_bytes())["events"]
    assert take("liste.json", json.dumps(events).encode()).texts == take(EXPORT.name, EXPORT.read_bytes()).texts


@pytest.mark.parametrize("data", [b"", b"{", b"[" * 100_000, b'"x"', b"\xff\xfe", b'{"events": 3}'], ids=lambda data: repr(data[:9]))
def test_what_is_no_export_is_told(data: bytes) -> None:
    """Any other JSON, or none at all, is one French sentence."""
    taken = take("export.json", data)
    assert [problem.severity for problem in taken.problems] == [Severity.ERROR]


@pytest.mark.parametrize("name", ["title", "timings", "location", "registration", "keywords", "age", "image", "status", "accessibility"])
@pytest.mark.parametrize("value", [None, 3, "x", [], {}, [3], {"fr": 3}])
def test_a_field_of_another_shape_stops_nothing(name: str, value: object) -> None:
    """Exports differ by age and options: what a field holds never stops the reading."""
    event = {**json.loads(EXPORT.read_bytes())["events"][0], name: value}
    assert len(take("export.json", json.dumps([event]).encode()).results) == 1
