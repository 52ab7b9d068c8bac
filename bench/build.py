"""One build in a process of its own: `python -m bench.build PELICANCONF MARKS ROOMS` writes when each part ended."""

from __future__ import annotations

import gc
import json
import sys
from pathlib import Path


def main(conf: Path, marks: Path, rooms: str) -> int:
    """Build the site with some rooms, write the marks and the seconds of writing of each process, return the exit status."""
    gc.disable()  # before the imports, as our commands do (tasks.py)
    from bench.clock import Clock
    from bench.rooms import ROOMS
    from bench.writing import Writing
    from plugins.build.command import run_pelican

    writing = Writing()
    writing.watch()
    clock = Clock()
    plugins = clock.among(ROOMS[rooms])
    names = tuple(plugin if isinstance(plugin, str) else type(plugin).__qualname__ for plugin in plugins)
    status = run_pelican(conf, PLUGINS=plugins, OUR_PLUGINS=names)  # ours too: a stranger would make each build run to its end
    marks.write_text(json.dumps({"marks": clock.marks, "writing": writing.sums()}))
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))
