"""The card of an event: six questions, each answered by short sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from msgspec import Struct

from plugins.essentials.answers import booking, cost, place, way, what
from plugins.essentials.glossary import Glossary
from plugins.essentials.said import Name, Question, Said
from plugins.essentials.subject import Subject
from plugins.essentials.tongue import Part, Tongue, told
from plugins.essentials.tongues import FRENCH, tongues
from plugins.essentials.when import when


class Sentence(Struct, frozen=True):
    """One sentence as it is shown."""

    parts: tuple[Part, ...]
    is_alert: bool
    """Whether people come in vain who do not know it."""


class Line(Struct, frozen=True):
    """A question with its answer."""

    question: str
    sentences: tuple[Sentence, ...]


_ANSWERS: Mapping[Question, Callable[[Subject], Iterable[Said]]] = {
    Question.WHAT: what,
    Question.WHEN: when,
    Question.WHERE: place,
    Question.PRICE: cost,
    Question.WAY: way,
    Question.BOOKING: booking,
}


class Card(Struct, frozen=True):
    """All that is to be known of an event, in one language."""

    glossary: Glossary
    """Which language it is, with what buttons say."""
    lines: tuple[Line, ...]


def cards(subject: Subject) -> tuple[Card, ...]:
    """Return the card in French, then in the other languages, which nobody needs once it is over."""
    answers = _answers(subject)
    return tuple(Card(tongue.glossary, _lines(answers, tongue)) for tongue in (FRENCH, *(() if subject.is_over else tongues())))


def card(subject: Subject, tongue: Tongue) -> tuple[Line, ...]:
    """Return what is to be known of an event in one language; a question to which there is nothing to say is not asked."""
    return _lines(_answers(subject), tongue)


_Tell = Callable[[Said, Tongue], Sentence | None]
_Answers = tuple[tuple[Question, tuple[tuple[_Tell, Said], ...]], ...]


def _answers(subject: Subject) -> _Answers:
    """Return what is to be said of an event, in no language yet, each with what tells it: worked out once for all languages."""
    found = ((question, tuple((_teller(said), said) for said in answer(subject))) for question, answer in _ANSWERS.items())
    return tuple((question, said) for question, said in found if said)


def _teller(said: Said) -> _Tell:
    return _told if any(isinstance(place, Name) for _, place in said.places) else _shared


def _lines(answers: _Answers, tongue: Tongue) -> tuple[Line, ...]:
    """Return answers in a language; a sentence that it leaves empty is not needed there."""
    known = tongue.glossary.questions
    return tuple(Line(known[question], tuple(filter(None, (tell(one, tongue) for tell, one in said)))) for question, said in answers)


@lru_cache(maxsize=2048)
def _shared(said: Said, tongue: Tongue) -> Sentence | None:
    """Return a sentence without words of its writer: many events say the same of their place, price and hours."""
    return _told(said, tongue)


def _told(said: Said, tongue: Tongue) -> Sentence | None:
    """Return a sentence in a language, None when it does without it."""
    parts = told(said, tongue)
    return Sentence(parts, said.is_alert) if parts else None
