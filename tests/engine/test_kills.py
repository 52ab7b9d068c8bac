"""A build that is killed at any moment leaves the old site or the new one, and the next build is not disturbed."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from tests.engine.places import Contents, Place, contents, differences
from tests.engine.town import set_key
from tests.site.building import DAY, copy_site, run

KILLS = 12
EARLIEST = 0.35
"""Share of a run before which Python is still starting."""
SLUGS = ("soiree-a", "soiree-b")


def change(folder: Path, number: int) -> None:
    """Give the site the first or the second of two contents: an event of another name, a house with another telephone."""
    new = folder / "content/evenements/2026" / f"{SLUGS[number]}.md"
    new.with_stem(SLUGS[1 - number]).unlink(missing_ok=True)
    new.write_text("---\ntitre: Soirée\ndebut: 05/12/2026 20h\nmaison: ors\n---\nPrès du feu.\n", "utf-8")
    set_key(folder / "content/maisons/ors.md", "telephone", f"04 75 00 00 1{number}")


def built(folder: Path) -> float:
    """Build to the end; return how many seconds it took."""
    start = time.monotonic()
    done = run(folder, "invoke", "build")
    assert done.status == 0, done.said
    return time.monotonic() - start


def kill_after(folder: Path, seconds: float, *, with_its_helpers: bool) -> None:
    """Start a build and kill it after some time, alone or with the processes it started."""
    command = [sys.executable, "-m", "invoke", "build"]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=folder, env={**os.environ, "BUILD_DATE": DAY}, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        if with_its_helpers:
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()


def test_a_kill_leaves_the_old_site_or_the_new_one(tmp_path: Path) -> None:
    """Wherever a build is killed, first or later, the public folder is whole; the build after it gives the right site at once."""
    folder, random = copy_site(tmp_path / "site"), Random(3)
    place = Place(folder)
    wanted: list[tuple[Contents, Contents]] = []
    for number in range(2):
        change(folder, number)
        for made in (place.public, place.build):
            shutil.rmtree(made, ignore_errors=True)
        first = built(folder)
        wanted.append(place.site)
    later = first
    for kill in range(KILLS):
        old, new = wanted[1 - kill % 2], wanted[kill % 2]
        change(folder, kill % 2)
        if kill % 4 == 3:
            shutil.rmtree(place.public)
            shutil.rmtree(place.build)
            old = {}, {}
        share = EARLIEST + (1 - EARLIEST) * (kill + random.random()) / KILLS
        kill_after(folder, share * (later if old[0] else first), with_its_helpers=kill % 3 == 0)
        found = contents(place.public)
        assert found in (old[0], new[0]), (share, differences(found, old[0]), differences(found, new[0]))
        later = built(folder)
        assert [differences(*pair) for pair in zip(place.site, new, strict=True)] == [[], []], share
