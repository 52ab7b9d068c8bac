"""Levels: what the meter said is read, and the filters bring it to where it should be."""

from __future__ import annotations

import pytest

from plugins.studio.loudness import Correction, Loudness, levelling, measuring, read_loudness

LOG = """[Parsed_ebur128_1 @ 0x1] Summary:

  Integrated loudness:
    I:         -23.4 LUFS
    Threshold: -34.1 LUFS

  Loudness range:
    LRA:         6.2 LU
    Threshold: -44.9 LUFS
    LRA low:   -28.0 LUFS
    LRA high:  -21.8 LUFS

  True peak:
    Peak:       -3.5 dBFS
"""


def test_the_meter_is_read() -> None:
    """Of the two thresholds the meter prints, the first is that of the loudness."""
    assert read_loudness(LOG) == Loudness(-23.4, -34.1, 6.2, -3.5)


@pytest.mark.parametrize("log", ["", "Summary:\n", "frame 1"])
def test_a_log_without_figures_says_nothing(log: str) -> None:
    """A meter that did not come to its end has measured nothing."""
    with pytest.raises(ValueError, match="no summary"):
        read_loudness(log)


def test_silence_reads_as_minus_infinity() -> None:
    """A recording in which nothing is heard is silent."""
    assert read_loudness(LOG.replace("-23.4", "-inf")).is_silent
    assert read_loudness(LOG.replace("-23.4", "-70.0")).is_silent
    assert not read_loudness(LOG).is_silent


@pytest.mark.parametrize(
    ("integrated", "peak", "is_good"), [(-16.0, -1.1, True), (-15.1, -3.0, True), (-17.0, -3.0, False), (-15.0, -3.0, False), (-16.0, -1.0, False)]
)
def test_what_may_be_published(integrated: float, peak: float, is_good: bool) -> None:
    """−16 LUFS give or take one, and no peak above −1 dBTP, also where the meter has rounded."""
    assert Loudness(integrated, -26, 5, peak).is_good is is_good


def test_a_wide_range_is_kept() -> None:
    """The target range follows the recording's, so that loudnorm applies one gain instead of riding the level."""
    assert ":LRA=14.5:" in levelling(1, Loudness(-30, -40, 14.5, -20), Correction())
    assert ":LRA=11.0:" in levelling(1, Loudness(-30, -40, 3, -20), Correction())
    assert "linear=true" in levelling(1, Loudness(-30, -40, 3, -20), Correction())


def test_one_or_two_channels() -> None:
    """What is measured is what will be heard: one channel for speech, two when asked for."""
    assert measuring(1).startswith("aformat=channel_layouts=mono,")
    assert measuring(2).startswith("aformat=channel_layouts=stereo,")


def test_a_miss_is_corrected() -> None:
    """The next try is as much louder as was missed, and its limiter as much lower as peaks came out too high."""
    assert Correction().after(Loudness(-19, -29, 5, -2.5)) == Correction(3, -2)
    assert Correction(3, -2).after(Loudness(-15.5, -25, 5, -0.5)) == Correction(2.5, -3)
    assert "alimiter" not in levelling(1, Loudness(-30, -40, 3, -20), Correction())
    assert "volume=3.00dB,alimiter=limit=0.7943" in levelling(1, Loudness(-30, -40, 3, -20), Correction(3, -2))
