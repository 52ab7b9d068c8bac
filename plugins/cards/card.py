"""A card: what stands for a page when it is shared."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.cards.labels import Label


@dataclass(frozen=True, slots=True)
class Card:
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
