"""A connection to a relay that behaves, and to some that do not."""

import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.sending.line import Dropped, Line, Patience, Refusal, Relay, Unusable, open_line
from plugins.sending.replies import Reply, Stage
from tests.sending import relay as server
from tests.sending.letters import PATIENCE, answering, line_to
from tests.sending.relay import HANG_UP, running, unused_port

BODY = b"Subject: x\r\n\r\n..\r\nbonjour\r\n"


def offered(line: Line, address: str = "a@b.fr", body: bytes = BODY) -> Refusal | None:
    """Offer a message."""
    return line.offer("lettre@ville.example", address, body)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a certificate for `localhost`, with its key, that we signed ourselves."""
    path = tmp_path_factory.mktemp("tls") / "relay.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=localhost",
               "-addext", "subjectAltName=DNS:localhost", "-keyout", str(path), "-out", str(path.with_suffix(".crt"))]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    return path


@pytest.fixture
def encrypted(certificate: Path) -> Iterator[server.Relay]:
    """Run a relay that offers STARTTLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate.with_suffix(".crt"), certificate)
    with running(server.Relay(offers=("STARTTLS", "PIPELINING", "AUTH PLAIN LOGIN"), tls=context)) as relay:
        yield relay


@pytest.mark.parametrize("offers", [(), ("PIPELINING", "SIZE 1000")])
@pytest.mark.parametrize("mumbles", [False, True])
def test_a_message_arrives_whole(offers: tuple[str, ...], mumbles: bool) -> None:
    """With or without pipelining, at any speed, the relay gets the message with its dots as they were."""
    with running(server.Relay(offers=offers, mumbles=mumbles)) as relay:
        line = line_to(relay.port)
        assert offered(line) is None
        assert relay.delivered == []
        assert line.finish() == Reply(250, "2.0.0 taken")
        line.close()
    assert [one.message for one in relay.delivered] == [b"Subject: x\r\n\r\n.\r\nbonjour\r\n"]
    assert relay.commands[-1] == "quit"


def test_what_is_offered_is_used() -> None:
    """SIZE, BODY and SMTPUTF8 are said where the relay offers them and the message needs them."""
    with running(server.Relay(offers=("SIZE", "8BITMIME", "SMTPUTF8"))) as relay:
        line = line_to(relay.port)
        assert offered(line, "éa@b.fr", "é\r\n".encode()) is None
        line.abort()
    assert relay.commands[1:3] == ["MAIL FROM:<lettre@ville.example> SIZE=4 BODY=8BITMIME SMTPUTF8", "RCPT TO:<éa@b.fr>"]


def test_what_is_not_offered_is_not_sent() -> None:
    """An address that the relay cannot write is refused without asking it; a message that it would spoil stops everything."""
    with running(server.Relay(offers=())) as relay:
        line = line_to(relay.port)
        refusal = offered(line, "éa@b.fr")
        assert refusal is not None
        assert refusal.reply.status == "5.1.3"
        with pytest.raises(Unusable, match="8BITMIME"):
            offered(line, body="é\r\n".encode())
        line.close()
    assert relay.commands == ["ehlo [127.0.0.1]", "quit"]


@pytest.mark.parametrize("address", ["a b@c.fr", "a@b.fr>\r\nRCPT TO:<x@y.fr", "a<@b.fr"])
def test_an_address_adds_no_command(address: str) -> None:
    """Nothing in an address can end it."""
    with running(server.Relay()) as relay:
        line = line_to(relay.port)
        assert isinstance(offered(line, address), Refusal)
        line.close()


@pytest.mark.parametrize("offers", [(), ("PIPELINING",)])
@pytest.mark.parametrize(("command", "stage"), [("MAIL", Stage.SENDER), ("RCPT", Stage.RECIPIENT), ("DATA", Stage.MESSAGE)])
def test_a_refusal_leaves_the_line_ready(offers: tuple[str, ...], command: str, stage: Stage) -> None:
    """After a refusal at any stage and RSET, the next message goes through, and the refused one is nowhere."""
    with running(server.Relay(offers=offers, answer=answering(command, "550 5.1.1 no"))) as relay:
        line = line_to(relay.port)
        assert offered(line, "no@b.fr") == Refusal(stage, Reply(550, "5.1.1 no"))
        line.reset()
        assert offered(line, "yes@b.fr") is None
        line.finish()
        line.close()
    assert [one.to for one in relay.delivered] == ["yes@b.fr"]


@pytest.mark.parametrize("command", ["MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize("answer", [HANG_UP, "421 4.3.2 closing", "nonsense"])
def test_a_relay_that_goes_before_the_dot_has_taken_nothing(command: str, answer: str) -> None:
    """A drop, a 421 or babble before the dot is a drop."""
    with running(server.Relay(answer=answering(command, answer))) as relay:
        line = line_to(relay.port)
        with pytest.raises(Dropped):
            offered(line)
        line.abort()
    assert relay.delivered == []


@pytest.mark.parametrize("answer", [HANG_UP, "nonsense"])
def test_no_reply_after_the_dot_is_told_apart(answer: str) -> None:
    """After the dot a drop or babble is raised from `finish`, where nobody knows."""
    with running(server.Relay(answer=answering("TAKEN", answer))) as relay:
        line = line_to(relay.port)
        offered(line)
        with pytest.raises(Dropped):
            line.finish()
        line.abort()
    assert len(relay.delivered) == 1


def test_a_relay_that_stalls_is_left() -> None:
    """Without an answer in time the connection is dropped."""
    patience = Patience(connecting=1, command=0.1, dot=0.1)
    with running(server.Relay(answer=stall)) as relay:
        line = line_to(relay.port, patience)
        with pytest.raises(Dropped, match="timed out"):
            offered(line)
        line.abort()


def stall(talk: server.Talk, command: str, _address: str) -> str | None:
    """Say nothing to MAIL until the other side has gone."""
    if command == "MAIL":
        while talk.rfile.readline():
            pass
        return HANG_UP
    return None


def test_nobody_there_is_a_drop() -> None:
    """A relay that does not answer may answer later."""
    with pytest.raises(Dropped, match="ne répond pas"):
        line_to(unused_port())


def test_a_login_never_goes_in_the_clear() -> None:
    """Without encryption there is no login, whatever the settings say, and nothing is sent."""
    with running(server.Relay()) as relay:
        with pytest.raises(Unusable, match="en clair"):
            line_to(relay.port, user="u", password="p")
        with pytest.raises(Unusable, match="chiffrée"):
            line_to(relay.port, security="starttls", user="u", password="p")
    assert not [line for line in relay.commands if line.startswith(("AUTH", "MAIL"))]


def test_a_refused_encryption_is_a_drop(encrypted: server.Relay) -> None:
    """A relay that cannot encrypt at the moment gets nothing."""
    encrypted.answer = answering("STARTTLS", "454 4.7.0 not now")
    with pytest.raises(Dropped, match="454"):
        line_to(encrypted.port, security="starttls")


def test_an_unknown_certificate_is_refused(encrypted: server.Relay) -> None:
    """Nobody is trusted who cannot show who they are."""
    with pytest.raises(Unusable, match="certificat"):
        line_to(encrypted.port, security="starttls")


def test_a_known_relay_gets_login_and_message(encrypted: server.Relay, certificate: Path) -> None:
    """With a good certificate the login goes over the encrypted line, then the message."""
    context = ssl.create_default_context(cafile=str(certificate.with_suffix(".crt")))
    line = open_line(Relay("localhost", encrypted.port, "starttls", "u", "p"), context, PATIENCE)
    assert offered(line) is None
    assert line.finish().code == 250
    line.close()
    assert [command.split()[0].upper() for command in encrypted.commands[:4]] == ["EHLO", "STARTTLS", "EHLO", "AUTH"]


def test_a_refused_login_stops_all(encrypted: server.Relay, certificate: Path) -> None:
    """A wrong password is not tried again and again."""
    encrypted.answer = lambda _talk, command, _line: "535 5.7.8 no" if command == "AUTH" else None
    context = ssl.create_default_context(cafile=str(certificate.with_suffix(".crt")))
    with pytest.raises(Unusable, match="SMTP_PASSWORD"):
        open_line(Relay("localhost", encrypted.port, "starttls", "u", "p"), context, PATIENCE)
