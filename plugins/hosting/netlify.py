"""`_headers`, which Netlify, Cloudflare Pages and others read at the root of the public folder.

Where several rules match, one host joins the values of a header and another takes the last: so no two rules that may
match the same address name the same header. They know no « everywhere but »: a folder that holds a part with a policy
of its own is named child by child.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import accumulate, pairwise

from plugins.hosting.kinds import KINDS
from plugins.hosting.rules import POLICY, Header, Rules, headers_of


def netlify(rules: Rules, folders: tuple[str, ...]) -> bytes:
    """Return the file; `folders` are those that `branches` finds."""
    blocks = [_block(f"{rules.base}/*", rules.everywhere)]
    blocks += [_block(rules.base + pattern, [(POLICY, policy)]) for pattern, policy in _policies("/", rules, folders)]
    # Of pages, whose addresses have no ending, these hosts say by themselves what they are, and to ask each time
    blocks += [
        _block(f"{rules.base}/*{ending}", (("Content-Type", kind.content_type), *headers_of(kind)))
        for kind in KINDS
        if kind.mime != "text/html"
        for ending in kind.endings
    ]
    return "".join(blocks).encode()


def branches(rules: Rules, addresses: Iterable[str]) -> tuple[str, ...]:
    """Return the folders of pages that `netlify` has to know by name; the file is made anew only when one comes or goes."""
    split = {folder for place in rules.parts for folder in _lineage(place.prefix)[:-1]}
    return tuple(sorted({child for address in addresses for parent, child in pairwise(_lineage(address)) if parent in split}))


def _lineage(address: str) -> list[str]:
    """Return the folders that a page lies in, from the root to its own: `/`, `/agenda/`, `/agenda/cadre/`."""
    return list(accumulate((f"{name}/" for name in address.split("/")[1:-1]), initial="/"))


def _policies(folder: str, rules: Rules, folders: Collection[str]) -> Iterator[Header]:
    """Yield a pattern and its policy for each page under a folder, no two of which match the same address."""
    policy = next((place.policy for place in rules.parts if place.prefix == folder), rules.places[0].policy)
    if not any(place.prefix.startswith(folder) and place.prefix != folder for place in rules.parts):
        yield f"{folder}*", policy
        return
    yield from ((folder + name, policy) for name in ("", "index.html", *(("404.html",) if folder == "/" else ())))
    for child in folders:
        if _lineage(child)[-2] == folder:
            yield from _policies(child, rules, folders)


def _block(pattern: str, headers: Iterable[Header]) -> str:
    return "\n".join([pattern, *(f"  {name}: {value}" for name, value in headers)]) + "\n"
