"""The shape of a sound, small enough to lie in its sidecar."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

RATE = 2000
"""Samples a second that are enough to see speech and pauses."""
STEPS = 200
"""Bars of a waveform: a page wide, some 700 bytes."""


def peaks(samples: Sequence[int]) -> tuple[int, ...]:
    """Return how loud each of STEPS equal parts is on the average, the loudest 100: levelled speech peaks everywhere, averages show pauses."""
    length = len(samples)
    bounds = [number * length // STEPS for number in range(STEPS + 1)]
    means = [sum(map(abs, samples[start:end])) / max(1, end - start) for start, end in pairwise(bounds)]
    loudest = max(means) or 1
    return tuple(round(100 * mean / loudest) for mean in means)
