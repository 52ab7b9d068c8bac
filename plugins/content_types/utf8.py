"""Text that other programs saved in another encoding."""

from __future__ import annotations

from plugins.model.problem import Problem


def not_utf8(file: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    """Return the problem of bytes that are no UTF-8, at their line."""
    line = data.count(b"\n", 0, error.start) + 1
    what = "Ce fichier n'est pas enregistré en UTF-8 : ses accents seraient perdus."
    return Problem(file, line, "", what, "Dans l'éditeur, « Enregistrer sous… », codage UTF-8.")
