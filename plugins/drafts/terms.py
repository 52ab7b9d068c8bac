"""Categories of other agendas as themes and publics of the town."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from plugins.drafts.draft import one_line
from plugins.model.place import Term
from plugins.model.text import fold
from plugins.model.town import Town


class Terms(Struct, frozen=True):
    """The town's words, by folded key and name."""

    themes: Mapping[str, str]
    audiences: Mapping[str, str]

    def sort(self, words: Iterable[str]) -> tuple[list[str], list[str], list[str]]:
        """Return the keys of the themes and of the publics that some words mean, and the other words; each once."""
        themes: dict[str, None] = {}
        audiences: dict[str, None] = {}
        others: dict[str, None] = {}
        for word in filter(None, map(one_line, words)):
            said = fold(word)
            if key := self.themes.get(said):
                themes[key] = None
            elif key := self.audiences.get(said):
                audiences[key] = None
            else:
                others[word] = None
        return list(themes), list(audiences), list(others)


def terms(town: Town) -> Terms:
    """Return the words of a town."""
    return Terms(_by_fold(town.themes), _by_fold(town.audiences))


def _by_fold(table: Mapping[str, Term]) -> dict[str, str]:
    return {fold(name): term.key for term in table.values() for name in (term.key, term.name)}
