"""Text with times: SubRip and WebVTT are read alike, WebVTT is written (W3C, WebVTT: The Web Video Text Tracks Format)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape, unescape

from plugins.model.cue import Cue, turns
from plugins.model.header import Fault
from plugins.model.problem import Wrong

HEAD = "WEBVTT"
ARROW = "-->"
_ASIDE = re.compile(r"(?:WEBVTT|NOTE|STYLE|REGION)(?:\s.*|$)")
"""What a block starts with that nobody says."""
_TIME = r"(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)(?:[.,](\d{1,3}))?"
_TIMES = re.compile(rf"{_TIME}\s*-->\s*{_TIME}(?:\s.*)?")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")
_MARKUP = re.compile(r"</?[a-z0-9.:][^>]*>|\{\\[^}]*\}", re.IGNORECASE)
_EXAMPLE = "Écrivez par exemple « 00:00:05.000 --> 00:00:09.500 », puis ce qui est dit à la ligne suivante."

Block = tuple[int, list[str]]
"""The line where some lines without a gap start, from 1, and these lines."""


def read_cues(text: str) -> tuple[tuple[Cue, ...], tuple[Fault, ...]]:
    """Return what is said and when, and every fault; a cue in which two speak gives two of the same time."""
    cues: list[Cue] = []
    faults: list[Fault] = []
    for first, lines in _blocks(text):
        if _ASIDE.fullmatch(lines[0]):
            continue
        try:
            cues += _read_block(lines, cues[-1].start if cues else None)
        except Wrong as wrong:
            faults.append(Fault(first + _arrow(lines), wrong))
    return tuple(cues), tuple(faults)


def vtt_text(cues: Iterable[Cue]) -> str:
    """Return timed cues as WebVTT that reads back as them."""
    return "\n\n".join((HEAD, *map(_written, cues))) + "\n"


def _blocks(text: str) -> Iterator[Block]:
    block: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.strip():
            block.append(line.strip())
        elif block:
            yield number - len(block), block
            block = []


def _arrow(lines: Sequence[str]) -> int:
    """Return which line has the times: the second when the first is a number or a name."""
    return 1 if len(lines) > 1 and ARROW not in lines[0] and ARROW in lines[1] else 0


def _read_block(lines: list[str], before: float | None) -> Iterator[Cue]:
    at = _arrow(lines)
    match = _TIMES.fullmatch(lines[at])
    if not match:
        raise Wrong(f"« {lines[at][:60]} » : il manque ici une heure de début et une heure de fin.", _EXAMPLE)
    start, end = _seconds(*match.groups()[:4]), _seconds(*match.groups()[4:])
    if end <= start:
        raise Wrong("Ce passage finit avant de commencer.", "Vérifiez ses deux heures.")
    if before is not None and start < before:
        raise Wrong("Ce passage commence avant celui qui est écrit au-dessus.", "Rangez les passages du premier au dernier.")
    return (Cue(start, end, speaker, said) for speaker, said in _said("\n".join(lines[at + 1 :])))


def _seconds(hours: str | None, minutes: str, seconds: str, thousandths: str | None) -> float:
    whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
    return (whole * 1000 + int((thousandths or "").ljust(3, "0"))) / 1000


def _said(payload: str) -> list[tuple[str, str]]:
    """Return who says what in a cue: by voice spans, or as one types it."""
    before, *voices = _VOICE.split(payload)
    if not voices:
        return turns(map(_bare, before.split("\n")))
    said = [("", before), *zip(voices[::2], voices[1::2], strict=True)]
    bare = ((_bare(speaker), " ".join(map(_bare, text.split("\n"))).strip()) for speaker, text in said)
    return [(speaker, text) for speaker, text in bare if text]


def _bare(line: str) -> str:
    return " ".join(unescape(_MARKUP.sub("", line)).split(" ")).strip()


def _written(cue: Cue) -> str:
    voice = f"<v {escape(cue.speaker, quote=False)}>" if cue.speaker else ""
    return f"{_clock(cue.start)} {ARROW} {_clock(cue.end)}\n{voice}{escape(cue.text, quote=False)}"


def _clock(seconds: float | None) -> str:
    whole, thousandths = divmod(round((seconds or 0) * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{thousandths:03}"
