"""Building a whole site as a person would: by the command, in a process of its own."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from msgspec import Struct

ROOT = Path(__file__).resolve().parents[2]
OTHER_TOWN = ROOT / "tests" / "autre-ville"
DAY = "2026-11-22"
CODE = ("plugins", "theme", "pelicanconf.py", "publishconf.py", "tasks.py")


class Built(Struct, frozen=True):
    """What a build left behind."""

    status: int
    said: str
    folder: Path

    @property
    def output(self) -> Path:
        """The public folder."""
        return self.folder / "output"


def copy_site(folder: Path) -> Path:
    """Copy the code and the content of Romans to a folder that tests may write in."""
    folder.mkdir(parents=True)
    for name in (*CODE, "content"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, folder / name)
    return folder


def run(folder: Path, *command: str, **environment: str) -> Built:
    """Run a Python module in a folder as a command; `BUILD_DATE` is DAY unless said otherwise."""
    env = {**os.environ, "BUILD_DATE": DAY, "COLUMNS": "200", "PYTHONWARNINGS": "error::ResourceWarning", **environment}
    done = subprocess.run([sys.executable, "-m", *command], cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=300)
    return Built(done.returncode, done.stdout + done.stderr, folder)


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of every file of a folder, by path."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
