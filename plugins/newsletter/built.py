"""The letters that the build left under build/lettres/, for whoever passes them on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.utils import parsedate_to_datetime
from pathlib import Path

from msgspec import Struct

from plugins.model.letter import read_week
from plugins.model.problem import Wrong
from plugins.model.text import nearest, slugify


class Built(Struct, frozen=True):
    """One letter."""

    folder: Path
    message: bytes

    @property
    def key(self) -> str:
        """`2026-s48`, `le-fil-47`."""
        return self.folder.name

    @property
    def html(self) -> str:
        """The same as HTML alone."""
        return (self.folder / "lettre.html").read_text("utf-8")

    @property
    def text(self) -> str:
        """The same as text alone."""
        return (self.folder / "lettre.txt").read_text("utf-8")

    @property
    def subject(self) -> str:
        """As people read it."""
        return self._decoded("Subject")

    @property
    def sender(self) -> str:
        """Name and address."""
        return self._decoded("From")

    @property
    def day(self) -> datetime:
        """When it goes out, by its header."""
        return parsedate_to_datetime(self._header("Date"))

    @property
    def digest(self) -> bytes:
        """SHA-256 of the message."""
        return hashlib.sha256(self.message).digest()

    def _decoded(self, name: str) -> str:
        return str(make_header(decode_header(self._header(name))))

    def _header(self, name: str) -> str:
        return str(message_from_bytes(self.message.partition(b"\r\n\r\n")[0])[name])


def built(folder: Path, written: str) -> Built:
    """Return the letter that a word means, `2026-s48` or as people write it; the last to go out without a word. Raise Wrong."""
    keys = [path.parent.name for path in folder.glob("*/lettre.eml")]
    if not keys:
        raise Wrong("Aucune lettre n'est construite.", "Lancez d'abord « inv newsletter.build ».")
    if written:
        return _read(folder / _meant(keys, written))
    return max((_read(folder / key) for key in keys), key=lambda letter: (letter.day, letter.key))


def _read(folder: Path) -> Built:
    return Built(folder, (folder / "lettre.eml").read_bytes())


def keys_of(written: str) -> Iterator[str]:
    """Yield the keys that a word may mean."""
    yield slugify(written)
    with suppress(Wrong):
        yield read_week(written).key


def _meant(keys: Iterable[str], written: str) -> str:
    for key in keys_of(written):
        if key in keys:
            return key
    near = nearest(written, keys) or max(keys)
    raise Wrong(f"La lettre « {written} » n'est pas construite.", f"Lancez « inv newsletter.build », ou écrivez par exemple « {near} ».")
