"""From the first mail to the last, through a real relay and a real mailbox: Postfix with login and STARTTLS, Dovecot over TLS."""

import re
import sqlite3
from collections.abc import Iterator
from email import message_from_bytes
from io import StringIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from rich.console import Console

from plugins.joining.acting import confirm_now
from plugins.joining.house import Setup
from plugins.joining.imap import MailboxError
from plugins.joining.processing import process
from plugins.joining.relay import Login, Unreachable, relay
from plugins.joining.tokens import leave_link
from plugins.sending.command import Wish, send_letter
from plugins.subscribers.office import Office
from plugins.subscribers.people import active, add_pending, find
from plugins.subscribers.store import key_of
from tests.joining.servers import DOMAIN, ELSEWHERE, OURS, PASSWORD, Servers, missing, started
from tests.joining.town import LETTER, SENDING, SETTINGS, Clock, mail, opened, setup
from tests.joining.visits import app_of, post
from tests.sending.letters import KEY, MESSAGE

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "present")
JEANNE = f"jeanne@{DOMAIN}"
DONE, TO_READ = "Trait&AOk-", "&AMA- lire"
LINK = re.compile(rb"https://service\.villeneuve\.example/(confirmer/\S+)")


@pytest.fixture
def servers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Servers]:
    """Yield both servers, trusted; a test may give Dovecot's words for where folders are."""
    with started(getattr(request, "param", "")) as found:
        monkeypatch.setenv("SSL_CERT_FILE", str(found.folder / "cert.pem"))
        yield found


def town(servers: Servers, folder: Path, **sending: object) -> Setup:
    """Return the town's settings, on these servers."""
    login = Login(OURS, PASSWORD)
    return replace(setup(folder, relay=servers.smtp, imap=servers.imap, **sending), smtp=login, imap=login)


def ours(servers: Servers, folder: str) -> int:
    """Return how many mails lie in a folder of our mailbox, however the host names it."""
    return len(servers.mails(OURS, folder)) + len(servers.mails(OURS, f"INBOX.{folder}"))


def readers(found: Setup) -> list[str]:
    """Return who gets the letter."""
    with opened(found) as connection:
        return [address for _, address in active(connection)]


@pytest.mark.parametrize("servers", ["", "prefix = INBOX.\n  separator = ."], ids=["flat", "under the inbox"], indirect=True)
def test_somebody_joins_reads_and_leaves_by_mail(servers: Servers, tmp_path: Path) -> None:
    """A mail to join, one question, an answer, and a mail to leave: nothing is deleted, and what nobody understands is left for a person."""
    found, clock = town(servers, tmp_path), Clock()
    for to in (LETTER["join"], LETTER["join"], LETTER["sender"]):
        servers.send("jeanne", mail(to, sender=JEANNE), to)
    servers.arrived(OURS, 3)
    told = process(found, clock)
    assert (told.done, told.to_read, told.sent) == (2, 1, 1)
    question = servers.arrived("jeanne", 1)
    assert readers(found) == []

    reference = re.search(rb"(?im)^message-id: (<\S+>)", question[0])
    assert reference
    servers.send("jeanne", mail(LETTER["join"], sender=JEANNE, subject="Re: Confirmez", in_reply_to=reference[1].decode()), LETTER["join"])
    servers.arrived(OURS, 1)
    process(found, clock)
    assert readers(found) == [JEANNE]

    servers.send("jeanne", mail(LETTER["leave"], sender=JEANNE), LETTER["leave"])
    servers.arrived(OURS, 1)
    process(found, clock)
    assert readers(found) == []
    assert (ours(servers, DONE), ours(servers, TO_READ), ours(servers, "INBOX")) == (4, 1, 0)
    assert process(found, clock).sent == 0
    assert len(servers.mails("jeanne")) == 1


def test_somebody_joins_on_the_web_and_their_address_dies(servers: Servers, tmp_path: Path) -> None:
    """The form, the question, the button; then a letter to an address that is gone comes back, and its reader is written to no more."""
    found, clock = town(servers, tmp_path, plus=True), Clock()
    app = app_of(found, tmp_path, clock)
    post(app, "/inscription", adresse=JEANNE)
    link = LINK.search(servers.arrived("jeanne", 1)[0].replace(b"=\r\n", b""))
    assert link
    assert post(app, f"/{link[1].decode()}").status_code == 200
    assert readers(found) == [JEANNE]

    with opened(found) as connection:
        person = find(connection, JEANNE)
        assert person
        leaving = leave_link("/", key_of(connection), person.id)
    assert post(app, leaving, **{"List-Unsubscribe": "One-Click"}).status_code == 200
    assert readers(found) == []

    post(app, "/inscription", adresse=f"personne@{ELSEWHERE}")
    servers.arrived(OURS, 1)  # the report of the question that nobody could be asked
    process(found, clock)
    with opened(found) as connection:
        gone = find(connection, f"personne@{ELSEWHERE}")
        assert gone
        assert gone.state == "bounced"


def test_servers_without_a_good_certificate_get_no_password(servers: Servers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A certificate that nobody vouches for ends the connection, to the relay and to the mailbox; so does a wrong password."""
    found = town(servers, tmp_path)
    with pytest.raises(MailboxError, match="AUTHENTICATIONFAILED"):
        process(replace(found, imap=Login(OURS, "faux")), Clock())
    with pytest.raises(Unreachable), relay(found.sending, Login(OURS, "faux")):
        pass
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(MailboxError, match="CERTIFICATE_VERIFY_FAILED"):
        process(found, Clock())
    with pytest.raises(Unreachable, match="CERTIFICATE_VERIFY_FAILED"), relay(found.sending, found.smtp):
        pass


class Interrupted(BaseException):
    """What a kill is, as far as a program sees it."""


@pytest.mark.parametrize("after", [1, 2, 3, 4, 5])
def test_an_interruption_does_nothing_twice(after: int, servers: Servers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped at any of the steps that leave the process, and run again: one question, every mail moved, nobody asked twice."""
    found, clock, steps = town(servers, tmp_path), Clock(), iter(range(1, 1000))

    def breaking(connection: sqlite3.Connection, name: str) -> None:
        if next(steps) == after:
            raise Interrupted
        connection.execute("DELETE FROM mailbox WHERE name = ?", (name,))

    monkeypatch.setattr("plugins.joining.processing.put_away", breaking)
    for number in range(2):
        servers.send("jeanne", mail(LETTER["join"], sender=JEANNE, subject=str(number)), LETTER["join"])
        servers.send("paul", mail(LETTER["join"], sender=f"paul@{DOMAIN}", subject=str(number)), LETTER["join"])
    servers.arrived(OURS, 4)
    if after < 5:
        with pytest.raises(Interrupted):
            process(found, clock)
    process(found, clock)
    assert ours(servers, DONE) == 4
    assert [len(servers.arrived(name, 1)) for name in ("jeanne", "paul")] == [1, 1]


def test_the_letter_is_sent_left_and_comes_back(servers: Servers, tmp_path: Path) -> None:
    """Through the sender itself: who reads leaves by the letter's own link, in one click; who is gone comes back and is given up."""
    found, clock = town(servers, tmp_path, plus=True), Clock()
    gone = f"personne@{ELSEWHERE}"
    with opened(found) as connection:
        for address in (JEANNE, gone):
            confirm_now(connection, add_pending(connection, address, clock(), "test").id, clock(), "test")
    process(found, clock)  # the sender wants the mailbox read within the hour
    folder = tmp_path / "build" / "lettres" / KEY
    folder.mkdir(parents=True)
    (folder / "lettre.eml").write_bytes(MESSAGE)
    sending = SENDING | {"relay": f"localhost:{servers.smtp}", "mailbox": f"localhost:{servers.imap}", "plus": True}
    secrets = {"SMTP_USER": OURS, "SMTP_PASSWORD": PASSWORD, "ABONNES": str(found.store)}
    office = Office(tmp_path, SETTINGS | {"SENDING": sending}, Console(file=StringIO()), now=clock, environment=secrets)
    assert send_letter(office, Wish(is_sure=True)) == 0

    letter = message_from_bytes(servers.arrived("jeanne", 1)[0])
    link = re.search(r"<https://service\.villeneuve\.example(/\S+)>", letter["List-Unsubscribe"])
    assert link
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    post(app_of(found, tmp_path, clock), link[1], **{"List-Unsubscribe": "One-Click"})
    servers.arrived(OURS, 1)
    process(found, clock)
    assert readers(found) == []
    with opened(found) as connection:
        assert connection.execute("SELECT address, campaign, status FROM bounces").fetchall() == [(gone, KEY, "5.1.1")]
