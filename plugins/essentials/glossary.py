"""What the glossary of a language holds: whole sentences with named places, to be read and put right by who speaks it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from plugins.essentials.said import Question

Form = str | Mapping[str, str]
"""A sentence; or one for each plural category (CLDR) of what stands in its place `count`."""
Turn = tuple[str, str, str, str, str, str, str]
"""For Monday to Sunday: the first Monday of a month, the first Tuesday."""


class Glossary(Struct, frozen=True, kw_only=True):
    """Everything that a card can say in one language."""

    code: str
    """BCP 47, for `lang`."""
    name: str
    """What the language calls itself."""
    is_rtl: bool = False
    """Whether it is written from right to left."""
    day: str = ""
    """The pattern of a whole date (Unicode TR 35); French says its dates as the rest of the site does."""
    short_day: str = ""
    """The pattern without the weekday."""
    questions: Mapping[Question, str]
    terms: Mapping[str, str]
    """Single words: who pays, what the buttons say."""
    turns: Mapping[int, Turn]
    """By position in the month, 1 the first and -1 the last."""
    sentences: Mapping[str, Form]
    """By key, the same in all languages; an empty one is not said in this language."""
