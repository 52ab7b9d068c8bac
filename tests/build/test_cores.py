"""Work shared by all cores ends as if one had done it, or with what broke it."""

import os
import signal
import threading
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.build import cores
from plugins.build.cores import KilledError, beside, beside_then, on_all_cores, shared
from tests.build.killing import kill_once_begun

FOUR = {0, 1, 2, 3}


class OddError(Exception):
    """An error that cannot be made again from what it says."""

    def __init__(self, one: str, other: str) -> None:
        """Say something else than what was given."""
        super().__init__(one + other)


@pytest.fixture(autouse=True)
def helpers(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Give every machine four cores; return the processes that are started, none of which may be left at the end, not even unwaited for."""
    started: list[int] = []
    fork = os.fork

    def noted() -> int:
        pid = fork()
        started.append(pid)
        return pid

    monkeypatch.setattr(os, "sched_getaffinity", lambda _: FOUR, raising=False)
    monkeypatch.setattr(os, "fork", noted)
    yield started
    for pid in started:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def in_helpers(act: Callable[[], object]) -> Callable[[int], int]:
    """Return work during which further processes do something, and for which the first waits until one of them has begun."""
    first, waits = os.getpid(), [True]
    begun, begin = os.pipe()

    def work(number: int) -> int:
        if os.getpid() != first:
            os.write(begin, b".")
            act()
        elif waits:
            waits.clear()
            os.read(begun, 1)
        return number

    return work


def kill() -> None:
    """Kill this process, as a system without memory does."""
    os.kill(os.getpid(), signal.SIGKILL)


def fail(error: Exception) -> Callable[[], object]:
    """Return what raises an error."""

    def act() -> object:
        raise error

    return act


@given(things=st.lists(st.integers(), max_size=50), worth=st.integers(0, 60))
def test_every_thing_is_done_once_and_in_order(things: list[int], worth: int) -> None:
    """The results are those of doing one thing after the other, however many there are."""
    assert on_all_cores(str, things, worth) == [str(thing) for thing in things]


def test_many_things_are_done_in_batches(helpers: list[int]) -> None:
    """More things than there are batches all come back, from one process for each core."""
    things = range(2 * cores.BATCHES + 7)
    assert on_all_cores(in_helpers(lambda: None), things, 1) == list(things)
    assert len(helpers) == len(FOUR) - 1


def test_what_other_cores_have_begun_is_finished_here() -> None:
    """They begin at once; who asks for the results does what is left, and may ask again."""
    first, (begun, begin), (finished, finish) = os.getpid(), os.pipe(), os.pipe()

    def work(number: int) -> tuple[int, bool]:
        if os.getpid() != first:
            os.write(begin, b".")
            os.read(finished, 1)
        elif number == 8:
            os.write(finish, b"...")
        return number, os.getpid() == first

    with shared(work, range(9), 1) as results:
        for _ in range(len(FOUR) - 1):
            os.read(begun, 1)
        assert results() == [(number, number > 2) for number in range(9)]
        assert results() is results()


def test_something_is_done_beside() -> None:
    """What is done on another core is there when it is asked for, once or more."""
    with beside(lambda: (os.getpid(), "done")) as answer:
        assert answer() == answer()
        assert answer()[1] == "done"
        assert answer()[0] != os.getpid()


def test_with_one_core_it_is_done_when_asked_for(monkeypatch: pytest.MonkeyPatch, helpers: list[int]) -> None:
    """Where there is no other core, nothing is started beside."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    with beside(os.getpid) as answer:
        assert answer() == os.getpid()
    assert helpers == []


def test_nobody_waits_for_what_is_not_asked_for() -> None:
    """Work beside that turns out to be of no use is ended."""
    with beside(signal.pause):
        pass


def test_one_thing_is_done_beside_after_the_other() -> None:
    """By one process, with what came of the first; each answer can be waited for, in any order and more than once."""
    with beside_then(os.getpid, lambda process: (process, os.getpid())) as (first, then):
        process = first()
        assert (then(), first(), then()) == ((process, process), process, (process, process))
        assert process != os.getpid()
    with beside_then(lambda: 1, lambda one: one + 1) as (_, then):
        assert then() == 2


def test_nobody_has_to_read_an_answer_for_the_next_to_be_worked_out() -> None:
    """Even when it is larger than a pipe."""
    ends, end = os.pipe()
    with beside_then(lambda: bytes(10_000_000), lambda first: os.write(end, b".") + len(first)) as (first, then):
        assert os.read(ends, 1) == b"."
        assert (len(first()), then()) == (10_000_000, 10_000_001)


def test_an_answer_that_nobody_can_read_any_more_is_kept_quiet(capfd: pytest.CaptureFixture[str]) -> None:
    """Who kills a build has no use for what its helpers say."""

    def build(end: int) -> None:
        threading.excepthook = threading.__excepthook__  # as outside a test
        with beside(lambda: bytes(os.write(end, b".") * 10_000_000)):
            signal.pause()

    kill_once_begun(build)
    assert capfd.readouterr() == ("", "")


def test_ctrl_c_in_the_middle_of_a_fork_is_not_lost() -> None:
    """Whoever is told of a fork may be at work when it comes: an error there is told and forgotten, and so was Ctrl+C."""
    if not (build := os.fork()):
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.register_at_fork(after_in_parent=lambda: signal.raise_signal(signal.SIGINT))
        try:
            with beside(signal.pause):
                os._exit(1)
        except KeyboardInterrupt:
            os._exit(0)
    assert os.waitpid(build, 0) == (build, 0)


def test_ctrl_c_is_left_to_the_first_process() -> None:
    """It reaches all at once; who helps ends with who waits for it."""

    def act() -> str:
        signal.raise_signal(signal.SIGINT)
        return "done"

    with beside(act) as answer:
        assert answer() == "done"
    assert signal.getsignal(signal.SIGINT) == signal.default_int_handler


def test_one_core_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """When it is asked for, and once."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    with beside_then(os.getpid, lambda process: [process]) as (first, then):
        assert (then(), first(), then() is then()) == ([os.getpid()], os.getpid(), True)


def test_what_comes_after_something_that_broke_is_broken_too() -> None:
    """Whichever of the two is asked for."""
    with beside_then(fail(ValueError("trop lourd")), str) as (first, then):
        for answer in (first, then):
            with pytest.raises(ValueError, match="trop lourd"):
                answer()


@pytest.mark.parametrize(("act", "raised"), [(fail(OSError(13, "no entry")), OSError), (kill, KilledError)])
def test_what_breaks_beside_is_raised_when_asked_for(act: Callable[[], object], raised: type[Exception]) -> None:
    """An error on another core, or its process killed, is told to whoever asks for the answer."""
    with beside(act) as answer, pytest.raises(raised):
        answer()


def test_a_few_things_are_done_here(helpers: list[int]) -> None:
    """Less work than a process is worth starts none."""
    assert on_all_cores(str, range(3), 4) == ["0", "1", "2"]
    assert helpers == []


@pytest.mark.parametrize(
    ("error", "raised"),
    [(OSError(28, "disk full", "a.html"), OSError), (ValueError("bad"), ValueError), (OddError("b", "ad"), RuntimeError)],
)
def test_what_breaks_the_work_is_raised(error: Exception, raised: type[Exception]) -> None:
    """An error in a further process is raised in the first with what it says and where it comes from; nothing more is done."""
    with pytest.raises(raised) as caught:
        on_all_cores(in_helpers(fail(error)), range(cores.BATCHES), 1)
    assert getattr(error, "strerror", None) or str(error) in str(caught.value)
    assert "in act" in "\n".join([str(caught.value), *getattr(caught.value, "__notes__", ())])


def test_a_killed_process_is_told() -> None:
    """When a further process is killed, its work is not taken for done."""
    with pytest.raises(KilledError):
        on_all_cores(in_helpers(kill), range(cores.BATCHES), 1)


def test_an_interrupt_stops_everybody() -> None:
    """Ctrl+C in the first process ends the others too, whatever they are at."""
    first = os.getpid()

    def work(_: int) -> None:
        if os.getpid() == first:
            raise KeyboardInterrupt
        signal.pause()

    with pytest.raises(KeyboardInterrupt):
        on_all_cores(work, range(8), 1)
