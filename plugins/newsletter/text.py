"""The text part of a letter, written from the model and from the Markdown, never from the HTML."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from plugins.model.event import Event
from plugins.model.occurrence import Occurrence
from plugins.model.site import Identity, LetterHead
from plugins.model.text import capital, french_spaces
from plugins.model.words import day_words, when_words
from plugins.newsletter import wording
from plugins.newsletter.composition import Composition, Feature
from plugins.newsletter.plain import COLUMNS, plain_text, wrapped


def render_text(composition: Composition, identity: Identity, head: LetterHead) -> str:
    """Return the letter as text, COLUMNS wide, addresses on lines of their own."""
    parts = (
        _head(composition, head), [plain_text(composition.markdown)], _features(composition), _agenda(composition), _regulars(composition),
        _texts(composition), _episode(composition, identity), _show(composition, identity), _foot(composition, identity, head),
    )  # fmt: skip
    blocks = chain.from_iterable(parts)
    return french_spaces("\n\n".join(block for block in blocks if block)) + "\n"


def _head(it: Composition, head: LetterHead) -> Iterator[str]:
    yield wrapped(f"{head.name}{wording.DOT}{day_words(it.letter.day)}")
    yield _underlined(it.letter.title, "=")
    yield f"Voir en ligne :\n{it.links.page(it.letter.address)}"


def _features(it: Composition) -> Iterator[str]:
    if it.features:
        yield _section("À la une")
    for feature in it.features:
        yield _feature(it, feature)


def _feature(it: Composition, feature: Feature) -> str:
    prefix = feature.entry.prefix if isinstance(feature.entry, Event) else ""
    lines = (prefix + feature.entry.title, *wording.feature_lines(feature))
    return "\n".join([*map(wrapped, lines), it.links.page(feature.entry.address)])


def _agenda(it: Composition) -> Iterator[str]:
    yield _section("L'agenda")
    yield wrapped(f"{capital(wording.span(it))}.")
    for day in it.days:
        lines = (_line(it, date.event, wording.line(date.occurrence, date.event)) for date in day.dates)
        yield "\n".join([capital(day_words(day.day, year=False)), *lines])
    if not it.days and not it.regulars:
        yield wording.nothing(it)


def _regulars(it: Composition) -> Iterator[str]:
    if it.regulars:
        lines = (_line(it, regular.event, wording.regular_line(regular)) for regular in it.regulars)
        yield "\n".join(["Les rendez-vous réguliers", *lines])
    more = f"{wording.others(it.left_out)} :" if it.left_out else "Tout l'agenda :"
    yield f"{more}\n{it.links.page('/agenda/')}"


def _line(it: Composition, event: Event, said: str) -> str:
    """Return one event: title with the houses, then when and where, then its page."""
    houses = f" [{', '.join(house.short for house in event.houses)}]" if event.houses else ""
    lines = (wrapped(f"{event.prefix}{event.title}{houses}", "- ", "  "), wrapped(said, "  ", "  "), f"  {it.links.page(event.address)}")
    return "\n".join(lines)


def _texts(it: Composition) -> Iterator[str]:
    if it.texts:
        yield _section("À lire")
    for text in it.texts:
        yield "\n".join([*(wrapped(line) for line in (text.title, text.summary) if line), it.links.page(text.address)])


def _episode(it: Composition, identity: Identity) -> Iterator[str]:
    if it.episode:
        yield _section("À écouter")
        show = f"{identity.show.name}{wording.DOT}" if identity.show else ""
        aired = f"{show}émission du {day_words(it.episode.aired.date(), year=False)}"
        lines = (it.episode.title, aired, it.episode.summary)
        yield "\n".join([*(wrapped(line) for line in lines if line), it.links.page(it.episode.address)])


def _show(it: Composition, identity: Identity) -> Iterator[str]:
    if it.show:
        yield _section(identity.season_ticket or "Saison culturelle")
        yield "\n".join(["Le prochain spectacle :", *_date(it.show.occurrence, it.show.event), it.links.page(it.show.event.address)])


def _date(occurrence: Occurrence, event: Event) -> Iterator[str]:
    said = (event.prefix + event.title, capital(when_words(occurrence, year=False)), wording.details(event))
    yield from (wrapped(line) for line in said if line)


def _foot(it: Composition, identity: Identity, head: LetterHead) -> Iterator[str]:
    yield "-" * COLUMNS
    yield "\n".join(wrapped(wording.DOT.join(p for p in (h.short, h.venue.address, wording.unbroken(h.phone)) if p), "", "  ") for h in it.houses)
    yield "\n".join([*(wrapped(line) for line in (identity.name, identity.postal, identity.mail) if line), it.links.page("/")])
    yield wrapped(head.reason)
    yield wrapped(f"Pour ne plus la recevoir, écrivez à {head.leave}")


def _section(title: str) -> str:
    return _underlined(title.upper(), "-")


def _underlined(title: str, mark: str) -> str:
    lines = wrapped(title)
    return f"{lines}\n{mark * max(map(len, lines.splitlines()))}"
