"""One thing that is said, and who says it: « Prénom : … » as it is typed in French."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

_SPEAKER = re.compile(r"(?:[-–—]\s+)?(?P<speaker>[^:]{1,40}?)\s*:\s+(?P<text>\S.*)", re.DOTALL)
_NO_NAME = re.compile(r"[.!?…;,«»()]")
MOST_WORDS = 3
"""Of a speaker's name: with more words before its colon, a line is a sentence like any other."""


class Cue(Struct, frozen=True):
    """One thing that is said."""

    start: float | None
    """Seconds from the start of the recording; None in a text without times."""
    end: float | None
    speaker: str
    """Empty: not said, or the same as before."""
    text: str

    @property
    def is_timed(self) -> bool:
        """Whether one knows when it is said."""
        return self.start is not None


def spoken(line: str) -> tuple[str, str]:
    """Return who speaks in a line, empty when it does not say, and what is said."""
    match = _SPEAKER.fullmatch(line)
    if match and match["speaker"][0].isupper() and not _NO_NAME.search(match["speaker"]) and len(match["speaker"].split()) <= MOST_WORDS:
        return match["speaker"], match["text"]
    return "", line


def turns(lines: Iterable[str]) -> list[tuple[str, str]]:
    """Return who says what in some lines that follow each other; a line without a speaker goes on with the one before."""
    found: list[tuple[str, str]] = []
    for line in filter(None, map(_spaced, lines)):
        speaker, text = spoken(line)
        if found and not speaker:
            found[-1] = (found[-1][0], f"{found[-1][1]} {text}")
        else:
            found.append((speaker, text))
    return found


def read_speech(text: str) -> tuple[Cue, ...]:
    """Return what is said in a text without times: a paragraph or a speaker is one cue."""
    blocks = re.split(r"\n\s*\n", text)
    return tuple(Cue(None, None, speaker, said) for block in blocks for speaker, said in turns(block.split("\n")))


def speech_text(cues: Iterable[Cue]) -> str:
    """Return cues without times as a text that reads back as them."""
    return "\n\n".join(f"{cue.speaker}\u00a0: {cue.text}" if cue.speaker else cue.text for cue in cues) + "\n"


def _spaced(line: str) -> str:
    return re.sub(r"[ \t]+", " ", line).strip()
