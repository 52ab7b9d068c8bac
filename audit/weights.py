"""What a telephone fetches for each page on a first visit, pictures further down included, and how much it has to lay out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from typing import Any

from msgspec import Struct
from playwright.sync_api import Browser, BrowserContext, Page

Event = Mapping[str, Any]
"""An answer as far as its headers, or its end, as the DevTools protocol tells it (domain Network)."""
ICON = "Other"
"""Type of what browsers fetch for their tabs, when they like."""
SCREEN = {"width": 360, "height": 780}
DENSITY = 2
ALL_PICTURES = """async () => {
    for (const picture of document.images) picture.loading = 'eager';
    await Promise.all([...document.images].map((picture) => picture.complete || new Promise((done) => { picture.onload = picture.onerror = done; })));
}"""
"""As somebody who reads to the end sees them."""


class Weight(Struct, frozen=True):
    """One page, in bytes as they go over the line."""

    address: str
    kind: str
    html: int
    css: int
    scripts: int
    script: int
    """The heaviest of them."""
    whole: int
    """All of it, headers of the answers too."""
    requests: int
    elements: int


def weigh(base: str, kinds: Mapping[str, str], chromium: Browser, tell: Callable[[str], None]) -> tuple[Weight, ...]:
    """Return the weight of every page, by its kind; each is fetched as if nothing had been before, without the worker's own copies."""
    context = chromium.new_context(viewport=SCREEN, device_scale_factor=DENSITY, is_mobile=True, service_workers="block")  # type: ignore[arg-type]
    with closing(context):
        page = context.new_page()
        told = _listen(context, page)
        found = []
        for address, kind in kinds.items():
            tell(f"Poids : {address}")
            told.clear()
            page.goto(base + address)
            page.evaluate(ALL_PICTURES)
            elements = page.evaluate("document.querySelectorAll('*').length")
            found.append(_weight(address, kind, told, elements))
        return tuple(found)


def _listen(context: BrowserContext, page: Page) -> list[Event]:
    """Return the list that fills with what a page fetches, as the browser's own protocol tells it; nothing comes from its memory."""
    told: list[Event] = []

    def note(event: Event) -> None:  # Playwright marks what it calls, which a list's own method does not let it do
        told.append(event)

    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    for name in ("Network.responseReceived", "Network.loadingFinished"):
        line.on(name, note)
    return told


def _weight(address: str, kind: str, told: Iterable[Event], elements: int) -> Weight:
    types, heads, sizes = {}, {}, {}
    for event in told:
        key = event["requestId"]
        if "response" not in event:
            sizes[key] = round(event["encodedDataLength"])
        elif event["response"]["url"].startswith("http") and event["type"] != ICON:
            types[key], heads[key] = event["type"], round(event["response"]["encodedDataLength"])
    bodies = {key: sizes.get(key, 0) - heads[key] for key in types}
    of = {name: [bodies[key] for key, found in types.items() if found == name] for name in ("Document", "Stylesheet", "Script")}
    return Weight(
        address=address,
        kind=kind,
        html=of["Document"][0],
        css=sum(of["Stylesheet"]),
        scripts=sum(of["Script"]),
        script=max(of["Script"], default=0),
        whole=sum(sizes.get(key, 0) for key in types),
        requests=len(types),
        elements=elements,
    )
