"""What lies in a folder, seen in one walk."""

from __future__ import annotations

import os
from pathlib import Path

from msgspec import Struct, field

Look = tuple[int, int]
"""Size and time (ns) of a file: what it looks like from outside."""


class Tree(Struct, frozen=True):
    """Everything under a folder, by path inside it, with slashes."""

    looks: dict[str, Look] = field(default_factory=dict)
    """Of whatever is no folder, a link to one too."""
    folders: set[str] = field(default_factory=set)


def walk(folder: Path) -> Tree:
    """Return what lies under a folder; nothing when there is none. In plain strings, for there may be thousands of files."""
    tree, start = Tree(), len(str(folder)) + 1
    waiting = [str(folder)] if folder.is_dir() else []
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                path = entry.path[start:]
                if entry.is_dir(follow_symlinks=False):
                    tree.folders.add(path)
                    waiting.append(entry.path)
                else:
                    tree.looks[path] = look_of(entry.stat(follow_symlinks=False))
    return tree


def look_of(state: os.stat_result) -> Look:
    """Return the look of a file in some state."""
    return state.st_size, state.st_mtime_ns
