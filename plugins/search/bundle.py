"""What is published of an index: what the page's script needs of Pagefind, and beside it what it knows of each result at once."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from plugins.search.record import Kind, Record
from plugins.search.words import WEAK

Doors = tuple[tuple[str, str], ...]
"""Key and everyday name of each house."""
FACTS = "fiches.json"
"""Type, houses and last day of every record, by the name that Pagefind gave it; and the words that questions may do without."""
_NEEDED = ("pagefind.js", "pagefind-entry.json", "pagefind.fr_", "wasm.fr.", "index/", "fragment/")
"""How the names of files begin that a page asks for; the others are ready-made pages, a worker, and the words of no language."""
_SIGN = b"pagefind_dcd"
"""What Pagefind's files begin with, once they are unpacked."""


def bundle(index: Mapping[str, bytes], records: Sequence[Record], doors: Doors) -> Mapping[str, bytes]:
    """Return the files to publish, by path; fragments without the text, which results do not show and which weighs more than all the rest."""
    files = {path: content for path, content in sorted(index.items()) if path.startswith(_NEEDED)}
    fragments = {path: _fragment(content) for path, content in files.items() if path.startswith("fragment/")}
    names = {fragment["url"]: path.rpartition("/")[2].partition(".")[0] for path, fragment in fragments.items()}
    light = {path: _light(fragment) for path, fragment in fragments.items()}
    return {**files, **light, FACTS: facts(records, names, doors)}


def _fragment(content: bytes) -> dict[str, Any]:
    fragment: dict[str, Any] = json.loads(gzip.decompress(content).removeprefix(_SIGN))
    return fragment


def _light(fragment: dict[str, Any]) -> bytes:
    """Return a fragment without its text. Its name, a digest made with the text, still changes with all that it shows."""
    return gzip.compress(_SIGN + _json({**fragment, "content": ""}), 9, mtime=0)


def facts(records: Iterable[Record], names: Mapping[str, str], doors: Doors) -> bytes:
    """Return what tells results apart before any is loaded: kinds and houses with their words, and which each record has."""
    kinds = {kind: number for number, kind in enumerate(Kind)}
    houses = {key: number for number, (key, _) in enumerate(doors)}
    rows = {
        names[record.address]: [kinds[record.kind], [houses[key] for key in record.houses], record.last.isoformat() if record.last else ""]
        for record in records
        if record.address in names
    }
    return _json({
        "type": [[kind.key, kind.one, kind.many] for kind in kinds],
        "maison": doors,
        "weak": WEAK,
        "fiches": rows,
    })  # fmt: skip


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
