"""The letter on the web: its archive, its numbers, and how to get it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from lxml import html
from msgspec.structs import replace

from plugins.joining.pages import HONEYPOT
from plugins.model.site import Site
from plugins.newsletter.compose import compose
from plugins.newsletter.html import render_html
from plugins.pages.letter_parts import Item, Part
from plugins.pages.letters import join_face, letters_face
from tests.newsletter.weeks import HEAD, TOWN, WEEKS
from tests.pages.sites import addresses, agenda, article, content_page, given_at, letter, rendered, with_letters
from tests.towns import read_site

SITES = [pytest.param(site, id=name) for name, site in WEEKS.items()]


def parts_of(site: Site, address: str) -> dict[str, Part]:
    """Return the parts of the letter at an address, by key."""
    return {part.key: part for part in given_at(site, address)["parts"]}


def links(page: str) -> Iterator[str]:
    """Yield the addresses of the site that a page or a mail leads to, without campaign and foot."""
    tree = html.document_fromstring(page.partition('<td class="foot"')[0])
    for link in next(tree.iter("main"), tree).iter("a"):
        href = link.get("href", "").removeprefix(TOWN.url).partition("?")[0]
        if href.startswith(("/agenda/2", "/actualites/", "/la-bobine/2", "/le-fil/4")):
            yield href


def test_a_letter_is_shown_from_a_week_before_its_day() -> None:
    """The web version is there when the mail goes out; later letters stay hidden."""
    site = with_letters(agenda(), letter("2026-s49"), letter("2026-s48"), letter("2026-s47"))
    there = {address for address in addresses(site) if address.startswith("/lettre/")}
    assert there == {"/lettre/", "/lettre/s-abonner/", "/lettre/2026-s48/", "/lettre/2026-s47/"}


@pytest.mark.parametrize("site", SITES)
def test_the_page_leads_where_the_mail_leads(site: Site) -> None:
    """Whatever the week: nothing that the mail tells of is missing on the site, and nothing is added."""
    sent = site.letters[0]
    page = rendered(replace(site, today=sent.day))[f"{sent.address.strip('/')}/index.html"]
    mail = render_html(compose(site, sent), TOWN, HEAD)
    assert set(links(page)) == set(links(mail))


def test_a_letter_tells_of_ten_days() -> None:
    """From its Thursday on, without what its writer hides."""
    site = agenda("debut: 25/11/2026", "debut: 26/11/2026", "debut: 05/12/2026", "debut: 06/12/2026", "debut: 27/11/2026")
    found = parts_of(with_letters(site, letter("2026-s48", hidden=("fete-5",))), "/lettre/2026-s48/")
    assert [day.day for day in found["agenda"].days] == [date(2026, 11, 26), date(2026, 12, 5)]


def test_a_letter_puts_first_what_its_writer_chose() -> None:
    """In that order, an event with the day on which it comes next; a name that nothing has is left out."""
    site = with_letters(agenda("debut: 27/11/2026", "debut: 19/11/2026\naussi: 28/11/2026"), letter("2026-s48", ("fete-2", "perdu", "fete-1")))
    items = parts_of(site, "/lettre/2026-s48/")["une"].items
    assert [(item.title, item.lines[0]) for item in items] == [
        ("Fête 2", "Samedi 28 novembre, toute la journée"),
        ("Fête 1", "Vendredi 27 novembre, toute la journée"),
    ]


def test_what_changed_comes_first_and_says_how() -> None:
    """A cancelled date is told in one word, and is not in the agenda."""
    found = parts_of(with_letters(agenda("debut: 27/11/2026 14h\netat: annulé"), letter("2026-s48")), "/lettre/2026-s48/")
    assert list(found) == ["changements", "agenda"]
    assert [(item.title, item.prefix) for item in found["changements"].items] == [("Fête 1", "ANNULÉ")]
    assert found["agenda"].days == ()
    assert "Pas d'autre rendez-vous" in found["agenda"].note


def test_what_cannot_be_read_yet_is_left_out() -> None:
    """A letter has its page a week before it goes out; a text of the day between has none until then."""
    site = with_letters(read_site({"actualites/a.md": article("Semis", "24/11/2026")}), letter("2026-s48"))
    assert "lire" not in parts_of(site, "/lettre/2026-s48/")
    assert "lire" in parts_of(replace(site, today=date(2026, 11, 24)), "/lettre/2026-s48/")


def test_a_letter_with_an_issue_shows_its_first_lines() -> None:
    """Its cover, its articles by name with their beginning, and no agenda; before the issue is out it has no page."""
    site = WEEKS["le-fil"]
    found = parts_of(replace(site, today=date(2026, 11, 26)), "/lettre/le-fil-47/")
    assert list(found) == ["numero", "sommaire"]
    assert found["numero"].items[0].picture is not None
    assert all(isinstance(item, Item) and item.lines for item in found["sommaire"].items)
    assert "/lettre/le-fil-47/" not in addresses(replace(site, today=date(2026, 11, 19)))


def test_the_archive_is_by_year() -> None:
    """The newest year first, and in it the newest letter; the 53rd week belongs to the year of its Thursday."""
    found = letters_face((letter("2027-s01"), letter("2026-s53"), letter("2026-s52"))).given["years"]
    assert isinstance(found, tuple)
    assert [(year, [day for day, _, _ in letters]) for year, letters in found] == [
        (2027, [date(2027, 1, 7)]),
        (2026, [date(2026, 12, 31), date(2026, 12, 24)]),
    ]


def test_letters_lead_to_their_neighbours() -> None:
    """The one before and the one after."""
    site = with_letters(agenda(), letter("2026-s48"), letter("2026-s47"), letter("2026-s46"))
    given = given_at(site, "/lettre/2026-s47/")
    assert (given["newer"].address, given["older"].address) == ("/lettre/2026-s48/", "/lettre/2026-s46/")
    assert given_at(site, "/lettre/2026-s48/")["newer"] is given_at(site, "/lettre/2026-s46/")["older"] is None


def test_one_subscribes_by_a_mail_or_at_a_house() -> None:
    """The mail is ready with its subject; without an address for it the houses are named alone."""
    site = with_letters(agenda(), letter("2026-s47"))
    asked = replace(site, identity=replace(site.identity, letter=replace(HEAD, join="lettre@villeneuve.example")))
    pages = [rendered(found)["lettre/s-abonner/index.html"] for found in (asked, site)]
    assert "mailto:lettre@villeneuve.example?subject=Recevoir%20la%20lettre" in pages[0]
    assert "mailto:lettre@" not in pages[1]
    assert all("Maison du Pont" in page and "mailto:stop@villeneuve.example" in page and "/lettre/2026-s47/" in page for page in pages)


def test_the_form_is_there_where_something_takes_it() -> None:
    """With the app one types one's address, and the field that programs fall into is hidden; without it there is no form."""
    site = with_letters(agenda(), letter("2026-s47"))
    served = replace(site, identity=replace(site.identity, joining="https://service.villeneuve.example/"))
    pages = [rendered(found)["lettre/s-abonner/index.html"] for found in (served, site)]
    assert '<form method="post" action="https://service.villeneuve.example/inscription">' in pages[0]
    assert f'name="{HONEYPOT}"' in pages[0]
    assert "<form" not in pages[1]


def test_the_page_of_data_is_named_where_there_is_one() -> None:
    """What becomes of the address is said in full there."""
    site = with_letters(agenda(), letter("2026-s47"))
    told = replace(site, pages=(content_page("confidentialite"),))
    assert given_at(told, "/lettre/s-abonner/")["privacy"].address == "/confidentialite/"
    assert join_face(HEAD, (), None, None).given["privacy"] is None


def test_the_foot_of_every_page_leads_there() -> None:
    """Where there is a letter, and nowhere else."""
    site = with_letters(agenda(), letter("2026-s47"))
    assert 'href="/lettre/s-abonner/"' in rendered(site)["agenda/index.html"]
    assert "/lettre/" not in rendered(agenda())["agenda/index.html"]


def test_letters_name_their_feed() -> None:
    """In the head of their pages, where programs look."""
    made = rendered(with_letters(agenda(), letter("2026-s47")))
    for path in ("lettre/index.html", "lettre/2026-s47/index.html", "lettre/s-abonner/index.html"):
        assert 'type="application/atom+xml" title="La lettre (Atom)" href="/lettre/flux.xml"' in made[path]
