"""What axe-core, the checker of barriers that browsers' own tools use, says of every kind of page: nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.barriers import WAYS, barriers
from tests.browser.conftest import served
from tests.browser.visitors import WIDEST, InChromium, InFirefox, Visitor
from tests.site.building import OTHER_TOWN, ROOT, run

ROMANS = {
    "home": ("/",),
    "agenda": ("/agenda/",),
    "days": ("/agenda/ce-week-end/",),
    "month": ("/agenda/2026/11/",),
    "chosen": ("/agenda/maisons/ors/",),
    "subscribe": ("/agenda/s-abonner/",),
    "integrer": ("/agenda/integrer/",),
    "cadre": ("/agenda/cadre/",),
    "paper": ("/agenda/texte/",),
    "event": (
        "/agenda/2026/11/28/soupe-partagee-de-la-conserverie/",
        "/agenda/2026/11/28/initiation-au-montage-son/",
        "/agenda/2026/12/01/decouverte-du-yoga/",
        "/agenda/2027/01/16/journee-a-la-neige/",
        "/agenda/2026/11/18/groupe-culture-de-novembre/",
    ),
    "houses": ("/maisons/",),
    "house": ("/maisons/ors/",),
    "projects": ("/projets/",),
    "project": ("/projets/conserverie/",),
    "magazine": ("/le-fil/",),
    "issue": ("/le-fil/47/",),
    "article": ("/le-fil/46/conserverie-en-route/", "/actualites/emprunter-un-velo/"),
    "news": ("/actualites/",),
    "radio": ("/la-bobine/",),
    "episode": ("/la-bobine/2026-2027/le-rideau-se-leve/",),
    "chronicle": ("/la-bobine/chroniques/rock/",),
    "letters": ("/lettre/",),
    "letter": ("/lettre/2026-s48/",),
    "join": ("/lettre/s-abonner/",),
    "page": ("/la-cooperation/",),
    "statement": ("/accessibilite/",),
    "search": ("/recherche/",),
    "404": ("/rien-ici/",),
    "offline": ("/hors-ligne/",),
}
"""Pages by template; events that come back, are full, cancelled, put off, over."""
OTHER = (
    "/", "/agenda/", "/agenda/2027/03/", "/agenda/2026/12/02/contes-du-mercredi/", "/agenda/2027/03/03/cabane-des-vacances/",
    "/agenda/2027/06/05/bal-du-port/", "/agenda/cadre/", "/accessibilite/", "/maisons/le-phare/",
    "/projets/repar-val/", "/le-fil/12/", "/lettre/2026-s48/",
)  # fmt: skip
"""Pages of a town without a radio, without pictures of its own, with other colours."""


@pytest.fixture(scope="module")
def other_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield where the second town's site is served."""
    folder = tmp_path_factory.mktemp("other") / "site"
    shutil.copytree(OTHER_TOWN, folder, ignore=shutil.ignore_patterns("__pycache__"))
    built = run(folder, "pelican", "content", "-s", "pelicanconf.py", PYTHONPATH=str(ROOT))
    assert built.status == 0, built.said
    with served(built.output) as found:
        yield found


@pytest.fixture(scope="module", params=["chromium", "firefox"])
def reader(request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """Yield a visit in each browser."""
    browser = request.getfixturevalue(request.param)
    if isinstance(browser, InFirefox):
        yield browser
        browser.look(WIDEST, "light")
        return
    visit = InChromium(browser)
    yield visit
    visit.close()


@pytest.mark.parametrize("path", [path for paths in ROMANS.values() for path in paths])
def test_a_page_has_no_barrier(path: str, reader: Visitor, address: str) -> None:
    """Every kind of page, in light and dark, on a phone and on a screen."""
    reader.go(address + path)
    assert list(map(str, barriers(reader))) == []


@pytest.mark.parametrize("path", OTHER)
def test_another_town_has_no_barrier(path: str, reader: Visitor, other_address: str) -> None:
    """Another town's pages, with its own colours and words."""
    reader.go(other_address + path)
    assert list(map(str, barriers(reader))) == []


def test_a_barrier_would_be_found(reader: Visitor, address: str) -> None:
    """A page without a language, in grey on grey, is told of in each way of looking at it."""
    reader.go(f"{address}/accessibilite/")
    reader.run("document.documentElement.removeAttribute('lang')")
    reader.run("document.querySelector('main').style = 'color: #777; background: #888'")
    found = {str(barrier).rpartition(" : ")[0] for barrier in barriers(reader)}
    assert {"1280 px, light, html-has-lang", *(f"{width} px, {scheme}, color-contrast" for width, scheme, _ in WAYS)} <= found


def test_every_template_is_looked_at() -> None:
    """A new kind of page needs its line above."""
    templates = {path.stem for path in Path(ROOT / "theme/templates").glob("[!_]*.html")}
    assert set(ROMANS) == templates - {"base"}
