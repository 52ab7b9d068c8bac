"""Writing one key into a header that somebody else wrote, everything else left as it is, to the byte."""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec.structs import replace

from plugins.model.header import Field, Header, read_header
from plugins.model.text import clean

_LINE = re.compile(r"[^\r\n\u0085\u2028\u2029]*(?:\r\n|[\r\n\u0085\u2028\u2029]|$)")


def with_key(text: str, key: str, value: str, keys: Collection[str]) -> str | None:
    """Return a file's text with one more line in its header, above the last key; None when it has that key, or would not read as it did.

    `keys` are the folded keys that any type knows.
    """
    before = read_header(text, keys)
    if len(before.fields) < 2 or before.faults or any(field.key == key for field in before.fields):
        return None
    last = before.fields[-1].line
    lines = _LINE.findall(text)
    end = "\r\n" if lines[0].endswith("\r\n") else "\n"
    new = "".join((*lines[: last - 1], f"{key}: {value}{end}", *lines[last - 1 :]))
    return new if read_header(new, keys) == _longer(before, Field(key, key, clean(value), last)) else None


def _longer(header: Header, field: Field) -> Header:
    """Return the header that has one more field above its last one."""
    *first, last = header.fields
    return replace(header, fields=(*first, field, replace(last, line=last.line + 1)), body_line=header.body_line + 1)
