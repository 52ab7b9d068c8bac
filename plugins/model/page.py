"""A page that stands by itself: legal notice, accessibility, who we are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from plugins.model.conformity import REVIEW_KEYS, Review, read_review
from plugins.model.entry import COMMON, Entry, read_common
from plugins.model.schema import Sheet

if TYPE_CHECKING:
    from plugins.model.town import Town

PAGE_KEYS = (*COMMON, *REVIEW_KEYS)


class Page(Entry, frozen=True, kw_only=True):
    """A page of the site."""

    review: Review | None = None
    """What a person found who reviewed the whole site; on the page of the statement alone."""

    @property
    def address(self) -> str:
        """Right under the root."""
        return f"/{self.slug}/"


def read_page(sheet: Sheet, town: Town) -> Page:
    """Return the page of a sheet."""
    page = Page(**read_common(sheet, town.files))  # type: ignore[arg-type]  # the fields by name
    return replace(page, review=read_review(sheet, page.address))
