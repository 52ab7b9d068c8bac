"""A card: what stands for a page when it is shared."""

from __future__ import annotations

from msgspec import Struct

from plugins.cards.labels import Label


class Card(Struct, frozen=True):
    """All that a card shows, but for a picture."""

    title: str
    strong: str
    """When, or by whom; empty for nothing."""
    soft: tuple[str, ...]
    """Where, a line each."""
    labels: tuple[Label, ...]
    colors: tuple[str, ...]
    """Of its houses, `#rrggbb`."""
    site: str
    """Its name."""
    is_off: bool = False
    """Whether what `strong` says does not hold any more."""
