"""The letters that the build made, ready to be sent."""

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
from plugins.sending.wire import LONGEST, longest_line


class Built(Struct, frozen=True):
    """One letter."""

    key: str
    message: bytes

    @property
    def subject(self) -> str:
        """As people read it."""
        return str(make_header(decode_header(str(self._header("Subject")))))

    @property
    def day(self) -> datetime:
        """When it goes out, by its header."""
        return parsedate_to_datetime(self._header("Date"))

    @property
    def digest(self) -> bytes:
        """SHA-256 of the message."""
        return hashlib.sha256(self.message).digest()

    def _header(self, name: str) -> str:
        return str(message_from_bytes(self.message.partition(b"\r\n\r\n")[0])[name])


def built(folder: Path, written: str) -> Built:
    """Return the letter that a word means, `2026-s48` or as people write it; the last to go out without a word. Raise Wrong."""
    keys = {path.parent.name: path for path in folder.glob("*/lettre.eml")}
    if not keys:
        raise Wrong("Aucune lettre n'est construite.", "Lancez d'abord « inv newsletter.build ».")
    if written:
        key = _meant(keys, written)
        return _readable(Built(key, keys[key].read_bytes()))
    return _readable(max((Built(key, path.read_bytes()) for key, path in keys.items()), key=lambda letter: (letter.day, letter.key)))


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


def _readable(letter: Built) -> Built:
    """Return the letter. Raise Wrong when relays would cut its lines."""
    if longest_line(letter.message) > LONGEST:
        raise Wrong(f"La lettre {letter.key} a une ligne de plus de {LONGEST} octets.", "Relancez « inv newsletter.build » et lisez ce qu'il dit.")
    return letter
