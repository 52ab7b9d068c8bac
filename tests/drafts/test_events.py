"""Single properties of a calendar's event."""

from __future__ import annotations

import pytest

from plugins.drafts.compose import MOST_LETTERS
from plugins.drafts.markdown import LONGEST
from plugins.model.problem import Severity
from tests.drafts.villeneuve import take, take_event


def header(*lines: str) -> dict[str, str]:
    """Return the header of the draft that comes of one event."""
    (text,) = take_event(*lines).texts
    return dict(line.split(": ", 1) for line in text.split("\n---\n")[0].splitlines()[1:] if ": " in line)


def body(*lines: str) -> str:
    """Return the body of the draft that comes of one event."""
    (text,) = take_event(*lines).texts
    return text.split("\n---\n", 1)[1].strip()


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Maison du Pont", "pont"),
        ("MAISON DU PONT", "pont"),
        ("Le Pont", "pont"),
        ("1 quai du Pont\\, 26000 Villeneuve", "pont"),
        ("Maison du Pont\\, 1\\, quai du Pont\\, 26000 Villeneuve\\, France", "pont"),
        ("Grande salle\\, 2 allée des oeuvres\\, Villeneuve", "theatre"),
        ("Théâtre - Villeneuve", "theatre"),
        ("Théâtre\\, 12 rue Haute\\, 69000 Lyon", "Théâtre, 12 rue Haute, 69000 Lyon"),
        ("12 rue Haute\\n26000 Villeneuve", "12 rue Haute, 26000 Villeneuve"),
    ],
)
def test_a_place_of_the_town_is_known_by_name_or_address(written: str, key: str) -> None:
    """A place is known however it is written, as long as it is in its town; any other stays as typed."""
    assert header(f"LOCATION:{written}")["lieu"] == key


def test_a_place_without_an_address_is_told_in_the_text() -> None:
    """What `lieu` would refuse is not lost: it stands in the body, and is told."""
    taken = take_event("LOCATION:Dans la cour")
    assert "Lieu : Dans la cour" in taken.texts[0]
    assert taken.told("LOCATION") != []


def test_a_link_for_a_place_is_a_link_of_the_text() -> None:
    """An event at a distance has its link in the body."""
    assert body("LOCATION:https://visio.exemple.fr/salle1") == "À distance : <https://visio.exemple.fr/salle1>"


def test_categories_become_themes_and_publics() -> None:
    """Words that the town knows, by key or name, fill their keys; others are told."""
    taken = take_event("CATEGORIES:CUISINE,vélo,Tout le monde,Zumba", "CATEGORIES:Cuisine\\, bocaux et conserves")
    assert "\nthematique: cuisine, velo\npublic: tous\n" in taken.texts[0]
    assert "Zumba" in taken.told("CATEGORIES")[0]


def test_an_until_without_an_hour_takes_in_that_day() -> None:
    """Programs that end a rule with a day mean the whole of it."""
    assert header("DTSTART:20261201T140000", "RRULE:FREQ=WEEKLY;UNTIL=20261222")["repetition"] == "chaque mardi jusqu'au 22/12/2026"


def test_an_end_before_the_start_is_left_out() -> None:
    """The event is taken without its end, and it is told."""
    taken = take_event("DTSTART:20261201T140000", "DTEND:20261201T120000")
    assert "fin:" not in taken.texts[0]
    assert taken.told("DTEND") != []


def test_an_endless_rule_ends_with_the_season() -> None:
    """31 August next after the day it is brought in, or after a later start."""
    assert header("DTSTART:20261201T140000", "RRULE:FREQ=WEEKLY")["repetition"].endswith("31/08/2027")
    assert header("DTSTART:20271005T140000", "RRULE:FREQ=WEEKLY")["repetition"].endswith("29/08/2028")


def test_an_event_whose_only_date_is_cancelled_is_cancelled() -> None:
    """Where no date is left, it is the event that does not take place."""
    start, end = "DTSTART:20261201T140000", "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:essai\r\nRECURRENCE-ID:20261201T140000\r\nSTATUS:CANCELLED"
    assert header(start, "RRULE:FREQ=WEEKLY;COUNT=1", end)["etat"] == "annulé"


def test_an_impossible_rule_ends() -> None:
    """A rule that gives no day leaves the start alone."""
    assert "repetition" not in header("DTSTART:20261201T140000", "RRULE:FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30")


@pytest.mark.parametrize("unit", ["<b>mot</b> *_[ <i>x</i> ", "mot *_[ &lt; ", "mot\\n- autre "])
def test_a_hundred_thousand_letters_come_through(unit: str) -> None:
    """A very long text is taken whole, in paragraphs that no reader of Markdown chokes on."""
    count = 100_000 // len(unit)
    found = body(f"DESCRIPTION:{unit * count}")
    assert found.count("mot") == count
    assert max(map(len, found.split("\n\n"))) < 4 * LONGEST


def test_a_text_without_measure_is_cut() -> None:
    """What no page can show is cut between two paragraphs, and told."""
    taken = take_event(f"DESCRIPTION:{'mot ' * 200_000}")
    assert len(taken.texts[0]) < MOST_LETTERS + 1000
    assert taken.told("DESCRIPTION") != []


def test_what_is_not_taken_is_a_word_of_warning() -> None:
    """Only an event that cannot be taken at all is an error."""
    severities = {problem.severity for problem in take_event("ATTENDEE:mailto:sam@exemple.fr", "COMMENT:Bof").problems}
    assert severities == {Severity.WARNING}


def test_an_event_without_a_uid_always_gets_the_same() -> None:
    """Its title and start stand for it."""
    data = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:X\nDTSTART:20261201\nEND:VEVENT\nEND:VCALENDAR"
    assert take("a.ics", data).texts == take("b.ics", data).texts != ()
