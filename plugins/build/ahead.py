"""What lies in the folders of a build, looked at on another core while this one reads; and the public site taken over into the next one there.

Nearly all of a site stays from one build to the next, so that all of it may be taken over before anybody knows what does.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from plugins.build.cores import beside, beside_then
from plugins.build.folders import Folders
from plugins.build.trees import Tree, walk

Trees = dict[Path, Tree]


@contextmanager
def looking(public: Path, making: Path, letters: Path, let_go: Callable[[], None]) -> Iterator[Callable[[Path], Tree]]:
    """Walk these folders beside, by a process that lets go of the lock; give what tells of each."""
    with beside(partial(_walked, (public, making, letters), let_go)) as trees:
        yield lambda folder: trees()[folder]


@contextmanager
def taking_over(public: Path, making: Path, letters: Path, let_go: Callable[[], None]) -> Iterator[Callable[[Path], Tree]]:
    """Do the same, and take the public site over; the making folder is told of as it is then."""
    walked = partial(_walked, (public, letters), let_go)
    with beside_then(walked, lambda trees: taken_over(public, making, trees[public])) as (trees, ahead):
        yield lambda folder: ahead() if folder == making else trees()[folder]


def _walked(folders: Iterable[Path], let_go: Callable[[], None]) -> Trees:
    let_go()
    return {folder: walk(folder) for folder in folders}


def taken_over(public: Path, making: Path, shown: Tree) -> Tree:
    """Put all that is public, and was found there, into the making folder; return what lies in that then. What does not stay goes later.

    Who does this goes no further once nobody waits for it: after a kill the next build has the folder for itself.
    """
    waiting, lay = os.getppid(), walk(making)
    folders = Folders(public, making, walked=lambda folder: shown if folder == public else lay)
    in_the_way = lay.folders & shown.looks.keys() or shown.folders & lay.looks.keys()
    folders.begin()
    for path, look in shown.looks.items():
        if os.getppid() != waiting:
            break
        folders.keep({path: look})
    return walk(making) if in_the_way else Tree(lay.looks | folders.now, lay.folders)
