"""The chronicles of the programme: what comes back from one episode to the next, each time at its moment."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.model.chapter import Chapter
from plugins.model.place import Term
from plugins.model.text import capital, slugify

if TYPE_CHECKING:
    from plugins.model.radio import Episode

_TITLE = re.compile(r"(?P<name>[^:–—]+?)\s*(?:[:–—]\s+(?P<rest>.+))?")


@dataclass(frozen=True)
class Moment:
    """A chronicle in one episode."""

    episode: Episode
    chapter: Chapter
    title: str
    """Of the chapter without the name of the chronicle; the name alone where the chapter says no more."""


@dataclass(frozen=True)
class Chronicle:
    """Everything that was heard under one name."""

    key: str
    name: str
    moments: tuple[Moment, ...]
    """In the order of the episodes; never empty."""

    @property
    def address(self) -> str:
        """Its page."""
        return f"/la-bobine/chroniques/{self.key}/"


def chronicles(named: Iterable[Term], episodes: Iterable[Episode]) -> tuple[Chronicle, ...]:
    """Return the chronicles that these episodes have, in the order in which they are named."""
    marked = [(chronicle_of(chapter), episode, chapter) for episode in episodes for chapter in episode.chapters]
    found = ((term, tuple(_moment(episode, chapter) for said, episode, chapter in marked if is_called(term, said))) for term in named)
    return tuple(Chronicle(term.key, term.name, moments) for term, moments in found if moments)


def chronicle_of(chapter: Chapter) -> str:
    """Return the name under which a chapter stands: what is in its brackets, or before the colon of its title, or its title."""
    return chapter.mark or _parts(chapter)[0]


def is_called(term: Term, said: str) -> bool:
    """Return whether somebody means this chronicle; capitals, accents and the plural make no difference."""
    return _stem(said) in {_stem(term.key), _stem(term.name)}


def _moment(episode: Episode, chapter: Chapter) -> Moment:
    name, rest = _parts(chapter)
    return Moment(episode, chapter, chapter.title if chapter.mark else capital(rest or name))


def _parts(chapter: Chapter) -> tuple[str, str]:
    match = _TITLE.fullmatch(chapter.title)
    return (match["name"], match["rest"] or "") if match else (chapter.title, "")


def _stem(said: str) -> str:
    return re.sub(r"s(?=-|$)", "", slugify(said))
