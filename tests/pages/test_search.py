"""The page where one searches the site, and what it offers without an index."""

from __future__ import annotations

from msgspec.structs import replace

from plugins.model.site import Site
from plugins.pages.outputs import outputs
from plugins.pages.search import search_page
from tests.pages.sites import addresses, bytes_of, content_page, digest, full_site, render, rendered

PATH = "recherche/index.html"


def with_index(site: Site) -> str:
    """Return the page of the search of a site that has an index."""
    found = (output for thing in outputs(site, render, digest, has_index=True) for output in thing.outputs)
    return next(bytes_of(output.render().content) for output in found if output.path == PATH)


def test_there_is_always_a_page() -> None:
    """Links to the search hold, written or not, with an index or without."""
    assert "/recherche/" in addresses(full_site())


def test_without_an_index_there_is_no_field() -> None:
    """A field that finds nothing is not shown, nor its script loaded; the page offers the agenda, the houses and whom to write to."""
    page = rendered(full_site(), {PATH})[PATH].partition("<main")[2].partition("</main>")[0]
    assert "<form" not in page
    for way in (
        "/agenda/",
        "/agenda/aujourd-hui/",
        "/agenda/ce-week-end/",
        "/maisons/pont/",
        "tel:+33475000001",
        "mailto:accueil@villeneuve.example",
    ):
        assert f'href="{way}"' in page


def test_with_an_index_there_is_a_labelled_field() -> None:
    """The field works as the form of any page would, and stays hidden until its script has looked at the browser."""
    page = with_index(full_site())
    assert '<form class="seek" role="search" action="/recherche/" data-index="/recherche/index/" data-base="/" hidden>' in page
    assert '<label for="chercher-mots">' in page
    assert "/theme/recherche.js" in page


def test_a_site_in_a_folder_is_searched_there() -> None:
    """Index and results lie under the folder of the site."""
    site = full_site()
    page = with_index(replace(site, identity=replace(site.identity, url="https://villeneuve.example/centre")))
    assert 'action="/centre/recherche/" data-index="/centre/recherche/index/" data-base="/centre/"' in page


def test_a_text_of_that_address_is_the_help() -> None:
    """What the town wrote stands in the place of what would be made, once, under its title."""
    site = full_site()
    entry = content_page("recherche")
    site = replace(site, pages=(*site.pages, entry), html={**site.html, entry.path: "<p>Demandez à Ana.</p>"})
    page = with_index(site)
    assert "<p>Demandez à Ana.</p>" in page
    assert "chemins" not in page
    assert search_page(site, has_index=True).face.title == "Recherche"


def test_a_town_without_houses_has_no_choice_of_houses() -> None:
    """One does not choose among nothing."""
    assert "chercher-maison" not in with_index(replace(full_site(), houses=()))
