"""The page of each choice."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from plugins.model.site import Site
from plugins.pages.months import Month
from tests.pages.sites import addresses, agenda, given_at, page_at, rendered
from tests.towns import IDENTITY

TICKET = replace(IDENTITY, season_ticket="Carte Scènes")


def _titles(site: Site, address: str) -> list[str]:
    listing = given_at(site, address)["listing"]
    cards = [card for day in listing.days for card in day.cards]
    return sorted({card.title for card in (*cards, *listing.long, *(item.card for item in listing.regular))})


def test_each_choice_has_its_page() -> None:
    """Houses, themes and publics of the settings, and what costs or asks nothing; also when nothing comes, so that links hold."""
    assert {
        "/agenda/maisons/pont/", "/agenda/thematiques/cuisine/", "/agenda/thematiques/velo/", "/agenda/publics/tous/", "/agenda/publics/familles/",
        "/agenda/gratuit/", "/agenda/accessible/", "/agenda/sans-inscription/",
    } <= addresses(agenda())  # fmt: skip


def test_a_page_lists_what_was_chosen() -> None:
    """And nothing else."""
    site = agenda(
        "debut: 28/11/2026\nmaison: pont\ntarif: gratuit",
        "debut: 29/11/2026\nlieu: pont\nthematique: velo",
        "debut: 24/11/2026 14h\nrepetition: chaque mardi, 3 fois\ntarif: prix libre\ninscription: libre",
        "debut: 01/12/2026\nfin: 20/12/2026\nacces: fauteuil\npublic: familles",
    )
    assert _titles(site, "/agenda/maisons/pont/") == ["Fête 1", "Fête 2"]
    assert _titles(site, "/agenda/thematiques/velo/") == ["Fête 2"]
    assert _titles(site, "/agenda/publics/familles/") == ["Fête 4"]
    assert _titles(site, "/agenda/gratuit/") == ["Fête 1", "Fête 3"]
    assert _titles(site, "/agenda/accessible/") == ["Fête 4"]
    assert _titles(site, "/agenda/sans-inscription/") == ["Fête 3"]


def test_a_page_is_given_only_what_it_lists() -> None:
    """So that an edit of another event does not concern it."""
    site = agenda("debut: 28/11/2026\ntarif: gratuit", "debut: 28/11/2026\ntarif: 5 €")
    assert [event.title for event in page_at(site, "/agenda/gratuit/").of["span"].events] == ["Fête 1"]  # type: ignore[attr-defined]  # a Span


def test_one_date_elsewhere_is_left_out() -> None:
    """Of a series that is accessible, the date that was moved to a place of which nobody says so is not listed."""
    header = "debut: 24/11/2026 14h\naussi: 01/12/2026 14h\nlieu: pont\nacces: fauteuil\nchangements: 01/12/2026 : lieu 3 rue Haute"
    listing = given_at(agenda(header), "/agenda/accessible/")["listing"]
    assert [day.day for day in listing.days] == [date(2026, 11, 24)]


def test_a_page_stays_until_one_of_its_dates_passes() -> None:
    """The day after, with no date of it in between, a choice's page is made of the same."""
    header = "debut: 28/11/2026\ntarif: gratuit"
    today, tomorrow, after = (page_at(agenda(header, today=date(2026, 11, day)), "/agenda/gratuit/") for day in (22, 23, 29))
    assert today == tomorrow
    assert today != after


def test_the_season_ticket_has_a_page_where_there_is_one() -> None:
    """It lists the shows of the whole season; a town without has no such page."""
    shows = ("debut: 28/11/2026 20h\nsaison-culturelle: 2026-2027", "debut: 20/05/2027 20h\nsaison-culturelle: 2026-2027", "debut: 28/11/2026")
    assert _titles(agenda(*shows, identity=TICKET), "/agenda/passeport/") == ["Fête 1", "Fête 2"]
    assert "/agenda/passeport/" not in addresses(agenda(*shows))


def test_a_choice_has_its_calendar() -> None:
    """The link opens the calendar application, on the public host and in the site's folder; what is free has no calendar of its own."""
    site = agenda(identity=replace(TICKET, url="https://villeneuve.example/centre"))
    assert given_at(site, "/agenda/maisons/pont/")["webcal"] == "webcal://villeneuve.example/centre/agenda/maisons/pont.ics"
    assert given_at(site, "/agenda/thematiques/velo/")["webcal"] == "webcal://villeneuve.example/centre/agenda/thematiques/velo.ics"
    assert given_at(site, "/agenda/passeport/")["webcal"] == "webcal://villeneuve.example/centre/agenda/passeport.ics"
    assert given_at(site, "/agenda/gratuit/")["webcal"] == ""


def test_an_empty_page_says_what_to_do() -> None:
    """It leads to the next month with something of this choice, to the whole agenda, to the calendars, and to the house's phone."""
    site = agenda("debut: 28/11/2026", "debut: 10/03/2027\nmaison: pont", "debut: 10/04/2027\nmaison: pont", "debut: 10/02/2027")
    assert given_at(site, "/agenda/maisons/pont/")["later"] == Month(2027, 3)
    text = rendered(site, ["agenda/maisons/pont/index.html"])["agenda/maisons/pont/index.html"]
    empty = text[text.index("data-vide>") : text.index("</main>")]
    for way_on in ('href="/agenda/2027/03/"', 'href="/agenda/"', 'href="/agenda/s-abonner/"', 'href="tel:+33475000001"'):
        assert way_on in empty
