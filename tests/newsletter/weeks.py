"""Invented weeks of the invented town: what there is to tell, and the letter that tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from plugins.model.entry import File
from plugins.model.header import read_header
from plugins.model.letter import Letter
from plugins.model.library import KNOWN_KEYS, read_item
from plugins.model.schema import Document
from plugins.model.site import LetterHead, Site
from plugins.model.town import Town
from tests.towns import FILES, IDENTITY, PARIS, read_site

HEAD = LetterHead(
    name="La lettre de Villeneuve",
    sender="lettre@villeneuve.example",
    leave="stop@villeneuve.example",
    reason="Vous recevez cette lettre parce que vous l'avez demandée.",
    picture="images/bandeau.jpg",
)
TOWN = replace(IDENTITY, letter=HEAD, season_ticket="Le Carnet")
BANNER = File("images/bandeau.jpg", "dddd", 1200, 400)
PREHEADER = "Samedi on épluche, dimanche on pédale, jeudi on écoute."
EDITORIAL = "Bonjour,\n\nIl fait *froid*, la soupe est **chaude** : [écrivez](mailto:accueil@villeneuve.example)."
LINKED = "Venez à la [soupe partagée](../evenements/2026/soupe.md) !"
SOUP = (
    "titre: Soupe partagée\ndebut: 28/11/2026 10h\nfin: 13h\nlieu: pont\nmaison: pont\ntarif: 3 € adhérents, 5 € autres\ninscription: 04 75 00 00 01"
)
SEWING = "titre: Atelier couture\ndebut: 01/09/2026 14h\nfin: 16h\nlieu: pont\nrepetition: tous les mardis et jeudis jusqu'au 30/06/2027"
SHOW = "titre: Le grand spectacle\ndebut: 10/12/2026 20h\nlieu: Salle des Fêtes, 2 rue Haute\nsaison-culturelle: 2026-2027"
NEWS = "titre: La plaquette est là\ndate: 24/11/2026\nresume: Toute l'année en trente pages."
EPISODE = (
    "titre: Un pont, deux rives\nnumero: 1\nsaison: 2026-2027\ndiffusion: 01/10/2026 18h\naudio: 2026-10-01.mp3\nresume: Qui passe, et pourquoi ?"
)
CALM = {
    "evenements/2026/soupe.md": SOUP,
    "evenements/2026/couture.md": SEWING,
    "evenements/2026/grand-spectacle.md": SHOW,
    "actualites/plaquette.md": NEWS,
    "bobine/2026-2027/2026-10-01-un-pont.md": EPISODE,
}


def letter_of(week: str, keys: str = "", editorial: str = EDITORIAL) -> Letter:
    """Return the letter of a week, with more keys if any are given."""
    text = f"---\nsemaine: {week}\nobjet: Une soupe, et après ?\naccroche: {PREHEADER}\n{keys}\n---\n{editorial}"
    item, problems = read_item(Document(f"lettres/{week}.md", read_header(text, KNOWN_KEYS)), Town(zone=PARIS, files=FILES))
    assert problems == []
    assert isinstance(item, Letter)
    return item


def site_of(headers: Mapping[str, str], letter: Letter, html: str = "<p>Bonjour.</p>") -> Site:
    """Return the site of some headers and one letter, whose body has been rendered as `html`."""
    site = read_site({path: f"---\n{header}\n---\n" for path, header in headers.items()}, TOWN)
    files = {**site.files, BANNER.path: BANNER}
    return replace(site, letters=(letter,), files=files, html={**site.html, letter.path: html})


def crowd(count: int, state: str = "maintenu", day: str = "28/11/2026") -> dict[str, str]:
    """Return that many events of one day."""
    header = f"debut: {day} {{hour}}h\nlieu: pont\netat: {state}"
    header = f"debut: {day} {{hour}}h\nlieu: pont\netat: {state}"
    return {f"evenements/2026/rencontre-{n:02}.md": f"titre: Rencontre {n:02}\n{header.format(hour=8 + n % 12)}" for n in range(count)}


WEEKS = {
    "calme": site_of(CALM, letter_of("2026-s48", "a-la-une: soupe", LINKED)),
    "pleine": site_of({**CALM, **crowd(50)}, letter_of("2026-s48", "a-la-une: soupe, plaquette")),
    "tout-annule": site_of(crowd(3, "annulé"), letter_of("2026-s48")),
    "vide": site_of({}, letter_of("2026-s48")),
    "semaine-53": site_of(
        {**crowd(1, day="03/01/2027"), "evenements/2026/reveillon.md": "titre: Réveillon\ndebut: 31/12/2026 20h\nfin: 2h"}, letter_of("2026-s53")
    ),
}
"""By the name of the golden files: a quiet week, one with more than fits, one all cancelled, one with nothing, the 53rd of 2026."""
