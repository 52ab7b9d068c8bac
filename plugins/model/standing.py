"""`etat`: whether an event takes place as a whole, and to when it is put off."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from plugins.model.changing import moved
from plugins.model.kinds import choice
from plugins.model.occurrence import Occurrence
from plugins.model.occurrences import Occurrences
from plugins.model.problem import Wrong
from plugins.model.said import Said, moves, read_said
from plugins.model.schema import Key, Kind, Sheet
from plugins.model.state import State
from plugins.model.text import fold

_WORD = choice("un mot", {
    **{state.value: state for state in State}, "annulée": State.CANCELLED, "complète": State.FULL,
})  # fmt: skip
_BARE = {fold(word) for word in ("reporté", "reportée", "reportés", "reportées")}


def _read_state(text: str, near: date | None) -> Said:
    if fold(text) in _BARE:
        return Said(State.POSTPONED)
    if not moves(text):
        return Said(_WORD.read(text, None))
    said = read_said(text, near)
    if said.place or said.state not in (State.POSTPONED, State.UNDATED):
        raise Wrong(f"« {text} » n'est pas possible ici.", "Écrivez « reporté au 12/12/2026 14h » ou « reporté sans date ».")
    return said


STATE = Key(
    "etat",
    Kind("maintenu, annulé, complet, « reporté au … » ou « reporté sans date »", _read_state),
    "Pour dire qu'un événement est annulé, complet ou reporté : ne l'effacez pas, et laissez l'ancienne date dans « debut ».",
    "reporté au 12/12/2026 14h",
)


class Standing(Struct, frozen=True):
    """How an event stands as a whole."""

    state: State
    occurrences: Occurrences
    """When it takes place now."""
    planned: Occurrence | None = None
    """When it was to take place, where it was put off to a known date."""


def read_standing(sheet: Sheet, occurrences: Occurrences, is_series: bool) -> Standing:
    """Return how an event stands that has these dates; what cannot be is a problem."""
    said = sheet.get(STATE, near=occurrences.first.day) if STATE.name in sheet.fields else None
    if said is None:
        return Standing(State.ON, occurrences)
    state = said.state or State.ON
    if said.day is None:  # of « reporté » alone, « debut » gives the new date
        return Standing(state, occurrences)
    try:
        return _put_off(occurrences, said, is_series)
    except Wrong as wrong:
        sheet.wrong(STATE, wrong)
        return Standing(state, occurrences)


def _put_off(occurrences: Occurrences, said: Said, is_series: bool) -> Standing:
    if is_series:
        raise Wrong("Cet événement a plusieurs dates : on ne sait pas laquelle est reportée.",
                    "Retirez « etat », et écrivez chaque date avec « changements » : « 22/12/2026 : reporté au 23/12/2026 ».")  # fmt: skip
    shape, planned = occurrences.groups[0][0], occurrences.first
    new, day = moved(shape, planned, said)
    if new.on(day).start == planned.start:
        raise Wrong("La nouvelle date est celle de « debut ».", "Remettez dans « debut » la date d'avant : elle ne change plus.")
    return Standing(State.POSTPONED, Occurrences.on({new: [day]}), planned)
