"""A second, invented town: it changes this file and content/ beside it, nothing else."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from plugins.settings import *  # noqa: F403  # what every town shares, after the path is set

SITENAME = "Les maisons du Val"
SITESUBTITLE = "La Fabrique et le Phare, deux maisons de quartier à Val-sur-Brise"
SITEURL = "https://val-sur-brise.example"
TIMEZONE = "Europe/Paris"
SCHOOL_ZONE = "B"
POSTAL_ADDRESS = "La Fabrique, 3 rue des Tisserands, 99100 Val-sur-Brise"
CONTACT_MAIL = "bonjour@val-sur-brise.example"
CONTACT_PHONE = "03 00 00 10 20"
LOGO = ""
SHARE_PICTURE = ""

HOUSE_COLORS = {
    "la-fabrique": "#5b21b6",
    "le-phare": "#9f1239",
}
THEMES = {
    "atelier": "Ateliers et bricolage",
    "lecture": "Lecture et contes",
    "sortie": "Balades et sorties",
}
AUDIENCES = {
    "petits": "Les petits",
    "grands": "Les grands",
}
MAGAZINE = "La Gazette du Val"
SEASON_TICKET = ""

LETTER = {
    "name": "La lettre du Val",
    "sender": "lettre@val-sur-brise.example",
    "leave": "lettre-stop@val-sur-brise.example",
    "reason": "Vous recevez cette lettre parce que vous l'avez demandée à la Fabrique ou au Phare.",
    "picture": "",
}
