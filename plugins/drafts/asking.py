"""Questions in the terminal, asked again until the answer can be read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from rich.console import Console
from rich.markup import escape

from plugins.build.report import say
from plugins.drafts.blank import label, type_named
from plugins.drafts.draft import one_line
from plugins.model.kinds import MOMENT
from plugins.model.library import TYPES, Type
from plugins.model.problem import Wrong
from plugins.model.schema import Key


def ask_type(console: Console) -> Type:
    """Return the type of the new text. Raise EOFError when nobody answers."""
    for number, type_ in enumerate(TYPES, 1):
        say(console, f"  {number}. {label(type_)}")
    while True:
        if meant := type_named(console.input("Que voulez-vous écrire ? ")):
            return meant
        say(console, "  Répondez par un numéro de la liste, ou par un de ses mots.")


def ask(key: Key[object], today: date, console: Console) -> str:
    """Return what stands behind a key; a date may be left at today's. Raise EOFError when nobody answers."""
    usual = f"{today:%d/%m/%Y}" if key.kind is MOMENT else ""
    hint = f"[{usual}]" if usual else f"(par exemple : {key.example})"
    say(console, f"{key.purpose}")
    while True:
        said = one_line(console.input(escape(f"  {key.name} {hint} : "))) or usual
        if wrong := refusal(key, said):
            say(console, f"  {wrong}")
        else:
            return said


def refusal(key: Key[object], said: str) -> str:
    """Return why our reader does not take an answer, and what to write instead; empty when it does."""
    if not said:
        return "Il faut une réponse."
    return _wrong(lambda: key.kind.read(said, None))


def _wrong(read: Callable[[], object]) -> str:
    try:
        read()
    except Wrong as wrong:
        return f"{wrong.what} {wrong.instead}"
    return ""
