"""Transcripts beside the texts: what is wrong with one is told where it lies; it is read when an episode asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from plugins.content_types.files import read_file
from plugins.content_types.utf8 import not_utf8
from plugins.model.collection import CollectionMeta
from plugins.model.entry import File
from plugins.model.problem import Problem
from plugins.model.transcript import Transcript, is_transcript, read_transcript


class Transcripts(Struct, Mapping[str, Transcript], frozen=True, metaclass=CollectionMeta):
    """The transcripts of a content folder; nothing of them is kept, since they are long and seldom asked for."""

    content: Path
    paths: tuple[str, ...]

    def __getitem__(self, path: str) -> Transcript:
        """Return the transcript of a file. Raise KeyError when there is none, or it cannot be read."""
        if path not in self.paths:
            raise KeyError(path)
        try:
            found, _ = read_transcript(path, (self.content / path).read_text("utf-8-sig"))
        except UnicodeDecodeError:
            found = None
        if found is None:
            raise KeyError(path)
        return found

    def __iter__(self) -> Iterator[str]:
        """Go through the paths."""
        return iter(self.paths)

    def __len__(self) -> int:
        """Count the files."""
        return len(self.paths)


def read_transcript_file(content: Path, name: str) -> tuple[File, tuple[Problem, ...]]:
    """Return a transcript as a file, with every line of it that cannot be read."""
    file, _ = read_file(content, name)
    if not is_transcript(name):
        return file, ()
    data = (content / name).read_bytes()
    try:
        _, faults = read_transcript(name, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return file, (not_utf8(f"{content.name}/{name}", data, error),)
    return file, tuple(Problem(f"{content.name}/{name}", fault.line, "", fault.wrong.what, fault.wrong.instead) for fault in faults)
