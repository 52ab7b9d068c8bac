"""What stands by does what it is sent, and what cannot be sent or was lost is done here."""

import os
import signal
from collections.abc import Iterator
from functools import partial

import pytest

from plugins.build.standby import Standby
from tests.build.killing import kill_once_begun


def who(what: str) -> tuple[str, int]:
    """Return what was given, and the process that did it."""
    return what, os.getpid()


def broken(what: str) -> str:
    """Raise an error."""
    raise ValueError(what)


@pytest.fixture
def standby(monkeypatch: pytest.MonkeyPatch) -> Iterator[Standby]:
    """Return one on a machine of two cores, of which no process may be left at the end, not even unwaited for."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    started: list[int] = []
    fork = os.fork

    def noted() -> int:
        started.append(fork())
        return started[-1]

    monkeypatch.setattr(os, "fork", noted)
    standby = Standby()
    yield standby
    standby.close()
    for process in started:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_another_process_does_what_it_is_sent_one_thing_after_the_other(standby: Standby) -> None:
    """It is started once."""
    (one, first), (two, second) = (standby.ask(partial(who, what))() for what in ("un", "deux"))
    assert (one, two, first == second) == ("un", "deux", True)
    assert first != os.getpid()


def test_what_breaks_it_is_raised_here(standby: Standby) -> None:
    """As if it had been done here; then it does the next thing."""
    answer = standby.ask(partial(broken, "trop lourd"))
    with pytest.raises(ValueError, match="trop lourd"):
        answer()
    assert standby.ask(partial(who, "un"))()[0] == "un"


def test_an_answer_that_nobody_waited_for_is_not_taken_for_the_next(standby: Standby) -> None:
    """Whatever interrupts the wait, the next question gets its own answer."""
    standby.ask(partial(who, "un"))
    assert standby.ask(partial(who, "deux"))()[0] == "deux"


def test_what_a_killed_process_was_sent_is_done_here(standby: Standby) -> None:
    """A machine that runs out of memory costs no letter; the next one has a process again."""
    _, process = standby.ask(partial(who, "un"))()
    os.kill(process, signal.SIGKILL)
    assert standby.ask(partial(who, "deux"))() == ("deux", os.getpid())
    assert standby.ask(partial(who, "trois"))()[1] != os.getpid()


def test_what_cannot_be_sent_is_done_here(standby: Standby) -> None:
    """A plugin's output may be made by a function without a name."""
    assert standby.ask(lambda: who("un"))() == ("un", os.getpid())


def test_with_one_core_all_is_done_here(monkeypatch: pytest.MonkeyPatch, standby: Standby) -> None:
    """A second process would only wait for its turn."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    assert standby.ask(partial(who, "un"))() == ("un", os.getpid())


def test_it_ends_with_who_started_it(standby: Standby) -> None:
    """A preview that is killed leaves no process behind, which would hold its port."""

    def preview(end: int) -> None:
        standby.ask(partial(os.write, end, b"."))()
        signal.pause()

    kill_once_begun(preview)
