"""Fingerprints: a short digest of everything an output is given.

Two values with the same digest are the same for whoever reads them. A value is written down as one flat list and
hashed once: plain things stand for themselves, everything else is announced by bytes that say what it is. Frozen data,
which many outputs share, stands there by a digest of its own, remembered by identity, so that it costs nothing again.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from functools import partial
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from posixpath import splitext
from types import FunctionType, MethodType, NoneType
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import astuple

from plugins.build.trees import walk

SIZE = 16
"""Bytes of a digest: enough that two of a billion outputs do not meet by chance."""


Digested = Mapping[int, tuple[object, bytes]]
"""Values with their digests, by identity: held here, so that no other object takes it."""


def digested(values: Iterable[tuple[object, bytes]]) -> Digested:
    """Return values as `Fingerprints.know` takes them."""
    return {id(value): (value, digest) for value, digest in values}


class Fingerprints:
    """Digests values, and remembers those of frozen data for as long as it lives."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._known: dict[int, tuple[object, bytes]] = {}
        self._older: dict[int, tuple[object, bytes]] = {}

    def forget(self) -> None:
        """Forget what nobody has asked for since the last time, so that a preview may go on for days."""
        self._known, self._older = {}, self._known

    def of(self, value: object) -> bytes:
        """Return the digest of plain things, structs and module-level functions. Raise TypeError for anything else."""
        known = self._known.get(id(value)) or self._again(value)
        if known is not None:
            return known[1]
        flat: list[object] = []
        if type(value) in _PLAIN or not _KINDS[type(value)].is_shared:
            self._write((value,), flat)
            return _digest(flat)
        self._open(value, flat)
        digest = _digest(flat)
        self._known[id(value)] = (value, digest)
        return digest

    def _again(self, value: object) -> tuple[object, bytes] | None:
        """Return what was known before the last forgetting, now known again."""
        found = self._older.get(id(value))
        if found is not None:
            self._known[id(value)] = found
        return found

    def know(self, values: Digested) -> None:
        """Take the digest of everything that each value was made of for its own: the same makings, the same value."""
        self._known |= values

    def _write(self, values: Iterable[object], flat: list[object]) -> None:
        """Write values down, one after the other."""
        for value in values:
            kind = type(value)
            if kind in _PLAIN:
                flat.append(value)
            elif known := self._known.get(id(value)) or self._again(value):
                flat.append(b"#" + known[1])
            elif _KINDS[kind].is_shared:
                flat.append(b"#" + self.of(value))
            else:
                self._open(value, flat)

    def _open(self, value: object, flat: list[object]) -> None:
        """Write down what kind of thing a value is, which tells how many values follow, and the values in it."""
        head, parts = _KINDS[type(value)].opener(value)
        flat.append(head)
        if parts:
            self._write(sorted(map(self.of, parts)) if head.startswith(_SET) else parts, flat)


Opener = Callable[[Any], tuple[bytes, Iterable[object]]]
"""Takes a value; returns what says its kind and number, and the values in it."""
_PLAIN = frozenset({str, int, bool, float, NoneType})
_SET = b"<"


class _Kind(Struct, frozen=True):
    """How things of a type are written down."""

    opener: Opener
    is_shared: bool
    """They never change, and may stand in many outputs."""


class _Kinds(dict[type, _Kind]):
    """What is known of each type met so far."""

    def __missing__(self, kind: type[Any]) -> _Kind:
        """Find out. Raise TypeError when nobody can tell what is in such things."""
        self[kind] = found = _kind_of(kind)
        return found


def _kind_of(kind: type[Any]) -> _Kind:
    if issubclass(kind, Struct):
        return _Kind(_fields_of(kind), kind.__struct_config__.frozen)
    for general, opener in _OPENERS.items():
        if issubclass(kind, general):
            return _Kind(opener, kind is partial)
    raise TypeError(f"{kind.__qualname__} has no fingerprint")


def _fields_of(kind: type[Any]) -> Opener:
    head = f"@{kind.__module__}\0{kind.__qualname__}".encode()
    return lambda value: (head, astuple(value))


def _named(tag: str, written: Callable[[Any], str]) -> Opener:
    """Return what opens a thing that its type and a word tell."""
    return lambda value: (f"{tag}{type(value).__module__}\0{type(value).__qualname__}\0{written(value)}".encode("utf-8", "surrogatepass"), ())


def _code(value: Any) -> tuple[bytes, Iterable[object]]:  # noqa: ANN401  # functions, methods and classes
    """Open a piece of code: the version of the code says what it does."""
    return f"c{value.__module__}\0{value.__qualname__}".encode(), ()


def _moment(value: datetime | time) -> str:
    """Return a moment with its zone, which says more than its offset, and which of the two hours of an autumn night it is."""
    return f"{value} {value.fold} {value.tzinfo}"


_OPENERS: Mapping[type, Opener] = {
    tuple: lambda value: (b"(%d" % len(value), value),
    list: lambda value: (b"(%d" % len(value), value),
    Mapping: lambda value: (b"{%d" % len(value), chain.from_iterable(value.items())),
    frozenset: lambda value: (b"%b%d" % (_SET, len(value)), value),
    set: lambda value: (b"%b%d" % (_SET, len(value)), value),
    partial: lambda value: (b"P", (value.func, value.args, value.keywords)),
    FunctionType: _code,
    MethodType: _code,
    type: _code,
    Enum: _named("e", lambda value: value.name),
    str: _named("s", str),
    bytes: lambda value: (b"b" + value, ()),
    datetime: _named("t", _moment),
    date: _named("t", str),
    time: _named("t", _moment),
    timedelta: _named("t", str),
    Decimal: _named("m", str),
    ZoneInfo: _named("z", str),
    Path: _named("p", str),
}
"""What opens things of each type and of those under it; the first that fits counts."""
_KINDS = _Kinds()


def _digest(flat: list[object]) -> bytes:
    """Return the digest of plain things and bytes, in a form that tells each from the next; its second version says nothing else of them."""
    return blake2b(marshal.dumps(flat, 2), digest_size=SIZE).digest()


def digest_of_files(folders: Mapping[str, Path], suffixes: frozenset[str] | None = None) -> bytes:
    """Return the digest of some named files and folders, by the paths and bytes in them; in folders those of some suffixes, or all."""
    found: list[object] = []
    for name, folder in folders.items():
        found += (name.encode(), _bytes(str(folder)) if folder.is_file() else b"")
        paths = (path for path in sorted(walk(folder).looks) if suffixes is None or splitext(path)[1] in suffixes)
        found += (part for path in paths for part in (path, _bytes(f"{folder}/{path}")))
    return _digest(found)


def _bytes(path: str) -> bytes:
    """Return what a file holds; of a link that leads nowhere, as editors leave, nothing."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123  # a third of the time of Path's own, for hundreds of files at each start
            return file.read()
    except OSError:
        return b""
