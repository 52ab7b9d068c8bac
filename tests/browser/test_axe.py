"""What axe-core, the checker of barriers that browsers' own tools use, says of every kind of page: nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import served
from tests.browser.visitors import WIDEST, InChromium, InFirefox, Scheme, Visitor
from tests.site.building import OTHER_TOWN, ROOT, run

AXE = f"(() => {{ {(ROOT / 'tests/node_modules/axe-core/axe.min.js').read_text('utf-8')} }})()"
ALL = "runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: {'target-size': {enabled: true}}"
"""WCAG 2.0 to 2.2 at levels A and AA (the size of targets is off unless asked for), and good practice."""
COLORS = "runOnly: ['color-contrast', 'link-in-text-block']"
FOUND = """axe.run({%s, iframes: false, preload: false, resultTypes: ['violations']})
    .then((said) => said.violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id} : ${target}`)))"""
"""What is wrong where; what a page frames is a page of its own."""
WAYS: tuple[tuple[int, Scheme, str], ...] = (
    (WIDEST, "light", ALL), (320, "light", ALL), (320, "dark", COLORS), (WIDEST, "dark", COLORS),
)  # fmt: skip
"""Widths and schemes, with what can go wrong there: dark changes colours and nothing else."""

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
    "page": ("/accessibilite/", "/recherche/", "/la-cooperation/"),
    "404": ("/rien-ici/",),
}
"""Pages by template; events that come back, are full, cancelled, put off, over."""
OTHER = (
    "/", "/agenda/", "/agenda/2027/03/", "/agenda/2026/12/02/contes-du-mercredi/", "/agenda/2027/03/03/cabane-des-vacances/",
    "/agenda/2027/06/05/bal-du-port/", "/agenda/cadre/", "/maisons/le-phare/", "/projets/repar-val/", "/le-fil/12/", "/lettre/2026-s48/",
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


def barriers(reader: Visitor) -> list[str]:
    """Return what axe finds on the open page: width, scheme, rule and element."""
    reader.run(AXE)
    found = []
    for width, scheme, rules in WAYS:
        reader.look(width, scheme)
        assert reader.run("innerWidth") == width
        found += [f"{width} px, {scheme}, {barrier}" for barrier in reader.run(FOUND % rules)]
    return found


@pytest.mark.parametrize("path", [path for paths in ROMANS.values() for path in paths])
def test_a_page_has_no_barrier(path: str, reader: Visitor, address: str) -> None:
    """Every kind of page, in light and dark, on a phone and on a screen."""
    reader.go(address + path)
    assert barriers(reader) == []


@pytest.mark.parametrize("path", OTHER)
def test_another_town_has_no_barrier(path: str, reader: Visitor, other_address: str) -> None:
    """Another town's pages, with its own colours and words."""
    reader.go(other_address + path)
    assert barriers(reader) == []


def test_a_barrier_would_be_found(reader: Visitor, address: str) -> None:
    """A page without a language, in grey on grey, is told of in each way of looking at it."""
    reader.go(f"{address}/accessibilite/")
    reader.run("document.documentElement.removeAttribute('lang')")
    reader.run("document.querySelector('main').style = 'color: #777; background: #888'")
    found = {barrier.rpartition(" : ")[0] for barrier in barriers(reader)}
    assert {"1280 px, light, html-has-lang", *(f"{width} px, {scheme}, color-contrast" for width, scheme, _ in WAYS)} <= found


def test_every_template_is_looked_at() -> None:
    """A new kind of page needs its line above."""
    templates = {path.stem for path in Path(ROOT / "theme/templates").glob("[!_]*.html")}
    assert set(ROMANS) == templates - {"base"}
