"""What a new episode is given: number, day, season, text."""

from __future__ import annotations

from datetime import date, time

import pytest

from plugins.model.chapter import Chapter
from plugins.model.dates import Moment, read_moment
from plugins.studio.proposal import Answers, default_title, draft, moment_words, next_broadcast, next_number, season
from plugins.studio.shelf import Known, free_name, read_known
from tests.towns import SHOW

TODAY = date(2026, 11, 22)  # a Sunday; the show is on Thursdays


def episode(number: int | None, day: date | None) -> Known:
    """Return an episode of which only number and day count."""
    return Known("", "", "", number, Moment(day, time(18, 30)) if day else None, "", "", ())


@pytest.mark.parametrize(
    ("last", "coming"),
    [
        (date(2026, 11, 19), date(2026, 11, 26)),
        (date(2026, 11, 12), date(2026, 11, 19)),
        (date(2026, 11, 26), date(2026, 12, 3)),
        (date(2026, 11, 17), date(2026, 11, 19)),
        (date(2026, 7, 2), date(2026, 11, 19)),
    ],
    ids=["next", "last-thursday", "ahead", "odd-day", "after-a-break"],
)
def test_the_next_thursday_after_the_last_episode(last: date, coming: date) -> None:
    """The show's weekday after the last episode; after a break, the latest one; the hour stays the same."""
    assert next_broadcast([episode(8, last), episode(3, date(2026, 1, 8)), episode(9, None)], SHOW, TODAY) == Moment(coming, time(18, 30))


def test_the_first_episode_is_next_thursday() -> None:
    """Without any episode yet, the next such day, or today."""
    assert next_broadcast([], SHOW, TODAY).day == date(2026, 11, 26)
    assert next_broadcast([], SHOW, date(2026, 11, 26)).day == date(2026, 11, 26)


def test_numbers_go_on() -> None:
    """The number after the highest, drafts and unreadable ones included."""
    assert next_number([]) == 1
    assert next_number([episode(8, None), episode(None, None), episode(3, None)]) == 9


@pytest.mark.parametrize(
    ("day", "said"),
    [(date(2026, 8, 1), "2026-2027"), (date(2027, 7, 31), "2026-2027"), (date(2026, 12, 31), "2026-2027"), (date(2027, 1, 7), "2026-2027")],
)
def test_a_season_goes_over_new_year(day: date, said: str) -> None:
    """A season starts after the summer."""
    assert season(day) == said


@pytest.mark.parametrize(("hour", "end"), [(time(18), "18h"), (time(18, 5), "18h05"), (time(0), "0h"), (None, "2026")])
def test_a_moment_reads_back(hour: time | None, end: str) -> None:
    """A date is written the way the guide shows it, and read as the same."""
    said = moment_words(date(2026, 11, 26), hour)
    assert said.endswith(end)
    assert read_moment(said) == Moment(date(2026, 11, 26), hour)


def test_the_draft_reads_back() -> None:
    """The text of a new episode is a draft with number, GUID, guests and chapters, whatever signs are in them."""
    answers = Answers("Soupe : l'oignon & l'ail", "La chorale, Le conseil", (Chapter(0, "Début : ici"), Chapter(750, "Recette", "poubelle-cherie")))
    text = draft(9, Moment(date(2026, 11, 26), time(18)), "2026-11-26.mp3", SHOW, answers)
    known = read_known("bobine/a.md", text, SHOW)
    assert "\nstatut: brouillon\n" in text
    assert "\ninvites: La chorale, Le conseil\n" in text
    assert (known.title, known.number, known.audio, known.guid) == (answers.title, 9, "2026-11-26.mp3", f"{SHOW.guid_prefix}9")
    assert known.chapters == answers.chapters


def test_an_episode_without_a_title_has_its_day() -> None:
    """A draft needs a title to be read; the day is one without number or name of the show."""
    assert default_title(date(2026, 12, 1)) == "Émission du 1er décembre"
    assert "titre: Émission du 26 novembre\n" in draft(9, Moment(date(2026, 11, 26)), "a.mp3", SHOW, Answers())


def test_taken_names_are_not_taken_twice() -> None:
    """A second one gets a 2."""
    assert free_name("a", ".mp3", []) == "a.mp3"
    assert free_name("a", ".mp3", ["a.mp3", "a-2.mp3"]) == "a-3.mp3"
