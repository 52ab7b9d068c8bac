"""What changed is told first, and only there when it does not take place."""

from __future__ import annotations

import pytest

from plugins.model.letter import Letter
from plugins.newsletter.wording import notice_line
from tests.newsletter.weeks import SEWING, SHOW, letter_of, site_of, weekly

LETTER = letter_of("2026-s48")
BEFORE = letter_of("2026-s47")


def told(headers: dict[str, str], letter: Letter = LETTER, *earlier: Letter) -> list[str]:
    """Return each notice as one line, its prefix first."""
    composition = weekly(site_of(headers, letter, earlier=earlier))
    return [f"{one.prefix}{one.event.title}, {notice_line(one, letter.day)}".replace("\u00a0", " ") for one in composition.notices]


def ball(day: str, state: str) -> dict[str, str]:
    """Return a ball of that day, in that state."""
    return {"evenements/2026/bal.md": f"titre: Bal\ndebut: {day} 20h\nlieu: pont\netat: {state}"}


def sewing(changes: str) -> dict[str, str]:
    """Return a course of which some dates are changed."""
    return {"evenements/2026/couture.md": f"{SEWING}\nchangements: {changes}"}


@pytest.mark.parametrize(
    ("headers", "said"),
    [
        (ball("28/11/2026", "annulé"), "ANNULÉ – Bal, samedi 28 novembre, à 20 h · Maison du Pont"),
        (ball("28/11/2026", "complet"), "COMPLET – Bal, samedi 28 novembre, à 20 h · Maison du Pont · il n'y a plus de place"),
        (
            ball("28/11/2026", "reporté sans date"),
            "REPORTÉ – Bal, prévu samedi 28 novembre, à 20 h · Maison du Pont · la nouvelle date n'est pas encore connue",
        ),
        (ball("28/11/2026", "reporté au 12/12/2026"), "REPORTÉ – Bal, samedi 12 décembre, à 20 h · au lieu du samedi 28 novembre · Maison du Pont"),
        (ball("14/11/2026", "reporté au 05/12/2026"), "REPORTÉ – Bal, samedi 5 décembre, à 20 h · au lieu du samedi 14 novembre · Maison du Pont"),
        (sewing("26/11/2026 : 15h"), "NOUVEL HORAIRE – Atelier couture, jeudi 26 novembre, de 15 h à 17 h · au lieu de 14 h · Maison du Pont"),
        (
            sewing("26/11/2026 : lieu 3 rue Haute"),
            "AUTRE LIEU – Atelier couture, jeudi 26 novembre, de 14 h à 16 h · au 3 rue Haute, et non à la Maison du Pont",
        ),
        (sewing("26/11/2026 : complet"), "COMPLET – Atelier couture, jeudi 26 novembre, de 14 h à 16 h · Maison du Pont · il n'y a plus de place"),
    ],
    ids=["cancelled", "full", "no new date", "moved away", "moved here", "other hour", "elsewhere", "one date full"],
)
def test_each_change_says_what_when_and_where(headers: dict[str, str], said: str) -> None:
    """Its state in words, the date as it is now, what it takes the place of, and the place."""
    assert told(headers) == [said]


def test_nothing_is_told_of_what_is_as_announced() -> None:
    """A letter without changes has no notices."""
    assert told({"evenements/2026/couture.md": SEWING}) == []


@pytest.mark.parametrize(("day", "count"), [("25/11/2026", 0), ("26/11/2026", 1), ("05/12/2026", 1), ("06/12/2026", 0)])
def test_changes_are_those_of_the_ten_days(day: str, count: int) -> None:
    """What is over, and what is far off, is not told."""
    assert len(told(ball(day, "annulé"))) == count


@pytest.mark.parametrize(("day", "count"), [("18/11/2026", 0), ("21/11/2026", 1), ("25/11/2026", 1)])
def test_what_the_last_letter_told_and_is_now_later_is_told(day: str, count: int) -> None:
    """Who read the last letter knows of a date that has moved beyond these ten days."""
    assert len(told(ball(day, "reporté au 19/12/2026"), LETTER, BEFORE)) == count


def test_what_the_last_letter_put_first_is_told_however_far_off() -> None:
    """A remarkable date of next month, told last week, is cancelled today."""
    headers = ball("19/12/2026", "annulé")

    assert told(headers, LETTER, letter_of("2026-s47", "a-la-une: bal")) == ["ANNULÉ – Bal, samedi 19 décembre, à 20 h · Maison du Pont"]
    assert told(headers, LETTER, BEFORE) == []


def test_the_next_show_that_the_last_letter_told_is_told() -> None:
    """The next show was cancelled, the one after it was never announced."""
    headers = {
        "evenements/2026/un.md": f"{SHOW}\netat: annulé",
        "evenements/2027/deux.md": f"{SHOW.replace('10/12/2026', '14/01/2027')}\netat: annulé",
    }

    assert [said.partition(",")[0] for said in told(headers, LETTER, BEFORE)] == ["ANNULÉ – Le grand spectacle"]


def test_dates_that_are_alike_are_told_together() -> None:
    """A course that is cancelled as a whole is one notice with all its dates."""
    headers = {"evenements/2026/couture.md": f"{SEWING}\netat: annulé"}

    assert told(headers) == ["ANNULÉ – Atelier couture, jeudi 26 novembre, puis mardi 1er et jeudi 3 décembre, de 14 h à 16 h · Maison du Pont"]


def test_a_full_course_is_no_news() -> None:
    """It stays in the list of what comes back, and says there that it is full; its cancelled date is told first."""
    headers = {"evenements/2026/couture.md": f"{SEWING}\netat: complet\nchangements: 01/12/2026 : annulé"}
    composition = weekly(site_of(headers, LETTER))

    assert [one.prefix for one in composition.notices] == ["ANNULÉ – "]
    assert [regular.event.prefix for regular in composition.regulars] == ["COMPLET – "]


def test_what_does_not_take_place_is_told_once() -> None:
    """The agenda has what people can come to; a full date stands in both."""
    headers = sewing("26/11/2026 : annulé ; 01/12/2026 : complet")
    composition = weekly(site_of(headers, LETTER))

    assert [one.prefix for one in composition.notices] == ["ANNULÉ – ", "COMPLET – "]
    assert [date.state.prefix for day in composition.days for date in day.dates] == ["COMPLET – "]


def test_what_is_put_first_says_itself_how_it_stands() -> None:
    """A cancelled event that the writer puts first is told there."""
    letter = letter_of("2026-s48", "a-la-une: bal")
    composition = weekly(site_of(ball("28/11/2026", "annulé"), letter))

    assert composition.notices == ()
    assert [feature.prefix for feature in composition.features] == ["ANNULÉ – "]


def test_hidden_names_have_no_notice() -> None:
    """What the writer leaves out is left out here too."""
    assert told(ball("28/11/2026", "annulé"), letter_of("2026-s48", "masquer: bal")) == []


def test_notices_come_in_the_order_in_which_people_would_come() -> None:
    """By the date that people know of, or by the new one when the old one is past."""
    headers = {
        "evenements/2026/a.md": "titre: Premier\ndebut: 14/11/2026 20h\netat: reporté au 04/12/2026",
        "evenements/2026/b.md": "titre: Deuxième\ndebut: 27/11/2026 20h\netat: annulé",
        "evenements/2026/c.md": "titre: Troisième\ndebut: 28/11/2026 20h\netat: reporté au 19/12/2026",
    }

    assert [said.partition(",")[0] for said in told(headers)] == ["ANNULÉ – Deuxième", "REPORTÉ – Troisième", "REPORTÉ – Premier"]
