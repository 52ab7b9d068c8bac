"""One connection to the relay. The dot that ends a message is written apart from it, so that it can be journalled first."""

from __future__ import annotations

import select
import smtplib
import socket
import ssl
from contextlib import suppress

from msgspec import Struct

from plugins.sending.replies import Reply, Stage
from plugins.subscribers.relaying import connect, greet
from plugins.subscribers.settings import Server

CLOSING = 421
_STAGES = (Stage.SENDER, Stage.RECIPIENT, Stage.MESSAGE)
_GO_ON = 354
_LONGEST_TEXT = 400
_LEAVE_TAKING = 5
"""Seconds; nothing depends on it."""


class Relay(Struct, frozen=True):
    """Where we hand our mail over, and as whom."""

    host: str
    port: int
    security: str = "starttls"
    """`starttls`, `tls` or `none`."""
    user: str = ""
    password: str = ""

    __repr__ = object.__repr__  # no trace tells the password


class Patience(Struct, frozen=True):
    """Seconds to wait for an answer (RFC 5321 §4.5.3.2); who leaves too early after the dot does not know what became of it."""

    connecting: float = 30
    command: float = 300
    dot: float = 600


class Refusal(Struct, frozen=True):
    """A reply that ended a message before its dot."""

    stage: Stage
    reply: Reply


class Dropped(ConnectionError):
    """The connection is lost, or was never there; before the dot this means that nothing was delivered."""


class Unusable(RuntimeError):
    """The relay cannot be used as the settings say: one French sentence."""


class Line:
    """An open connection, over smtplib's."""

    def __init__(self, smtp: smtplib.SMTP, patience: Patience) -> None:
        """Take over a connection that has said EHLO."""
        self._smtp = smtp
        self._patience = patience

    def offer(self, sender: str, address: str, message: bytes) -> Refusal | None:
        """Hand over all of a message but its dot: CRLF, dots doubled. Return what the relay refused; raise Dropped."""
        if not self._can_write_to(address):
            return Refusal(Stage.RECIPIENT, Reply(553, "5.1.3 Le relais ne sait pas écrire à cette adresse."))
        commands = (f"MAIL FROM:<{sender}>{self._parameters(address, message)}", f"RCPT TO:<{address}>", "DATA")
        replies = self._answers([f"{command}\r\n".encode() for command in commands])
        refused = next((Refusal(stage, reply) for stage, reply in zip(_STAGES, replies, strict=False) if reply.code >= 400), None)
        if refused:
            if len(replies) == len(_STAGES) and replies[-1].code == _GO_ON:
                self._end_of_nothing()
            return refused
        if len(replies) < len(_STAGES) or replies[-1].code != _GO_ON:
            raise Dropped(f"réponse inattendue à DATA : {replies[-1]}")
        self._write(message)
        return self._early()

    def finish(self) -> Reply:
        """Write the dot and return what the relay says of it. Raise Dropped: then nobody knows whether it was delivered."""
        try:
            _socket(self._smtp).settimeout(self._patience.dot)
            self._write(b".\r\n")
            reply = self._read()
            _socket(self._smtp).settimeout(self._patience.command)
        except OSError as error:
            raise Dropped(str(error)) from error
        return reply

    def reset(self) -> None:
        """Forget the message at hand, as after any refusal. Raise Dropped."""
        self._ask(b"RSET\r\n")

    def check(self) -> None:
        """Make sure that somebody is still there. Raise Dropped."""
        self._ask(b"NOOP\r\n")

    def close(self) -> None:
        """Take leave."""
        with suppress(OSError):
            _socket(self._smtp).settimeout(_LEAVE_TAKING)
            self._smtp.quit()
        self.abort()

    def abort(self) -> None:
        """Hang up: a message without its dot is none."""
        self._smtp.close()

    def _ask(self, command: bytes) -> None:
        self._write(command)
        if (reply := self._read()).code >= 400:
            raise Dropped(str(reply))

    def _can_write_to(self, address: str) -> bool:
        if any(char in "<> " or not char.isprintable() for char in address):
            return False
        return address.isascii() or self._smtp.has_extn("smtputf8")

    def _parameters(self, address: str, message: bytes) -> str:
        """Return what follows the sender: SIZE (RFC 1870), BODY (RFC 6152), SMTPUTF8 (RFC 6531), as offered. Raise Unusable."""
        wanted = {"size": f" SIZE={len(message)}"}
        if not message.isascii():
            if not self._smtp.has_extn("8bitmime"):
                raise Unusable("Le relais ne prend que des messages en ASCII (8BITMIME manque) : prenez un autre relais.")
            wanted["8bitmime"] = " BODY=8BITMIME"
        if not address.isascii():
            wanted["smtputf8"] = " SMTPUTF8"
        return "".join(words for name, words in wanted.items() if self._smtp.has_extn(name))

    def _answers(self, commands: list[bytes]) -> list[Reply]:
        """Return the replies: to all at once where the relay allows it (RFC 2920), else up to the first refusal."""
        if self._smtp.has_extn("pipelining"):
            self._write(b"".join(commands))
            return [self._living() for _ in commands]
        replies: list[Reply] = []
        for command in commands:
            self._write(command)
            replies.append(self._living())
            if replies[-1].code >= 400:
                break
        return replies

    def _living(self) -> Reply:
        """Return a reply that comes before the dot. Raise Dropped when it says that the relay hangs up."""
        reply = self._read()
        if reply.code == CLOSING:
            raise Dropped(str(reply))
        return reply

    def _end_of_nothing(self) -> None:
        """End a message that nobody is to get, asked for at once with its refused recipient (RFC 2920 §3.1)."""
        self._write(b".\r\n")
        self._living()

    def _early(self) -> Refusal | None:
        """Return what the relay says before the dot, when it does not want to hear the end. Raise Dropped."""
        readable, _, _ = select.select([_socket(self._smtp)], [], [], 0)
        if not readable:
            return None
        reply = self._living()
        self.abort()  # any command would be taken for a line of the message
        return Refusal(Stage.MESSAGE, reply)

    def _write(self, data: bytes) -> None:
        try:
            self._smtp.send(data)
        except (OSError, ValueError) as error:
            raise Dropped(str(error)) from error

    def _read(self) -> Reply:
        try:
            _socket(self._smtp)
            code, text = self._smtp.getreply()
        except (OSError, ValueError) as error:
            raise Dropped(str(error)) from error
        if not 200 <= code < 600:
            raise Dropped(f"réponse illisible : {code}")
        return Reply(code, " ".join(text.decode("utf-8", "replace").split())[:_LONGEST_TEXT])


def open_line(relay: Relay, context: ssl.SSLContext, patience: Patience) -> Line:
    """Return a connection that is encrypted and logged in as the settings say. Raise Dropped, or Unusable when another try is no use."""
    if relay.security == "none" and relay.user:
        raise Unusable("Le mot de passe du relais ne part pas en clair : réglez « security » sur « starttls » ou « tls ».")
    try:
        smtp = _connected(relay, context, patience)
    except ssl.SSLCertVerificationError as error:
        raise Unusable(_bad_certificate(relay, error)) from error
    except OSError as error:
        raise Dropped(f"{relay.host}:{relay.port} ne répond pas ({error})") from error
    try:
        _greet(smtp, relay, context)
    except BaseException:
        smtp.close()
        raise
    _socket(smtp).settimeout(patience.command)
    return Line(smtp, patience)


def _connected(relay: Relay, context: ssl.SSLContext, patience: Patience) -> smtplib.SMTP:
    smtp = connect(Server(relay.host, relay.port), relay.security, context, patience.connecting)
    # The dot is a packet of its own: it must not wait until the relay has confirmed the packets before it.
    _socket(smtp).setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return smtp


def _greet(smtp: smtplib.SMTP, relay: Relay, context: ssl.SSLContext) -> None:
    """Say EHLO, encrypt and log in. Raise Dropped or Unusable."""
    try:
        greet(smtp, relay.security, context, (relay.user, relay.password))
    except ssl.SSLCertVerificationError as error:
        raise Unusable(_bad_certificate(relay, error)) from error
    except smtplib.SMTPNotSupportedError as error:
        raise Unusable(f"{relay.host} ne propose pas de connexion chiffrée ou pas de mot de passe ({error}) : rien n'est envoyé.") from error
    except smtplib.SMTPResponseException as error:
        reply = f"{error.smtp_code} {error.smtp_error!r}"
        if error.smtp_code < 500:
            raise Dropped(reply) from error
        raise Unusable(f"{relay.host} nous refuse ({reply}) : vérifiez SMTP_USER et SMTP_PASSWORD.") from error
    except OSError as error:
        raise Dropped(str(error)) from error


def _socket(smtp: smtplib.SMTP) -> socket.socket:
    """Return the socket of a connection. Raise Dropped when it is closed already."""
    if smtp.sock is None:
        raise Dropped("connexion fermée")
    return smtp.sock


def _bad_certificate(relay: Relay, error: ssl.SSLCertVerificationError) -> str:
    return f"Le certificat de {relay.host} n'est pas bon ({error.verify_message}) : rien n'est envoyé."
