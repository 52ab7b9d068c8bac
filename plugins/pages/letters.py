"""The weekly letter: its archive, and each number to read on the web."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from posixpath import basename

from plugins.model.entry import Entry
from plugins.model.event import Event
from plugins.model.letter import DAYS_AHEAD, Letter
from plugins.model.site import Site
from plugins.model.words import date_words
from plugins.pages import sections
from plugins.pages.card import Teaser, teaser
from plugins.pages.listing import Day, by_day
from plugins.pages.page import Page, picture_of


def pages(site: Site) -> Iterator[Page]:
    """Yield the archive and one page for each letter sent or about to be; none in a town that sends none."""
    if not sections.has_letter(site):
        return
    letters = sections.letters(site)
    given = {"letters": tuple((letter.day, letter.preheader, teaser(letter)) for letter in letters)}
    yield Page("/lettre/", "letters", "La lettre", "La lettre de la semaine, et toutes les précédentes.", given=given)
    by_name = {_name(entry): entry for entry in (*sections.articles(site), *sections.news(site), *site.events)}
    for letter in letters:
        yield _letter(site, letter, by_name)


def days(site: Site, letter: Letter) -> tuple[Day, ...]:
    """Return the agenda that a letter tells of, day by day, without what its writer leaves out."""
    found = site.agenda.between(letter.day, letter.day + timedelta(days=DAYS_AHEAD - 1))
    return by_day((date for date in found if _name(date.event) not in letter.hidden), letter.day)


def featured(letter: Letter, by_name: Mapping[str, Entry]) -> tuple[Teaser, ...]:
    """Return what a letter puts first, in its writer's order."""
    return tuple(_dated(by_name[name], letter) for name in letter.featured if name in by_name)


def _dated(entry: Entry, letter: Letter) -> Teaser:
    """Return the teaser of an entry; an event has the day of its first date from the letter on."""
    if not isinstance(entry, Event):
        return teaser(entry)
    days = [occurrence.day for occurrence in entry.occurrences]
    return replace(teaser(entry), day=next((day for day in days if day >= letter.day), days[-1]))


def _name(entry: Entry) -> str:
    """Return what a letter calls an entry: its file, without .md."""
    return basename(entry.path).removesuffix(".md")


def _letter(site: Site, letter: Letter, by_name: Mapping[str, Entry]) -> Page:
    given = {"letter": letter, "html": site.html.get(letter.path, ""), "featured": featured(letter, by_name), "days": days(site, letter)}
    description = f"Lettre du {date_words(letter.day)}. {letter.preheader}"
    return Page(letter.address, "letter", letter.title, description, picture_of(letter), given)
