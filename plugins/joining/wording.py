"""The mails that answer a request, and what people agree to."""

from __future__ import annotations

from datetime import datetime
from email.charset import QP, Charset
from email.header import Header
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime, formataddr

from msgspec import Struct

from plugins.model.site import Identity, LetterHead

AGREED = "J'ai demandé à recevoir la lettre par courriel, et je l'ai confirmé depuis cette adresse."
"""What the record of a consent says."""
WIRE = compat32.clone(linesep="\r\n", mangle_from_=False)


class House(Struct, frozen=True):
    """Who writes."""

    identity: Identity
    head: LetterHead
    join: str
    """The address that an answer goes to; empty: nobody reads answers."""
    endpoint: str
    """Where the app is, with a final slash; empty: there is none."""


class _Words(Struct, frozen=True):
    name: str
    """Starts the Message-ID; the token ends it, so that an answer carries it."""
    subject: str
    lines: tuple[str, ...]


def question(house: House, address: str, token: str, now: datetime) -> bytes:
    """Return the mail that asks somebody to confirm, by answering or by a page with a button."""
    answer = ("Pour la recevoir, répondez simplement à ce message, sans rien écrire.", "") if house.join else ()
    start = "Ou bien ouvrez" if house.join else "Pour la recevoir, ouvrez"
    page = (f"{start} cette page, et appuyez sur son bouton :", f"{house.endpoint}confirmer/{token}", "") if house.endpoint else ()
    lines = (
        f"Quelqu'un, vous sans doute, a demandé à recevoir « {house.head.name} » à cette adresse.", "",
        *answer, *page,
        "Vous avez sept jours. Si vous n'avez rien demandé, ne faites rien : vous ne recevrez rien d'autre.", f"Référence : {token}",
    )  # fmt: skip
    return _message(house, address, _Words(f"oui.{token}", "Confirmez : voulez-vous recevoir la lettre ?", lines), now)


def reminder(house: House, address: str, token: str, now: datetime) -> bytes:
    """Return the mail that tells somebody who gets the letter already that they do."""
    lines = (
        f"Vous avez demandé à recevoir « {house.head.name} » : vous êtes déjà dans la liste, il n'y a rien à faire.", "",
        "Si elle n'arrive pas, regardez parmi les courriers indésirables, et ajoutez cette adresse à vos contacts :", house.head.sender, "",
        f"Pour ne plus la recevoir, écrivez à {house.head.leave}.",
    )  # fmt: skip
    return _message(house, address, _Words(f"deja.{token}", "Vous recevez déjà la lettre", lines), now)


def _message(house: House, address: str, words: _Words, now: datetime) -> bytes:
    """Return a plain mail that no program answers (RFC 3834 §5; Exchange reads a header of its own)."""
    foot = ("", "--", house.identity.name, house.identity.postal, house.identity.absolute("/lettre/"))
    message = MIMEText(spaced("\n".join((*words.lines, *foot))) + "\n", "plain", _plain())  # type: ignore[arg-type]  # takes a Charset since 3.5
    headers = {
        "From": formataddr((_header(house.head.name), house.head.sender)),
        "To": address,
        "Subject": _header(spaced(words.subject)),
        "Date": format_datetime(now),
        "Message-ID": f"<{words.name}@{house.head.sender.rpartition('@')[2]}>",
        "Auto-Submitted": "auto-replied",
        "X-Auto-Response-Suppress": "All",
    }
    if house.join:
        headers["Reply-To"] = house.join
    for field, value in headers.items():
        message[field] = value
    return message.as_bytes(policy=WIRE)


def _plain() -> Charset:
    charset = Charset("utf-8")
    charset.body_encoding = QP
    return charset


def _header(text: str) -> str:
    return text if text.isascii() else Header(text, "utf-8").encode()


def spaced(text: str) -> str:
    """Return French text with no-break spaces where French has them."""
    for sign in "?!:;»":
        text = text.replace(f" {sign}", f"\u00a0{sign}")
    return text.replace("« ", "«\u00a0")
