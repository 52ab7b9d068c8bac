"""`.htaccess`, for Apache 2.4 where the host allows it: each part is left out where its module is missing, and nothing breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plugins.hosting.kinds import KINDS
from plugins.hosting.rules import HIDDEN, POLICY, Header, Rules, alike


def htaccess(rules: Rules) -> bytes:
    """Return the file. Only directives of the group FileInfo stand in it, the one that hosts allow."""
    squeezed = " ".join(kind.mime for kind in KINDS if kind.is_squeezable)
    lines = [
        f"ErrorDocument 404 {rules.lost}",
        "FileETag None",  # compression changes the ETag and then knows it no more: the date alone finds that nothing changed
        *_within("IfModule mod_alias.c", [f'RedirectMatch 404 "{HIDDEN}"']),
        *_within("IfModule mod_mime.c", _types()),
        *_within("IfModule mod_headers.c", _headers(rules)),
        *_within("IfModule mod_deflate.c", _within("IfModule mod_filter.c", [f"AddOutputFilterByType DEFLATE {squeezed}"])),
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def _types() -> Iterator[str]:
    yield from (f"AddType {kind.mime} {' '.join(kind.endings)}" for kind in KINDS)
    yield f"AddCharset utf-8 {' '.join(ending for kind in KINDS if kind.is_text for ending in kind.endings)}"


def _headers(rules: Rules) -> Iterator[str]:
    """Yield the headers: `always` is for errors too, and a table of its own, so that no header may be set both ways."""
    yield from (_header(header, "always ") for header in (*rules.everywhere, (POLICY, rules.places[0].policy)))
    for place in rules.parts:
        condition = f'If "%{{REQUEST_URI}} =~ m#^{re.escape(rules.base + place.prefix)}#"'
        yield from _within(condition, [_header((POLICY, place.policy), "always ")])
    for headers, files in alike().items():
        yield from _within(f'FilesMatch "(?i){files}"', [_header(header) for header in headers])


def _header(header: Header, when: str = "") -> str:
    name, value = header
    return f'Header {when}set {name} "{value}"'


def _within(section: str, lines: Iterable[str]) -> list[str]:
    return [f"<{section}>", *lines, f"</{section.partition(' ')[0]}>"]
