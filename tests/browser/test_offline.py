"""What a phone shows where there is no network, and that it shows nothing old where there is one."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Error

from tests.browser.unsteady import ROOT, Host, hosted, write
from tests.browser.visitors import InChromium, Visitor
from tests.pages.sites import full_site

SOUP = "/agenda/2026/11/28/soupe/"
READY = "navigator.serviceWorker.ready.then((found) => found.scope)"
KEPT = "caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys()))))"
ADDRESSES = f"{KEPT}.then((found) => found.flat().map((request) => new URL(request.url).pathname).sort())"
PAGE = "caches.match('/hors-ligne/').then((found) => found.text())"
AGE = """caches.keys().then(async ([name]) => {
    const cache = await caches.open(name), found = await cache.match('/hors-ligne/');
    const headers = new Headers(found.headers);
    headers.set('x-garde', Date.now() - 25 * 3600000);
    await cache.put('/hors-ligne/', new Response(await found.text(), {headers}));
    return true;
})"""
"""Makes the kept page one of yesterday."""
BANNER = "!!document.querySelector('[data-sans-reseau], .light > .banner')?.checkVisibility()"
HEADING = "document.querySelector('h1').textContent"
PAINTED = "getComputedStyle(document.querySelector('.name')).fontWeight === '800'"
PATIENCE = 30
"""Seconds after which something that does not come is told as a fault."""


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """Yield a small site on an unsteady network."""
    write(tmp_path, full_site(), patience=300)
    with hosted(tmp_path) as found:
        yield found


@pytest.fixture(params=["chromium", "firefox"])
def resident(request: pytest.FixtureRequest, host: Host) -> Iterator[Visitor]:
    """Yield somebody who has seen the home page once, in each browser; each test is at another port, where nothing is kept."""
    browser = request.getfixturevalue(request.param)
    visit = InChromium(browser) if isinstance(browser, Browser) else browser
    visit.go(host.address + "/")
    visit.run(READY)
    yield visit
    if isinstance(visit, InChromium):
        visit.close()


def until(resident: Visitor, condition: str) -> None:
    """Return once a condition holds, on whatever page is shown by then."""
    latest = time.monotonic() + PATIENCE
    while True:
        try:
            if resident.run(condition):
                return
        except (Error, AssertionError):  # the page went while it was asked
            pass
        assert time.monotonic() < latest, condition


def asked(host: Host, path: str) -> int:
    """Return how often an address was asked for."""
    return sum(one == path for one, _ in host.asked)


def edit(host: Host, path: str, old: str, new: str) -> None:
    """Change the words of a page."""
    file = host.folder / path
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


def test_without_a_network_the_light_page_is_shown(resident: Visitor, host: Host) -> None:
    """After one visit, any page of the site gives the coming dates and the telephones, laid out, at the address that was asked."""
    host.stop()
    for path in (SOUP, "/agenda/?maison=pont", "/"):
        resident.go(host.address + path)
        assert resident.run("location.pathname + location.search") == path
        assert resident.run(HEADING) == "Agenda du dimanche 22 novembre 2026"
        assert resident.run("[...document.querySelectorAll('.light a[href^=tel]')].map((link) => link.textContent)").count("04 75 00 00 01") >= 2
        assert "Soupe partagée" in resident.run("document.querySelector('.light').textContent")
        assert resident.run(BANNER)
        assert resident.run(PAINTED)
    host.start()


def test_with_a_network_nothing_old_is_shown(resident: Visitor, host: Host) -> None:
    """As soon as the network is back the page is that of the site, as it is now."""
    host.stop()
    resident.go(host.address + SOUP)
    host.start()
    edit(host, "agenda/2026/11/28/soupe/index.html", "Soupe partagée", "Grande soupe")
    resident.click(".banner a")
    until(resident, f"{HEADING} === 'Grande soupe'")
    assert resident.run("location.pathname") == SOUP
    edit(host, "agenda/2026/11/28/soupe/index.html", "Grande soupe", "Très grande soupe")
    resident.reload()
    assert resident.run(HEADING) == "Très grande soupe"


def test_the_network_may_say_that_there_is_nothing(resident: Visitor, host: Host) -> None:
    """An address without a page is told so, and not answered with the kept page."""
    resident.go(f"{host.address}/rien/")
    assert not resident.run("!!document.querySelector('.light')")


def test_a_dead_connection_is_not_waited_for_and_its_answer_still_comes(resident: Visitor, host: Host) -> None:
    """Where a connection gives no answer in time the light page is shown, whole; when the answer comes at last it takes that page's place, once."""
    before = asked(host, SOUP)
    host.open.clear()
    resident.go(f"{host.address}{SOUP}#contenu")
    assert resident.run(HEADING).startswith("Agenda du")
    assert resident.run(PAINTED)
    host.open.set()
    until(resident, f"{HEADING} === 'Soupe partagée'")
    assert resident.run("location.pathname") == SOUP
    assert asked(host, SOUP) - before <= 2


def test_the_light_page_is_brought_up_to_date(resident: Visitor, host: Host) -> None:
    """A visit asks for it anew when it is of another day, and not again before some hours have gone."""
    first = asked(host, "/hors-ligne/")
    edit(host, "hors-ligne/index.html", "Soupe partagée", "Grande soupe")
    for path in (SOUP, "/agenda/"):
        resident.go(host.address + path)
    assert asked(host, "/hors-ligne/") == first
    resident.run(AGE)
    resident.go(host.address + SOUP)
    until(resident, f"{PAGE}.then((text) => text.includes('Grande soupe'))")
    assert asked(host, "/hors-ligne/") == first + 1
    host.stop()
    resident.go(host.address + "/agenda/")
    assert "Grande soupe" in resident.run("document.querySelector('.light').textContent")
    host.start()


def test_a_fault_of_the_site_is_never_kept(resident: Visitor, host: Host) -> None:
    """While the light page is missing there, the one that was kept stays."""
    (host.folder / "hors-ligne/index.html").rename(host.folder / "aside.html")
    before = asked(host, "/hors-ligne/")
    resident.run(AGE)
    resident.go(host.address + SOUP)
    while asked(host, "/hors-ligne/") == before:
        assert resident.run("true")
    host.stop()
    resident.go(host.address + SOUP)
    assert resident.run(HEADING).startswith("Agenda du")
    host.start()


def test_nothing_else_is_kept(resident: Visitor, host: Host) -> None:
    """After some visits the phone holds the light page and what it is shown with, and no page of the agenda."""
    for path in ("/agenda/", SOUP, "/maisons/pont/", "/rien/"):
        resident.go(host.address + path)
    assert resident.run(ADDRESSES) == ["/hors-ligne/", "/theme/fil.svg", "/theme/icone.svg", "/theme/site.css"]


def test_a_newer_worker_forgets_what_the_older_kept(resident: Visitor, host: Host) -> None:
    """When the style sheet changes, what was kept for the old one goes, and the light page is shown with the new one."""
    older = resident.run("caches.keys()")
    site = full_site()
    repainted = tuple(replace(house, color="#123456") for house in site.houses)
    write(host.folder, replace(site, houses=repainted))
    resident.run("navigator.serviceWorker.ready.then((found) => found.update()).then(() => true)")
    until(resident, f"caches.keys().then((names) => names.length === 1 && names[0] !== '{older[0]}')")
    assert "#123456" in resident.run("caches.match('/theme/site.css').then((found) => found.text())")


def test_no_visit_waits_for_the_worker_nor_asks_twice(resident: Visitor, host: Host) -> None:
    """Chromium asks for a page by itself while it starts the worker; a page, a file or a missing address is asked for once."""
    is_early = isinstance(resident, InChromium)
    for path in (SOUP, "/agenda/", "/theme/fil.svg", "/rien/"):
        host.asked.clear()
        resident.go(host.address + path)
        assert [one for one in host.asked if one[0] == path] == [(path, is_early)]


def test_the_worker_can_be_withdrawn(resident: Visitor, host: Host) -> None:
    """What the decisions say to publish in its place takes it away, with all that it kept."""
    (said,) = re.findall(r"`(addEventListener\('install'.*)`", (ROOT / "docs/decisions.md").read_text("utf-8"))
    (host.folder / "sw.js").write_text(said, "utf-8")
    edit(host, "agenda/2026/11/28/soupe/index.html", "/theme/hors-ligne.js", "/theme/rien.js")
    resident.run("navigator.serviceWorker.ready.then((found) => found.update()).then(() => true)")
    until(resident, "caches.keys().then((names) => names.length === 0)")
    resident.go(host.address + SOUP)
    until(resident, "navigator.serviceWorker.getRegistrations().then((found) => found.length === 0)")


def test_without_script_nothing_is_missing(chromium: Browser, host: Host) -> None:
    """Who has no script sees the light page as any other, told as what it is."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host.address}/")
    page.get_by_role("link", name="L’agenda léger, pour lire sans réseau").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Agenda du dimanche 22 novembre 2026"
    assert not page.locator(".banner").is_visible()
    assert asked(host, "/sw.js") == 0
    context.close()


def test_a_lost_visitor_is_offered_the_month(chromium: Browser, host: Host) -> None:
    """At an address that looks like an event's, the page that says there is none leads to that month, if there is one."""
    lost = (host.folder / "404.html").read_text("utf-8")
    for path in ("agenda/2026/11/31/perdu", "agenda/1999/01/01/perdu"):
        (host.folder / path).mkdir(parents=True)
        (host.folder / path / "index.html").write_text(lost, "utf-8")
    page = chromium.new_page()
    page.goto(f"{host.address}/agenda/2026/11/31/perdu/")
    page.get_by_role("link", name="L’agenda du mois : novembre 2026").click()
    assert page.url == f"{host.address}/agenda/2026/11/"
    with page.expect_response(f"{host.address}/agenda/1999/01/"):
        page.goto(f"{host.address}/agenda/1999/01/01/perdu/")
    assert not page.locator("[data-mois]").is_visible()
    page.close()
