"""The week on the answering machine of a house, in under two minutes: who calls has neither a screen nor a pencil at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import chain, groupby

from msgspec import Struct

from plugins.agenda.voice import alert_said, date_said, parted, regular_said
from plugins.model.agenda import Date
from plugins.model.event import Event
from plugins.model.saying import day_dated
from plugins.model.speech import WORDS_A_MINUTE, count_words, sentence, spoken
from plugins.model.telling import alerts, as_announced, where
from plugins.model.text import french_spaces

DAYS = 7
MOST_WORDS = 2 * WORDS_A_MINUTE
_CLOSING = "Pour en savoir plus, rappelez aux heures d'ouverture, ou passez nous voir. Merci, et à bientôt."
_REGULAR = "Et aussi, comme d'habitude."


class Piece(Struct, frozen=True):
    """One sentence, which is said whole or not at all."""

    heading: str
    """Said before it and those that share it; empty for none."""
    text: str
    dates: int
    """How many dates it tells of."""


def answering_machine(name: str, first: date, events: tuple[Event, ...]) -> bytes:
    """Return what a voice says of a week from a day on: what has changed, what takes place once, what comes back, UTF-8.

    It never says « ce soir »: it is recorded on one day and heard on others.
    """
    last = first + timedelta(days=DAYS - 1)
    changed, plain = alerts(events, first, last), as_announced(events, first, last)
    opening = _opening(name, first, last, has_some=bool(changed or plain))
    nothing_else = "" if plain or not changed else "Il n'y a pas d'autre rendez-vous cette semaine."
    total = len(changed) + len(plain)
    room = MOST_WORDS - sum(count_words(text) for text in (opening, nothing_else, _more(total), _CLOSING))
    told = list(_until_full(_pieces(changed, plain, first), room))
    parts = (opening, *_blocks(told), nothing_else, _more(total - sum(piece.dates for piece in told)), _CLOSING)
    return (french_spaces("\n\n".join(part for part in parts if part)) + "\n").encode()


def _opening(name: str, first: date, last: date, *, has_some: bool) -> str:
    days = spoken(f"du {day_dated(first, first)} au {day_dated(last, first)}")
    told = "Voici les" if has_some else "Il n'y a pas de"
    return f"{spoken(name)}, bonjour.\n{told} rendez-vous {days}."


def _pieces(changed: Iterable[Date], plain: Iterable[Date], first: date) -> Iterator[Piece]:
    """Yield all that there is to say, the most urgent first."""
    once, regular = parted(plain)
    yield from (Piece("", alert_said(found, first), 1) for found in changed)
    yield from (Piece(_heading(max(found.occurrence.day, first), first), date_said(found, first), 1) for found in once)
    yield from (Piece(_REGULAR, regular_said(dates, where(dates[0])), len(dates)) for dates in regular)


def _heading(day: date, first: date) -> str:
    return sentence(spoken(day_dated(day, first)))


def _until_full(pieces: Iterable[Piece], room: int) -> Iterator[Piece]:
    """Yield the first pieces that can be said with so many words."""
    heading = ""
    for piece in pieces:
        room -= count_words(piece.text) + (count_words(piece.heading) if piece.heading != heading else 0)
        if room < 0:
            return
        heading = piece.heading
        yield piece


def _blocks(pieces: Iterable[Piece]) -> Iterator[str]:
    for heading, group in groupby(pieces, key=lambda piece: piece.heading):
        yield "\n".join(chain(filter(None, [heading]), (piece.text for piece in group)))


def _more(count: int) -> str:
    """Return how many dates are left to ask for; empty when all were said."""
    return f"Et {count} autre{'s' if count > 1 else ''} rendez-vous, à retrouver auprès des maisons." if count else ""
