"""The shape of a sound."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.studio.waveform import STEPS, peaks


def test_pauses_are_seen() -> None:
    """The loudest part is 100, half as loud 50, silence 0."""
    shape = peaks([1000, -1000] * STEPS + [500, -500] * STEPS + [0] * 2 * STEPS)
    assert (shape[0], shape[STEPS // 2], shape[-1]) == (100, 50, 0)


@given(st.lists(st.integers(-32768, 32767), max_size=1000))
def test_any_sound_has_a_shape(samples: list[int]) -> None:
    """However short, a sound has as many bars as any other, from 0 to 100."""
    shape = peaks(samples)
    assert len(shape) == STEPS
    assert all(0 <= bar <= 100 for bar in shape)
