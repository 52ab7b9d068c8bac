"""How loud a recording is, and the filters that bring it where podcast apps want it (EBU R 128, ITU-R BS.1770)."""

from __future__ import annotations

import math
import re

from msgspec import Struct

TARGET = -16.0
"""LUFS (Apple's requirements for audio)."""
TOLERANCE = 1.0
CEILING = -1.0
"""dBTP that no peak may pass."""
AIM = -2.0
"""dBTP aimed at: encoding lifts peaks a little."""
ROUNDING = 0.05
"""The meter tells tenths."""
MARGIN = 0.5
"""dB by which a limiter is set lower than it seems to need."""
ENCODING = 0.4
"""LU that LAME takes away, always."""
SILENT = -70.0
"""LUFS below which BS.1770 hears nothing."""
WIDEST = 20.0
"""LU: the widest range that every ffmpeg takes as a target."""
USUAL_RANGE = 11.0
LEAST_RANGE = 0.1
"""LU: loudnorm takes 0 for « not measured »."""
_FIGURE = re.compile(r"^ +(I|Threshold|LRA|Peak): +(\S+) ", re.MULTILINE)


class Loudness(Struct, frozen=True):
    """What ffmpeg's meter says of a recording (EBU R 128)."""

    integrated: float
    """LUFS over all of it."""
    threshold: float
    """LUFS under which it was not counted."""
    range: float
    """LU."""
    peak: float
    """True peak, dBTP."""

    @property
    def is_silent(self) -> bool:
        """True when there is nothing to hear."""
        return not self.integrated > SILENT

    @property
    def is_good(self) -> bool:
        """True when it may be published: −16 LUFS ± 1, peaks at most −1 dBTP."""
        return abs(self.integrated - TARGET) + ROUNDING <= TOLERANCE and not self.is_too_high

    @property
    def is_too_high(self) -> bool:
        """True when a peak may pass the ceiling."""
        return self.peak + ROUNDING > CEILING


class Correction(Struct, frozen=True):
    """What is changed after loudnorm when measuring again shows that it missed."""

    gain: float = 0.0
    """dB."""
    limit: float = 0.0
    """dBFS; 0: no limiter."""

    def after(self, found: Loudness) -> Correction:
        """Return the next try: as much louder or softer as was missed, the limiter as much lower as peaks came out too high."""
        excess = found.peak - CEILING + MARGIN if found.is_too_high else 0.0
        return Correction(self.gain + TARGET - found.integrated, min(self.limit, AIM) - excess)


def read_loudness(log: str) -> Loudness:
    """Return what the meter printed at the end of a log. Raise ValueError when it printed nothing."""
    _, mark, summary = log.rpartition("Summary:")
    found = {name: float(value) for name, value in reversed(_FIGURE.findall(summary))}  # the range has a threshold of its own
    if not mark or not found.keys() >= {"I", "Threshold", "LRA", "Peak"}:
        raise ValueError("no summary")
    return Loudness(found["I"], found["Threshold"], found["LRA"], found["Peak"])


def measuring(channels: int) -> str:
    """Return the filters that measure a recording in as many channels as will be heard.

    It is the meter and not the first pass of loudnorm that measures: that one is up to 2 LU wrong where the level drifts.
    """
    return f"{_layout(channels)},ebur128=peak=true:framelog=verbose"


def levelling(channels: int, found: Loudness, correction: Correction) -> str:
    """Return the filters that level a recording: by one gain where its peaks and range allow it, else by loudnorm's own riding of the level."""
    range_ = max(found.range, LEAST_RANGE)
    measured = f"measured_I={found.integrated}:measured_TP={found.peak}:measured_LRA={range_}:measured_thresh={found.threshold}"
    loudnorm = f"loudnorm=I={TARGET + ENCODING}:TP={AIM}:LRA={min(max(range_, USUAL_RANGE), WIDEST)}:{measured}:linear=true"
    return ",".join((_layout(channels), loudnorm, *_corrected(correction), "aresample=44100"))


def _corrected(correction: Correction) -> tuple[str, ...]:
    """Return the filters of a correction; the limiter sees peaks between samples because there are four times as many."""
    if correction == Correction():
        return ()
    limit = math.pow(10, correction.limit / 20)
    return ("aresample=192000", f"volume={correction.gain:.2f}dB", f"alimiter=limit={limit:.4f}:attack=1:release=50:level=disabled")


def _layout(channels: int) -> str:
    return f"aformat=channel_layouts={'mono' if channels == 1 else 'stereo'}"
