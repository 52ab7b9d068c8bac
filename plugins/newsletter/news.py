"""The texts of a letter: what has come out since the one before."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import timedelta

from plugins.model.article import Article
from plugins.model.letter import Letter
from plugins.newsletter.names import is_shown
from plugins.newsletter.record import Record

MOST_TEXTS = 4
PERIOD = timedelta(days=7)
"""From one letter to the next: what the first of all letters looks back on."""


def texts_since(record: Record, letter: Letter, first: AbstractSet[str]) -> tuple[Article, ...]:
    """Return the newest articles and news since the previous letter, however long ago, without those whose paths are in `first`."""
    previous = record.previous(letter)
    since = previous.day if previous else letter.day - PERIOD
    found = (text for text in (*record.site.news, *record.site.articles) if since < text.date <= letter.day and text.path not in first)
    shown = (text for text in found if is_shown(text, letter) and _is_in_its_issue(text, record, letter))
    return tuple(sorted(shown, key=lambda text: text.date, reverse=True)[:MOST_TEXTS])


def _is_in_its_issue(text: Article, record: Record, letter: Letter) -> bool:
    """Return whether the issue of an article is out on the day of the letter; news stands by itself."""
    return text.number is None or any(issue.number == text.number and issue.date <= letter.day for issue in record.site.issues)
