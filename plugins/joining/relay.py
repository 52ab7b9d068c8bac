"""Handing one mail to the relay, certificate checked, with the login that the settings ask for."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from msgspec import Struct

from plugins.joining.bounces import status_of
from plugins.subscribers.relaying import connect, greet
from plugins.subscribers.settings import Sending

PATIENCE = 60
"""Seconds without an answer."""


class Unreachable(Exception):
    """The relay takes no mail at the moment; what was to be sent has not gone."""


class Refused(Exception):
    """The relay refuses this address."""

    def __init__(self, status: str, reply: str) -> None:
        """Keep the status (RFC 3463) and the words."""
        super().__init__(reply)
        self.status, self.reply = status, reply


class Login(Struct, frozen=True):
    """Name and password; both empty: none is asked for."""

    user: str
    password: str


@contextmanager
def relay(sending: Sending, login: Login) -> Iterator[smtplib.SMTP]:
    """Yield a connection that takes mail. Raise Unreachable; never send a password without encryption."""
    assert sending.relay
    context = ssl.create_default_context()
    try:
        connection = connect(sending.relay, sending.security, context, PATIENCE)
    except OSError as error:
        raise Unreachable(_words(error)) from error
    try:
        _open(connection, sending.security, context, login)
        yield connection
    finally:
        with suppress(OSError):
            connection.quit()
        connection.close()


def _open(connection: smtplib.SMTP, security: str, context: ssl.SSLContext, login: Login) -> None:
    if login.user and security == "none":
        raise Unreachable("un mot de passe ne part pas sans chiffrement (« security »)")
    try:
        greet(connection, security, context, (login.user, login.password))
    except OSError as error:
        raise Unreachable(_words(error)) from error


def send_one(connection: smtplib.SMTP, envelope: str, address: str, message: bytes) -> None:
    """Hand one mail over. Raise Refused or Unreachable when it has certainly not gone; OSError when nobody knows."""
    options = ["SMTPUTF8"] if not address.isascii() and connection.has_extn("smtputf8") else []
    try:
        connection.sendmail(envelope, [address], message, mail_options=options)
    except smtplib.SMTPRecipientsRefused as error:
        code, reply = error.recipients[address]
        text = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else str(reply)
        if code < 500:
            raise Unreachable(text) from error
        raise Refused(status_of(text, "5.0.0"), text) from error
    except smtplib.SMTPResponseException as error:
        raise Unreachable(_words(error)) from error
    except smtplib.SMTPNotSupportedError as error:
        raise Refused("5.6.7", str(error)) from error
    except smtplib.SMTPServerDisconnected as error:
        raise OSError(str(error)) from error


def _words(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        reply = error.smtp_error
        return f"{error.smtp_code} {reply.decode('utf-8', 'replace') if isinstance(reply, bytes) else reply}"
    return str(error)
