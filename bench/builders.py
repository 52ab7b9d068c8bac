"""Those who build the corpus: ours, and Hugo where it is installed."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec import Struct

from bench import run as running
from bench.edits import featured, only
from bench.hugo.binary import command, find_hugo
from bench.run import DAY, Cost

OURS, HUGO = "le nôtre", "Hugo"
Build = Callable[[bool], Cost]
"""Takes whether to watch its memory (`bench.run.execute`)."""


class Builder(Struct, frozen=True):
    """One who builds a corpus in a folder."""

    name: str
    folder: Path
    output: Path
    """The public folder."""
    text: Path
    """The text that is edited."""
    page: str
    """Its page, from the public folder."""
    build: Build
    build_everything: Build | None = None
    """The same with what others have no twin of; None: there is no more."""

    def forget(self) -> None:
        """Delete what was built, so that the next run begins anew."""
        for folder in (self.output, self.folder / "build", self.folder / "cache"):
            shutil.rmtree(folder, ignore_errors=True)


def ours(folder: Path) -> Builder:
    """Return our builder for the corpus in a folder."""
    day, slug = featured(folder)
    text = only(folder / "content/evenements", f"*/{day.replace('/', '-')}-{slug}.md")
    foundation, everything = (partial(running.run, folder, rooms) for rooms in ("foundation", "everything"))
    return Builder(OURS, folder, folder / "output", text, _page(day, slug), foundation, everything)


def hugo(corpus: Path, folder: Path) -> Builder | None:
    """Return Hugo for a copy of the corpus, written into a folder that does not exist; None where there is no Hugo. Raise BuildError."""
    binary = find_hugo()
    if binary is None:
        return None
    running.execute([sys.executable, "-m", "bench.hugo.site", str(corpus / "pelicanconf.py"), str(folder)], folder.parent, folder, is_watched=False)
    day, slug = featured(corpus)
    text = only(folder / "content/agenda", f"{day}/{slug}.md")
    build = partial(running.execute, command(binary, folder, DAY), folder, folder / "public")
    return Builder(HUGO, folder, folder / "public", text, _page(day, slug), build)


def _page(day: str, slug: str) -> str:
    return f"agenda/{day}/{slug}/index.html"
