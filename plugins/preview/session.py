"""The site kept in memory while somebody writes: after each change only what it touches is made anew."""

from __future__ import annotations

import gc
from collections.abc import Collection
from pathlib import Path

from pelican import Pelican

from plugins.build.command import guarded, load, run
from plugins.build.run import Run
from plugins.content_types.memory import Memory
from plugins.content_types.plugin import MEMORY
from plugins.preview.first import show_first


class Session:
    """A preview's builds, all by one Pelican, which finds in memory what the last one left."""

    def __init__(self, conf: Path, **settings: object) -> None:
        """Prepare for a settings file, some settings replaced."""
        self._conf = conf
        self._settings = {**settings, "LIVE": True}
        self._pelican: Pelican | None = None
        self._waiting: set[str] = set()  # changes that no run has taken in to its end

    def build(self) -> int:
        """Build for the first time; return the exit status. What is in memory then stays: nobody needs to look for garbage in it."""
        gc.disable()
        status = self.update(())
        gc.freeze()
        return status

    def update(self, paths: Collection[str]) -> int:
        """Build again after these files have changed; return the exit status. Other settings make another site."""
        self._waiting.update(paths)
        if str(self._conf) in paths:
            self.close()
        return guarded(self._conf, self._run)

    @staticmethod
    def rest() -> None:
        """Tidy up while nobody waits: looking for garbage takes longer than an update."""
        gc.collect()

    def close(self) -> None:
        """Leave on the disk what was kept in memory, for the next preview."""
        if self._pelican:
            self._pelican.settings["BUILD"].close()
        self._pelican = None

    def _run(self) -> None:
        if self._pelican is None:
            self._pelican = load(self._conf, self._settings)
        else:
            content = Path(self._pelican.path)
            changed = [Path(path).relative_to(content).as_posix() for path in self._waiting if Path(path).is_relative_to(content)]
            self._pelican.settings["CHANGED"] = changed
            self._show_first(self._pelican, changed)
        run(self._pelican)
        self._waiting.clear()

    @staticmethod
    def _show_first(pelican: Pelican, changed: Collection[str]) -> None:
        """Show the pages of the texts among these files."""
        last: Run = pelican.settings["BUILD"]
        if last.context:
            memory = last.past.recall(MEMORY, Memory)
            for path in changed:
                show_first(Path(pelican.path), path, memory, last.declared, last.show)
