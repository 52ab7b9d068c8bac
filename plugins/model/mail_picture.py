"""The copy of a picture that letters show: in a format that every mailbox knows, and no larger than their column needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from plugins.model.entry import Entry, File

if TYPE_CHECKING:
    from plugins.model.letter import Letter
    from plugins.model.site import Site

COLUMN = 600
"""Width of a letter in CSS pixels."""
DENSITY = 2
"""Pixels of a good telephone for one CSS pixel."""
FOLDER = "lettre/images"
"""Where the copies lie. They stay as long as the picture does: letters that have gone out show them."""
_KEPT = (".jpg", ".jpeg", ".png")


def mailed(file: File) -> File:
    """Return the copy of a picture for letters: a PNG stays one, anything else becomes a JPEG."""
    end = "" if file.path.casefold().endswith(_KEPT) else ".jpg"
    width = min(file.width, COLUMN * DENSITY)
    height = max(1, round(file.height * width / file.width)) if file.width else 0
    return replace(file, path=f"{FOLDER}/{file.path.removeprefix('images/')}{end}", width=width, height=height)


def pictures_of_letters(site: Site) -> tuple[File, ...]:
    """Return the pictures that letters may show: their banner, their own, and those of what they put first or carry; each once, by path."""
    head = site.identity.letter
    if head is None:
        return ()
    banner = site.files.get(head.picture)
    found = {file.path: file for letter in site.letters for file in _of_letter(site, letter) if file.width}
    if banner and site.letters:
        found[banner.path] = banner
    return tuple(found[path] for path in sorted(found))


def _of_letter(site: Site, letter: Letter) -> Iterator[File]:
    entries: list[Entry] = [letter, *(entry for name in letter.featured for entry in site.named(name))]
    if letter.number is not None:
        entries += [issue for issue in site.issues if issue.number == letter.number]
        entries += [article for article in site.articles if article.number == letter.number]
    yield from (entry.picture.file for entry in entries if entry.picture)
    body = site.html.get(letter.path, "")
    if "<img" in body:
        yield from (file for file in site.files.values() if f'"{site.identity.base}{file.address}"' in body)
