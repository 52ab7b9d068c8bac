"""The weekly letter: its archive, and each number to read on the web."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plugins.model.agenda import dates
from plugins.model.article import Article
from plugins.model.event import Event
from plugins.model.letter import Letter
from plugins.model.site import Site, file_name
from plugins.model.words import date_words
from plugins.pages import sections
from plugins.pages.card import Teaser, teaser
from plugins.pages.listing import by_day
from plugins.pages.page import Face, Page, picture_of


def pages(site: Site) -> Iterator[Page]:
    """Yield the archive and one page for each letter sent or about to be; none in a town that sends none."""
    if not sections.has_letter(site):
        return
    letters = sections.letters(site)
    yield Page("/lettre/", "letters", letters_face, {"letters": letters})
    has_page = {entry.path for entry in (*sections.articles(site), *sections.news(site), *site.events)}
    for letter in letters:
        named = (next((entry for entry in site.named(name) if entry.path in has_page), None) for name in letter.featured)
        hidden = {file_name(name) for name in letter.hidden}
        of = {
            "letter": letter,
            "html": site.html.get(letter.path, ""),
            "featured": tuple(entry for entry in named if entry),
            "events": tuple(event for event in site.agenda.events_between(letter.day, letter.last_day) if file_name(event.path) not in hidden),
        }
        yield Page(letter.address, "letter", letter_face, of)


def letters_face(letters: tuple[Letter, ...]) -> Face:
    """Return the archive."""
    given = {"letters": tuple((letter.day, letter.preheader, teaser(letter)) for letter in letters)}
    return Face("La lettre", "La lettre de la semaine, et toutes les précédentes.", given=given)


def letter_face(letter: Letter, html: str, featured: tuple[Event | Article, ...], events: tuple[Event, ...]) -> Face:
    """Return a letter: its editorial, what it puts first in its writer's order, and the agenda that it tells of."""
    given = {
        "letter": letter,
        "html": html,
        "featured": tuple(_dated(entry, letter) for entry in featured),
        "days": by_day(dates(events, letter.day, letter.last_day), letter.day),
    }
    return Face(letter.title, f"Lettre du {date_words(letter.day)}. {letter.preheader}", picture_of(letter), given)


def _dated(entry: Event | Article, letter: Letter) -> Teaser:
    """Return the teaser of an entry; an event has the day of its first date from the letter on."""
    if not isinstance(entry, Event):
        return teaser(entry)
    days = [occurrence.day for occurrence in entry.occurrences]
    return replace(teaser(entry), day=next((day for day in days if day >= letter.day), days[-1]))
