"""Which pages are judged: chosen from the site, one of each kind."""

from __future__ import annotations

from msgspec.structs import replace

from audit.site import main_of, pages_of, targets_of
from plugins.model.site import Site
from tests.pages.sites import agenda, full_site


def _main(site: Site) -> list[str]:
    return [target.address for target in main_of(site, pages_of(site))]


def test_the_main_pages_are_chosen_from_the_site() -> None:
    """Home, agenda, the event of the next date to come, the newest episode that was aired."""
    assert _main(full_site()) == ["/", "/agenda/", "/agenda/2026/11/24/velo/", "/la-bobine/2026-2027/onde/"]


def test_a_town_without_events_or_radio_has_fewer() -> None:
    """What is not there is not judged."""
    assert _main(replace(agenda(), identity=replace(agenda().identity, show=None))) == ["/", "/agenda/"]


def test_each_kind_has_one_page() -> None:
    """The main pages first, each under the name of its template, and the page of a missing address too."""
    site = full_site()
    pages = pages_of(site)
    targets = targets_of(site, pages)
    kinds = [target.kind for target in targets]
    assert kinds[:4] == ["home", "agenda", "event", "episode"]
    assert len(set(kinds)) == len(kinds)
    assert set(kinds) == {page.template for page in pages}
