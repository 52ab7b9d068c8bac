"""Rows of lists, laid out once: the same date of the agenda stands on ten pages."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Protocol

from markupsafe import Markup

from plugins.build.lately import Lately


class Macro(Protocol):
    """A macro of a template; what it gives depends on nothing but what it is given."""

    name: str

    def __call__(self, *given: Hashable) -> Markup:
        """Return its text."""


class Kept:
    """What macros gave lately for what they were given. Templates call it as `kept(macro, …)`; no two macros that do have the same name."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._known: Lately[Markup] = Lately()

    def __call__(self, macro: Macro, *given: Hashable) -> Markup:
        """Return what the macro gives, now or before."""
        key = macro.name, given
        found = self._known.get(key)
        return self._known.know(key, macro(*given)) if found is None else found
