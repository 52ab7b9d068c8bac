"""What every letter is composed of, gathered: its editorial, with the pages and the pictures that it names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from html import unescape
from typing import Any

from msgspec import Struct

from plugins.model.entry import Entry, File, look_up
from plugins.model.letter import Letter
from plugins.model.place import House
from plugins.model.site import Site
from plugins.newsletter.links import Links, Target, targets

_SOURCE = re.compile(r'\bsrc="([^"]*)"')


class Editorials(Struct, frozen=True, dict=True):
    """A site, seen by who gathers what its letters name: what all of them look into is put in order once."""

    site: Site

    def of(self, letter: Letter) -> Mapping[str, Any]:
        """Return the fields of Material, by name."""
        html = self.site.html.get(letter.path, "")
        return {
            "letter": letter,
            "identity": self.site.identity,
            "banner": self._banner,
            "houses": self._houses,
            "html": html,
            "leads": {target.written: self._lead(target, letter) for target in targets(letter)},
            "pictures": self._pictures(html, letter) if "<img" in html else (),
        }

    @cached_property
    def _banner(self) -> File | None:
        head = self.site.identity.letter
        return self.site.files.get(head.picture) if head else None

    @cached_property
    def _houses(self) -> tuple[House, ...]:
        return tuple(house for house in self.site.houses if not house.is_draft)

    def _lead(self, target: Target, letter: Letter) -> str:
        """Return the address, on the letter's page, of what its Markdown names: a text by its file, a picture, a page."""
        base = self.site.identity.base
        if target.name.endswith(".md"):
            entry = self._entries.get(target.path)
            return base + entry.address + target.end if entry else target.written
        if file := look_up(target.name, letter.path, self.site.files):
            return base + file.address
        return base + target.written if target.written.startswith("/") else target.written

    @cached_property
    def _entries(self) -> Mapping[str, Entry]:
        """Everything that has a page, by path."""
        return {entry.path: entry for entry in self.site.entries}

    def _pictures(self, html: str, letter: Letter) -> tuple[File, ...]:
        """Return the pictures of the site that an editorial shows."""
        links = Links(self.site.identity, letter.key)
        sources = (links.from_page(unescape(written), letter.address) for written in _SOURCE.findall(html))
        return tuple(self._files[source] for source in sources if source in self._files)

    @cached_property
    def _files(self) -> Mapping[str, File]:
        """Every picture, by its whole address."""
        return {self.site.identity.absolute(file.address): file for file in self.site.files.values()}
