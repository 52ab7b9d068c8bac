"""Putting finished files where they belong, all of them or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from plugins.lock import alone

WORKSHOP = ".studio"
"""Folder in which a recording is worked on; hidden, so that builds pass it by, and beside the audio, so that files are moved in one step."""
_LOCK = ".lock"


@contextmanager
def workshop(audio: Path) -> Iterator[Path]:
    """Give a folder to work in, empty, and clear it away whatever happens. Raise BusyError when another recording is being taken in."""
    folder = audio / WORKSHOP
    with alone(folder / _LOCK):
        for left in folder.iterdir():
            if left.name != _LOCK:
                left.unlink()
        try:
            yield folder
        finally:
            shutil.rmtree(folder)


def place(moves: Sequence[tuple[Path, Path]]) -> None:
    """Move files to their places, one after the other; when that is interrupted everything is as it was before."""
    done: list[tuple[Path, Path | None]] = []
    try:
        for source, target in moves:
            target.parent.mkdir(parents=True, exist_ok=True)
            done.append((target, _kept(target, source)))
            source.replace(target)
    except BaseException:
        for target, before in reversed(done):
            _put_back(target, before)
        raise
    for _, before in done:
        if before:
            before.unlink()


def _kept(target: Path, source: Path) -> Path | None:
    """Return a second name for what stands at a target, None when nothing does."""
    if not target.exists():
        return None
    before = source.with_name(f"{source.name}.avant")
    os.link(target, before)
    return before


def _put_back(target: Path, before: Path | None) -> None:
    if before:
        before.replace(target)
    else:
        target.unlink(missing_ok=True)
