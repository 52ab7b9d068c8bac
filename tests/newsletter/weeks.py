"""Invented weeks of the invented town: what there is to tell, and the letter that tells it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from plugins.build.output import Output
from plugins.model.entry import File
from plugins.model.header import read_header
from plugins.model.letter import Letter
from plugins.model.library import KNOWN_KEYS, read_item
from plugins.model.schema import Document
from plugins.model.site import LetterHead, Site
from plugins.model.town import Town
from plugins.newsletter.compose import compose
from plugins.newsletter.composition import Weekly
from plugins.newsletter.outputs import outputs
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
    subject = "" if "objet:" in keys else "objet: Une soupe, et après ?\n"
    text = f"---\nsemaine: {week}\n{subject}accroche: {PREHEADER}\n{keys}\n---\n{editorial}"
    item, problems = read_item(Document(f"lettres/{week}.md", read_header(text, KNOWN_KEYS)), Town(zone=PARIS, files=FILES))
    assert problems == []
    assert isinstance(item, Letter)
    return item


def site_of(headers: Mapping[str, str], letter: Letter, html: str = "<p>Bonjour.</p>", earlier: tuple[Letter, ...] = ()) -> Site:
    """Return the site of some headers and one letter, whose body has been rendered as `html`, after earlier ones; a header may bring its text."""
    texts = {path: f"---\n{header}\n---\n" if "\n---" not in header else f"---\n{header}" for path, header in headers.items()}
    site = read_site(texts, TOWN)
    files = {**site.files, BANNER.path: BANNER}
    return replace(site, letters=(letter, *earlier), files=files, html={**site.html, letter.path: html})


def weekly(site: Site) -> Weekly:
    """Return what the site's first letter shows, which is a weekly one."""
    composition = compose(site, site.letters[0])
    assert isinstance(composition, Weekly)
    return composition


def files(site: Site) -> list[Output]:
    """Return the files of the letters of a site, as they are declared."""
    return [output for group in outputs(site) for output in group.outputs]


def crowd(count: int, state: str = "maintenu", day: str = "28/11/2026") -> dict[str, str]:
    """Return that many events of one day."""
    header = f"debut: {day} {{hour}}h\nlieu: pont\netat: {state}"
    return {f"evenements/2026/rencontre-{n:02}.md": f"titre: Rencontre {n:02}\n{header.format(hour=8 + n % 12)}" for n in range(count)}


OFF = f"{SEWING}\nsauf: vacances scolaires"
CHANGED = {
    **CALM,
    "evenements/2026/couture.md": f"{SEWING}\nchangements: 26/11/2026 : complet ; 01/12/2026 : annulé ; 03/12/2026 : 15h, lieu 3 rue Haute",
    "evenements/2026/yoga.md": SEWING.replace("Atelier couture", "Yoga du midi").replace("14h\nfin: 16h", "12h\nfin: 13h") + "\netat: annulé",
    "evenements/2026/bal.md": "titre: Bal d'automne\ndebut: 21/11/2026 20h\nlieu: pont\netat: reporté au 19/12/2026",
    "evenements/2026/loto.md": "titre: Loto\ndebut: 29/11/2026 14h\nfin: 18h\nlieu: pont\nmaison: pont\netat: reporté sans date",
    "evenements/2026/grand-spectacle.md": f"{SHOW}\netat: annulé",
}
LONG = "Les écrans à la maison : disputes, règles et petites victoires, une soirée pour en parler entre parents, avec ou sans les enfants, "
ISSUE = """titre: La rentrée des idées
numero: 47
saison: automne 2026
date: 20/11/2026
resume: Un conseil, une veste et trois spectacles.
image: images/soupe.jpg
image-alt: Une marmite sur la couverture
---
Septembre remet tout en route. Nous avons choisi [trois idées](une-veste.md), tenables.

## Et après ?

On en parle.
"""
ARTICLES = {
    "fil/47/une-veste.md": """titre: Une veste, deux boutons, quatre points
numero: 47
date: 20/11/2026
auteur: Le groupe Économie de partage
maison: pont
image: images/soupe.jpg
image-alt: Des bobines de fil
---
## Le point droit

On commence par *enfiler* l'aiguille, ce qui est déjà un [métier](https://exemple.example/). Puis on pique, on tire, on recommence. Personne ne
regarde l'envers. À la fin, le bouton tient, la veste aussi, et l'on a appris quelque chose en parlant d'autre chose, ce qui est la meilleure
façon d'apprendre quoi que ce soit.
""",
    "fil/47/trois-spectacles.md": "titre: Trois spectacles et une voiture\nnumero: 47\ndate: 20/11/2026\nresume: Du choix au retour de nuit.\n---\n",
    "fil/47/demain.md": "titre: Un article de demain\nnumero: 47\ndate: 27/11/2026\n---\nPas encore.\n",
}
MAGAZINE = {"fil/47/numero.md": ISSUE, **ARTICLES}

WEEKS = {
    "calme": site_of(CALM, letter_of("2026-s48", "a-la-une: soupe", LINKED)),
    "pleine": site_of({**CALM, **crowd(50)}, letter_of("2026-s48", "a-la-une: soupe, plaquette")),
    "tout-annule": site_of(crowd(3, "annulé"), letter_of("2026-s48")),
    "changements": site_of(CHANGED, letter_of("2026-s48"), earlier=(letter_of("2026-s47"),)),
    "vide": site_of({}, letter_of("2026-s48")),
    "vacances": site_of(
        {
            "evenements/2026/couture.md": OFF,
            "evenements/2026/cabane.md": "titre: Cabanes d'hiver\ndebut: 28/12/2026\nfin: 30/12/2026\nlieu: pont\nage: 6-10 ans",
        },
        letter_of("2026-s52"),
    ),
    "vacances-vides": site_of({"evenements/2026/couture.md": OFF}, letter_of("2026-s52")),
    "sans-emission": site_of({path: header for path, header in CALM.items() if not path.startswith("bobine")}, letter_of("2026-s48")),
    "titres-longs": site_of(
        {
            "evenements/2026/ecrans.md": f"titre: {LONG * 2}\ndebut: 28/11/2026 18h\nmaison: pont\nlieu: {LONG}12 rue des Maisons-Très-Hautes",
            "evenements/2026/mot.md": f"titre: {'Anticonstitutionnellement' * 5}\ndebut: 29/11/2026 18h\netat: annulé",
            "evenements/2026/couture.md": SEWING.replace("Atelier couture", LONG),
            "actualites/longue.md": f"titre: {LONG}\ndate: 24/11/2026\nresume: {LONG * 3}",
        },
        letter_of("2026-s48", f"a-la-une: longue\nobjet: {LONG}"),
    ),
    "semaine-53": site_of(
        {**crowd(1, day="03/01/2027"), "evenements/2026/reveillon.md": "titre: Réveillon\ndebut: 31/12/2026 20h\nfin: 2h"}, letter_of("2026-s53")
    ),
    "le-fil": site_of({**CALM, **MAGAZINE}, letter_of("2026-s48", "numero: 47", editorial="Il est arrivé."), "<p>Il est arrivé.</p>"),
}
"""By the name of the golden files: a quiet week, one with more than fits, one all cancelled, one of many changes, one with nothing, two of the
school holidays, one without an episode, one of long titles, the 53rd of 2026, and an issue of the magazine."""
