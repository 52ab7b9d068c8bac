"""What the tests of the drafts share."""

from tests.drafts.commands import place

__all__ = ["place"]
