"""The columns of a sheet: our own keys, however people head them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from plugins.model.event import EVENT_KEYS
from plugins.model.text import fold

_ALSO = {
    "titre": "nom, evenement, intitule, nom de l'evenement, titre de l'evenement, event name, subject, objet, activite",
    "debut": "date, jour, date de debut, date debut, debut le, start date, event start date, le",
    "heure": "horaire, heure de debut, heure debut, start time, event start time, de",
    "jour-de-fin": "date de fin, date fin, fin le, end date, event end date, au",
    "heure-de-fin": "heure fin, end time, event end time, a",
    "lieu": "location, salle, endroit, ou, venue, event venue name, nom du lieu",
    "adresse": "rue, address",
    "code-postal": "cp, postcode",
    "ville": "commune, city",
    "texte": "description, event description, contenu, presentation, details, texte long",
    "resume": "accroche, chapo, event excerpt",
    "thematique": "categorie, categories, event category, type",
    "tarif": "cout, event cost",
    "inscription": "reservation, contact, inscriptions",
    "lien": "url, site, site web, page, event website",
    "uid": "id, identifiant",
    "maison": "organisateur, structure",
}  # fmt: skip
"""Other headings by name; what is no key of ours is put together with others, or stands in the text."""
_KNOWN = {
    **{name: key.name for key in EVENT_KEYS for name in (key.name, *key.also)},
    **{name: name for name in _ALSO},
    **{re.sub(r"[^a-z]+", "-", heading): name for name, headings in _ALSO.items() for heading in headings.split(", ")},
}
NEEDED = ("titre", "debut")


def column(heading: str) -> str:
    """Return the name of a column, empty when nobody knows it."""
    said = re.sub(r"[^a-z]+", "-", re.sub(r"\(.*?\)", "", fold(heading))).strip("-")
    return _KNOWN.get(said, "")


def head(rows: Sequence[Sequence[str]]) -> tuple[int, Mapping[int, str]] | None:
    """Return the number of the row that heads a sheet, and the name of each column; None when no row has a title and a date."""
    for number, row in enumerate(rows[:20]):
        names: dict[int, str] = {}
        for place, heading in enumerate(row):
            if (name := column(heading)) and name not in names.values():
                names[place] = name
        if all(name in names.values() for name in NEEDED):
            return number, names
    return None
