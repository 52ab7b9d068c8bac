"""Searching the site, in both browsers, under the policy that its page needs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from tests.browser.visitors import InChromium, InFirefox, Visitor
from tests.site.building import copy_site, run

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
TEXT = "---\ntitre: L’Œuvre du quartier\ndate: 20/11/2026\nmaison: ors\nresume: Un évènement de l’été.\n---\nCe sera une œuvre, un événement.\n"
OLD = "---\ntitre: Concours de tartes\ndebut: 02/03/2020 14h\nmaison: ors\n---\nDes tartes.\n"
TOLD = """new Promise((tell) => {
    const told = document.querySelector('.told');
    const look = () => (told.textContent && told.textContent !== 'Recherche…' ? tell(told.textContent) : setTimeout(look, 20));
    look();
})"""
"""What is said once there is an answer."""
TITLES = "[...document.querySelectorAll('.results h3')].map((title) => title.textContent)"
ASKED = "performance.getEntriesByType('resource').map(({name}) => name).filter((name) => name.includes('/recherche/index/'))"
OPTIONS = "[...document.querySelectorAll('select[name=%s] option')].map((option) => option.textContent)"
CHOOSE = """(() => {
    const select = document.querySelector('select[name=%s]');
    select.value = '%s';
    select.dispatchEvent(new Event('change', {bubbles: true}));
})()"""


class _Handler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is the library's
        """Say nothing for each request."""


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield where the example site is served under its strictest policy, with a text full of ligatures and something long over."""
    folder = copy_site(tmp_path_factory.mktemp("search") / "site")
    (folder / "content/actualites/oeuvre.md").write_text(TEXT, "utf-8")
    (folder / "content/evenements/2026/tartes.md").write_text(OLD, "utf-8")
    built = run(folder, "invoke", "build")
    assert built.status == 0, built.said
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(built.output))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module", params=["chromium", "firefox"])
def reader(request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """Yield a visit in each browser."""
    browser = request.getfixturevalue(request.param)
    if isinstance(browser, InFirefox):
        yield browser
        return
    visit = InChromium(browser)
    yield visit
    visit.close()


def search(reader: Visitor, strict: str, query: str) -> str:
    """Open the search with a question in its address; return what is said."""
    reader.go(f"{strict}/recherche/?{query}")
    return str(reader.run(TOLD))


@pytest.mark.parametrize("word", ["œuvre", "oeuvre", "OEUVRES", "événement", "evenement", "évènements", "l'œuvre du quartier"])
def test_a_word_is_found_however_it_is_typed(word: str, reader: Visitor, strict: str) -> None:
    """Accents, ligatures, capitals, plurals and small words make no difference, and what is shown is as it was written."""
    said = search(reader, strict, f"q={quote(word)}&type=news")
    assert "résultat" in said
    assert word in said
    assert "L’Œuvre du quartier" in reader.run(TITLES)
    assert "Un évènement de l’été." in reader.run("document.querySelector('.results').textContent")


def test_nothing_is_loaded_before_a_question(reader: Visitor, strict: str) -> None:
    """Who only looks at the page pays for no index; the answer comes from this host alone, and the address keeps the question."""
    reader.go(f"{strict}/recherche/")
    assert reader.run(ASKED) == []
    reader.click(".seek input")
    for letter in "soupe":
        reader.press(letter)
    assert reader.run(ASKED) == []
    reader.press("Enter")
    assert "pour «\u00a0soupe\u00a0»" in reader.run(TOLD)
    assert reader.run("location.search") == "?q=soupe"
    assert reader.run(TITLES)[0] == "Soupe partagée de la Conserverie"
    assert reader.run(ASKED)
    assert reader.run("performance.getEntriesByType('resource').every(({name}) => name.startsWith(location.origin))")


def test_back_leads_to_the_question_before(reader: Visitor, strict: str) -> None:
    """Each question is a step of the browser's history."""
    first = search(reader, strict, "q=soupe")
    reader.run("document.querySelector('.seek input').value = 'vélo'")
    reader.click(".seek button")
    assert "vélo" in reader.run(TOLD)
    reader.run("new Promise((done) => { addEventListener('popstate', () => done(), {once: true}); history.back(); })")
    assert reader.run(TOLD) == first
    assert reader.run("document.querySelector('.seek input').value") == "soupe"


def test_results_can_be_chosen_among(reader: Visitor, strict: str) -> None:
    """By type and by house, with the number that each choice leaves; the choice is in the address and can be linked."""
    search(reader, strict, "q=soupe")
    total = reader.run(TITLES)
    types = reader.run(OPTIONS % "type")
    assert types[0] == "Tout"
    counts = [int(option.rpartition("(")[2].rstrip(")")) for option in types[1:]]
    assert sum(counts) == len(total)
    reader.run(CHOOSE % ("type", "episode"))
    reader.run(TOLD)
    assert 0 < len(reader.run(TITLES)) < len(total)
    assert reader.run("location.search") == "?q=soupe&type=episode"
    assert reader.run(OPTIONS % "type") == types
    search(reader, strict, "q=soupe&maison=maison-citoyenne")
    assert reader.run("[...document.querySelectorAll('.results li')].every((row) => row.querySelector('.maison-maison-citoyenne'))")
    assert reader.run("document.querySelector('select[name=maison]').value") == "maison-citoyenne"


def test_nothing_found_shows_ways_out(reader: Visitor, strict: str) -> None:
    """A word that nobody wrote is said so politely, and the page offers its other ways."""
    assert "Rien trouvé" in search(reader, strict, "q=xqzw")
    assert reader.run("document.querySelector('.results').hidden")
    assert reader.run("document.querySelector('.told').getAttribute('role')") == "status"
    assert reader.run("document.querySelector('main .prose a[href=\"/agenda/\"]').offsetHeight") > 0
    assert "Retirez-en un" in search(reader, strict, "q=soupe&type=house&maison=accorderie")


def test_what_is_over_says_so_and_comes_last(reader: Visitor, strict: str) -> None:
    """Six years later a competition is still found, as something of the past."""
    search(reader, strict, "q=concours")
    last = reader.run("[...document.querySelectorAll('.results li')].pop().textContent")
    assert last.startswith("Concours de tartes")
    assert "Passé\u00a0: lundi 2 mars 2020 à 14\u00a0h" in last


def test_the_rest_comes_when_asked_for(reader: Visitor, strict: str) -> None:
    """Twenty results are shown, then twenty more, with the focus on the first of these."""
    search(reader, strict, "q=maison")
    assert len(reader.run(TITLES)) == 20
    reader.click(".results button")
    focused = "document.activeElement === document.querySelectorAll('.results a')[20]"
    assert reader.run(f"new Promise((yes) => {{ const look = () => ({focused} ? yes(true) : setTimeout(look, 20)); look(); }})")
    assert len(reader.run(TITLES)) == 40


def test_the_keyboard_is_enough(reader: Visitor, strict: str) -> None:
    """From the field, Tab leads through the button and the two choices to the first result."""
    search(reader, strict, "q=soupe")
    reader.run("document.querySelector('.seek input').focus()")
    stops = []
    for _ in range(4):
        reader.press("Tab")
        stops.append(reader.run("document.activeElement.name || document.activeElement.textContent"))
    assert stops == ["Chercher", "type", "maison", "Soupe partagée de la Conserverie"]


def test_a_browser_that_cannot_says_so(chromium: Browser, strict: str) -> None:
    """An old telephone without WebAssembly, and one that has lost its connection, are told, with the other ways at hand."""
    page = chromium.new_page()
    page.add_init_script("delete self.WebAssembly")
    page.goto(f"{strict}/recherche/?q=soupe")
    assert "trop ancien" in page.locator(".told").inner_text()
    assert not page.locator(".seek").is_visible()
    page.close()
    page = chromium.new_page()
    page.route("**/recherche/index/**", lambda route: route.abort())
    page.goto(f"{strict}/recherche/?q=soupe")
    page.get_by_text("La recherche ne répond pas").wait_for()
    assert page.locator("main .prose").is_visible()
    page.close()


def test_without_script_there_is_help(chromium: Browser, strict: str) -> None:
    """No field that does nothing, but the agenda, the houses and whom to ask."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{strict}/recherche/?q=soupe")
    assert not page.locator(".seek").is_visible()
    for way in ("/agenda/", "/agenda/aujourd-hui/", "/agenda/ce-week-end/", "/maisons/ors/", "/contact/"):
        assert page.locator(f"main a[href='{way}']").first.is_visible()
    context.close()


def test_the_first_search_is_light(chromium: Browser, strict: str) -> None:
    """An answer of twenty results costs less than a photograph, whatever the host does not compress."""
    page = chromium.new_page()
    sizes: dict[str, int] = {}
    page.on("response", lambda answer: sizes.update({answer.url: int(answer.headers.get("content-length", 0))}))
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{strict}/recherche/?q=maison")
    page.locator(".results li").nth(19).wait_for()
    assert sum(size for url, size in sizes.items() if "/recherche/index/" in url) < 200_000
    assert faults == []
    page.close()
