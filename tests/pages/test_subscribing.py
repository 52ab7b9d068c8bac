"""How to have the agenda in one's own calendar."""

from __future__ import annotations

from msgspec.structs import replace

from plugins.pages.subscribing import Calendar
from tests.pages.sites import agenda, given_at, rendered
from tests.towns import IDENTITY


def test_every_calendar_is_there() -> None:
    """The whole agenda, then one for each house, theme, public and the season ticket."""
    site = agenda(identity=replace(IDENTITY, season_ticket="Carte Scènes"))
    found = given_at(site, "/agenda/s-abonner/")["calendars"]
    assert [(label, [calendar.address.removeprefix(site.identity.url) for calendar in calendars]) for label, calendars in found] == [
        ("Tout l’agenda", ["/agenda.ics", "/agenda/a-venir.ics"]),
        ("Maison", ["/agenda/maisons/pont.ics"]),
        ("Thématique", ["/agenda/thematiques/cuisine.ics", "/agenda/thematiques/velo.ics"]),
        ("Public", ["/agenda/publics/tous.ics", "/agenda/publics/familles.ics"]),
        ("Autres envies", ["/agenda/passeport.ics"]),
    ]


def test_a_calendar_has_a_link_for_each_device() -> None:
    """One that phones open, and one for Google, which takes the first as a parameter."""
    calendar = Calendar("Tout", "https://villeneuve.example/agenda.ics")
    assert calendar.webcal == "webcal://villeneuve.example/agenda.ics"
    assert calendar.google == "https://calendar.google.com/calendar/render?cid=webcal%3A%2F%2Fvilleneuve.example%2Fagenda.ics"


def test_the_page_says_how_on_each_device() -> None:
    """In plain words, with the address to copy and how long a change may take."""
    text = rendered(agenda(), ["agenda/s-abonner/index.html"])["agenda/s-abonner/index.html"]
    for said in ("iPhone", "Android", "Outlook", "Thunderbird", "ICSx", "24 heures"):
        assert said in text
    assert text.count(" data-copy=") == text.count("<code>https://villeneuve.example/agenda") == 7
