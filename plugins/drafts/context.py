"""What the town brings to every event that comes in."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from msgspec import Struct

from plugins.drafts.places import Places, is_address, places, typed
from plugins.drafts.terms import Terms, terms
from plugins.model.town import Town


class Context(Struct, frozen=True, dict=True):
    """A town on a day."""

    town: Town
    today: date

    @cached_property
    def places(self) -> Places:
        """Its houses and venues, by what they are called."""
        return places(self.town)

    @cached_property
    def terms(self) -> Terms:
        """Its themes and publics, by what they are called."""
        return terms(self.town)

    def place(self, written: str) -> str:
        """Return a place as `lieu` wants it, empty when it cannot be written so."""
        where = typed(written)
        return self.places.find(where) or (where if is_address(where) else "")
