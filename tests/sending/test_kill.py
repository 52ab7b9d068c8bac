"""Kills at any moment: nobody is lost, nobody gets it twice, and whoever is in doubt is named."""

import os
from collections import Counter
from itertools import count
from pathlib import Path

from plugins.sending.campaign import State
from plugins.sending.journal import Journal
from tests.sending.killed import Killer, run
from tests.sending.letters import freeze, town
from tests.sending.relay import Delivered, Relay, running

KILLS = int(os.environ.get("KILLS", "300"))
READERS = 950
CONNECTIONS = (1, 1, 3)


def doubts(journal: Journal, key: str) -> int:
    """Return of how many nobody knows anything, after making sure that the letter adds up."""
    counts = journal.counts(key)
    assert counts.adds_up
    return counts[State.DOT] + counts[State.AMBIGUOUS]


def check_sent(journal: Journal, key: str, delivered: list[Delivered]) -> None:
    """Make sure that a letter has reached everybody once, or that they are named."""
    found = Counter(one.to for one in delivered if f"<{key}.".encode() in one.message)
    accepted = {address for address, _ in journal.named(key, State.ACCEPTED)}
    ambiguous = {address for address, _ in journal.named(key, State.AMBIGUOUS)}
    assert set(found.values()) == {1}
    assert accepted <= set(found) <= accepted | ambiguous
    assert len(accepted | ambiguous) == READERS


def test_hundreds_of_kills_lose_and_repeat_nothing(tmp_path: Path) -> None:
    """Sendings that are killed again and again reach everybody once; a kill leaves at most one doubt a connection; it always adds up."""
    journal = town(tmp_path, READERS)
    kills = 0
    with running(Relay()) as relay:
        killer = Killer(relay, seed=20261126)
        for week in count(1):
            key = f"2027-s{week:02}"
            freeze(journal, key)
            in_doubt, was_killed = 0, True
            while was_killed and kills < KILLS:
                connections = CONNECTIONS[kills % len(CONNECTIONS)]
                was_killed = killer.run(tmp_path, relay.port, connections, key)
                kills += was_killed
                assert 0 <= doubts(journal, key) - in_doubt <= connections
                in_doubt = doubts(journal, key)
            run(str(tmp_path), relay.port, 2, key)
            check_sent(journal, key, relay.delivered)
            if kills == KILLS:
                break
