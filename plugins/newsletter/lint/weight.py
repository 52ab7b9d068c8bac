"""How much a mailbox takes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.model.problem import Severity
from plugins.newsletter.lines import LONGEST
from plugins.newsletter.lint.facts import Broken
from plugins.newsletter.lint.page import Page

LARGE, TOO_LARGE = 60_000, 80_000
"""Bytes of HTML; Gmail cuts at 102 KB, and relays add some."""
LARGEST_STYLE = 8_192
"""Bytes of all style sheets: Gmail drops one that is larger."""
_FORBIDDEN = re.compile(r"@import|@font-face|@charset|url\(|var\(|expression\(|/\*", re.IGNORECASE)
"""Gmail drops the whole sheet for some of these, and La Poste the rule after a comment."""


def light(page: Page) -> Iterator[Broken]:
    """Yield what weighs too much: Gmail shows only the beginning."""
    size = len(page.source.encode())
    what = f"la lettre pèse {size // 1000} ko."
    if size > TOO_LARGE:
        yield Broken("poids", what, f"Il en faut moins de {TOO_LARGE // 1000} : raccourcissez l'éditorial.")
    elif size > LARGE:
        instead = f"Mieux vaut rester sous {LARGE // 1000} : Gmail coupe les longues lettres."
        yield Broken("poids", what, instead, severity=Severity.WARNING)


def short_lines(page: Page) -> Iterator[Broken]:
    """Yield lines that relays would break where they like (RFC 5322 §2.1.1)."""
    if long := next((line for line in page.source.split("\n") if len(line.encode()) > LONGEST), None):
        what = f"la ligne « {long[:30]}… » est trop longue pour le courrier ({len(long.encode())} octets, {LONGEST} au plus)."
        yield Broken("lignes", what, "Raccourcissez l'adresse ou le mot très long de l'éditorial.")


def small_sheet(page: Page) -> Iterator[Broken]:
    """Yield style sheets that Gmail drops: too large, or with something in them that it does not want."""
    sheets = [str(style.text or "") for style in page.root.iter("style")]
    if (size := sum(len(sheet.encode()) for sheet in sheets)) > LARGEST_STYLE:
        yield Broken("feuille de style", f"elle pèse {size} octets, il en faut moins de {LARGEST_STYLE}.")
    for sheet in sheets:
        if found := _FORBIDDEN.search(sheet):
            yield Broken("feuille de style", f"« {found[0]} » fait jeter la feuille par des messageries.")
