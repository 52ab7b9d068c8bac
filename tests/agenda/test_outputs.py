"""The files of the agenda that are not pages."""

from __future__ import annotations

import json
from datetime import date

import icalendar
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.agenda.outputs import outputs, window
from plugins.build.fingerprint import Fingerprints
from plugins.model.agenda import agenda_of
from plugins.model.site import Site
from tests.agenda.reading import read_by_icalendar
from tests.agenda.repetitions import headers
from tests.towns import IDENTITY, read_site, try_event

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
    found = {output.path: output.render().content for thing in outputs(site) for output in thing.outputs}
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


def test_outputs_are_given_the_day_only_where_it_matters(site: Site) -> None:
    """A new day makes only the calendar of what is to come anew, and a new month those that tell of whole months."""
    days = (site.today, date(2026, 11, 23), date(2026, 11, 24), date(2026, 12, 1))
    made = ([output for thing in outputs(replace(site, today=day)) for output in thing.outputs] for day in days)
    sunday, monday, tuesday, december = ({output.path: Fingerprints().of(output.given) for output in found} for found in made)

    assert {path for path in sunday if sunday[path] != monday[path]} == {"agenda/a-venir.ics"}
    assert monday == tuesday
    assert {path for path in tuesday if tuesday[path] != december[path]} == {"agenda.ics", "agenda/evenements.json", "agenda/thematiques/velo.ics"}


@given(headers(), st.dates(date(2024, 1, 1), date(2029, 1, 1)))
@settings(deadline=None)
def test_event_is_told_while_a_date_of_it_is_near(header: str, today: date) -> None:
    """However long its dates and far between, it stands in a calendar when one of them touches the days that this calendar tells of."""
    event = try_event(header)
    assume(event is not None)  # the model refuses an hour that the change of hour skips
    assert event is not None
    made = _made(Site(IDENTITY, today, agenda=agenda_of((event,))))
    first, last = window(today)
    near = [date for date in event.occurrences if date.last_day >= first]

    assert bool(_titles(made["agenda.ics"])) == any(date.day <= last for date in near)
    assert bool(_titles(made["agenda/a-venir.ics"])) == any(date.last_day >= today for date in near)
    assert json.loads(made["agenda/evenements.json"])["total"] == bool(near)


@pytest.mark.parametrize(("dates", "told"), [("debut: 31/10/2025", []), ("debut: 30/10/2025\nfin: 01/11/2025", ["Deux fois"])])
def test_calendar_passes_over_what_was_long_ago_and_will_be_in_long(dates: str, told: list[str]) -> None:
    """Of two dates the second is too far away: the calendar tells of the event only when the first still touches its days."""
    made = _made(read_site({"evenements/2025/deux-fois.md": f"---\ntitre: Deux fois\n{dates}\naussi: 01/06/2028\n---\n"}))

    assert _titles(made["agenda.ics"]) == told
    assert _titles(made["agenda/a-venir.ics"]) == ["Deux fois"]


def test_address_of_the_site_changes_no_uid(site: Site) -> None:
    """A site that moves keeps its events: subscribers see no double."""
    moved = replace(site, identity=replace(site.identity, url="https://ailleurs.example/centre"))
    uids = [[str(event["UID"]) for event in icalendar.Calendar.from_ical(_made(s)["agenda.ics"]).events] for s in (site, moved)]

    assert uids[0] == uids[1]
    assert len(set(uids[0])) == len(uids[0])
    assert b"URL:https://ailleurs.example/centre/agenda/2026/11/21/hier/" in _made(moved)["agenda.ics"]


def test_a_house_tells_of_what_it_welcomes() -> None:
    """What others bring to a house stands in its calendar, as on its page; once, when it organises it too."""
    texts = {
        "evenements/2026/a.md": "---\ntitre: Chez nous\ndebut: 28/11/2026 10h\nmaison: pont\nlieu: pont\n---\n",
        "evenements/2026/b.md": "---\ntitre: Invités\ndebut: 29/11/2026 10h\nlieu: pont\n---\n",
        "evenements/2026/c.md": "---\ntitre: Ailleurs\ndebut: 30/11/2026 10h\nlieu: Gymnase, 2 rue Haute\n---\n",
    }
    assert _titles(_made(read_site(texts))["agenda/maisons/pont.ics"]) == ["Chez nous", "Invités"]


def test_the_season_ticket_has_its_calendar() -> None:
    """It tells of the shows; a town without a season ticket has no such calendar."""
    texts = {
        "evenements/2026/a.md": "---\ntitre: Cirque\ndebut: 28/11/2026 20h\nsaison-culturelle: 2026-2027\n---\n",
        "evenements/2026/b.md": "---\ntitre: Loto\ndebut: 29/11/2026 14h\n---\n",
    }
    made = _made(read_site(texts, replace(IDENTITY, season_ticket="Carte Scènes")))
    assert _titles(made["agenda/passeport.ics"]) == ["Cirque"]
    assert b"URL:https://villeneuve.example/agenda/passeport/" in made["agenda/passeport.ics"]
    assert "agenda/passeport.ics" not in _made(read_site(texts))
