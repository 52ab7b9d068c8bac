"""The sidecar of a recording: a small file in git that says all a build needs, beside the audio that git never sees."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict

from plugins.model.radio import AUDIO

END = ".json"


class Sidecar(Struct, frozen=True, kw_only=True):
    """What is known of a recording; `content_types/files.py` reads the part that a build needs."""

    bytes: int
    seconds: int
    sha256: str = ""
    """Of the audio."""
    lufs: float | None = None
    true_peak: float | None = None
    """dBTP."""
    peaks: tuple[int, ...] = ()
    """The waveform, 0 to 100."""
    source: str = ""
    """SHA-256 of the recording it was made from: the same file is not taken in twice."""
    tags: str = ""
    """Digest of what was written into the audio beside the sound."""
    guid: str = ""
    """Of the episode, when it was taken from a feed."""
    url: str = ""
    """Where the audio is when it stays with others."""
    type: str = ""
    """Its media type as the feed it comes from wrote it."""
    text: str = ""
    """Digest of the episode's text as it was taken from a feed: another digest is somebody's work, which is left alone."""

    def written(self) -> str:
        """Return the file: one value a line, so that a change of one is seen as one."""
        lines = (
            f"  {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in asdict(self).items() if value not in {None, "", ()}
        )
        return "{\n" + ",\n".join(lines) + "\n}\n"


def read_sidecar(text: str) -> Sidecar | None:
    """Return what a sidecar says, None when it is damaged; what it says beside that is not ours."""
    try:
        said = json.loads(text)
        known = {name: said[name] for name in Sidecar.__struct_fields__ if name in said}
        return Sidecar(**{**known, "peaks": tuple(known.get("peaks", ()))})
    except (ValueError, TypeError):
        return None


def sidecars(content: Path) -> Iterator[tuple[str, Sidecar]]:
    """Yield the sidecars under a content folder, each with the name of its audio."""
    for path in sorted((content / AUDIO).glob(f"*{END}")):
        if found := read_sidecar(path.read_text("utf-8", errors="replace")):
            yield path.name.removesuffix(END), found


def find(content: Path, digest: str) -> tuple[str, Sidecar] | None:
    """Return the recording that was made from the file with this SHA-256, or that is this file; by name, with its sidecar."""
    return next(((name, found) for name, found in sidecars(content) if digest in {found.source, found.sha256}), None)
