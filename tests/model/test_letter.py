"""The weekly letter and its weeks."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.letter import Letter, Week, read_week
from plugins.model.problem import Wrong
from tests.model.samples import library

HEADER = "---\nsemaine: {}\nobjet: Cette semaine\naccroche: {}\n---\nBonjour.\n"
PREHEADER = "Mercredi on écoute, samedi on répare, dimanche on se repose."


@pytest.mark.parametrize("text", ["2026-s48", "2026-S48", "2026 s48", "2026-W48", "2026-semaine 48", " 2026-s48 "])
def test_a_week_is_written_in_several_ways(text: str) -> None:
    """A week is its year and number; the letter goes out on its Thursday."""
    week = read_week(text)
    assert (week, week.key, week.thursday) == (Week(2026, 48), "2026-s48", date(2026, 11, 26))


@pytest.mark.parametrize("text", ["2027-s53", "2026-s54", "2026-s0", "0000-s1", "s48", "2026", "2026-48", ""])
def test_a_week_that_does_not_exist_is_refused(text: str) -> None:
    """2026 has 53 weeks and 2027 has 52 (ISO 8601)."""
    with pytest.raises(Wrong):
        read_week(text)


def test_2026_has_a_week_53() -> None:
    """The last week of 2026 is sent on its last day."""
    assert read_week("2026-s53").thursday == date(2026, 12, 31)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_every_thursday_is_that_of_its_week(day: date) -> None:
    """A week read from its key has the Thursday it was made from, and weeks sort as their days do."""
    year, number, _ = day.isocalendar()
    week = read_week(Week(year, number).key)
    assert week.thursday == date.fromisocalendar(year, number, 4)
    assert (Week(year, number) < Week(2026, 48)) == (week.thursday < date(2026, 11, 26))


def test_a_letter_takes_its_title_from_its_subject() -> None:
    """The subject is the title, the week gives address and day."""
    found = library({"lettres/a.md": HEADER.format("2026-s48", PREHEADER)})
    (letter,) = found.of(Letter)
    assert found.problems == ()
    assert (letter.title, letter.address, letter.day) == ("Cette semaine", "/lettre/2026-s48/", date(2026, 11, 26))


@pytest.mark.parametrize(("length", "problems"), [(39, 1), (40, 0), (90, 0), (91, 1)])
def test_a_preheader_fits_what_mail_programs_show(length: int, problems: int) -> None:
    """The sentence beside the subject has 40 to 90 characters."""
    assert len(library({"lettres/a.md": HEADER.format("2026-s48", "x" * length)}).problems) == problems
