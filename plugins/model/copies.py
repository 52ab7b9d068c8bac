"""The copies of a picture that pages offer, lighter than it and in newer formats; a browser takes the one it needs.

Their addresses follow from the picture's own, so that a page names them without reading anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from urllib.parse import quote

from msgspec import Struct

from plugins.model.entry import HEIC, File

WIDEST = 1600
"""Pixels of a picture at its own address; wider gains nothing on a page and costs credit on a phone."""
WIDTHS = (400, 800)
"""Pixels of the copies: a column of 756 on a computer, or of 330 on a telephone of two pixels for one, takes the second.

No more: telephones of three pixels would take it, twice as heavy, and nobody would see the difference.
"""
LOGO = (150,)
"""Pixels of the one copy of the logo: three for one of where it is shown."""
NEWER = {"avif": "image/avif", "webp": "image/webp"}
"""Media type of each format that not every browser knows, the lightest first, which is the order in which a browser looks."""
PLAIN = "jpg"
"""The format that every browser knows."""
_PHOTOS = (".jpg", ".jpeg", *HEIC)


class Place(Struct, frozen=True):
    """How large the theme shows a picture in one kind of place."""

    sizes: str
    """As the attribute wants it (HTML, §4.8.4.2.1): an em is that of the browser, 16 CSS pixels unless one has chosen another."""
    widths: tuple[int, ...] = WIDTHS


PLACES: Mapping[str, Place] = {
    "column": Place("(min-width: 51em) 47em, 92vw"),
    "half": Place("(min-width: 56em) 37em, 92vw"),
    "side": Place("(min-width: 56em) 25em, 92vw"),
    "front": Place("(min-width: 26em) 23em, 92vw"),
    "thumbnail": Place("9em"),
    "logo": Place("4em", LOGO),
}
"""By name: the text's whole column, half of a page, a third of it, the cover of an issue on its own page and in a list, the logo."""
_FIRST = re.compile(r'<source [^>]*srcset="([^ "]+)')


class Copy(Struct, frozen=True):
    """One copy of a picture."""

    file: File
    width: int
    """Pixels, never more than the picture has."""
    format: str
    """One of NEWER, or PLAIN."""

    @property
    def height(self) -> int:
        """Pixels, at least one."""
        return max(1, round(self.file.height * self.width / self.file.width))

    @property
    def path(self) -> str:
        """Where it is published, beside the picture; one that is no `.jpg` keeps its ending in the name, for the two may lie side by side."""
        stem, _, ending = self.file.path.rpartition(".")
        return f"{stem}{'' if ending == 'jpg' else '-' + ending}-{self.width}w.{self.format}"


class Offer(Struct, frozen=True):
    """What a page says of a picture: the attributes of `<picture>` and what is in it."""

    src: str
    """The picture itself, for whoever knows nothing else."""
    width: int
    height: int
    shade: str
    """Class that paints its place until it is there; empty for none."""
    sources: tuple[tuple[str, str], ...]
    """Media type and srcset of each newer format; none of a picture that moves."""
    srcset: str
    """Of the format that everybody knows; empty when there is nothing to choose from."""
    sizes: str


def copies(file: File, widths: tuple[int, ...] = WIDTHS) -> tuple[Copy, ...]:
    """Return the copies of a picture, each no wider than it.

    One that moves has none, for they would stand still. A PNG has no plain one: drawings of few colours get heavier when they are made smaller.
    """
    if not file.width or file.is_animated:
        return ()
    narrowed = sorted({min(width, file.width) for width in widths})
    is_plain = narrowed[-1] < file.width and file.path.casefold().endswith(_PHOTOS)
    found = [Copy(file, width, kind) for kind in NEWER for width in narrowed]
    return (*found, Copy(file, narrowed[-1], PLAIN)) if is_plain else tuple(found)


@lru_cache(maxsize=512)
def offer(file: File, place: str = "column", base: str = "") -> Offer:
    """Return what a page says of a picture in a place of that name; `base` stands before every address of the site."""
    where = PLACES[place]
    by_format: dict[str, list[str]] = {}
    for copy in copies(file, where.widths):
        by_format.setdefault(copy.format, []).append(_candidate(f"{base}/{copy.path}", copy.width))
    if plain := by_format.pop(PLAIN, []):
        plain.append(_candidate(base + file.address, min(file.width, WIDEST)))
    return Offer(
        src=base + file.address,
        width=file.width,
        height=file.height,
        shade=shade(file),
        sources=tuple((NEWER[kind], ", ".join(candidates)) for kind, candidates in by_format.items()),
        srcset=", ".join(plain),
        sizes=where.sizes if by_format else "",
    )


def shade(file: File) -> str:
    """Return the class that paints the place of a picture in its own colour, since inline styles would not pass a strict policy; empty for none."""
    return f"teinte-{file.color}" if file.color else ""


def offered(bodies: Iterable[str], files: Iterable[File], base: str) -> Iterator[File]:
    """Yield those of the files whose copies some bodies offer."""
    first = {quote(f"{base}/{found[0].path}"): file for file in files if (found := copies(file))}
    for body in bodies:
        if "<picture" in body:
            yield from (first[address] for address in _FIRST.findall(body) if address in first)


def _candidate(address: str, width: int) -> str:
    return f"{quote(address)} {width}w"
