"""What pages are made of: all that they depend on, and no more."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from types import NoneType

from msgspec.structs import replace

from plugins.model.agenda import agenda_of
from plugins.model.audit import Audit
from plugins.model.entry import Entry, File
from plugins.model.site import Identity, LetterHead, Show
from plugins.newsletter.composition import Composition
from plugins.pages.choices import Group
from plugins.pages.chosen import Chosen, Span
from plugins.pages.episodes import Around
from plugins.pages.events import Beside, Progress
from plugins.pages.frame import Link
from plugins.pages.home import New
from plugins.pages.months import Month
from plugins.pages.page import Page
from plugins.pages.statement import Known
from tests.pages.sites import full_site, pages

RAW = (
    Entry,
    File,
    Identity,
    LetterHead,
    Show,
    New,
    Link,
    Month,
    Group,
    Chosen,
    Span,
    Progress,
    Beside,
    Around,
    Audit,
    Known,
    Composition,
    str,
    int,
    date,
    NoneType,
)
"""A composition is put together for the mail anyhow."""


def _parts(page: Page) -> Iterator[object]:
    for value in page.of.values():
        yield from value if isinstance(value, tuple) else (value,)


def _by_address(today: date) -> dict[str, Page]:
    return {page.address: page for page in pages(replace(full_site(), today=today))}


def test_pages_are_made_of_what_was_read() -> None:
    """No page is given a thing worked out for it, which would cost before anyone asks for the page."""
    found = [(page.address, part) for page in pages(full_site()) for part in _parts(page) if not isinstance(part, RAW)]
    assert found == []


def test_a_view_is_known_by_its_name() -> None:
    """A view belongs to its module, so that the fingerprint of a page can name it."""
    for page in pages(full_site()):
        assert getattr(sys.modules[page.view.__module__], page.view.__name__) is page.view


def test_only_pages_about_the_day_know_the_day() -> None:
    """From one day to the next, with no date in between, the others are made of the same."""
    before, after = _by_address(date(2026, 11, 23)), _by_address(date(2026, 11, 24))
    changed = {address for address in after if before[address] != after[address]}
    assert before.keys() == after.keys()
    assert changed == {
        "/", "/agenda/", "/agenda/aujourd-hui/", "/agenda/2026/11/", "/agenda/maisons/pont/", "/agenda/texte/", "/maisons/pont/", "/projets/jardin/",
        "/hors-ligne/",
    }  # fmt: skip


def test_an_edit_reaches_the_pages_that_show_it() -> None:
    """What somebody changes in an event reaches the pages that show the event, and no other."""
    site = full_site()
    edited = tuple(replace(event, title="Grande soupe") if event.slug == "soupe" else event for event in site.events)
    before = {page.address: page for page in pages(site)}
    after = {page.address: page for page in pages(replace(site, agenda=agenda_of(edited)))}
    changed = {address for address in after if before[address] != after[address]}
    assert changed == {
        "/", "/agenda/", "/agenda/2026/11/", "/agenda/2026/11/28/soupe/", "/maisons/pont/", "/lettre/2026-s48/",
        "/agenda/maisons/pont/", "/agenda/thematiques/cuisine/", "/agenda/publics/familles/", "/agenda/accessible/", "/agenda/sans-inscription/",
        "/hors-ligne/", "/agenda/texte/", "/agenda/cadre/", "/agenda/cadre/pont/", "/agenda/2026/11/24/velo/",
    }  # fmt: skip
