"""Which pages have a card, and what it depends on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from plugins.build.fingerprint import Fingerprints
from plugins.build.output import Group, Output
from plugins.cards.making import make_card, make_picture_card
from plugins.cards.outputs import outputs
from plugins.model.entry import File
from plugins.model.share_card import share_card
from plugins.model.site import Site
from tests.cards.samples import site_of, with_picture
from tests.pages.sites import ISSUE, agenda, article, pages
from tests.towns import read_site

TOMORROW, YESTERDAY = "debut: 23/11/2026 10h\nmaison: pont", "debut: 21/11/2026 10h\nmaison: pont"


def declared(site: Site) -> dict[str, Output]:
    """Return the outputs of a site, by path."""
    return {output.path: output for thing in outputs(site, Path("content")) for output in thing.outputs}


def shared(site: Site) -> dict[str, File | None]:
    """Return the picture with which each page is shared, by address."""
    return {page.address: page.face.picture for page in pages(site)}


def test_what_is_to_come_has_a_card() -> None:
    """At the address of its page; what is over has none."""
    site = site_of(TOMORROW, YESTERDAY)
    cards = [path for path in declared(site) if path.startswith("agenda/")]
    assert cards == ["agenda/2026/11/23/fete-1/partage.png"]


def test_what_goes_on_has_a_card() -> None:
    """A series, or an exhibition, until its last day."""
    site = agenda("debut: 01/10/2026\nfin: 22/11/2026", "debut: 06/10/2026 14h\nrepetition: chaque mardi jusqu'au 24/11/2026", "debut: 01/10/2026")
    assert sum(path.startswith("agenda/") for path in declared(site)) == 2


def test_what_is_over_is_shared_with_the_card_of_its_house() -> None:
    """Or with the picture of the site when nobody organised it."""
    pictures = shared(site_of(TOMORROW, YESTERDAY, "debut: 20/11/2026"))
    assert pictures["/agenda/2026/11/23/fete-1/"] == share_card("/agenda/2026/11/23/fete-1/")
    assert pictures["/agenda/2026/11/21/fete-2/"] == share_card("/maisons/pont/")
    assert pictures["/agenda/2026/11/20/fete-3/"] is None


def test_texts_and_houses_have_a_card() -> None:
    """A text that is not out yet has none, as it has no page."""
    texts = {"fil/47/numero.md": ISSUE, "fil/47/pont.md": article("Le pont", "18/09/2026", 47), "fil/48/banc.md": article("Banc", "18/09/2026", 48)}
    texts["fil/48/numero.md"] = ISSUE.replace("47", "48").replace("18/09/2026", "18/12/2026")
    site = read_site({**texts, "actualites/a.md": article("A", "01/11/2026"), "actualites/b.md": article("B", "01/12/2026")})
    cards = {path for path in declared(site) if path.endswith("partage.png")}
    assert cards == {"maisons/pont/partage.png", "le-fil/47/pont/partage.png", "actualites/a/partage.png"}


def test_a_text_with_a_picture_shows_it() -> None:
    """Its card is a JPEG, and page and card agree on its address."""
    site = with_picture(read_site({"actualites/a.md": article("A", "01/11/2026")}), "images/soupe.jpg")
    assert declared(site)["actualites/a/partage.jpg"].make is make_picture_card
    assert shared(site)["/actualites/a/"] == share_card("/actualites/a/", has_picture=True)


def test_every_card_that_a_page_names_is_made() -> None:
    """No share leads nowhere."""
    site = site_of(TOMORROW, YESTERDAY, "debut: 20/11/2026", "debut: 06/10/2026 14h\nrepetition: chaque mardi jusqu'au 24/11/2026")
    named = {file.path for file in shared(site).values() if file and "partage" in file.path}
    assert named
    assert named <= set(declared(site))


def test_a_card_stands_until_what_it_shows_changes() -> None:
    """Another body, another price or another day does not touch it; another title does."""

    def print_of(header: str, title: str = "Fête", today: date = date(2026, 11, 22)) -> bytes:
        found = declared(site_of(header, title=title, today=today))["agenda/2026/11/28/fete-1/partage.png"]
        return Fingerprints().of((found.make, found.given))

    header = "debut: 28/11/2026 10h\nmaison: pont"
    first = print_of(header)
    assert first == print_of(f"{header}\ntarif: 3 €\nresume: En deux mots.") == print_of(header, today=date(2026, 11, 20))
    assert first != print_of(header, title="Bal")
    assert first != print_of(f"{header}\netat: complet")


def test_what_was_declared_before_is_known_as_a_whole() -> None:
    """Events are declared by the month, as their pages are."""
    (group,) = (thing for thing in outputs(site_of(TOMORROW), Path("content")) if isinstance(thing, Group))
    assert group.name == "cards 2026-11"
    assert [output.make for output in group.outputs] == [make_card]
