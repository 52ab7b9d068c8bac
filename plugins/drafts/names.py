"""Where a draft is put: names of files that make clean addresses and meet no other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count

from msgspec import Struct, field

from plugins.model.text import slugify

_LONGEST = 60
"""Letters of a name: an address is read aloud, and printed."""


def slug_of(title: str, otherwise: str = "rendez-vous") -> str:
    """Return the end of an address for a title, cut between two words; a title without Latin letters gives a word of ours."""
    slug = slugify(title)
    if len(slug) > _LONGEST:
        slug = slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]
    return slug or otherwise


class Names(Struct):
    """The names that are taken."""

    paths: set[str] = field(default_factory=set)
    """Of all texts, in lower case, since some disks tell no more apart."""
    slugs: dict[str, set[date]] = field(default_factory=dict)
    """Days of the events with each slug: day and slug make the address."""

    def take(self, path: str, slug: str, day: date) -> None:
        """Note an event."""
        self.paths.add(path.casefold())
        self.slugs.setdefault(slug, set()).add(day)

    def new(self, title: str, day: date) -> str:
        """Return the path of a new event, and take it: by its title alone, else with its day in front, which the address leaves out."""
        for path, slug in self._candidates(slug_of(title), day):
            if path not in self.paths and day not in self.slugs.get(slug, ()):
                self.take(path, slug, day)
                return path
        raise AssertionError  # there is always one more

    def _candidates(self, slug: str, day: date) -> Iterator[tuple[str, str]]:
        folder = f"evenements/{day.year}"
        if slug not in self.slugs:
            yield f"{folder}/{slug}.md", slug
        yield f"{folder}/{day.isoformat()}-{slug}.md", slug
        yield from ((f"{folder}/{day.isoformat()}-{slug}-{number}.md", f"{slug}-{number}") for number in count(2))
