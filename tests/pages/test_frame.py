"""The menu, the footer and the feeds."""

from __future__ import annotations

from msgspec.structs import replace

from plugins.model.site import Site
from plugins.pages.frame import frame
from tests.pages.sites import addresses, agenda, article, content_page, episode, letter, project, with_letters
from tests.towns import read_site

ISSUE = "---\ntitre: Rentrée\nnumero: 47\ndate: 18/09/2026\n---\nÉdito.\n"


def _menu(site: Site) -> list[str]:
    return [link.address for link in frame(site).menu]


def test_an_empty_site_has_the_agenda_and_its_houses() -> None:
    """Nothing leads to a section that does not exist."""
    assert _menu(agenda()) == ["/agenda/", "/maisons/", "/recherche/"]
    assert addresses(agenda()) >= set(_menu(agenda()))


def test_each_section_with_content_is_in_the_menu() -> None:
    """And each has its page."""
    texts = {"bobine/2026-2027/onde.md": episode("01/10/2026", 1), "fil/47/numero.md": ISSUE, "actualites/a.md": article("A", "01/11/2026")}
    site = replace(with_letters(read_site(texts), letter("2026-s47")), projects=(project("jardin"),))
    assert _menu(site) == ["/agenda/", "/maisons/", "/projets/", "/le-fil/", "/la-bobine/", "/actualites/", "/lettre/", "/recherche/"]
    assert addresses(site) >= set(_menu(site))


def test_a_town_without_a_programme_has_no_radio() -> None:
    """Episodes alone do not make a section: the town's settings do."""
    site = read_site({"bobine/2026-2027/onde.md": episode("01/10/2026", 1)})
    silent = replace(site, identity=replace(site.identity, show=None))
    assert "/la-bobine/" in _menu(site)
    assert "/la-bobine/" not in _menu(silent)
    assert not any(address.startswith("/la-bobine/") for address in addresses(silent))
    assert [feed.address for feed in frame(silent).feeds] == ["/agenda.ics", "/flux.xml"]


def test_a_town_without_a_letter_has_no_archive() -> None:
    """Letters are shown only where the town sends one."""
    site = replace(agenda(), letters=(letter("2026-s47"),))
    assert not any(address.startswith("/lettre/") for address in addresses(site))


def test_the_footer_leads_to_the_pages_that_stand_by_themselves() -> None:
    """Legal notice, accessibility, who we are."""
    site = replace(agenda(), pages=(content_page("accessibilite"), content_page("mentions-legales")))
    assert [link.address for link in frame(site).pages] == ["/accessibilite/", "/mentions-legales/"]
    assert {"/accessibilite/", "/mentions-legales/"} <= addresses(site)
