"""One build in a process of its own: `python -m bench.build PELICANCONF MARKS` writes when each part ended."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bench.clock import Clock
from bench.writing import Writing
from plugins.build.command import run_pelican
from plugins.settings import PLUGINS


def main(conf: Path, marks: Path) -> int:
    """Build the site, write the marks and the seconds of writing of each process, return the exit status."""
    writing = Writing()
    writing.watch()
    clock = Clock()
    plugins = clock.among(PLUGINS)
    names = tuple(plugin if isinstance(plugin, str) else type(plugin).__qualname__ for plugin in plugins)
    status = run_pelican(conf, PLUGINS=plugins, OUR_PLUGINS=names)  # ours too: a stranger would make each build run to its end
    marks.write_text(json.dumps({"marks": clock.marks, "writing": writing.sums()}))
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
