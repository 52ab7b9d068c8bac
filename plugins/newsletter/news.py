"""The texts of a letter: what has come out since the one before."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from plugins.model.article import Article
from plugins.newsletter.material import WeeklyMaterial
from plugins.newsletter.names import is_shown

MOST_TEXTS = 4


def newest(material: WeeklyMaterial, first: AbstractSet[str]) -> tuple[Article, ...]:
    """Return the newest articles and news since the previous letter, without those whose paths are in `first`."""
    shown = (text for text in material.texts if text.path not in first and is_shown(text, material.letter))
    return tuple(sorted(shown, key=lambda text: text.date, reverse=True)[:MOST_TEXTS])
