"""Revisions: what calendars were last told of each event, kept in a file beside the events.

A subscriber's calendar takes an edit only when SEQUENCE or LAST-MODIFIED grow (RFC 5545 §3.8.7.3, §3.8.7.4), so they are
remembered where every copy of the content has them. One line an event, in the order of the UIDs, so that the work of two
people goes together again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from msgspec import Struct

from plugins.model.problem import Problem
from plugins.model.text import clean

FILE = "evenements/calendriers.txt"
"""Path of the ledger from the content folder."""
HEAD = (
    "# Ce que les agendas des abonnés savent de chaque événement : identité, numéro de version, date, empreintes.\n"
    "# Cette liste est tenue par « inv publish ». Gardez-la avec les textes, ne la modifiez pas.\n"
)


class Revision(Struct, frozen=True):
    """What calendars were told of an event."""

    sequence: int
    """SEQUENCE: grows with the date, the time, the place or the state."""
    modified: datetime
    """LAST-MODIFIED, in UTC: grows with anything that calendars show."""
    when: str
    """Digest of what SEQUENCE is about."""
    whole: str
    """Digest of all that calendars show."""


Ledger = Mapping[str, Revision]
"""Revisions by UID."""


def read_ledger(text: str, file: str) -> tuple[Ledger, list[Problem]]:
    """Return the revisions that a ledger holds, and a problem for each line that cannot be read; of two for one event the later counts."""
    found: dict[str, Revision] = {}
    problems = []
    for number, line in enumerate(clean(text).split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            uid, revision = _read_line(line)
        except ValueError:
            problems.append(_unreadable(file, number, line))
        else:
            found[uid] = max(revision, found.get(uid, revision), key=lambda one: (one.sequence, one.modified))
    return found, problems


def _read_line(line: str) -> tuple[str, Revision]:
    uid, sequence, written, when, whole = line.split("\t")
    modified = datetime.fromisoformat(written)
    if modified.tzinfo is None:
        raise ValueError(written)
    return uid, Revision(int(sequence), modified.astimezone(UTC), when, whole)


def _unreadable(file: str, number: int, line: str) -> Problem:
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
        return Problem(file, number, "", "Deux versions de cette liste se sont croisées.", "Effacez cette ligne, et gardez celles des deux versions.")
    return Problem(file, number, "", "Cette ligne ne se comprend pas.", "Reprenez la version précédente de ce fichier, ou effacez la ligne.")


def ledger_text(ledger: Ledger) -> str:
    """Return the text of a ledger, which `read_ledger` reads back."""
    return HEAD + "".join(_lines(ledger))


def _lines(ledger: Ledger) -> Iterator[str]:
    for uid, one in sorted(ledger.items()):
        yield f"{uid}\t{one.sequence}\t{one.modified.isoformat()}\t{one.when}\t{one.whole}\n"
