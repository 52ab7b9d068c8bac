"""Where something takes place, as a part of a sentence: `à la Maison du Pont`, `au Jardin partagé`, `à l'Espace Jeunes`.

A name begins with a noun or an article, whose gender says which preposition goes with it; after a comma, a
name that begins with none that is known here is right as it stands.
"""

from __future__ import annotations

from plugins.model.place import Venue
from plugins.model.text import fold

_ARTICLES = {"le": "au", "les": "aux", "la": "à la"}
_HOUSES = frozenset({"maison", "mjc", "salle", "cite", "comedie", "mediatheque", "bibliotheque", "ludotheque", "ferme", "mairie", "halle", "gare",
    "piscine", "chapelle", "friche", "fabrique", "librairie", "cantine", "patinoire", "ressourcerie", "residence", "creche", "galerie", "grange",
    "base", "bourse", "cour", "scene", "recyclerie", "boutique", "cuisine"})  # fmt: skip
_GARDENS = frozenset({"jardin", "theatre", "studio", "parc", "square", "centre", "cinema", "gymnase", "stade", "musee", "lycee", "college", "cafe",
    "marche", "local", "foyer", "chateau", "conservatoire", "kiosque", "tiers-lieu", "fablab", "bar", "restaurant", "pole", "palais", "port",
    "terrain", "skatepark", "boulodrome", "dojo", "hall", "relais", "temple", "verger"})  # fmt: skip
_VOWELS = frozenset({"ecole", "eglise", "espace", "atelier", "auditorium", "hotel", "esplanade", "amphitheatre", "universite", "epicerie", "usine",
    "office", "observatoire", "entrepot", "auberge", "hopital", "ehpad", "ecluse"})  # fmt: skip
_STREETS = frozenset({"place", "rue", "avenue", "boulevard", "quai", "impasse", "chemin", "route", "cours", "allee", "passage", "devant", "chez"})


def at_place(venue: Venue) -> str:
    """Return `à la Maison du Pont`, `place du Marché`, `au 3 rue du Pont`; a name that begins with no known noun stands as it is."""
    return at_name(venue.name or venue.address)


def at_name(name: str) -> str:
    """Return a name with the preposition that goes with it, to stand after a comma."""
    head, _, rest = name.partition(" ")
    word = fold(head).strip(",")
    if word in _ARTICLES and rest:
        return f"{_ARTICLES[word]} {rest}"
    if word.startswith("l'"):
        return f"à l{name[1:]}"
    if word in _STREETS:
        return f"{name[:1].lower()}{name[1:]}"
    if word in _VOWELS:
        return f"à l'{name}"
    return f"à la {name}" if word in _HOUSES else f"au {name}" if word in _GARDENS or head.isdigit() else name
