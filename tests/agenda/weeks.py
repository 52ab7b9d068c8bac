"""Invented weeks of the invented town, as its answering machine and its radio tell them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from plugins.model.site import Site
from tests.towns import TODAY, read_site

MILL = """---
titre: L'Atelier du Moulin
adresse: 4 rue du Moulin
code-postal: 26000
ville: Villeneuve
---
"""
HALL = """---
titre: Salle des Fêtes
adresse: 2 rue Haute
code-postal: 26000
ville: Villeneuve
---
"""
SOUP = (
    "titre: Soupe partagée\nresume: On épluche, on cuit, on goûte ensemble.\ndebut: 28/11/2026 10h\nfin: 13h\nmaison: pont\n"
    "tarif: 3 € adhérents, 5 € autres\ninscription: 04 75 00 00 01\ninscription-avant: 27/11/2026"
)
SEWING = (
    "titre: Atelier couture\ndebut: 01/09/2026 14h\nfin: 16h30\nmaison: pont\nrepetition: tous les mardis et jeudis jusqu'au 30/06/2027\n"
    "sauf: vacances scolaires"
)
LIFE = {
    "lieux/salle-des-fetes.md": HALL,
    "evenements/2026/soupe.md": SOUP,
    "evenements/2026/couture.md": SEWING,
    "evenements/2026/debat.md": (
        "titre: Agora : bien manger à petit prix, est-ce possible ?\ndebut: 26/11/2026 20h\nlieu: salle-des-fetes\ntarif: gratuit\ninscription: libre"
    ),
    "evenements/2026/bal.md": "titre: Bal folk & crêpes\ndebut: 22/11/2026 15h\nfin: 18h\nlieu: salle-des-fetes\nmaison: pont\ntarif: prix libre",
    "evenements/2026/expo.md": "titre: « Mains » — exposition\ndebut: 01/11/2026\nfin: 05/12/2026\nlieu: pont",
    "evenements/2026/montage.md": "titre: Initiation au montage (n°2)\ndebut: 27/11/2026 9h30\nfin: 12h\nlieu: pont\netat: complet\ntarif: 2,50 €",
}
CHANGED = {
    "lieux/salle-des-fetes.md": HALL,
    "evenements/2026/soupe.md": f"{SOUP}\netat: reporté au 12/12/2026 10h",
    "evenements/2026/couture.md": (f"{SEWING}\nchangements:\n  24/11/2026 : annulé\n  26/11/2026 : 16h\n  01/12/2026 : reporté au 27/11/2026 14h"),
    "evenements/2026/jeux.md": (
        "titre: Jeux du samedi\ndebut: 05/09/2026 14h\nmaison: pont\nrepetition: chaque samedi jusqu'au 26/06/2027\n"
        "changements: 28/11/2026 : lieu salle-des-fetes"
    ),
    "evenements/2026/conte.md": "titre: Contes\ndebut: 25/11/2026 15h\nlieu: pont\netat: reporté sans date",
}


def week(headers: Mapping[str, str], today: date = TODAY) -> Site:
    """Return the site of some headers, or of whole files."""
    return read_site({path: text if text.startswith("---") else f"---\n{text}\n---\n" for path, text in headers.items()}, today=today)


def crowd(count: int, more: str = "") -> dict[str, str]:
    """Return that many events of one day, each with more keys."""
    return {
        f"evenements/2026/rencontre-{n:02}.md": f"titre: Rencontre {n}\ndebut: 27/11/2026 {8 + n % 12}h\nlieu: pont\n{more}" for n in range(count)
    }


WEEKS = {
    "pleine": week(LIFE),
    "calme": week({"evenements/2026/soupe.md": SOUP}),
    "vide": week({}),
    "tout-annule": week(crowd(3, "etat: annulé")),
    "changee": week(CHANGED),
    "vacances": week(
        {
            "maisons/moulin.md": MILL,
            "evenements/2026/couture.md": SEWING,
            "evenements/2026/reveillon.md": "titre: Veillée\ndebut: 24/12/2026 19h\nfin: 1h\nmaison: moulin\ntarif: 5 €\ninscription: 04 75 00 00 01",
            "evenements/2026/stage.md": "titre: Stage de cirque\ndebut: 21/12/2026\nfin: 23/12/2026\nmaison: moulin\nage: 8-11 ans",
        },
        date(2026, 12, 21),
    ),
    "quarante": week(crowd(40)),
}
"""By the name of the golden files."""
