"""What is measured: seconds of writing, memory of all processes, waits in front of the preview."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench import waits
from bench.builders import Builder
from bench.memory import Watch, family
from bench.previews import our_preview
from bench.run import ROOT, BuildError, Cost, apart, execute, middle

FORKED = """
import os
from pathlib import Path
from bench import writing as clocked
from plugins.build.folders import Folders
clock = [0.0]
clocked.monotonic = lambda: clock[0]
Folders.put = lambda self, path, seconds: clock.append(clock.pop() + seconds)
writing = clocked.Writing()
writing.watch()
folders = Folders(Path("a"), Path("b"))
for seconds in (0.01, 0.02):
    if not os.fork():
        folders.put("page", seconds)
        os._exit(0)
for _ in range(2):
    os.wait()
print(*(round(seconds, 2) for seconds in sorted(writing.sums())))
"""


def test_writing_is_added_up_over_processes() -> None:
    """Each forked process has its own sum, and the first process sees them all."""
    assert subprocess.check_output([sys.executable, "-c", FORKED], cwd=ROOT, text=True).split() == ["0.01", "0.02"]


def test_writing_is_told_apart() -> None:
    """Two processes that each write for one of ten seconds write for a tenth of the part."""
    assert apart({"lecture": 1, "rendu et écriture": 10}, [1, 1]) == {"lecture": 1, "rendu": 9, "écriture": 1}


def test_nothing_written() -> None:
    """A build that writes nothing spends no time on it."""
    assert apart({"rendu et écriture": 2}, [0.0]) == {"rendu": 2, "écriture": 0}


def test_a_build_that_writes_unseen_stays_whole() -> None:
    """Without a known sum of writing, the part is not told apart."""
    assert apart({"rendu et écriture": 10}, []) == {"rendu et écriture": 10}


def test_memory_of_all_processes() -> None:
    """A process and what it starts are one family, and together they take more than the largest of them."""
    code = "import subprocess, sys; block = bytearray(30_000_000); print(flush=True); subprocess.run(['sleep', '60'])"
    twice = f"import subprocess, sys; block = bytearray(30_000_000); subprocess.run([sys.executable, '-c', {code!r}])"
    process = subprocess.Popen([sys.executable, "-c", twice], stdout=subprocess.PIPE, start_new_session=True)
    try:
        assert process.stdout
        process.stdout.readline()
        with Watch(process.pid) as watch:
            while not watch.together:
                time.sleep(0.01)
        assert len(list(family(process.pid))) >= 2
        assert 30e6 < watch.largest < 60e6 < watch.together
    finally:
        os.killpg(process.pid, 9)
        process.communicate()


def test_failing_build_says_what_it_said(tmp_path: Path) -> None:
    """A builder that fails stops the measuring with its own words."""
    with pytest.raises(BuildError, match="en panne"):
        execute([sys.executable, "-c", "import sys; sys.exit('en panne')"], tmp_path, tmp_path, is_watched=True)


def test_the_last_run_tells_the_memory_alone() -> None:
    """It is watched, which makes it slower; the time is that of the others, if there are any."""
    costs = [Cost(0, seconds, 1, memory, 2 * memory, 1, 1) for seconds, memory in ((3, 0), (1, 0), (2, 0), (9, 80))]
    assert (middle(costs).seconds, middle(costs).memory, middle(costs).together) == (2, 80, 160)
    assert middle(costs[3:]) == costs[3]


def test_waits_of_a_preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that is there before the update is over is waited for less long than everything; every edit is told."""
    monkeypatch.setattr(waits, "REST", 0)
    text = tmp_path / "texte.md"
    text.write_text("---\ntitre: Fête\n---\n", "utf-8")
    told: list[None] = []

    builder = Builder("le nôtre", tmp_path, tmp_path, text, "agenda/*/*/*/fete/index.html", _no_build)
    with our_preview(builder, "tests.bench.stub_session") as preview:
        found = waits.measure_waits(builder, preview, lambda: told.append(None))

    assert 0 < found.page <= found.everything < 1
    assert len(told) == waits.EDITS
    assert text.read_text("utf-8") == "---\ntitre: Une retouche numéro 8\n---\n"


def _no_build(_: bool) -> Cost:
    raise AssertionError
