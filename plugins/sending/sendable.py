"""The letter that may go out as it is."""

from __future__ import annotations

from pathlib import Path

from plugins.model.problem import Wrong
from plugins.newsletter.built import Built, built
from plugins.sending.wire import LONGEST, longest_line


def sendable(letters: Path, written: str) -> Built:
    """Return the letter that a word means, the last to go out without a word. Raise Wrong when there is none, or relays would cut its lines."""
    letter = built(letters, written)
    if longest_line(letter.message) > LONGEST:
        raise Wrong(f"La lettre {letter.key} a une ligne de plus de {LONGEST} octets.", "Relancez « inv newsletter.build » et lisez ce qu'il dit.")
    return letter
