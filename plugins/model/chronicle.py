"""The chronicles of the programme: what comes back from one episode to the next, each time at its moment."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from plugins.model.chapter import Chapter
from plugins.model.place import Term
from plugins.model.text import capital, slugify

if TYPE_CHECKING:
    from plugins.model.radio import Episode

_TITLE = re.compile(r"(?P<name>[^:–—]+?)\s*(?:[:–—]\s+(?P<rest>.+))?")


class Moment(Struct, frozen=True):
    """A chronicle in one episode."""

    episode: Episode
    chapter: Chapter
    title: str
    """Of the chapter without the name of the chronicle; the name alone where the chapter says no more."""


class Chronicle(Struct, frozen=True):
    """Everything that was heard under one name."""

    key: str
    name: str
    moments: tuple[Moment, ...]
    """In the order of the episodes; never empty."""

    @property
    def address(self) -> str:
        """Its page."""
        return f"/la-bobine/chroniques/{self.key}/"


def chronicles(named: Sequence[Term], episodes: Iterable[Episode]) -> tuple[Chronicle, ...]:
    """Return the chronicles that these episodes have, in the order in which they are named."""
    called: dict[str, list[Term]] = defaultdict(list)
    for term in named:
        for stem in _stems(term):
            called[stem].append(term)
    moments: dict[Term, list[Moment]] = defaultdict(list)
    for episode in episodes:
        for chapter in episode.chapters:
            for term in called.get(_stem(chronicle_of(chapter)), ()):
                moments[term].append(_moment(episode, chapter))
    return tuple(Chronicle(term.key, term.name, tuple(moments[term])) for term in named if term in moments)


def chronicle_of(chapter: Chapter) -> str:
    """Return the name under which a chapter stands: what is in its brackets, or before the colon of its title, or its title."""
    return chapter.mark or _parts(chapter)[0]


def is_called(term: Term, said: str) -> bool:
    """Return whether somebody means this chronicle; capitals, accents and the plural make no difference."""
    return _stem(said) in _stems(term)


def _stems(term: Term) -> set[str]:
    return {_stem(term.key), _stem(term.name)}


def _moment(episode: Episode, chapter: Chapter) -> Moment:
    name, rest = _parts(chapter)
    return Moment(episode, chapter, chapter.title if chapter.mark else capital(rest or name))


def _parts(chapter: Chapter) -> tuple[str, str]:
    match = _TITLE.fullmatch(chapter.title)
    return (match["name"], match["rest"] or "") if match else (chapter.title, "")


@lru_cache(maxsize=4096)
def _stem(said: str) -> str:
    return re.sub(r"s(?=-|$)", "", slugify(said))
