"""Our preview in a process of its own: `python -m bench.session MODULE PELICANCONF PUBLIC`.

It builds, answers, then updates for each path on its input and answers. An answer is a status and the moment by the
machine's clock. What the preview says to people goes where errors go.
"""

from __future__ import annotations

import importlib
import os
import sys
import time
from pathlib import Path

MODULE = "plugins.preview.session"


def main(module: str, conf: Path, public: Path) -> None:
    """Answer once when the site stands, then once for each line of input."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", buffering=1)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    session = importlib.import_module(module).Session(conf, DRAFTS=True, OUTPUT_PATH=str(public), BUILD_PATH=f"{public}-build")
    answers.write(f"{session.build()} {time.monotonic()}\n")
    for line in sys.stdin:
        answers.write(f"{session.update({line.rstrip()})} {time.monotonic()}\n")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
