"""The files of the agenda that are not pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import icalendar
import pytest

from plugins.agenda.outputs import outputs, window
from plugins.model.site import Site
from tests.agenda.reading import read_by_icalendar
from tests.towns import read_site

TEXTS = {
    "evenements/2025/ancien.md": "---\ntitre: Ancien\ndebut: 31/10/2025 10h\n---\n",
    "evenements/2025/an-dernier.md": "---\ntitre: An dernier\ndebut: 01/11/2025 10h\nthematique: velo\n---\n",
    "evenements/2026/hier.md": "---\ntitre: Hier\ndebut: 21/11/2026 10h\nmaison: pont\n---\n",
    "evenements/2026/aujourd-hui.md": "---\ntitre: Aujourd'hui\ndebut: 22/11/2026 10h\nmaison: pont\npublic: familles\n---\n",
    "evenements/2026/cours.md": "---\ntitre: Cours\ndebut: 06/01/2026 10h\nrepetition: chaque mardi, 52 fois\n---\n",
    "evenements/2028/loin.md": "---\ntitre: Loin\ndebut: 31/05/2028 10h\n---\n",
    "evenements/2028/trop-loin.md": "---\ntitre: Trop loin\ndebut: 01/06/2028 10h\n---\n",
}


@pytest.fixture(scope="module")
def site() -> Site:
    """Return a site with a few events around the edges of the window."""
    return read_site(TEXTS)


def _made(site: Site) -> dict[str, bytes]:
    found = {output.path: output.render() for output in outputs(site)}
    return {path: data for path, data in found.items() if isinstance(data, bytes)}


def _titles(data: bytes) -> list[str]:
    return [str(event["SUMMARY"]) for event in icalendar.Calendar.from_ical(data).events]


def test_every_calendar_has_its_address(site: Site) -> None:
    """Each house, theme and public has a calendar, also one without events, and each event has its own beside its page."""
    shared = {path for path in _made(site) if not path.endswith("/evenement.ics")}

    assert shared == {
        "agenda.ics", "agenda/a-venir.ics", "agenda/evenements.json", "agenda/maisons/pont.ics",
        "agenda/thematiques/cuisine.ics", "agenda/thematiques/velo.ics", "agenda/publics/tous.ics", "agenda/publics/familles.ics",
    }  # fmt: skip
    assert len(_made(site)) == len(shared) + len(TEXTS)
    assert "agenda/2026/11/22/aujourd-hui/evenement.ics" in _made(site)


def test_calendar_tells_of_twelve_months_back_and_eighteen_ahead(site: Site) -> None:
    """The window counts in whole months, so that the calendar stays under a megabyte and changes once a month."""
    assert window(date(2026, 11, 22)) == window(date(2026, 11, 1)) == (date(2025, 11, 1), date(2028, 5, 31))
    assert window(date(2026, 12, 1)) != window(date(2026, 11, 30))
    assert _titles(_made(site)["agenda.ics"]) == ["An dernier", "Cours", "Hier", "Aujourd'hui", "Loin"]


def test_upcoming_calendar_starts_today(site: Site) -> None:
    """What has a date from today on is to come, a series that has begun too."""
    assert _titles(_made(site)["agenda/a-venir.ics"]) == ["Cours", "Aujourd'hui", "Loin", "Trop loin"]


def test_calendars_show_what_belongs_to_them(site: Site) -> None:
    """A house shows its events, a theme and a public theirs, and an empty calendar is a calendar still."""
    made = _made(site)

    assert _titles(made["agenda/maisons/pont.ics"]) == ["Hier", "Aujourd'hui"]
    assert _titles(made["agenda/thematiques/velo.ics"]) == ["An dernier"]
    assert _titles(made["agenda/publics/familles.ics"]) == ["Aujourd'hui"]
    assert _titles(made["agenda/thematiques/cuisine.ics"]) == []
    assert b"BEGIN:VTIMEZONE" in made["agenda/thematiques/cuisine.ics"]


def test_head_names_the_calendar_for_every_client(site: Site) -> None:
    """New and old names stand side by side, with how often to come back and the colour of the house."""
    head = _made(site)["agenda/maisons/pont.ics"].decode().replace("\r\n ", "").partition("BEGIN:VTIMEZONE")[0].split("\r\n")

    assert head[:4] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Maisons de Villeneuve//Agenda//FR", "CALSCALE:GREGORIAN"]
    assert sorted(head[4:-1]) == [
        "COLOR:royalblue",
        "DESCRIPTION:Maison du Pont\u00a0: les rendez-vous.",
        "NAME:Maison du Pont",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "SOURCE;VALUE=URI:https://villeneuve.example/agenda/maisons/pont.ics",
        "URL:https://villeneuve.example/maisons/pont/",
        "X-APPLE-CALENDAR-COLOR:#1d4ed8",
        "X-PUBLISHED-TTL:PT6H",
        "X-WR-CALDESC:Maison du Pont\u00a0: les rendez-vous.",
        "X-WR-CALNAME:Maison du Pont",
        "X-WR-TIMEZONE:Europe/Paris",
    ]


def test_old_zone_property_changes_nothing(site: Site) -> None:
    """Every time names its zone: the dates are the same without X-WR-TIMEZONE."""
    data = _made(site)["agenda.ics"]

    assert read_by_icalendar(data.replace(b"X-WR-TIMEZONE:Europe/Paris\r\n", b"")) == read_by_icalendar(data)


def test_two_builds_give_the_same_bytes() -> None:
    """The same texts and the same day give the same files."""
    assert _made(read_site(TEXTS)) == _made(read_site(dict(reversed(TEXTS.items()))))


def test_next_day_changes_only_what_is_to_come(site: Site) -> None:
    """A calendar that depended on the day would be fetched again by everyone every day."""
    today, tomorrow = _made(site), _made(replace(site, today=date(2026, 11, 23)))

    assert {path for path in today if today[path] != tomorrow[path]} == {"agenda/a-venir.ics"}


def test_address_of_the_site_changes_no_uid(site: Site) -> None:
    """A site that moves keeps its events: subscribers see no double."""
    moved = replace(site, identity=replace(site.identity, url="https://ailleurs.example/centre"))
    uids = [[str(event["UID"]) for event in icalendar.Calendar.from_ical(_made(s)["agenda.ics"]).events] for s in (site, moved)]

    assert uids[0] == uids[1]
    assert len(set(uids[0])) == len(uids[0])
    assert b"URL:https://ailleurs.example/centre/agenda/2026/11/21/hier/" in _made(moved)["agenda.ics"]
