"""The same row of a list is laid out once."""

from __future__ import annotations

from collections.abc import Hashable

from markupsafe import Markup

from plugins.build.lately import forget
from plugins.pages.kept import Kept


class Counted:
    """A macro that counts how often it is asked."""

    def __init__(self, name: str) -> None:
        """Begin at none."""
        self.name = name
        self.count = 0

    def __call__(self, *given: Hashable) -> Markup:
        """Return what it was given."""
        self.count += 1
        return Markup("{} {}").format(self.name, given)  # that would not escape


def test_what_was_given_before_gives_the_same() -> None:
    """A macro is asked once for equal things, and again for others."""
    kept, row = Kept(), Counted("row")
    assert [kept(row, "a", True), kept(row, "a", True), kept(row, "a", False)] == [row("a", True), row("a", True), row("a", False)]
    assert row.count == 2 + 3


def test_two_macros_are_told_apart() -> None:
    """What one macro gave is never taken for what another gives."""
    kept = Kept()
    assert kept(Counted("row"), "a") != kept(Counted("long"), "a")


def test_what_nobody_asks_for_is_forgotten() -> None:
    """A row that two runs did not show is laid out anew; one that each run shows is not."""
    kept, row = Kept(), Counted("row")
    for _ in range(3):
        forget()
        kept(row, "always")
    assert row.count == 1
    forget()
    forget()
    kept(row, "always")
    assert row.count == 2
