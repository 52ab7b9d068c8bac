"""The text of a weekly letter between its editorial and its foot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from plugins.model.agenda import Date
from plugins.model.event import Event
from plugins.model.saying import when_dated
from plugins.model.site import Identity
from plugins.model.text import capital
from plugins.model.words import day_words
from plugins.newsletter import wording
from plugins.newsletter.composition import Feature, Weekly
from plugins.newsletter.plain import section, wrapped


def blocks(it: Weekly, identity: Identity) -> Iterator[str]:
    """Yield the blocks of text, between which an empty line goes."""
    return chain(_notices(it), _features(it), _agenda(it), _regulars(it), _texts(it), _episode(it, identity), _show(it, identity))


def _notices(it: Weekly) -> Iterator[str]:
    if it.notices:
        yield section(wording.CHANGES)
        yield "\n".join(_line(it, notice.event, notice.prefix, wording.notice_line(notice, it.letter.day)) for notice in it.notices)


def _features(it: Weekly) -> Iterator[str]:
    if it.features:
        yield section("À la une")
    for feature in it.features:
        yield _feature(it, feature)


def _feature(it: Weekly, feature: Feature) -> str:
    lines = (feature.prefix + feature.entry.title, *wording.feature_lines(feature, it.letter.day))
    return "\n".join([*map(wrapped, lines), it.links.page(feature.entry.address)])


def _agenda(it: Weekly) -> Iterator[str]:
    yield section("L'agenda")
    yield wrapped(f"{capital(wording.span(it))}.")
    for day in it.days:
        lines = (_line(it, date.event, date.state.prefix, wording.line(date)) for date in day.dates)
        yield "\n".join([capital(day_words(day.day, year=False)), *lines])
    if not it.days and not it.regulars:
        yield wording.nothing(it)
    if it.ahead:
        yield "\n".join([wording.AHEAD, *_date(it.ahead, it.letter.day), it.links.page(it.ahead.event.address)])


def _regulars(it: Weekly) -> Iterator[str]:
    if it.regulars:
        lines = (_line(it, regular.event, regular.event.prefix, wording.regular_line(regular)) for regular in it.regulars)
        yield "\n".join(["Les rendez-vous réguliers", *lines])
    more = f"{capital(wording.others(it.left_out))} :" if it.left_out else "Tout l'agenda :"
    yield f"{more}\n{it.links.page('/agenda/')}"


def _line(it: Weekly, event: Event, prefix: str, said: str) -> str:
    """Return one event: title with the houses, then when and where, then its page."""
    houses = f" [{', '.join(house.short for house in event.houses)}]" if event.houses else ""
    lines = (wrapped(f"{prefix}{event.title}{houses}", "- ", "  "), wrapped(said, "  ", "  "), f"  {it.links.page(event.address)}")
    return "\n".join(lines)


def _texts(it: Weekly) -> Iterator[str]:
    if it.texts:
        yield section("À lire")
    for text in it.texts:
        yield "\n".join([*(wrapped(line) for line in (text.title, text.summary) if line), it.links.page(text.address)])


def _episode(it: Weekly, identity: Identity) -> Iterator[str]:
    if it.episode:
        yield section("À écouter")
        show = f"{identity.show.name}{wording.DOT}" if identity.show else ""
        aired = f"{show}émission du {day_words(it.episode.aired.date(), year=False)}"
        lines = (it.episode.title, aired, it.episode.summary)
        yield "\n".join([*(wrapped(line) for line in lines if line), it.links.page(it.episode.address)])


def _show(it: Weekly, identity: Identity) -> Iterator[str]:
    if it.show:
        yield section(identity.season_ticket or "Saison culturelle")
        yield "\n".join(["Le prochain spectacle :", *_date(it.show, it.letter.day), it.links.page(it.show.event.address)])


def _date(found: Date, today: date) -> Iterator[str]:
    said = (found.state.prefix + found.event.title, capital(when_dated(found.occurrence, today)), wording.details(found))
    yield from (wrapped(line) for line in said if line)
