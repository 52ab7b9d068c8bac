"""Posting the letter once to an announce list (Sympa, Mailman 3…), which sends it to its own members."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Mapping

from plugins.subscribers.fault import Fault
from plugins.subscribers.relaying import connect, greet
from plugins.subscribers.settings import Sending, Server

PATIENCE = 60
"""Seconds without an answer."""


class Unsure(Fault):
    """Nobody knows whether the relay took the message."""


def post(relay: Server, sending: Sending, secrets: Mapping[str, str], route: tuple[str, str], message: bytes) -> str:
    """Hand one message to the relay, from and to the addresses of `route`; return what it answered. Raise Fault, or Unsure."""
    try:
        client = _connected(relay, sending, secrets)
    except OSError as error:
        raise Fault(f"Le relais « {relay.host} » n'a pas pris la lettre : rien n'est parti. Vérifiez SENDING et les identifiants.") from error
    with client:
        return _handed(client, route, message)


def _connected(relay: Server, sending: Sending, secrets: Mapping[str, str]) -> smtplib.SMTP:
    context = ssl.create_default_context()
    client = connect(relay, sending.security, context, PATIENCE)
    try:
        greet(client, sending.security, context, (secrets.get("SMTP_USER", ""), secrets.get("SMTP_PASSWORD", "")))
    except BaseException:
        client.close()
        raise
    return client


def _handed(client: smtplib.SMTP, route: tuple[str, str], message: bytes) -> str:
    sender, address = route
    try:
        for code, said in (client.mail(sender), client.rcpt(address)):
            _expect(code, said)
    except (OSError, smtplib.SMTPException) as error:
        raise Fault("Le relais a coupé avant la lettre : rien n'est parti. Relancez.") from error
    try:
        code, said = client.data(message)
    except smtplib.SMTPDataError as error:
        code, said = error.smtp_code, _bytes(error.smtp_error)
    except (OSError, smtplib.SMTPException) as error:
        raise Unsure("Le relais a coupé pendant la lettre : personne ne sait si elle est partie. Regardez les archives de la liste.") from error
    _expect(code, said)
    return _words(said)


def _expect(code: int, said: bytes) -> None:
    if not 200 <= code < 300:
        raise Fault(f"Le relais a refusé : {code} {_words(said)}. Rien n'est parti.")


def _bytes(said: bytes | str) -> bytes:
    return said.encode() if isinstance(said, str) else said


def _words(said: bytes) -> str:
    return " ".join(said.decode("utf-8", "replace").split())
