"""A message as SMTP carries it: CRLF line ends, a dot doubled where a line starts with one (RFC 5321 §4.5.2)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

LONGEST = 998
"""Bytes of a line without its end (RFC 5322 §2.1.1)."""
_ENDS = re.compile(rb"\r\n|\r|\n")
_DOT = re.compile(rb"^\.", re.MULTILINE)
_FIELD = re.compile(rb"(?P<name>[!-9;-~]+):[^\r\n]*\r\n(?:[ \t][^\r\n]*\r\n)*")


class Template(Struct, frozen=True):
    """A letter cut in two, so that only its head is made anew for each reader."""

    fields: tuple[tuple[str, bytes], ...]
    """The header: name in small letters, and the whole field as it is."""
    rest: bytes
    """The empty line and the body."""

    def field(self, name: str) -> bytes:
        """Return one field as it is; empty when there is none."""
        return next((whole for found, whole in self.fields if found == name.lower()), b"")


def with_crlf(message: bytes) -> bytes:
    """Return the message with CRLF at the end of each line, the last one too."""
    made = _ENDS.sub(b"\r\n", message)
    return made if made.endswith(b"\r\n") else made + b"\r\n"


def template(message: bytes) -> Template:
    """Return a message cut in two."""
    head, _, body = with_crlf(message).partition(b"\r\n\r\n")
    fields = tuple((match["name"].decode().lower(), match[0]) for match in _FIELD.finditer(head + b"\r\n"))
    return Template(fields, b"\r\n" + body)


def filled(letter: Template, values: Mapping[str, str]) -> bytes:
    """Return the message with these fields, in ASCII or UTF-8, in the place of its own; an empty value drops a field."""
    replaced = {name.lower() for name in values}
    kept = (whole for name, whole in letter.fields if name not in replaced)
    ours = (f"{name}: {value}\r\n".encode() for name, value in values.items() if value)
    return b"".join((*kept, *ours, letter.rest))


def stuffed(message: bytes) -> bytes:
    """Return a message with CRLF line ends as DATA carries it, without the final dot."""
    return _DOT.sub(b"..", message)


def longest_line(message: bytes) -> int:
    """Return the bytes of the longest line."""
    return max(map(len, _ENDS.split(message)))
