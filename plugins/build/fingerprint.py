"""Fingerprints: a short digest of everything an output is given.

Two values with the same digest are the same for whoever reads them. Frozen data is digested once and remembered
by identity, so that what many outputs share costs nothing again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from functools import lru_cache, partial
from hashlib import blake2b
from pathlib import Path
from types import FunctionType, MethodType, NoneType
from zoneinfo import ZoneInfo

SIZE = 16
"""Bytes of a digest: enough that two of a billion outputs do not meet by chance."""


class Fingerprints:
    """Digests values, and remembers those of frozen data for as long as it lives."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._known: dict[int, tuple[object, bytes]] = {}

    def of(self, value: object) -> bytes:
        """Return the digest of plain data, frozen dataclasses and module-level functions. Raise TypeError for anything else."""
        simple = _SIMPLE.get(type(value))
        if simple is not None:
            return simple(value)
        known = self._known.get(id(value))
        if known is not None:
            return known[1]
        digest = _joined(*self._parts(value))
        self._known[id(value)] = (value, digest)
        return digest

    def know(self, value: object, digest: bytes) -> None:
        """Take the digest of everything that a value was made of for its own: the same makings, the same value."""
        self._known[id(value)] = (value, digest)

    def _parts(self, value: object) -> Iterator[str | bytes]:
        """Yield what kind of thing a value is, then the digests of what it is made of."""
        if is_dataclass(value) and not isinstance(value, type):
            yield type(value).__qualname__
            yield from (self.of(getattr(value, name)) for name in _names(type(value)))
        elif isinstance(value, tuple | list):
            yield "list"
            yield from map(self.of, value)
        elif isinstance(value, Mapping):
            yield "map"
            yield from (self.of(part) for item in value.items() for part in item)
        elif isinstance(value, frozenset | set):
            yield "set"
            yield from sorted(map(self.of, value))
        elif isinstance(value, partial):
            yield "partial"
            yield from (self.of(value.func), self.of(value.args), self.of(value.keywords))
        elif isinstance(value, FunctionType | MethodType | type):
            yield from ("code", value.__module__, value.__qualname__)
        elif isinstance(value, str):
            yield from ("str", type(value).__qualname__, str(value))
        elif isinstance(value, Enum):
            yield from ("enum", type(value).__qualname__, value.name)
        elif isinstance(value, Path):
            yield from ("path", str(value))
        else:
            raise TypeError(f"{type(value).__qualname__} has no fingerprint")


@lru_cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _joined(*parts: str | bytes) -> bytes:
    """Return one digest of several, each with its length so that none runs into the next."""
    found = blake2b(digest_size=SIZE)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        found.update(len(data).to_bytes(4, "big"))
        found.update(data)
    return found.digest()


def _tagged(tag: str, written: Callable[[object], str]) -> Callable[[object], bytes]:
    """Return the form of a simple value: it is short, and stands for itself."""
    return lambda value: f"{tag}{written(value)}".encode("utf-8", "surrogatepass")


_SIMPLE: dict[type, Callable[[object], bytes]] = {
    str: _tagged("s", str),
    int: _tagged("i", str),
    bool: _tagged("b", str),
    NoneType: _tagged("n", str),
    float: _tagged("f", repr),
    bytes: lambda value: b"B" + value,  # type: ignore[operator]  # the key says its type
    date: _tagged("d", str),
    datetime: _tagged("D", str),
    time: _tagged("t", str),
    timedelta: _tagged("T", str),
    Decimal: _tagged("m", str),
    ZoneInfo: _tagged("z", str),
}


def digest_of_files(folders: Mapping[str, Path], suffixes: frozenset[str] | None = None) -> bytes:
    """Return the digest of some named files or folders, by the paths and bytes in them; of some suffixes, or of any."""
    found = blake2b(digest_size=SIZE)
    for name, folder in folders.items():
        found.update(_joined(name))
        inside = [folder] if folder.is_file() else folder.rglob("*")
        for path in sorted(path for path in inside if path.is_file() and (suffixes is None or path.suffix in suffixes)):
            found.update(_joined(name, path.relative_to(folder).as_posix(), path.read_bytes()))
    return found.digest()
