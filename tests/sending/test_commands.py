"""What one types, and what one reads."""

import os
import signal
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from msgspec.structs import replace

from plugins.lock import alone
from plugins.sending.command import Wish, send_letter
from plugins.sending.pausing import pause, resume
from plugins.sending.status import tell_status
from plugins.sending.trying import try_letter
from plugins.subscribers.people import stamp
from tests.sending.desk import Desk
from tests.sending.letters import KEY, MESSAGE, answering, join
from tests.sending.relay import HANG_UP, Relay, Talk, running, unused_port

ANNE, BOB = "anne@exemple.fr", "bob@exemple.fr"
YES = Wish(is_sure=True)


@pytest.fixture
def no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no time pass between troubles with the relay."""
    monkeypatch.setattr("plugins.sending.dispatch.RESTS", (0, 0))


def test_a_sending_is_shown_and_asked(tmp_path: Path) -> None:
    """Audience, subject, size and time are shown before the question; the sum is told at the end."""
    with running(Relay()) as relay:
        desk = Desk(tmp_path, relay.port, ANNE, BOB, per_minute=20)
        status, said = desk.do(send_letter, Wish())
    assert status == 0
    assert said.splitlines() == [
        "Lettre 2026-s48 : « Une soupe » (1\u00a0ko)",
        "  2 destinataires, environ 1\u00a0min (20 par minute)",
        "Envoyer ? (oui/non) ",
        "La lettre 2026-s48 est partie.",
        "2 destinataires = 2 acceptés + 0 refusé",
    ]


@pytest.mark.parametrize("answer", ["non", "", "n"])
def test_a_no_sends_and_freezes_nothing(tmp_path: Path, answer: str) -> None:
    """Anything but yes leaves all as it was."""
    with running(Relay()) as relay:
        desk = Desk(tmp_path, relay.port, ANNE)
        desk.answers = [answer]
        assert desk.do(send_letter, Wish())[0] == 2
        with desk.journal() as journal:
            assert journal.campaign(KEY) is None
    assert relay.delivered == []


def test_without_a_terminal_one_must_be_sure(tmp_path: Path) -> None:
    """Where nobody can answer, `--yes` is wanted."""
    with running(Relay()) as relay:
        desk = Desk(tmp_path, relay.port, ANNE)
        desk.office = replace(desk.office, ask=None)
        status, said = desk.do(send_letter, Wish())
        assert (status, "--yes" in said) == (2, True)
        assert desk.do(send_letter, YES)[0] == 0


def test_a_letter_does_not_go_twice(tmp_path: Path) -> None:
    """The same letter again is refused; with the word it goes to those who came since, and then to nobody."""
    with running(Relay()) as relay:
        desk = Desk(tmp_path, relay.port, ANNE)
        desk.do(send_letter, YES)
        assert desk.do(send_letter, YES)[0] == 2
        assert desk.do(send_letter, replace(YES, again=True))[0] == 2
        with desk.journal() as journal:
            join(journal, BOB)
        assert "2 destinataires = 2 acceptés" in desk.do(send_letter, replace(YES, again=True))[1]
    assert [one.to for one in relay.delivered] == [ANNE, BOB]


@pytest.mark.usefixtures("no_rest")
def test_another_content_under_the_same_letter_is_refused(tmp_path: Path) -> None:
    """Once begun, all get the same bytes."""
    with running(Relay(answer=answering("MAIL", *[HANG_UP] * 9))) as relay:
        desk = Desk(tmp_path, relay.port, ANNE)
        desk.do(send_letter, YES)
        desk.build(MESSAGE.replace(b"soupe", b"tarte"))
        status, said = desk.do(send_letter, YES)
    assert status == 2
    assert "a changé" in said
    assert relay.delivered == []


@pytest.mark.usefixtures("no_rest")
def test_a_relay_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    """Exit status 3, with the reason, and the same command goes on."""
    desk = Desk(tmp_path, unused_port(), ANNE)
    status, said = desk.do(send_letter, YES)
    assert status == 3
    assert "ne répond pas" in said
    assert "0 accepté + 0 refusé + 1 en attente" in said
    with running(Relay()) as relay:
        again = Desk(tmp_path, relay.port)
        assert again.do(send_letter, YES)[0] == 0


def test_doubts_are_named_and_sent_again_on_demand(tmp_path: Path) -> None:
    """The report names who is in doubt; `--incertains` sends to them alone, after saying what that means."""
    with running(Relay(answer=answering("TAKEN", HANG_UP))) as relay:
        desk = Desk(tmp_path, relay.port, ANNE)
        assert "1 incertain" in desk.do(send_letter, YES)[1]
        assert f"  {ANNE} : pas de réponse après la remise" in desk.do(tell_status, "", "")[1]
        assert "deux fois" in desk.do(send_letter, replace(YES, ambiguous=True))[1]
        assert desk.do(send_letter, replace(YES, ambiguous=True))[0] == 2
    assert [one.to for one in relay.delivered] == [ANNE, ANNE]


def test_who_wants_to_leave_is_heard_first(tmp_path: Path) -> None:
    """Where a mailbox is read, nothing goes out unless it was read within the hour."""
    with running(Relay()) as relay:
        desk = Desk(tmp_path, relay.port, ANNE, mailbox="imap.ville.example:993")
        assert desk.do(send_letter, YES)[0] == 2
        for age, status in ((timedelta(hours=2), 2), (timedelta(minutes=50), 0)):
            with desk.journal() as journal:
                journal.store.execute("INSERT OR REPLACE INTO mailbox VALUES ('processed', ?)", (stamp(datetime.now(UTC) - age),))
            assert desk.do(send_letter, YES)[0] == status


def test_a_second_sender_is_told(tmp_path: Path) -> None:
    """While one command sends, another one says so and ends as a fault."""
    desk = Desk(tmp_path, unused_port(), ANNE)
    with alone(Path(f"{desk.office.path}.envoi")):
        status, said = desk.do(send_letter, YES)
    assert (status, said) == (3, "Un envoi est déjà en cours : laissez-le finir.\n")


def test_a_pause_is_kept_until_resumed(tmp_path: Path) -> None:
    """A campaign that somebody paused is not sent by cron; resumed, it goes on."""
    with running(Relay()) as relay:
        desk = Desk(tmp_path, relay.port, ANNE)
        assert desk.do(pause, "")[0] == 2
        desk.do(send_letter, YES)
        assert desk.do(pause, KEY)[0] == 2
        with desk.journal() as journal:
            join(journal, BOB)
            journal.add_newcomers(KEY)
            journal.set_state(KEY, "sending")
        assert desk.do(resume, "", is_sure=True)[0] == 2
        assert desk.do(pause, "")[0] == 0
        assert desk.do(send_letter, YES)[0] == 2
        assert desk.do(resume, "", is_sure=True)[0] == 0
    assert [one.to for one in relay.delivered] == [ANNE, BOB]


def test_a_dry_run_writes_and_sends_nothing(tmp_path: Path) -> None:
    """Every message stands in the folder as it would leave, which only its owner can read; the journal knows nothing of it."""
    with running(Relay()) as relay:
        desk = Desk(tmp_path, relay.port, ANNE, BOB)
        folder = tmp_path / "prive" / "essai"
        assert desk.do(send_letter, Wish(folder=str(folder)))[0] == 0
        assert desk.do(send_letter, Wish(folder=str(folder)))[0] == 2
        with desk.journal() as journal:
            assert journal.campaign(KEY) is None
    messages = [message_from_bytes(path.read_bytes()) for path in sorted(folder.iterdir())]
    assert [message["To"] for message in messages] == [f"<{ANNE}>", f"<{BOB}>"]
    assert (folder / "000001.eml").read_bytes().endswith(MESSAGE.partition(b"\r\n\r\n")[2])
    assert folder.stat().st_mode & 0o777 == 0o700
    assert relay.commands == []


def test_a_dry_run_goes_nowhere_public(tmp_path: Path) -> None:
    """A folder with addresses is not made inside the project."""
    desk = Desk(tmp_path, unused_port(), ANNE)
    assert desk.do(send_letter, Wish(folder=str(tmp_path / "essai")))[0] == 2


def test_a_test_goes_to_those_named_alone(tmp_path: Path) -> None:
    """It is marked, leaves the journal of campaigns alone, counts for the pace, and says what became of each."""
    with running(Relay(answer=answering("RCPT", "550 5.1.1 no", to=BOB))) as relay:
        desk = Desk(tmp_path, relay.port, "reader@exemple.fr")
        status, said = desk.do(try_letter, [ANNE, BOB], "")
        with desk.journal() as journal:
            assert journal.campaign(KEY) is None
            assert len(journal.last_sent(9)) == 2
    assert (status, said.splitlines()) == (3, [f"{ANNE} : parti", f"{BOB} : 550 5.1.1 no"])
    message = message_from_bytes(relay.delivered[0].message, policy=policy.default)
    assert (message["Subject"], message["To"], message["List-Unsubscribe"]) == ("[Essai] Une soupe", ANNE, None)


@pytest.mark.parametrize("addresses", [[], ["anne"], [f"a{number}@exemple.fr" for number in range(21)]])
def test_a_test_wants_a_few_addresses(tmp_path: Path, addresses: list[str]) -> None:
    """None, a wrong one or too many are refused."""
    assert Desk(tmp_path, unused_port()).do(try_letter, addresses, "")[0] == 2


def test_the_status_tells_all(tmp_path: Path) -> None:
    """Refused by name with the reason, left out, what came back, who came and went, and the clicks of the log given."""
    log = tmp_path / "access.log"
    log.write_text('203.0.113.7 - - [26/Nov/2026:10:00:00 +0100] "GET /agenda/?campagne=2026-s48 HTTP/2.0" 200 1 "-" "Firefox"\n', "utf-8")
    with running(Relay(answer=answering("RCPT", "550 5.1.1 no", to=BOB))) as relay:
        desk = Desk(tmp_path, relay.port, ANNE, BOB)
        desk.do(send_letter, YES)
        status, said = desk.do(tell_status, "", str(log))
    lines = said.splitlines()
    assert status == 0
    assert lines[0] == "Lettre 2026-s48 : « Une soupe », partie"
    assert lines[2:] == [
        "2 destinataires = 1 accepté + 1 refusé",
        "Refusés :",
        f"  {BOB} : 550 5.1.1 no",
        "Retours :",
        f"  {BOB} : 5.1.1 550 5.1.1 no",
        "Depuis : 0 inscription, 0 départ",
        "1 page ouverte depuis la lettre :",
        "  1 × /agenda/",
    ]


def test_a_sum_that_is_wrong_is_a_fault(tmp_path: Path) -> None:
    """A row that vanished is noticed."""
    with running(Relay()) as relay:
        desk = Desk(tmp_path, relay.port, ANNE, BOB)
        desk.do(send_letter, YES)
        with desk.journal() as journal:
            journal.store.execute("DELETE FROM recipients WHERE address = ?", (BOB,))
        status, said = desk.do(tell_status, "", "")
    assert status == 3
    assert "1 au lieu de 2" in said


@pytest.mark.parametrize(("written", "status"), [("", 0), ("2026-S48", 0), ("2026 s 48", 0), ("2026-s47", 2)])
def test_a_letter_is_named_as_people_write_it(tmp_path: Path, written: str, status: int) -> None:
    """Without a name, the last to go out; one that is not built is refused."""
    with running(Relay()) as relay:
        desk = Desk(tmp_path, relay.port, ANNE)
        desk.build(MESSAGE.replace(b"26 Nov", b"19 Nov"), "le-fil-47")
        assert desk.do(send_letter, Wish(written, is_sure=True))[0] == status
        assert desk.do(tell_status, written, "")[0] == status
    assert len(relay.delivered) == (status == 0)


@pytest.mark.parametrize("sending", [{"relay": ""}, {"per_minute": "vite"}, {"dkim_selector": "s", "dkim_domain": "ville.example"}])
def test_settings_that_cannot_work_are_told(tmp_path: Path, sending: dict[str, object]) -> None:
    """Without a relay, with a wrong value, or with a key that is not there, nothing is sent."""
    status, said = Desk(tmp_path, 25, ANNE, **sending).do(send_letter, YES)
    assert status == 2
    assert "→" in said


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_sending_goes_on_later(tmp_path: Path, number: signal.Signals) -> None:
    """Ctrl+C or a shutdown lets what is under way end; nobody is in doubt, and the same command sends the rest."""

    def answer(_talk: Talk, said: str, to: str) -> None:
        if said == "." and to == ANNE:
            os.kill(os.getpid(), number)

    with running(Relay(answer=answer)) as relay:
        desk = Desk(tmp_path, relay.port, ANNE, BOB)
        before = signal.getsignal(number)
        status, said = desk.do(send_letter, YES)
        assert status == 3
        assert "1 accepté + 0 refusé + 1 en attente" in said
        assert signal.getsignal(number) is before
        assert desk.do(send_letter, YES)[0] == 0
    assert [one.to for one in relay.delivered] == [ANNE, BOB]
