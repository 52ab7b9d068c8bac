"""The settings of the radio programme that are more than words, typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from plugins.model.dates import read_hour
from plugins.model.kinds import link
from plugins.model.live import MP3, Live
from plugins.model.place import Term
from plugins.model.problem import Wrong
from plugins.model.text import listed, slugify

_LIVE = ("from", "until", "months")
_STREAM = ("stream", "mime")


def typed(table: Mapping[str, Any]) -> tuple[dict[str, Any], list[tuple[str, Wrong]]]:
    """Return the table with its optional settings typed, and those that cannot be read, by key, which are left out."""
    values = dict(table)
    wrongs: list[tuple[str, Wrong]] = []
    for key in READERS.keys() & table.keys():
        try:
            values[key] = READERS[key](table[key])
        except Wrong as wrong:
            wrongs.append((key, wrong))
        except (TypeError, ValueError, AttributeError):
            wrongs.append((key, Wrong(f"« {table[key]} » ne se lit pas.", "docs/reglages.md dit comment écrire cette clé.")))
    for key, _ in wrongs:
        del values[key]
    return values, sorted(wrongs, key=lambda wrong: wrong[0])


def _live(table: Mapping[str, Any] | None) -> Live | None:
    if not table:
        return None
    if missing := [key for key in _LIVE if key not in table]:
        raise Wrong(f"Il manque {listed(missing)}.", 'Écrivez « "live": {"from": "18:00", "until": "18:55", "months": (10, 7)} ».')
    if unknown := sorted(set(table) - {*_LIVE, *_STREAM}):
        raise Wrong(f"Clé inconnue : {listed(unknown)}.", f"Les clés possibles : {listed((*_LIVE, *_STREAM))}.")
    start, end, months = read_hour(str(table["from"])), read_hour(str(table["until"])), tuple(table["months"])
    if end <= start:
        raise Wrong("Le direct finit avant de commencer.", "Vérifiez « from » et « until ».")
    if len(months) != 2 or not all(month in range(1, 13) for month in months):
        raise Wrong("« months » n'est pas une saison.", "Donnez le premier et le dernier mois, par exemple « (10, 7) ».")
    stream = link(table["stream"]) if table.get("stream") else ""
    return Live(start, end, *months, stream, str(table.get("mime", MP3)))


def _chronicles(table: Mapping[str, str]) -> tuple[Term, ...]:
    names = dict(table)
    for key in names:
        if not key or slugify(key) != key:
            raise Wrong(f"« {key} » ne peut pas servir d'adresse.", f"Écrivez « {slugify(key) or 'poubelle-cherie'} ».")
    return tuple(Term(key, name) for key, name in names.items())


def _funding(table: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((link(address), words) for address, words in dict(table).items())


def _words(words: object) -> tuple[str, ...]:
    if isinstance(words, str):
        raise Wrong(f"« {words} » est seul : il faut une liste.", f'Écrivez « ("{words}",) ».')
    return tuple(map(str, words))  # type: ignore[call-overload]  # whatever the town wrote as a list


def _address(written: str) -> str:
    return re.sub(r"/+$", "", link(written)) if written else ""


READERS: Mapping[str, Callable[[Any], object]] = {
    "live": _live,
    "chronicles": _chronicles,
    "funding": _funding,
    "hosts": _words,
    "category": _words,
    "license_url": _address,
    "spotify": _address,
}
"""How each of them is read; all others are words as they stand."""
