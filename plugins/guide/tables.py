"""The tables of keys in the writers' guide, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.model.entry import COMMON
from plugins.model.library import TYPES, Type
from plugins.model.schema import Key
from plugins.model.text import listed

START, END = "<!-- clés : début -->", "<!-- clés : fin -->"
"""Between them the guide is generated; around them it is written by hand."""
_HEAD = "| Clé | Ce qu'elle dit | Comment l'écrire | Exemple |\n|---|---|---|---|\n"
_COMMON_NAMES = tuple(key.name for key in COMMON)


def key_tables() -> str:
    """Return one table of the keys that all types share, then one table a type with its own keys."""
    return "\n".join((f"### Les clés communes\n\n{_table(COMMON)}", *map(_section, TYPES)))


def with_tables(guide: str) -> str:
    """Return the guide with its tables made anew. Raise ValueError when a marker is missing."""
    before, after = guide[: guide.index(START)], guide[guide.index(END) :]
    return f"{before}{START}\n\n{key_tables()}\n{after}"


def heading(type_: Type) -> str:
    """Return the heading of a type's table: `Les clés d'un événement`; every type is called `Un…` or `Une…`."""
    return f"Les clés d'{type_.title[:1].lower()}{type_.title[1:]}"


def _section(type_: Type) -> str:
    where = f"{type_.folder}/…/{type_.file}" if type_.file else f"{type_.folder}/"
    own = [key for key in type_.keys if key.name not in _COMMON_NAMES]
    rest = f", et\u00a0:\n\n{_table(own)}" if own else ", et c'est tout.\n"
    return f"### {heading(type_)}\n\nDans `content/{where}`. {_shared(type_)}{rest}"


def _shared(type_: Type) -> str:
    """Return what the type takes of the common keys, naming those that it does without."""
    names = {key.name for key in type_.keys}
    missing = [f"`{name}`" for name in _COMMON_NAMES if name not in names]
    return f"Les clés communes, sauf {listed(missing)}" if missing else "Les clés communes"


def _table(keys: Iterable[Key[object]]) -> str:
    return _HEAD + "".join(f"{_row(key)}\n" for key in keys)


def _row(key: Key[object]) -> str:
    name = f"`{key.name}`" + (" **obligatoire**" if key.required else "")
    return f"| {name} | {key.purpose} | {key.kind.name} | `{key.example}` |"
