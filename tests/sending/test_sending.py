"""A whole run over a campaign, with a relay that answers in all sorts of ways and a clock that takes no time."""

from collections.abc import Callable
from datetime import timedelta
from email import message_from_bytes
from pathlib import Path

import pytest

from plugins.joining.envelopes import read_bounce_address
from plugins.sending.campaign import State
from plugins.sending.dispatch import End, Ended, Watch
from plugins.sending.journal import Journal
from plugins.subscribers.erasing import erase
from plugins.subscribers.people import find, is_suppressed, suppress
from tests.sending.letters import KEY, NOW, FakeClock, answering, elsewhere, freeze, join, pause, sent, town, way
from tests.sending.relay import HANG_UP, Relay, Talk, running

FIRST, SECOND = "lecteur0000@exemple.fr", "lecteur0001@exemple.fr"
Answer = Callable[[Talk, str, str], str | None]


def sending(folder: Path, relay: Relay, readers: int = 3, clock: FakeClock | None = None) -> tuple[Journal, Ended]:
    """Freeze a letter for so many readers and send it."""
    journal = town(folder, readers)
    freeze(journal)
    return journal, sent(journal, folder, way(journal, relay.port, (clock or FakeClock()).clock()))


def states(journal: Journal) -> dict[str, int]:
    """Return how many recipients are in each state, after making sure that it adds up."""
    counts = journal.counts(KEY)
    assert counts.adds_up
    return {str(state): count for state, count in counts.by_state.items()}


def test_everybody_gets_the_letter_once(tmp_path: Path) -> None:
    """All are accepted, the campaign is done, and each message names its reader alone."""
    with running(Relay()) as relay:
        journal, ended = sending(tmp_path, relay)
    assert ended == Ended(End.DONE)
    assert states(journal) == {"accepted": 3}
    assert [message_from_bytes(one.message)["To"] for one in relay.delivered] == [f"<{one.to}>" for one in relay.delivered]
    found = journal.campaign(KEY)
    assert found
    assert found.state == "done"


def test_a_hundred_messages_share_a_connection(tmp_path: Path) -> None:
    """A connection is used again, and left after 100 messages."""
    with running(Relay()) as relay:
        sending(tmp_path, relay, 250)
    assert relay.connections == 3
    assert len(relay.delivered) == 250


def test_several_connections_share_the_work(tmp_path: Path) -> None:
    """With four connections everybody still gets it once."""
    journal = town(tmp_path, 60)
    freeze(journal)
    with running(Relay()) as relay:
        sent(journal, tmp_path, way(journal, relay.port, connections=4))
    assert sorted(one.to for one in relay.delivered) == sorted({one.to for one in relay.delivered})
    assert states(journal) == {"accepted": 60}


def test_an_unknown_address_is_refused_for_good(tmp_path: Path) -> None:
    """5.1.1 refuses and suppresses; the others get theirs."""
    with running(Relay(answer=answering("RCPT", "550 5.1.1 no such user", to=FIRST))) as relay:
        journal, ended = sending(tmp_path, relay)
    assert ended.end is End.DONE
    assert states(journal) == {"accepted": 2, "refused": 1}
    assert list(journal.named(KEY, State.REFUSED)) == [(FIRST, "550 5.1.1 no such user")]
    assert is_suppressed(journal.store, FIRST) == "bounced"
    assert "RSET" in relay.commands


def test_a_full_mailbox_is_given_up_after_three_letters(tmp_path: Path) -> None:
    """5.2.2 refuses this letter; the third one in a row suppresses."""
    journal = town(tmp_path, 2)
    clock = FakeClock()
    suppressed = []
    with running(Relay(answer=lambda _talk, said, to: "552 5.2.2 full" if said == "RCPT" and to == FIRST else None)) as relay:
        for key in ("2026-s48", "2026-s49", "2026-s50"):
            freeze(journal, key)
            journal.store.execute("UPDATE campaigns SET frozen = ? WHERE key = ?", (f"{clock.now:%Y-%m-%dT%H:%M:%SZ}", key))
            sent(journal, tmp_path, way(journal, relay.port, clock.clock()), key)
            suppressed.append(is_suppressed(journal.store, FIRST))
            clock.now += timedelta(days=7)
    assert suppressed == ["", "", "bounced"]


def test_who_is_put_off_is_tried_again(tmp_path: Path) -> None:
    """A 451 is tried again after 5 minutes, then 30, and the run waits for it."""
    clock = FakeClock()
    with running(Relay(answer=answering("RCPT", "451 4.7.1 greylisted", "450 4.2.1 busy", to=FIRST))) as relay:
        journal, _ = sending(tmp_path, relay, clock=clock)
    assert states(journal) == {"accepted": 3}
    assert timedelta(minutes=35) <= clock.now - NOW < timedelta(minutes=36)


def test_who_is_put_off_for_a_day_is_refused(tmp_path: Path) -> None:
    """Within 24 hours it ends, without suppressing anybody."""
    clock = FakeClock()
    with running(Relay(answer=lambda _talk, said, to: "450 4.2.1 busy" if said == "." and to == FIRST else None)) as relay:
        journal, ended = sending(tmp_path, relay, clock=clock)
    assert ended.end is End.DONE
    assert states(journal) == {"accepted": 2, "refused": 1}
    assert timedelta(hours=12) < clock.now - NOW <= timedelta(hours=24)
    assert is_suppressed(journal.store, FIRST) == ""


def test_five_refusals_of_us_stop_all(tmp_path: Path) -> None:
    """After five 5.7.1 in a row the sending stops; nobody is suppressed or forgotten, and the same command goes on."""
    journal = town(tmp_path, 8)
    freeze(journal)
    with running(Relay(answer=answering(".", *["554 5.7.1 spam"] * 5))) as relay:
        ended = sent(journal, tmp_path, way(journal, relay.port, FakeClock().clock()))
        assert ended.end is End.STOPPED
        assert "5.7.1" in ended.why
        assert states(journal) == {"queued": 8}
        assert sent(journal, tmp_path, way(journal, relay.port, FakeClock().clock())) == Ended(End.DONE)
    assert states(journal) == {"accepted": 8}


def test_refusals_of_us_here_and_there_do_not_stop(tmp_path: Path) -> None:
    """What is not in a row is about that reader."""
    with running(Relay(answer=lambda _talk, said, to: "554 5.7.1 no" if said == "." and int(to[7:11]) % 2 else None)) as relay:
        journal, ended = sending(tmp_path, relay, 20)
    assert ended.end is End.DONE
    assert states(journal) == {"accepted": 10, "refused": 10}


@pytest.mark.parametrize("command", ["CONNECT", "MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize("answer", [HANG_UP, "421 4.3.2 closing"])
def test_a_drop_before_the_dot_costs_nothing(tmp_path: Path, command: str, answer: str) -> None:
    """The connection is made anew after a rest, and nobody is in doubt."""
    clock = FakeClock()
    with running(Relay(answer=answering(command, answer))) as relay:
        journal, ended = sending(tmp_path, relay, clock=clock)
    assert ended.end is End.DONE
    assert states(journal) == {"accepted": 3}
    assert len(relay.delivered) == 3
    assert sum(clock.waited) == 5


def test_a_relay_that_hangs_up_politely_took_nothing(tmp_path: Path) -> None:
    """421 in answer to the dot is an answer: the message is sent again."""
    with running(Relay(answer=answering(".", "421 4.3.2 closing"))) as relay:
        journal, _ = sending(tmp_path, relay)
    assert states(journal) == {"accepted": 3}
    assert len(relay.delivered) == 3


def test_a_drop_after_the_dot_is_a_doubt(tmp_path: Path) -> None:
    """Nobody knows: the reader is named, the others get theirs; sent again on demand, it is the same message to a mailbox."""
    with running(Relay(answer=answering("TAKEN", HANG_UP))) as relay:
        journal, ended = sending(tmp_path, relay)
        assert ended.end is End.DONE
        assert states(journal) == {"accepted": 2, "ambiguous": 1}
        assert len(relay.delivered) == 3
        assert journal.resend_ambiguous(KEY) == 1
        sent(journal, tmp_path, way(journal, relay.port, FakeClock().clock()))
    assert states(journal) == {"accepted": 3}
    twice = [message_from_bytes(one.message)["Message-ID"] for one in relay.delivered if one.to == FIRST]
    assert len(twice) == 2
    assert len(set(twice)) == 1


def test_a_relay_that_is_gone_pauses_the_campaign(tmp_path: Path) -> None:
    """After three troubles in a row we stop, with the reason; the same command goes on."""
    journal = town(tmp_path, 3)
    freeze(journal)
    clock = FakeClock()
    with running(Relay(answer=answering("MAIL", *[HANG_UP] * 3))) as relay:
        ended = sent(journal, tmp_path, way(journal, relay.port, clock.clock()))
        assert ended.end is End.STOPPED
        found = journal.campaign(KEY)
        assert found
        assert (found.state, bool(found.why)) == ("paused", True)
        assert sum(clock.waited) == 35
        sent(journal, tmp_path, way(journal, relay.port, clock.clock()))
    assert states(journal) == {"accepted": 3}


def test_who_leaves_meanwhile_gets_nothing(tmp_path: Path) -> None:
    """Somebody who leaves, or is erased, after the letter was frozen is left out; the sum holds."""
    journal = town(tmp_path, 4)
    freeze(journal)
    suppress(journal.store, FIRST, "left", NOW)
    erase(journal.store, SECOND, NOW)
    with running(Relay()) as relay:
        sent(journal, tmp_path, way(journal, relay.port, FakeClock().clock()))
    assert {one.to for one in relay.delivered} == {"lecteur0002@exemple.fr", "lecteur0003@exemple.fr"}
    assert states(journal) == {"accepted": 2, "excluded": 2}
    assert (FIRST, "left") in list(journal.named(KEY, State.EXCLUDED))


def test_who_is_erased_while_their_message_leaves_is_still_counted(tmp_path: Path) -> None:
    """What the relay says of somebody erased that moment is kept under their hash."""
    journal = town(tmp_path, 1)
    freeze(journal)

    def answer(_talk: Talk, said: str, _to: str) -> None:
        if said == "TAKEN":
            with elsewhere(tmp_path) as other:
                erase(other.store, FIRST, NOW)

    with running(Relay(answer=answer)) as relay:
        sent(journal, tmp_path, way(journal, relay.port, FakeClock().clock()))
    assert states(journal) == {"accepted": 1}
    assert find(journal.store, FIRST) is None


def test_a_pause_from_elsewhere_is_heard(tmp_path: Path) -> None:
    """Another process pauses; what is under way ends, nothing more goes out, and nobody is in doubt."""
    journal = town(tmp_path, 50)
    freeze(journal)

    def answer(_talk: Talk, said: str, to: str) -> None:
        if said == "." and to.startswith("lecteur0009"):
            pause(tmp_path)

    with running(Relay(answer=answer)) as relay:
        ended = sent(journal, tmp_path, way(journal, relay.port, FakeClock().clock()))
        assert ended == Ended(End.PAUSED)
        assert states(journal) == {"accepted": 10, "queued": 40}
        sent(journal, tmp_path, way(journal, relay.port, FakeClock().clock()))
    assert states(journal) == {"accepted": 50}


def test_the_pace_holds_across_runs(tmp_path: Path) -> None:
    """20 a minute: the 21st waits for the first to be a minute old, in another run too, and the wait is told."""
    journal = town(tmp_path, 25)
    freeze(journal)
    clock = FakeClock()
    told: list[str] = []

    class Told(Watch):
        def waits(self, seconds: float, why: str) -> None:
            told.append(f"{seconds:.0f} {why}")

    with running(Relay()) as relay:
        journal.store.execute("DELETE FROM recipients WHERE address > 'lecteur0014'")
        sent(journal, tmp_path, way(journal, relay.port, clock.clock(), per_minute=20))
        assert clock.waited == []
        journal.add_newcomers(KEY)
        sent(journal, tmp_path, way(journal, relay.port, clock.clock(), per_minute=20), watch=Told())
    assert len(relay.delivered) == 25
    assert 60 <= sum(clock.waited) <= 62
    assert told[0] in {"60 limite du relais", "61 limite du relais"}


def test_failures_come_back_with_a_name(tmp_path: Path) -> None:
    """With `plus` the envelope tells whose failure it would be."""
    journal = town(tmp_path, 0)
    number = join(journal, FIRST)
    freeze(journal)
    with running(Relay()) as relay:
        sent(journal, tmp_path, way(journal, relay.port, FakeClock().clock(), plus=True))
    assert read_bounce_address(relay.delivered[0].sender, "lettre@ville.example", journal.key) == (number, KEY)
