"""Events as cards are made of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from plugins.essentials.card import Line, Sentence, cards
from plugins.essentials.subject import Subject
from plugins.essentials.tongue import Part
from plugins.model.agenda import Date, takes_place
from plugins.model.event import Event
from tests.towns import TODAY, read_site

CASES = Path(__file__).parent / "cases"
PLACE = """---
titre: Préau Jules
adresse: rue du Vent
code-postal: 26000
ville: Villeneuve
venir: Par la cour.
acces: boucle magnétique, fauteuil
---
"""


def subject(text: str, today: date = TODAY) -> Subject:
    """Return what the card of an event's file is about on a day."""
    site = read_site({"lieux/preau.md": PLACE, "evenements/2026/x.md": text}, today=today)
    return subject_of(site.events[0], today)


def subject_of(event: Event, today: date = TODAY) -> Subject:
    """Return what the card of an event is about on a day."""
    coming = tuple(event.occurrences[event.occurrences.over(today) :])
    dates = [Date(one, event) for one in coming or event.occurrences[-1:]]
    shown = next(filter(takes_place, dates), dates[0])
    is_closed = event.book_before is not None and event.book_before < today
    return Subject(event, shown, coming, is_closed, "https://maps.example/" if shown.venue else "")


def header(text: str, today: date = TODAY) -> Subject:
    """Return what the card of an event is about that has this header."""
    return subject(f"---\ntitre: Soupe\n{text.strip()}\n---\n", today)


def as_text(lines: tuple[Line, ...]) -> str:
    """Return a card as text: `!` before what must not be missed, `[…]` around French, `<…>` around links."""
    return "".join(text for line in lines for text in (f"{line.question}\n", *map(_sentence, line.sentences)))


def _sentence(sentence: Sentence) -> str:
    return f"  {'! ' if sentence.is_alert else ''}{''.join(map(_part, sentence.parts))}\n"


def _part(part: Part) -> str:
    return f"<{part.text}>" if part.href else f"[{part.text}]" if part.is_french else part.text


def all_cards(found: Subject) -> str:
    """Return the cards of all languages as text."""
    return "\n".join(f"# {card.glossary.name}\n{as_text(card.lines)}" for card in cards(found))
