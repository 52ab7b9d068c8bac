"""The page of an event."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.pages.events import Dates, access_of, dates
from plugins.pages.page import Page
from tests.pages.sites import agenda, pages
from tests.towns import TODAY, read_event

WEEKLY = "debut: 03/11/2026 14h\nfin: 16h\nrepetition: chaque mardi, 12 fois"


def _page(header: str, today: date = TODAY) -> Page:
    return next(page for page in pages(agenda(header, today=today)) if page.template == "event")


def _dates(header: str, today: date) -> Dates:
    event = read_event(header)
    return dates(event, event.occurrences.over(today))


def test_an_event_shows_its_next_date() -> None:
    """A series shows the next date first, then five more, then the rest folded away."""
    found = _dates(WEEKLY, TODAY)
    assert found.next.day == date(2026, 11, 24)
    assert (len(found.others), len(found.more)) == (5, 3)
    assert found.rhythm.startswith("chaque mardi de 14")


def test_a_past_event_shows_its_last_date() -> None:
    """An event that is over says so, and when it was."""
    found = _dates(WEEKLY, date(2027, 6, 1))
    assert (found.next.day, found.others, found.is_past) == (date(2027, 1, 19), (), True)


def test_an_event_that_goes_on_is_not_past() -> None:
    """On its last day an exhibition is still on."""
    assert not _dates("debut: 01/11/2026\nfin: 22/11/2026", TODAY).is_past


@pytest.mark.parametrize(
    ("state", "today", "notice"),
    [
        ("maintenu", TODAY, ""),
        ("maintenu", date(2027, 1, 1), "C’est passé."),
        ("annulé", TODAY, "Ce rendez-vous n’aura pas lieu."),
        ("annulé", date(2027, 1, 1), "Ce rendez-vous n’a pas eu lieu."),
        ("reporté", TODAY, "La date a changé\u00a0: voici la nouvelle."),
        ("reporté", date(2027, 1, 1), "C’est passé."),
        ("complet", TODAY, "Il n’y a plus de place."),
        ("complet", date(2027, 1, 1), "C’est passé."),
    ],
)
def test_the_notice(state: str, today: date, notice: str) -> None:
    """What stands above an event says whether one can still come."""
    assert _page(f"debut: 28/11/2026\netat: {state}", today).face.given["notice"] == notice


def test_the_title_says_that_it_is_cancelled() -> None:
    """In search results and shares too."""
    assert _page("debut: 28/11/2026\netat: annulé").face.title == "ANNULÉ – Fête 1"


@pytest.mark.parametrize(("today", "closed"), [(date(2026, 11, 20), False), (date(2026, 11, 21), True)])
def test_booking_closes_after_its_last_day(today: date, closed: bool) -> None:
    """The last day to book is included."""
    assert _page("debut: 28/11/2026\ninscription: 04 75 00 00 01\ninscription-avant: 20/11/2026", today).face.given["is_closed"] is closed


def test_an_event_without_a_summary_is_described_by_its_date() -> None:
    """Search results always say something."""
    assert _page("debut: 28/11/2026 10h\nmaison: pont").face.description == "samedi 28 novembre 2026, à 10\u00a0h – Maison du Pont"


def test_access_is_the_venue_s_then_the_event_s() -> None:
    """What both say is said once."""
    assert access_of(read_event("debut: 28/11/2026\nlieu: 3 rue Haute, Villeneuve\nacces: lsf, fauteuil")) == ("lsf", "fauteuil")


def test_the_page_changes_only_when_a_date_passes() -> None:
    """From one day to the next, with no date in between, the page is made of the same."""
    assert _page(WEEKLY, date(2026, 11, 18)) == _page(WEEKLY, date(2026, 11, 22))
    assert _page(WEEKLY, date(2026, 11, 24)) != _page(WEEKLY, date(2026, 11, 25))
