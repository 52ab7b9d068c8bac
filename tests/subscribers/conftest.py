"""What the tests about subscribers share."""

from tests.subscribers.house import house

__all__ = ["house"]
