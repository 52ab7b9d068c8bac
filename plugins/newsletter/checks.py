"""The hard limits of mailboxes, checked on the letter as it would go out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import html as lxml_html

from plugins.model.letter import PREHEADER, Letter
from plugins.model.problem import Problem, Severity
from plugins.newsletter.lines import LONGEST
from plugins.newsletter.names import FOLDER

LARGE, TOO_LARGE = 60_000, 80_000
"""Bytes of HTML; Gmail cuts at 102 KB, and relays add some."""


def limits(letter: Letter, html: str) -> Iterator[Problem]:
    """Yield a problem for each limit that the letter's HTML breaks."""
    yield from _size(letter, len(html.encode()))
    if any(len(line.encode()) > LONGEST for line in html.split("\n")):
        what = "Une ligne de la lettre est trop longue pour le courrier."
        yield _problem(letter, "", what, "Raccourcissez l'adresse ou le mot très long de l'éditorial.")
    root = lxml_html.document_fromstring(html)
    for image in root.iter("img"):
        if missing := [name for name in ("alt", "width", "height") if image.get(name) is None]:
            yield _problem(letter, "", f"L'image « {image.get('src')} » n'a pas {missing[0]}.", "Vérifiez cette image, ou retirez-la.")
    if not letter.preheader or _spaced(letter.preheader) not in _spaced(str(root.xpath("string(//body)"))):
        yield _problem(letter, PREHEADER.name, "La lettre n'a pas d'accroche.", f"Ajoutez « {PREHEADER.name}: {PREHEADER.example} ».")


def _size(letter: Letter, size: int) -> Iterator[Problem]:
    what = f"La lettre pèse {size // 1000} ko."
    if size > TOO_LARGE:
        yield _problem(letter, "", what, f"Il en faut moins de {TOO_LARGE // 1000} : raccourcissez l'éditorial.")
    elif size > LARGE:
        yield _problem(letter, "", what, f"Mieux vaut rester sous {LARGE // 1000} : Gmail coupe les longues lettres.", Severity.WARNING)


def _problem(letter: Letter, key: str, what: str, instead: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(f"{FOLDER}/{letter.path}", 0, key, what, instead, severity)


def _spaced(text: str) -> str:
    """Return the text with single plain spaces: a line may break at any of them."""
    return " ".join(text.split())
