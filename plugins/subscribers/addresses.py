"""Mail addresses: read as people write them, and compared as mail hosts do."""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata

from plugins.model.problem import Wrong
from plugins.model.text import clean

_NAMED = re.compile(r"[^<>]*<([^<>]*)>")
_FAULTS = (
    (r"^[^@]*$", "Il manque le signe « @ »."),
    (r"@.*@", "Il y a plusieurs « @ » : une seule adresse à la fois."),
    (r"^@|@$", "Il manque ce qui vient avant ou après « @ »."),
    (r"\s", "Il y a une espace dans l'adresse."),
    (r"\.\.|^\.|\.@|@\.|\.$", "Il y a un point de trop."),
    (r"@[^.]*$", "Il manque la fin de l'adresse, par exemple « .fr »."),
)
"""How an address goes wrong, and what is said of it; the first one that holds."""
_INSTEAD = "Écrivez par exemple jeanne@exemple.fr."


def normalised(written: str) -> str:
    """Return the address as it is kept: the domain in small ASCII letters (IDNA 2008), the rest as typed. Raise Wrong.

    `Jeanne <Jeanne+lettre@MÜNCHEN.de>` gives `Jeanne+lettre@xn--mnchen-3ya.de`. It reaches whom the written one reaches;
    nothing is asked on the network.
    """
    from email_validator import EmailNotValidError, validate_email  # where addresses are read, and nowhere else

    bare = _bare(written)
    try:
        found = validate_email(bare, check_deliverability=False, strict=True)
    except (EmailNotValidError, UnicodeError):
        raise Wrong(_fault(bare), _INSTEAD) from None
    return f"{found.local_part}@{found.ascii_domain}"


def folded(address: str) -> str:
    """Return the one form of all spellings of a normalised address: no host that people use tells `Jean@` from `jean@`."""
    local, _, domain = address.rpartition("@")
    return f"{unicodedata.normalize('NFC', local.casefold())}@{domain.lower()}"


def keyed_hash(key: bytes, address: str) -> bytes:
    """Return what may be kept of a normalised address for ever: HMAC-SHA-256, which nobody without the key can try out."""
    return hmac.digest(key, folded(address).encode(), hashlib.sha256)


def _bare(written: str) -> str:
    """Return the address alone, out of what mail programs and sheets put around it."""
    text = clean(written).strip()
    if match := _NAMED.fullmatch(text):
        text = match[1].strip()
    return re.sub(r"^mailto:", "", text, flags=re.IGNORECASE)


def _fault(written: str) -> str:
    """Return what is wrong, without the address: it is somebody's."""
    return next(
        (what for sign, what in _FAULTS if re.search(sign, written, re.DOTALL)), "Cette adresse est mal écrite, ou n'existe pas sur internet."
    )
