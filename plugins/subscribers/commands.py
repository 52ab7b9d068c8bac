"""`inv subscribers.*` about one person or all of them: what is done and said. Each returns the exit status."""

from __future__ import annotations

import csv
import os
import sqlite3
from io import StringIO

from plugins.model.problem import Wrong
from plugins.model.text import plural
from plugins.subscribers.addresses import normalised
from plugins.subscribers.asking import consent_asked
from plugins.subscribers.erasing import erase
from plugins.subscribers.known import as_json, known_of
from plugins.subscribers.office import BAD_CONTENT, GOOD, Office
from plugins.subscribers.people import find, leave
from plugins.subscribers.places import private
from plugins.subscribers.taking import Outcome, take
from plugins.subscribers.telling import STATES, WHY, history_lines, known_lines

BY_HAND = "demande transmise à l'équipe"
_UNKNOWN = "Cette adresse n'est pas dans la liste."
_COUNTED = (
    ("active", "reçoit la lettre", "reçoivent la lettre"),
    ("pending", "n'a pas encore confirmé", "n'ont pas encore confirmé"),
    ("left", "est partie", "sont parties"),
    ("bounced", "a une adresse qui ne répond plus", "ont une adresse qui ne répond plus"),
)


def add(office: Office, written: str, source: str, date: str, wording: str) -> int:
    """Make one person get the letter who asked for it on paper or face to face."""
    address, now = normalised(written), office.now()
    consent = consent_asked(office, source, date, wording)
    with office.store() as connection:
        outcome, why = take(connection, address, consent, now)
    if outcome is Outcome.SUPPRESSED:
        office.say(f"Non ajoutée : {WHY[why]}. Seule cette personne peut revenir, en s'inscrivant elle-même par mail ou sur le site.")
        return BAD_CONTENT
    office.say("Ajoutée." if outcome is Outcome.ADDED else "Cette personne reçoit déjà la lettre.")
    return GOOD


def remove(office: Office, written: str) -> int:
    """Make one person leave who said so to the team."""
    address, now = normalised(written), office.now()
    with office.store() as connection:
        found = find(connection, address)
        gone = found is not None and leave(connection, found.id, now, BY_HAND)
    if found is None:
        office.say(_UNKNOWN)
        return BAD_CONTENT
    office.say("Désabonnée : la lettre ne partira plus à cette adresse." if gone else "Cette personne ne recevait déjà plus la lettre.")
    return GOOD


def erase_one(office: Office, written: str) -> int:
    """Forget one person."""
    address, now = normalised(written), office.now()
    with office.store() as connection:
        was_known = erase(connection, address, now)
    office.say("Effacée." if was_known else "Rien n'était connu de cette adresse.")
    office.say(
        "Il n'en reste qu'une empreinte, pour qu'une vieille liste ne la ramène pas. Effacez aussi les sauvegardes et les tableaux où elle est."
    )
    return GOOD


def export(office: Office, written: str) -> int:
    """Write everything that is known of one person, for people and for machines."""
    address = normalised(written)
    with office.store() as connection:
        known = known_of(connection, address)
    for line in known_lines(known, office.zone):
        office.write(line)
    office.write("\nLes mêmes données pour une machine (JSON) :")
    office.write(as_json(known))
    return GOOD


def history(office: Office, written: str) -> int:
    """Write what happened to one person."""
    address = normalised(written)
    with office.store() as connection:
        known = known_of(connection, address)
    if not known.person:
        office.say(_UNKNOWN)
        return BAD_CONTENT
    for line in history_lines(known.history, office.zone):
        office.write(line.strip())
    return GOOD


def count(office: Office) -> int:
    """Tell how many people there are in each state."""
    with office.store() as connection:
        found = dict(connection.execute("SELECT state, count(*) FROM subscribers GROUP BY state"))
        kept = connection.execute("SELECT count(*) FROM suppressions").fetchone()[0]
    for state, one, many in _COUNTED:
        number = found.get(state, 0)
        office.say(f"{plural(number, 'personne')} {one if number < 2 else many}")
    office.say(f"{plural(kept, 'adresse')} à ne plus jamais reprendre d'une liste")
    return GOOD


def listing(office: Office, file: str) -> int:
    """Write everybody to the terminal, or into a private file that a spreadsheet opens."""
    path = private(office.root, file) if file else None
    with office.store() as connection:
        text = _table(connection)
    if path is None:
        office.console.file.write(text)
        return GOOD
    if path.exists():
        raise Wrong(f"« {file} » existe déjà.", "Choisissez un autre nom.")
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8-sig", newline="") as out:
        out.write(text)
    office.say(f"Écrit dans « {file} ». Effacez ce fichier quand vous n'en avez plus besoin.")
    return GOOD


def _table(connection: sqlite3.Connection) -> str:
    out = StringIO()
    table = csv.writer(out, delimiter=";", lineterminator="\n")
    table.writerow(("courriel", "état", "depuis"))
    for address, state, since in connection.execute("SELECT address, state, since FROM subscribers ORDER BY id"):
        table.writerow((_cell(address), STATES[state], since[:10]))
    return out.getvalue()


def _cell(address: str) -> str:
    """Return an address that no spreadsheet takes for a formula; our own import reads it back."""
    return f"<{address}>" if address[0] in "=+-@" else address
