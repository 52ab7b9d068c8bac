"""A letter as a page of the site: the same parts as in the mail, in the same words and the same order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from plugins.model.article import Article
from plugins.model.entry import Picture
from plugins.model.saying import when_dated
from plugins.model.site import Identity
from plugins.model.text import capital, french_spaces
from plugins.model.words import day_words
from plugins.newsletter import wording
from plugins.newsletter.composition import Carrier, Composition, Feature, Notice, Regular, Weekly
from plugins.pages.card import Door, doors
from plugins.pages.listing import Day, by_day

PICTURED = 3
"""How many of the texts of an issue show their picture, the first ones: each picture is one thing more to fetch, and a page has eight."""


class Item(Struct, frozen=True):
    """One thing that a letter tells of."""

    title: str
    address: str
    prefix: str = ""
    """`ANNULÉ`, `AUTRE LIEU`; empty when it is simply on."""
    lines: tuple[str, ...] = ()
    houses: tuple[Door, ...] = ()
    picture: Picture | None = None


class Part(Struct, frozen=True):
    """One part of a letter, under its own heading."""

    key: str
    title: str
    note: str = ""
    """What stands under the heading; empty for nothing."""
    items: tuple[Item, ...] = ()
    days: tuple[Day, ...] = ()
    regular: tuple[Item, ...] = ()
    """What comes back all season."""
    more: str = ""
    """How the link to the whole agenda is called; empty when there is none."""


def parts(told: Composition, identity: Identity) -> tuple[Part, ...]:
    """Return the parts of a letter that hold something."""
    if isinstance(told, Weekly):
        return tuple(_weekly(told, identity))
    return tuple(_carrier(told, identity)) if isinstance(told, Carrier) else ()


def _weekly(told: Weekly, identity: Identity) -> Iterator[Part]:
    if told.notices:
        yield Part("changements", wording.CHANGES, items=tuple(_notice(notice, told) for notice in told.notices))
    if told.features:
        yield Part("une", "À la une", items=tuple(_feature(feature, told) for feature in told.features))
    yield _agenda(told)
    if told.texts:
        yield Part("lire", "À lire", items=tuple(_text(text) for text in told.texts))
    if (episode := told.episode) is not None:
        lines = (f"Émission du {day_words(episode.aired.date(), year=False)}", episode.summary)
        yield Part("ecouter", "À écouter", items=(Item(episode.title, episode.address, lines=_lines(*lines)),))
    if told.show is not None:
        found = told.show
        lines = (capital(when_dated(found.occurrence, told.letter.day)), wording.details(found))
        show = Item(found.event.title, found.event.address, _bare(found.state.prefix), _lines(*lines), doors(found.event.houses))
        yield Part("spectacle", identity.season_ticket or "Saison culturelle", "Le prochain spectacle :", (show,))


def _agenda(told: Weekly) -> Part:
    """Return the agenda; its cards say by themselves what is changed about a date."""
    ahead = told.ahead
    items: tuple[Item, ...] = ()
    note = f"{capital(wording.span(told))}."
    if not told.days and not told.regulars and not told.left_out:
        note = f"{note} {wording.nothing(told)}"
    if ahead is not None:
        lines = (wording.AHEAD, capital(when_dated(ahead.occurrence, told.letter.day)), wording.details(ahead))
        items = (Item(ahead.event.title, ahead.event.address, _bare(ahead.state.prefix), _lines(*lines), doors(ahead.event.houses)),)
    days = by_day(chain.from_iterable(day.dates for day in told.days), told.letter.day)
    more = capital(wording.others(told.left_out)) if told.left_out else "Voir tout l’agenda"
    return Part("agenda", "L’agenda", note, items, days, tuple(_regular(regular) for regular in told.regulars), more)


def _carrier(told: Carrier, identity: Identity) -> Iterator[Part]:
    issue = told.issue
    lines = _lines(issue.summary, told.opening)
    yield Part("numero", wording.issue_name(issue, identity), items=(Item(issue.title, issue.address, lines=lines, picture=issue.picture),))
    if told.excerpts:
        found = [_text(excerpt.article, excerpt.opening) for excerpt in told.excerpts]
        bare = [replace(item, picture=None) for item in found[PICTURED:]]
        yield Part("sommaire", wording.CONTENTS, items=(*found[:PICTURED], *bare))


def _notice(notice: Notice, told: Weekly) -> Item:
    event = notice.event
    return Item(event.title, event.address, _bare(notice.prefix), _lines(capital(wording.notice_line(notice, told.letter.day))), doors(event.houses))


def _feature(feature: Feature, told: Weekly) -> Item:
    entry = feature.entry
    lines = _lines(*wording.feature_lines(feature, told.letter.day))
    return Item(entry.title, entry.address, _bare(feature.prefix), lines, doors(entry.houses), entry.picture)


def _regular(regular: Regular) -> Item:
    event = regular.event
    return Item(event.title, event.address, _bare(event.prefix), _lines(capital(wording.regular_line(regular))), doors(event.houses))


def _text(text: Article, opening: str = "") -> Item:
    lines = _lines(wording.authors(text), opening or text.summary)
    return Item(text.title, text.address, lines=lines, houses=doors(text.houses), picture=text.picture if opening else None)


def _lines(*said: str) -> tuple[str, ...]:
    """Return what is not empty, with the spaces that French wants."""
    return tuple(french_spaces(line) for line in said if line)


def _bare(prefix: str) -> str:
    """Return a prefix as a word, without what joins it to a title."""
    return prefix.rstrip(" –")
