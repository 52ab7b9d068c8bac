"""`inv subscribers.import`: a sheet of addresses comes in whole, and what became of each line is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.model.problem import Wrong
from plugins.model.text import listed, plural
from plugins.subscribers.asking import consent_asked
from plugins.subscribers.office import BAD_CONTENT, GOOD, Office
from plugins.subscribers.sheet import read_lines
from plugins.subscribers.taking import Outcome, Taken, take_all
from plugins.subscribers.telling import WHY

LARGEST = 50_000_000
"""Bytes: more is no list of people."""


def bring_in(office: Office, file: str, source: str, date: str, wording: str) -> int:
    """Take in the addresses of a file; return 1 when some of them are bad, although the good ones were taken in."""
    path = Path(file).expanduser()
    if not path.is_file():
        raise Wrong(f"« {file} » n'existe pas, ou n'est pas un fichier.", "Vérifiez le nom du tableau.")
    with path.open("rb") as opened:
        data = opened.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Wrong(f"« {file} » est démesuré.", "Gardez la seule colonne des adresses.")
    lines = read_lines(path.name, data)
    consent = consent_asked(office, source, date, wording)
    with office.store() as connection:
        taken = take_all(connection, lines, consent, office.now())
    for line in report(taken):
        office.say(line)
    return BAD_CONTENT if any(one.outcome is Outcome.BAD for one in taken) else GOOD


def report(taken: Iterable[Taken]) -> Iterator[str]:
    """Yield what became of the lines of a sheet: how many, and by line what was not taken in. No address stands in it."""
    taken = list(taken)
    count = Counter(one.outcome for one in taken)
    yield f"{plural(count[Outcome.ADDED], 'adresse ajoutée', 'adresses ajoutées')}."
    yield f"{plural(count[Outcome.KNOWN], 'adresse déjà là', 'adresses déjà là')}."
    yield from _with_lines(taken, Outcome.REPEATED, "doublon dans le tableau", "doublons dans le tableau")
    yield from _with_lines(taken, Outcome.EMPTY, "ligne sans adresse", "lignes sans adresse")
    yield from _apart(taken, Outcome.SUPPRESSED, "adresse à ne plus reprendre", "adresses à ne plus reprendre")
    yield from _apart(taken, Outcome.BAD, "adresse à corriger", "adresses à corriger")


def _with_lines(taken: list[Taken], outcome: Outcome, one: str, many: str) -> Iterator[str]:
    if found := [each for each in taken if each.outcome is outcome]:
        yield f"{plural(len(found), one, many)} ({_numbers(found)})."


def _apart(taken: list[Taken], outcome: Outcome, one: str, many: str) -> Iterator[str]:
    """Yield the lines that have each their own reason, those of the same reason together."""
    found: dict[str, list[Taken]] = {}
    for each in taken:
        if each.outcome is outcome:
            found.setdefault(each.why, []).append(each)
    if found:
        yield f"{plural(sum(map(len, found.values())), one, many)} :"
    for why, group in found.items():
        yield f"  {_numbers(group)} : {WHY.get(why, why)}"


def _numbers(found: list[Taken]) -> str:
    numbers = sorted({each.line for each in found})
    return f"{'ligne' if len(numbers) == 1 else 'lignes'} {listed(map(str, numbers))}"
