"""Two files for nginx, named after the block that takes each in.

A `location` with one `add_header` loses all of those above it, so there is none: what depends on the address is a
variable, made by `map`, which nginx knows in the block `http` alone. An empty value sends no header.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plugins.hosting.kinds import KINDS
from plugins.hosting.rules import CACHE, HIDDEN, POLICY, SHARED, Header, Rules, alike

Case = tuple[str, str]
"""Regular expression that the file's address fits, and the value it gives."""


def http_block(rules: Rules) -> bytes:
    """Return what stands in the block `http`."""
    names = _variables(rules.host)
    parts = ((f"~^{re.escape(rules.base + place.prefix)}", place.policy) for place in rules.parts)
    maps = [_map(names[POLICY], rules.places[0].policy, parts), *(_map(names[name], "", _cases(name)) for name in (CACHE, SHARED))]
    return "".join(maps).encode()


def _cases(name: str) -> Iterator[Case]:
    """Yield what a header says of files by their endings."""
    return ((f"~*{files}", value) for headers, files in alike().items() for said, value in headers if said == name)


def server_block(rules: Rules) -> bytes:
    """Return what stands in the block `server`, or in the `location` of a site that lies in a folder."""
    return "".join(f"{line}\n" for line in (*_files(rules), *_headers(rules))).encode()


def _files(rules: Rules) -> Iterator[str]:
    """Yield what files are, and what is done where there is none; `types` forgets all that was said of them above."""
    yield f"error_page 404 {rules.lost};"
    yield f'location ~ "{HIDDEN}" {{ return 404; }}'
    yield "types {"
    yield from (f"    {kind.mime} {' '.join(ending[1:] for ending in kind.endings)};" for kind in KINDS)
    yield "}"
    yield "charset utf-8;"
    yield "default_type application/octet-stream;"
    yield f"charset_types {_named(kind.mime for kind in KINDS if kind.is_text)};"
    yield "gzip on;"
    yield "gzip_vary on;"
    yield "gzip_comp_level 6;"
    yield f"gzip_types {_named(kind.mime for kind in KINDS if kind.is_squeezable)};"


def _named(types: Iterable[str]) -> str:
    """Return a list of media types; text/html is in each of nginx's lists already."""
    return " ".join(mime for mime in types if mime != "text/html")


def _headers(rules: Rules) -> Iterator[str]:
    """Yield the headers: an error says what is true everywhere, and not how long a file keeps that is not there."""
    names = _variables(rules.host)
    yield from (_header(header, "always") for header in (*rules.everywhere, (POLICY, f"${names[POLICY]}")))
    yield from (_header((name, f"${names[name]}")) for name in (CACHE, SHARED))


def _header(header: Header, when: str = "") -> str:
    name, value = header
    return f'add_header {name} "{value}"{when and f" {when}"};'


def _variables(host: str) -> dict[str, str]:
    """Return the variable of each header: those of two sites on one machine must not meet."""
    ours = re.sub(r"\W", "_", host)
    return {POLICY: f"{ours}_policy", CACHE: f"{ours}_cache", SHARED: f"{ours}_shared"}


def _map(name: str, default: str, cases: Iterable[Case]) -> str:
    rows = [f'    default "{default}";', *(f'    "{pattern}" "{value}";' for pattern, value in cases)]
    return "\n".join([f"map $uri ${name} {{", *rows, "}"]) + "\n"
