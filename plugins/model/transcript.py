"""What is said in an episode, word for word: read as typed or exported, published as WebVTT, or as plain text when it has no times."""

from __future__ import annotations

from posixpath import basename, splitext

from msgspec import Struct

from plugins.model.cue import Cue, read_speech, speech_text
from plugins.model.header import Fault
from plugins.model.problem import Wrong
from plugins.model.text import clean
from plugins.model.vtt import ARROW, HEAD, read_cues, vtt_text

TRANSCRIPTS = "bobine/transcriptions"
"""Where they lie in the content folder."""
KINDS = (".vtt", ".srt", ".txt")


class Transcript(Struct, frozen=True):
    """The transcript of an episode, kept as it is published: one text weighs less than a thousand cues."""

    path: str
    """Its file, from the content folder."""
    text: str
    """WebVTT, or plain text."""

    @property
    def is_timed(self) -> bool:
        """Whether one knows when each sentence is said."""
        return self.text.startswith(HEAD)

    @property
    def address(self) -> str:
        """Where it is published."""
        return f"/la-bobine/transcriptions/{splitext(basename(self.path))[0]}{'.vtt' if self.is_timed else '.txt'}"

    @property
    def mime(self) -> str:
        """Its media type."""
        return "text/vtt" if self.is_timed else "text/plain"

    @property
    def cues(self) -> tuple[Cue, ...]:
        """What is said, in order."""
        return read_cues(self.text)[0] if self.is_timed else read_speech(self.text)


def is_transcript(path: str) -> bool:
    """Return whether the file at a path can be read as a transcript."""
    return path.startswith(f"{TRANSCRIPTS}/") and path.casefold().endswith(KINDS)


def read_transcript(path: str, written: str) -> tuple[Transcript | None, tuple[Fault, ...]]:
    """Return the transcript of a file's text, or what is wrong with it, all of it, each at its line."""
    text = clean(written)
    if ARROW not in text and path.casefold().endswith(".txt"):
        cues: tuple[Cue, ...] = read_speech(text)
        faults: tuple[Fault, ...] = ()
    else:
        cues, faults = read_cues(text)
    if not cues and not faults:
        faults = (Fault(1, Wrong("Cette transcription ne dit rien.", "Collez-y le texte de l'émission, ou effacez le fichier.")),)
    if faults:
        return None, faults
    return Transcript(path, vtt_text(cues) if cues[0].is_timed else speech_text(cues)), ()
