"""What is said in an episode, laid out to be read: sentences that can be heard, in paragraphs of one voice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from plugins.model.cue import Cue

_END = re.compile(r"[.!?…][»”\"'’)\s]*$")
"""What a sentence ends with."""
LONGEST = 15
"""Seconds after which a sentence is cut at the next cue, since machines write none of these marks."""
PARAGRAPH = 30
"""Seconds after which one voice starts a new paragraph."""


class Sentence(Struct, frozen=True):
    """What is shown as being said while it is."""

    second: int | None
    """From the start of the recording; None in a text without times."""
    text: str


class Paragraph(Struct, frozen=True):
    """What one voice says."""

    speaker: str
    """Empty: the same as before, or nobody knows."""
    sentences: tuple[Sentence, ...]

    @property
    def second(self) -> int | None:
        """When it starts."""
        return self.sentences[0].second


def paragraphs(cues: Iterable[Cue]) -> tuple[Paragraph, ...]:
    """Return what is said, in order; cues of a second or two, as subtitles have them, become sentences."""
    found: list[Paragraph] = []
    for speaker, sentence in _sentences(cues):
        if found and not speaker and not _is_long(found[-1], sentence):
            found[-1] = replace(found[-1], sentences=(*found[-1].sentences, sentence))
        else:
            found.append(Paragraph(speaker, (sentence,)))
    return tuple(found)


def _is_long(paragraph: Paragraph, sentence: Sentence) -> bool:
    if paragraph.second is None or sentence.second is None:
        return True
    return sentence.second - paragraph.second >= PARAGRAPH


def _sentences(cues: Iterable[Cue]) -> Iterator[tuple[str, Sentence]]:
    """Yield each sentence with who starts to speak there, empty when nobody new does."""
    voice, speaker, current = "", "", None
    for cue in cues:
        is_new = bool(cue.speaker) and cue.speaker != voice
        if current and not is_new and _goes_on(current, cue):
            current = replace(current, text=f"{current.text} {cue.text}")
            continue
        if current:
            yield speaker, current
        speaker, voice = cue.speaker if is_new else "", cue.speaker or voice
        current = Sentence(None if cue.start is None else int(cue.start), cue.text)
    if current:
        yield speaker, current


def _goes_on(sentence: Sentence, cue: Cue) -> bool:
    if sentence.second is None or cue.start is None or _END.search(sentence.text):
        return False
    return cue.start - sentence.second < LONGEST
