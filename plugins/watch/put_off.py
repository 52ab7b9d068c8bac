"""Events put off without a word of when: people who read « reporté » beside the old date come in vain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.model.hours import spelled
from plugins.model.problem import Problem
from plugins.model.standing import STATE
from plugins.model.state import State
from plugins.watch.coming import Coming, doubt


def put_off(found: Iterable[Coming], folder: str) -> Iterator[Problem]:
    """Yield a problem for each coming event that says « reporté » alone: nobody sees whether `debut` is the old date or the new one."""
    for one in found:
        event = one.event
        if event.state is State.POSTPONED and event.planned is None:
            first = event.first
            hour = "" if first.all_day else f" {spelled(first.start.time())}"
            whole = f"Remettez l'ancienne date dans « debut » et écrivez « etat: reporté au {first.day:%d/%m/%Y}{hour} »"
            how = "Écrivez chaque date reportée avec « changements »" if event.series else whole
            yield doubt(f"{folder}/{event.path}", STATE.name, "« reporté » ne dit pas à quand.", f"{how}, ou « etat: reporté sans date ».")
