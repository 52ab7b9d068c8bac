"""Everything the site says of its town; another social centre changes this file and content/, nothing else."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from plugins.settings import *  # noqa: F403  # what every town shares, after the path is set

# Who we are
SITENAME = "Maisons de quartier"
SITESUBTITLE = "Coopération de Romans : trois maisons de quartier et l'Accorderie"
SITEURL = "https://maisonsdequartier.fr"
TIMEZONE = "Europe/Paris"
SCHOOL_ZONE = "A"
POSTAL_ADDRESS = "Coopération de Romans, 14 place du Chapitre, 26100 Romans-sur-Isère"
CONTACT_MAIL = "labobineromanaise@orange.fr"
CONTACT_PHONE = "04 75 72 47 70"
LOGO = ""  # a picture of content/; without one the houses are drawn in their colours
SHARE_PICTURE = "images/partage.jpg"

# One colour a house, readable on white and under white letters, told apart by colour-blind readers too
HOUSE_COLORS = {
    "st-nicolas": "#c2410c",
    "ors": "#1d4ed8",
    "maison-citoyenne": "#007a5a",
    "accorderie": "#7a2a6e",
}

# The words of the agenda: the key that writers type, the name that readers see
THEMES = {
    "alimentation": "Cuisine et alimentation",
    "culture": "Culture et spectacles",
    "partage": "Échange et partage",
    "mobilite": "Vélo et déplacements",
    "parents": "Parents et enfants",
    "jeunesse": "Jeunesse",
    "numerique": "Numérique",
    "francais": "Apprendre le français",
    "citoyennete": "Vie du quartier",
    "fete": "Fêtes et rencontres",
    "nature": "Jardins et nature",
    "bien-etre": "Bien-être",
}
AUDIENCES = {
    "tous": "Tout le monde",
    "enfants": "Enfants",
    "familles": "Familles",
    "jeunes": "Jeunes",
    "adultes": "Adultes",
    "aines": "Aînés",
}
MAGAZINE = "Le Fil – paroles de quartiers"
SEASON_TICKET = "Passeport Culture"

SHOW = {
    "name": "La Bobine Romanaise",
    "tagline": "L'émission qui vous aiguille la pelote",
    "description": (
        "Le magazine radio des habitants de Romans-sur-Isère : des chroniques, des invités, de la musique d'ici, "
        "préparés et présentés par des bénévoles des maisons de quartier."
    ),
    "station": "Radio Méga (99.2 FM)",
    "schedule": "le jeudi de 18 h à 18 h 55, d'octobre à juillet",
    "phone": "04 75 72 16 15",
    "mail": "labobineromanaise@orange.fr",
    "cover": "images/bobine.jpg",
    "category": ("Society & Culture", "Documentary"),
    "guid": "4bb3ff4e-8ca2-5b25-971f-193f15e69250",
    "guid_prefix": "tag:maisonsdequartier.fr,2026:bobine:",
    "weekday": "TH",
    "live": {"from": "18:00", "until": "18:55", "months": (10, 7)},
    "hosts": ("Le comité de rédaction",),
    "location": "Romans-sur-Isère, Drôme",
    "geo": "45.0464, 5.0517",
    # Each chronicle has its page: a chapter belongs to it when its title starts so, « Poubelle Chérie : le papier »
    "chronicles": {
        "poubelle-cherie": "Poubelle Chérie",
        "paroles-d-ados": "Paroles d'ados",
        "rock": "Rock",
        "litterature": "Littérature",
        "cinema": "Cinéma",
        "politique-d-ici": "Politique d'ici",
        "politique-d-ailleurs": "Politique d'ailleurs",
        "genre": "Genre",
        "portraits": "Portraits",
        "feuilleton": "Feuilleton",
        "jeu": "Jeu",
    },
}
LETTER = {
    "name": "La lettre des maisons de quartier",
    "sender": "lettre@maisonsdequartier.fr",
    "join": "lettre@maisonsdequartier.fr",
    "leave": "lettre-stop@maisonsdequartier.fr",
    "reason": "Vous recevez cette lettre parce que vous l'avez demandée à l'accueil d'une maison ou sur le site.",
    "picture": "images/lettre.jpg",
}
