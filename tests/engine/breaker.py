"""A plugin that breaks down in the middle of a build, the first time."""

from pelican import signals

BREAKDOWNS = [ValueError("broken")]


def register() -> None:
    """Register as Pelican asks."""
    signals.all_generators_finalized.connect(_break)


def _break(_: object) -> None:
    if BREAKDOWNS:
        raise BREAKDOWNS.pop()
