"""Where things are that several rooms ask for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any


def build_folder(settings: Mapping[str, Any], root: Path = Path()) -> Path:
    """Return the folder of what builds keep beside the site: BUILD_PATH, else `build` beside the public folder.

    Paths that are not absolute, as people write them in pelicanconf.py, begin at its folder, `root`; Pelican's own settings have none left.
    """
    return root / (settings.get("BUILD_PATH") or Path(settings.get("OUTPUT_PATH", "output")).parent / "build")
