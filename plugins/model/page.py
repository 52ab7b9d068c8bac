"""A page that stands by itself: legal notice, accessibility, who we are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.model.entry import COMMON, Entry, read_common
from plugins.model.schema import Sheet

if TYPE_CHECKING:
    from plugins.model.town import Town

PAGE_KEYS = COMMON


@dataclass(frozen=True, kw_only=True)
class Page(Entry):
    """A page of the site."""

    @property
    def address(self) -> str:
        """Right under the root."""
        return f"/{self.slug}/"


def read_page(sheet: Sheet, town: Town) -> Page:
    """Return the page of a sheet."""
    return Page(**read_common(sheet, town.files))  # type: ignore[arg-type]  # the fields by name
