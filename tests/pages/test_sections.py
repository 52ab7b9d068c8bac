"""Houses, projects, magazine, news, radio and letters."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from plugins.model.agenda import agenda_of
from plugins.pages.home import visits, week
from plugins.pages.listing import Listing
from plugins.pages.radio import next_live
from tests.pages.sites import addresses, agenda, article, episode, event, given_at, page_at, project
from tests.towns import TODAY, read_site

ISSUE = "---\ntitre: Rentrée\nnumero: {number}\ndate: {day}\n---\nÉdito.\n"
EPISODES = {f"bobine/2026-2027/{n}.md": episode(day, n) for n, day in enumerate(("01/10/2026", "08/10/2026", "03/12/2026"), 1)}


def test_a_house_with_nothing_on_has_a_page() -> None:
    """Its list is empty, and the home page promises nothing there."""
    site = agenda()
    listing = given_at(site, "/maisons/pont/")["listing"]
    assert isinstance(listing, Listing)
    assert listing.is_empty
    assert [visit.next for visit in visits(site.houses, site.events, TODAY)] == [None]


def test_a_house_lists_what_it_organises_or_welcomes() -> None:
    """An event that others bring to a house is listed there, once."""
    site = agenda("debut: 28/11/2026\nmaison: pont", "debut: 29/11/2026\nlieu: pont", "debut: 30/11/2026\nlieu: 3 rue Haute, Villeneuve")
    listing = given_at(site, "/maisons/pont/")["listing"]
    assert isinstance(listing, Listing)
    assert [card.title for day in listing.days for card in day.cards] == ["Fête 1", "Fête 2"]


def test_a_house_promises_what_begins_and_takes_place() -> None:
    """Neither a cancelled date nor one that began last week comes next."""
    began, cancelled, comes = "debut: 15/11/2026\nfin: 05/12/2026", "debut: 23/11/2026\netat: annulé", "debut: 24/11/2026"
    site = agenda(*(f"{header}\nmaison: pont" for header in (began, cancelled, comes)))
    (visit,) = visits(site.houses, site.events, TODAY)
    assert visit.next is not None
    assert visit.next.title == "Fête 3"


def test_a_house_passes_over_a_cancelled_date_of_a_series() -> None:
    """The other dates of the series are still promised."""
    site = agenda("debut: 24/11/2026\nrepetition: chaque mardi, 3 fois\nmaison: pont\nchangements: 24/11/2026 : annulé")
    (visit,) = visits(site.houses, site.events, TODAY)
    assert visit.next is not None
    assert visit.next.occurrence.day == date(2026, 12, 1)


def test_the_week_has_seven_days_from_today() -> None:
    """Days with nothing on are there too."""
    found = week(agenda("debut: 22/11/2026", "debut: 28/11/2026", "debut: 29/11/2026").events, TODAY)
    assert [day.day for day in found] == [TODAY + timedelta(days=n) for n in range(7)]
    assert [len(day.cards) for day in found] == [1, 0, 0, 0, 0, 0, 1]


def test_a_project_gathers_its_texts_and_dates() -> None:
    """Events, news and episodes of a project are listed on its page."""
    jardin = project("jardin")
    site = read_site({"actualites/a.md": article("Semis", "01/11/2026"), "evenements/2026/b.md": event("debut: 28/11/2026", "Plantation")})
    site = replace(
        site,
        projects=(jardin,),
        news=tuple(replace(text, project=jardin) for text in site.news),
        agenda=agenda_of(replace(found, project=jardin) for found in site.events),
    )
    given = given_at(site, "/projets/jardin/")
    assert [story.title for story in given["stories"]] == ["Semis"]
    assert isinstance(given["listing"], Listing)
    assert [card.title for day in given["listing"].days for card in day.cards] == ["Plantation"]


def test_what_is_dated_ahead_is_not_shown() -> None:
    """News, an issue and its articles appear on their day, and so does an article whose issue is not out."""
    texts = {
        "actualites/demain.md": article("Demain", "23/11/2026"),
        "fil/48/numero.md": ISSUE.format(number=48, day="01/12/2026"),
        "fil/48/texte.md": article("Avant l'heure", "01/11/2026", 48),
    }
    found = {address for address in addresses(read_site(texts)) if address.startswith(("/actualites/", "/le-fil/"))}
    assert found == {"/actualites/", "/le-fil/"}
    later = addresses(read_site(texts, today=date(2026, 12, 1)))
    assert {"/actualites/demain/", "/le-fil/48/", "/le-fil/48/texte/"} <= later


def test_an_issue_lists_its_articles() -> None:
    """Each article leads back to its issue and to the others."""
    texts = {"fil/47/numero.md": ISSUE.format(number=47, day="18/09/2026"), **{f"fil/47/{n}.md": article(n, "18/09/2026", 47) for n in "ab"}}
    site = read_site(texts)
    assert [found.title for found in given_at(site, "/le-fil/47/")["articles"]] == ["a", "b"]
    given = given_at(site, "/le-fil/47/a/")
    assert [link.label for link in page_at(site, "/le-fil/47/a/").face.trail] == ["Le Trait", "Le Trait n°\u00a047"]
    assert [link.label for link in given["others"]] == ["b"]


def test_an_episode_appears_once_it_was_broadcast() -> None:
    """A future episode has no page; each has its neighbours."""
    site = read_site(EPISODES)
    assert {address for address in addresses(site) if address.startswith("/la-bobine/2026")} == {"/la-bobine/2026-2027/1/", "/la-bobine/2026-2027/2/"}
    given = given_at(site, "/la-bobine/2026-2027/1/")
    assert given["older"] is None
    assert given["newer"].label == "Onde 2"


@pytest.mark.parametrize(
    ("today", "live"),
    [
        (date(2026, 10, 8), date(2026, 10, 8)),
        (date(2026, 10, 9), date(2026, 10, 15)),
        (date(2026, 10, 22), date(2026, 10, 22)),
        (date(2026, 10, 23), None),
    ],
)
def test_the_next_broadcast(today: date, live: date | None) -> None:
    """It is on the programme's weekday, today included, and not promised when nothing was heard for two weeks."""
    assert next_live(read_site(EPISODES, today=today)) == live
