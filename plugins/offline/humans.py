"""humans.txt: who makes the site, for the curious (humanstxt.org). Groups and no person: nobody is named who has not asked for it."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.model.site import Identity

_STANDARDS = ("HTML", "CSS", "iCalendar (RFC 5545)", "Atom (RFC 4287)")
_RADIO = ("RSS 2.0", "Podcasting 2.0")


def humans(identity: Identity, has_radio: bool) -> bytes:
    """Return the text, in UTF-8."""
    return ("\n".join(_lines(identity, has_radio)) + "\n").encode()


def _lines(identity: Identity, has_radio: bool) -> Iterator[str]:
    yield "/* QUI FAIT CE SITE */"
    told = (("Nom", identity.name), ("", identity.tagline), ("Adresse", identity.postal), ("Courriel", identity.mail), ("Téléphone", identity.phone))
    yield from (f"{label}\u00a0: {value}" if label else value for label, value in told if value)
    yield ""
    yield "/* LE SITE */"
    yield f"Site\u00a0: {identity.absolute('/')}"
    yield "Langue\u00a0: français"
    yield f"Normes\u00a0: {', '.join((*_STANDARDS, *(_RADIO if has_radio else ())))}"
    yield "Accessibilité\u00a0: WCAG 2.2, niveau AA visé"
