"""How the letter is sent, from the setting SENDING, typed and checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from plugins.model.kinds import link, mail
from plugins.model.problem import Problem, Wrong
from plugins.model.text import listed

_FILE = "pelicanconf.py"
_SETTING = "SENDING"
_SERVER = re.compile(r"(?P<host>[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\]):(?P<port>\d{1,5})")
_SECURITIES = ("starttls", "tls", "none")


class Server(Struct, frozen=True):
    """Where something answers."""

    host: str
    port: int


class Sending(Struct, frozen=True):
    """How the letter goes out and how people come and go; what is not said is not done."""

    relay: Server | None = None
    """Takes our mail; None: nothing can be sent from here."""
    security: str = "starttls"
    """Of the connection to it: `starttls`, `tls` from the first byte, or `none`, for a relay on this machine."""
    per_minute: int = 20
    """Most messages a minute; 0, as for the next two: no limit."""
    per_hour: int = 0
    per_day: int = 0
    connections: int = 1
    """How many at once."""
    envelope: str = ""
    """The address that failures come back to; empty: the letter's sender."""
    plus: bool = False
    """Whether that address may carry `+…`, which tells whose failure it is."""
    mailbox: Server | None = None
    """IMAP over TLS: what people and relays answer; None: nobody reads it for us."""
    join: str = ""
    """Mail address to write to in order to get the letter; empty: LETTER has none either."""
    leave: str = ""
    """Mail address to write to in order to leave, from LETTER."""
    endpoint: str = ""
    """Public address of the WSGI app, with a final slash; empty: there is none."""
    dkim_selector: str = ""
    dkim_domain: str = ""
    """Whose signature it is; both empty: the relay signs, or nobody."""


def read_sending(settings: Mapping[str, Any]) -> tuple[Sending, tuple[Problem, ...]]:
    """Return how the letter is sent, and what is wrong in SENDING; that is left at its usual value."""
    table = dict(settings.get(_SETTING) or {})
    letter = settings.get("LETTER") or {}
    values: dict[str, Any] = {"join": str(letter.get("join", "")), "leave": str(letter.get("leave", ""))}
    problems = list(_unknown(table))
    for key in sorted(READERS.keys() & table.keys()):
        try:
            values[key] = READERS[key](table[key])
        except Wrong as wrong:
            problems.append(_problem(key, wrong))
    sending = Sending(**values)
    if bool(sending.dkim_selector) != bool(sending.dkim_domain):
        problems.append(
            _problem("dkim_selector", Wrong("Une signature DKIM veut « dkim_selector » et « dkim_domain ».", "Donnez les deux ou aucun."))
        )
    return sending, tuple(problems)


def _unknown(table: Mapping[str, Any]) -> list[Problem]:
    unknown = sorted(set(table) - set(READERS))
    known = listed(name for name in Sending.__struct_fields__ if name in READERS)
    return [_problem("", Wrong(f"Clé inconnue : {listed(unknown)}.", f"Les clés possibles : {known}."))] if unknown else []


def _problem(key: str, wrong: Wrong) -> Problem:
    return Problem(_FILE, 0, f"{_SETTING}, {key}" if key else _SETTING, wrong.what, wrong.instead)


def _server(usual: str) -> Callable[[object], Server | None]:
    def read(written: object) -> Server | None:
        if not written:
            return None
        match = _SERVER.fullmatch(str(written))
        if not match or not 0 < int(match["port"]) < 65536:
            raise Wrong(f"« {written} » n'est pas un serveur avec son port.", f"Écrivez par exemple « {usual} ».")
        return Server(match["host"].strip("[]").lower(), int(match["port"]))

    return read


def _security(written: object) -> str:
    if written not in _SECURITIES:
        raise Wrong(f"« {written} » n'est pas une façon de se connecter.", f"Écrivez {listed((f'« {word} »' for word in _SECURITIES), 'ou')}.")
    return str(written)


def _count(least: int, most: int) -> Callable[[object], int]:
    def read(written: object) -> int:
        if type(written) is not int or not least <= written <= most:
            raise Wrong(f"« {written} » ne va pas.", f"Écrivez un nombre entier de {least} à {most}.")
        return written

    return read


def _yes(written: object) -> bool:
    if not isinstance(written, bool):
        raise Wrong(f"« {written} » n'est ni oui ni non.", "Écrivez « True » ou « False ».")
    return written


def _mail(written: object) -> str:
    return mail(str(written)) if written else ""


def _endpoint(written: object) -> str:
    if not written:
        return ""
    address = link(str(written))
    if not address.startswith("https://"):
        raise Wrong(f"« {written} » n'est pas en https.", "Les messageries ne suivent que « https:// ».")
    return address.rstrip("/") + "/"


def _name(written: object) -> str:
    if not re.fullmatch(r"[A-Za-z0-9._-]*", str(written)):
        raise Wrong(f"« {written} » n'est pas un nom de domaine.", "Écrivez des lettres, des chiffres, des points et des tirets.")
    return str(written).lower()


READERS: Mapping[str, Callable[[object], object]] = {
    "relay": _server("smtp.exemple.fr:587"),
    "security": _security,
    "per_minute": _count(0, 100_000),
    "per_hour": _count(0, 1_000_000),
    "per_day": _count(0, 10_000_000),
    "connections": _count(1, 20),
    "envelope": _mail,
    "plus": _yes,
    "mailbox": _server("imap.exemple.fr:993"),
    "join": _mail,
    "endpoint": _endpoint,
    "dkim_selector": _name,
    "dkim_domain": _name,
}
"""How each key is read."""
