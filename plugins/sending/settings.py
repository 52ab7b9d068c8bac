"""How this town sends, from its settings and secrets."""

from __future__ import annotations

import signal
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct

from plugins.model.problem import Wrong
from plugins.sending.dispatch import Clock
from plugins.sending.headers import Sender
from plugins.sending.line import Patience, Relay, open_line
from plugins.sending.pace import caps
from plugins.sending.sending import Way
from plugins.sending.signing import signer
from plugins.subscribers.office import Office
from plugins.subscribers.places import read_secrets
from plugins.subscribers.settings import Sending, read_sending


class Post(Struct, frozen=True):
    """All that sending needs of a town."""

    office: Office
    sending: Sending
    relay: Relay
    sender: Sender

    @property
    def traces(self) -> Path:
        """Where it is noted what went out, beside the database."""
        return self.office.path.parent / "envois"

    @property
    def way(self) -> Way:
        """How messages leave."""
        context, patience = ssl.create_default_context(), Patience()
        limits = caps(self.sending.per_minute, self.sending.per_hour, self.sending.per_day)
        clock = Clock(self.office.now, time.monotonic, time.sleep)
        return Way(self.sender, lambda: open_line(self.relay, context, patience), self.sending.connections, limits, clock, on_signal)


def post(office: Office, key: bytes) -> Post:
    """Return how a town sends; the key is that of its database. Raise Wrong for what cannot work."""
    sending, problems = read_sending(office.settings)
    if problems:
        raise Wrong(f"{problems[0].key} : {problems[0].what}", problems[0].instead)
    head = office.settings.get("LETTER") or {}
    if not head.get("sender") or not head.get("leave"):
        raise Wrong("Ce site n'envoie pas de lettre.", "Ajoutez LETTER dans pelicanconf.py ; docs/reglages.md dit ce qu'il contient.")
    if sending.relay is None:
        raise Wrong("SENDING n'a pas de relais.", 'Ajoutez « "relay": "smtp.exemple.fr:587" » dans SENDING ; docs/envoi.md dit comment.')
    secrets = read_secrets(office.root, office.environment)
    relay = Relay(sending.relay.host, sending.relay.port, sending.security, secrets.get("SMTP_USER", ""), secrets.get("SMTP_PASSWORD", ""))
    sign = signer(sending.dkim_selector, sending.dkim_domain, secrets.get("DKIM_KEY", "")) if sending.dkim_selector else None
    domain = urlsplit(str(office.settings.get("SITEURL", ""))).hostname or "localhost"
    sender = Sender(
        domain, sending.envelope or head["sender"], sending.leave, office.zone, key, endpoint=sending.endpoint, plus=sending.plus, sign=sign
    )
    return Post(office, sending, relay, sender)


@contextmanager
def on_signal(interrupt: Callable[[], None]) -> Iterator[None]:
    """Let Ctrl+C and a shutdown end a run properly; a second Ctrl+C ends it at once, which does no harm either."""

    def hear(*_: object) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        interrupt()

    before = [(number, signal.signal(number, hear)) for number in (signal.SIGINT, signal.SIGTERM)]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)
