"""The rules of a letter's text."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.model.problem import Problem
from plugins.newsletter.lint.facts import Broken, Facts

WIDEST = 78
"""Characters of a line that mail programs do not wrap (RFC 5322 §2.1.1); an address alone may be longer, since nothing may break it."""


def text_problems(text: str, facts: Facts) -> Iterator[Problem]:
    """Yield a problem for each rule that a letter's text breaks."""
    for broken in (*_wide(text), *_missing(text, facts)):
        yield broken.told(facts)


def _wide(text: str) -> Iterator[Broken]:
    if long := next((line for line in text.split("\n") if len(line) > WIDEST and " " in line.strip(" -*()>.,;")), None):
        yield Broken("largeur du texte", f"« {long[:40]}… » a {len(long)} signes, il en faut {WIDEST} au plus.")


def _missing(text: str, facts: Facts) -> Iterator[Broken]:
    plain = " ".join(text.split())
    for name, words in (("l'adresse de la page", facts.online), ("l'adresse postale", facts.postal), ("l'adresse pour partir", facts.leave)):
        if words not in plain:
            yield Broken("mentions du texte", f"il manque {name}.")
    if "<" in text and "</" in text:
        yield Broken("texte sans balises", "il y a des balises dans la partie en texte.")
