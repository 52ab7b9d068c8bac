"""One run over a campaign, from what the last run left to the end of this one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from queue import SimpleQueue

from msgspec import Struct

from plugins.sending.campaign import Recipient
from plugins.sending.dispatch import Book, Clock, Dispatch, End, Ended, Watch
from plugins.sending.headers import Sender, envelope, message
from plugins.sending.journal import Journal
from plugins.sending.lane import Carrier, Event, Lane, Parcel
from plugins.sending.line import Line
from plugins.sending.pace import Cap, Pace
from plugins.sending.traces import Traces
from plugins.sending.wire import template

Interrupter = Callable[[Callable[[], None]], AbstractContextManager[None]]
"""Is given what to call when somebody wants the run to end, while it lasts."""


class Way(Struct, frozen=True):
    """How messages leave."""

    sender: Sender
    connect: Callable[[], Line]
    connections: int
    caps: tuple[Cap, ...]
    clock: Clock
    interrupter: Interrupter


def send(journal: Journal, folder: Path, key: str, way: Way, watch: Watch) -> Ended:
    """Send a frozen campaign to all who have still to get it. What went out is noted in the folder too."""
    campaign = journal.campaign(key)
    if campaign is None:
        raise KeyError(key)
    letter = template(campaign.message)

    def parcel(recipient: Recipient) -> Parcel:
        return Parcel(recipient, envelope(key, recipient, way.sender), message(letter, key, recipient, way.sender, way.clock.now()))

    with Traces(folder, key, journal.key) as traces:
        journal.recover(key)
        traces.reconcile(journal)
        journal.set_state(key, "sending")
        dispatch = Dispatch(Book(journal, traces, key), parcel, _pace(journal, way), way.clock)
        with way.interrupter(dispatch.interrupt):
            ended = dispatch.run(lambda events: _lanes(way, events), watch)
    _close(journal, key, ended)
    return ended


def _pace(journal: Journal, way: Way) -> Pace:
    pace = Pace(way.caps)
    pace.recall(journal.last_sent(pace.remembered), way.clock.now(), way.clock.elapsed())
    return pace


def _lanes(way: Way, events: SimpleQueue[Event]) -> list[Lane]:
    return [Lane(Carrier(way.connect), events) for _ in range(way.connections)]


def _close(journal: Journal, key: str, ended: Ended) -> None:
    if ended.end is End.DONE:
        journal.set_state(key, "done")
    elif ended.end is End.STOPPED:
        journal.set_state(key, "paused", ended.why)
