"""What writers say of one date: `annulé`, `complet`, `reporté au 23/12/2026 15h`, `16h, lieu maison-du-pont`."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from msgspec import Struct
from msgspec.structs import asdict, replace

from plugins.model.dates import read_hour, take_date
from plugins.model.hours import HOUR
from plugins.model.problem import Wrong
from plugins.model.state import State
from plugins.model.text import fold, nearest

EXAMPLES = "Une date par ligne, puis « annulé », « complet », « reporté au 23/12/2026 15h », « 16h » ou « lieu maison-du-pont »."
_CONTRARY = "ces deux choses ne vont pas ensemble.", "Gardez l'une des deux."
_STATES = (
    (re.compile(r"annule(?:e?s?)\b"), State.CANCELLED),
    (re.compile(r"complete?s?\b"), State.FULL),
    (re.compile(r"maintenue?s?\b"), State.ON),
)
_MOVED = re.compile(r"(?:reporte|deplace|decale|avance)e?s?\b ?(?:[,:(→]|->)? ?")
_UNDATED = re.compile(
    r"(?:jusqu'a nouvel (?:ordre|avis)|sine die|(?:a )?plus tard"
    r"|(?:sans |a une |en attente d'une |la )?(?:nouvelle |autre )*date(?: (?:ulterieure|inconnue|non connue|a \w+|pas encore \w+))?)\b"
)
_TO = re.compile(r"(?:au|a la date du|pour le|le|a) (?=\w)")
_AT = re.compile(rf"(?:a |de |vers )?(?P<hour>{HOUR})(?P<end> ?(?:-|–|a|jusqu'a) ?{HOUR})?")
_PLACE = re.compile(r"(?:lieu ?:? ?|(?:a|au|aux|chez|dans) )(?=\S)")
_PART = re.compile(r" ?[,(] ?| et ")
_BETWEEN = re.compile(r"[ ,.:;)–-]*(?:(?:et|puis|mais) )?", re.IGNORECASE)
_HALF_A_YEAR = timedelta(days=183)


class Said(Struct, frozen=True):
    """What is different about a date; None: as it was."""

    state: State | None = None
    day: date | None = None
    hour: time | None = None
    place: str = ""
    """As written; empty: where it was."""

    def joined(self, other: Said) -> Said:
        """Return what both say. Raise Wrong when both speak of the same thing."""
        found = {name: value for name, value in asdict(other).items() if value}
        if any(getattr(self, name) for name in found):
            raise Wrong(*_CONTRARY)
        return replace(self, **found)


def moves(text: str) -> bool:
    """Return whether a text says that something is put off, or brought forward."""
    return _MOVED.match(fold(text)) is not None


def read_said(text: str, near: date | None) -> Said:
    """Return what a text says of the date that was to be on a day. Raise Wrong."""
    rest, said = _BETWEEN.sub("", " ".join(text.split()), count=1), Said()
    while rest:
        found, rest = _take(rest, near)
        said = said.joined(found)
        rest = _BETWEEN.sub("", rest, count=1)
    if said.day and said.state is None:
        said = replace(said, state=State.POSTPONED)
    if (said.day or said.hour) and said.state and not said.state.takes_place:
        raise Wrong(*_CONTRARY)
    return said


def _take(text: str, near: date | None) -> tuple[Said, str]:
    """Return the first thing that a text says, and what follows it; a folded word is as long as it was."""
    folded = fold(text)
    for pattern, state in _STATES:
        if match := pattern.match(folded):
            return Said(state), text[match.end() :]
    if match := _MOVED.match(folded):
        return _take_move(text[match.end() :], near)
    if match := _AT.match(folded):
        return _at(match, text), text[match.end() :]
    if match := _PLACE.match(folded):
        return _take_place(text[match.end() :])
    meant = nearest(text, ("annulé", "complet", "maintenu", "reporté"))
    raise Wrong(f"« {text} » ne se comprend pas.", f"Vouliez-vous écrire « {meant} » ?" if meant else EXAMPLES)


def _take_move(text: str, near: date | None) -> tuple[Said, str]:
    """Return to when something is put off: `au 23/12/2026`, `sans date`, `à 16h`; without a year, the nearest such day is meant."""
    folded = fold(text)
    if match := _UNDATED.match(folded):
        return Said(State.UNDATED), text[match.end() :]
    if match := _AT.match(folded):
        return _at(match, text), text[match.end() :]
    to = _TO.match(folded)
    bare = text[to.end() :] if to else text
    if not bare:
        raise Wrong("« reporté » ne dit pas à quand.", "Écrivez « reporté au 23/12/2026 15h », ou « reporté sans date ».")
    day, rest = take_date(bare, near and near - _HALF_A_YEAR)
    return Said(day=day), bare[len(fold(bare)) - len(rest) :]


def _at(match: re.Match[str], text: str) -> Said:
    if match["end"]:
        raise Wrong(f"« {text[: match.end()]} » : une date changée dure autant que les autres.", "Écrivez seulement l'heure de début.")
    return Said(hour=read_hour(match["hour"]))


def _take_place(text: str) -> tuple[Said, str]:
    """Return the place, which may have commas in it, and what follows it."""
    for part in _PART.finditer(text):
        after = fold(text[part.end() :])
        if any(pattern.match(after) for pattern in (*(pattern for pattern, _ in _STATES), _MOVED, _AT)):
            return Said(place=text[: part.start()]), text[part.end() :]
    return Said(place=text), ""
