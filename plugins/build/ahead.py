"""Taking the public site over into the next one while texts are read: nearly all of it will stay."""

from __future__ import annotations

import os
from pathlib import Path

from plugins.build.folders import Folders
from plugins.build.trees import Tree, walk


def taken_over(public: Path, making: Path) -> Tree:
    """Put all that is public into the making folder, and return what lies there then; what does not stay is replaced or pruned later.

    A process of its own does this. It goes no further once nobody waits for it: after a kill the next build has the folder for itself.
    """
    folders, waiting = Folders(public, making), os.getppid()
    folders.begin()
    for path, look in folders.before.items():
        if os.getppid() != waiting:
            break
        folders.keep({path: look})
    return walk(making)
