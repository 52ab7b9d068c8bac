"""Can it be read: by day, by night, by tired eyes, and in programs that drop what the body says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from plugins.newsletter.lint.colors import HEX, contrast, darkened, negative
from plugins.newsletter.lint.facts import Broken
from plugins.newsletter.lint.page import Page, Text

LEAST = 4.5
"""WCAG 2.2, 1.4.3."""
SMALLEST = 16
"""CSS pixels of any text."""
_SEEN: Mapping[str, Callable[[str], str]] = {"contraste": str.lower, "contraste inversé": darkened, "contraste en négatif": negative}
"""The rules, and what a program makes of each colour: as written, as Outlook at night, as programs that invert everything."""


def readable(page: Page) -> Iterator[Broken]:
    """Yield each pair of colours that cannot be read, as it is written or as mail programs turn it over for the night."""
    first = {(text.look.ink, text.look.ground): text for text in reversed(_visible(page))}
    for (ink, ground), text in first.items():
        if HEX.fullmatch(ink) and HEX.fullmatch(ground):
            yield from _broken(text, ink, ground)


def _broken(text: Text, ink: str, ground: str) -> Iterator[Broken]:
    for rule, seen in _SEEN.items():
        if (found := contrast(seen(ink), seen(ground))) < LEAST:
            ratio = f"{found:.1f}".replace(".", ",")
            what = f"« {text.words[:40]} », {ink} sur {ground}, se lit mal ({ratio} pour 1, il en faut 4,5)."
            yield Broken(rule, what, "Si c'est le nom d'une maison, prenez pour elle une couleur plus foncée dans pelicanconf.py (HOUSE_COLORS).")
            return


def dressed(page: Page) -> Iterator[Broken]:
    """Yield what has no colour, ground or letters of its own: La Poste, SFR and Outlook drop the body, and what it gives to all."""
    needed = {"de couleur": "ink", "de fond": "ground", "de police": "family", "de taille": "size"}
    for name, field in needed.items():
        if bare := next((text for text in _visible(page) if not getattr(text.look, field)), None):
            yield Broken("habillage", f"« {bare.words[:40]} » n'a pas {name} : les messageries jettent ce que dit la balise body.")


def large(page: Page) -> Iterator[Broken]:
    """Yield the first text under SMALLEST pixels."""
    for text in _visible(page):
        size = text.look.size.removesuffix("px")
        if size.isdigit() and int(size) < SMALLEST:
            yield Broken("corps", f"« {text.words[:40]} » est écrit en {size} px, il en faut {SMALLEST}.")
            return


def _visible(page: Page) -> list[Text]:
    return [text for text in page.texts if not text.look.is_hidden]
