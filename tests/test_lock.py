"""Two builds do not run at once, whoever is killed and whoever goes on."""

import os
import signal
from pathlib import Path

import pytest

from plugins.lock import BusyError, alone


def test_two_builds_do_not_run_at_once(tmp_path: Path) -> None:
    """A second build is told to wait while the first one runs, and may run after it."""
    with alone(tmp_path / "verrou"), pytest.raises(BusyError), alone(tmp_path / "verrou"):
        pass
    with alone(tmp_path / "verrou"):
        pass


def test_who_holds_the_lock_does_not_let_go_of_it(tmp_path: Path) -> None:
    """With one core, a build does itself what other processes would do."""
    with alone(tmp_path / "verrou") as let_go:
        let_go()
        with pytest.raises(BusyError), alone(tmp_path / "verrou"):
            pass


def test_a_process_that_outlives_a_killed_build_does_not_hold_its_lock(tmp_path: Path) -> None:
    """The next build may begin at once."""
    ends, end = os.pipe()
    if not (build := os.fork()):
        with alone(tmp_path / "verrou") as let_go:
            if not (helper := os.fork()):
                let_go()
                os.write(end, os.getpid().to_bytes(4, "big"))
            signal.pause()
    helper = int.from_bytes(os.read(ends, 4), "big")
    os.kill(build, signal.SIGKILL)
    os.waitpid(build, 0)
    with alone(tmp_path / "verrou"):
        os.kill(helper, signal.SIGKILL)


def test_a_process_that_stands_by_does_not_hold_the_lock_of_a_build_that_is_over(tmp_path: Path) -> None:
    """It goes on for the next one."""
    with alone(tmp_path / "verrou"):
        if not (helper := os.fork()):
            signal.pause()
    with alone(tmp_path / "verrou"):
        os.kill(helper, signal.SIGKILL)
    os.waitpid(helper, 0)
