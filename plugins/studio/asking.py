"""Asking people about a new episode: each question may be left with Enter, and what cannot be read is asked again."""

from __future__ import annotations

import re
from collections.abc import Callable

from plugins.model.chapter import Chapter
from plugins.model.problem import Wrong
from plugins.model.radio import CHAPTERS
from plugins.studio.proposal import Answers

Ask = Callable[[str], str]
"""Shows a question and returns what is typed."""
Say = Callable[[str], None]
_BETWEEN = re.compile(r"\s*;\s*(?=\d{1,3}:\d\d)")


def read_chapters(written: str, seconds: float) -> tuple[Chapter, ...]:
    """Return chapters written one a line, or behind each other with `;` between them. Raise Wrong."""
    chapters = CHAPTERS.kind.read(_BETWEEN.sub("\n", written.strip()), None) if written.strip() else ()
    if chapters and seconds and chapters[-1].second >= seconds:
        raise Wrong(f"Le chapitre « {chapters[-1].title} » commence après la fin de l'enregistrement.", "Vérifiez son heure.")
    return chapters


def asked(given: Answers, seconds: float, ask: Ask | None, say: Say) -> Answers:
    """Return the answers; what was given is not asked, and without a terminal nothing is."""
    if ask is None:
        return given
    return Answers(
        given.title or _line(ask, "Titre de l'émission (Entrée : plus tard) : "),
        given.guests or _line(ask, "Invités, séparés par des virgules (Entrée : aucun) : "),
        given.chapters or _chapters(ask, say, seconds),
    )


def _line(ask: Ask, question: str) -> str:
    try:
        return ask(question).strip()
    except EOFError:
        return ""


def _chapters(ask: Ask, say: Say, seconds: float) -> tuple[Chapter, ...]:
    """Return the chapters, asked one by one."""
    lines: list[str] = []
    while line := _line(ask, f"Chapitre {len(lines) + 1}, par exemple « 00:12:30 Le titre » (Entrée : {'fini' if lines else 'aucun'}) : "):
        try:
            read_chapters("\n".join([*lines, line]), seconds)
            lines.append(line)
        except Wrong as wrong:
            say(f"{wrong.what} {wrong.instead}")
    return read_chapters("\n".join(lines), seconds)
