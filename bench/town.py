"""What the invented town has once: houses, venues, projects, pages, news, a letter and its settings."""

from __future__ import annotations

from collections.abc import Iterator
from pprint import pformat
from random import Random

from bench import vocabulary as words
from bench.pictures import COVER, LOGO, THEMES, WIDE
from bench.rooms import FOUNDATION
from bench.text import Text, bullets, paragraph, sentence, title
from plugins.model.text import slugify

NEWS = 3
LETTER_DAY = "2026-11-26"
"""Thursday of the week 2026-s48."""

_ADDRESS = {"code-postal": "99000", "ville": "Ville d'essai", "acces": "fauteuil", "venir": "Arrêt de bus devant la porte."}
_SETTINGS: dict[str, object] = {
    "PLUGINS": list(FOUNDATION),
    "OUR_PLUGINS": FOUNDATION,
    "SITENAME": "Ville d'essai",
    "SITESUBTITLE": "Une ville inventée pour mesurer",
    "SITEURL": "https://essai.example",
    "TIMEZONE": "Europe/Paris",
    "SCHOOL_ZONE": "A",
    "POSTAL_ADDRESS": "1 rue de l'Essai, 99000 Ville d'essai",
    "CONTACT_MAIL": "accueil@essai.example",
    "CONTACT_PHONE": "04 65 71 00 01",
    "LOGO": LOGO,
    "SHARE_PICTURE": WIDE,
    "MAGAZINE": "Le Brouillon",
    "SEASON_TICKET": "Passe-spectacle",
    "HOUSE_COLORS": dict(zip(words.HOUSES, words.COLORS, strict=True)),
    "THEMES": words.THEMES,
    "AUDIENCES": words.AUDIENCES,
    "SHOW": {
        "name": "Radio d'essai",
        "tagline": "Un deux, un deux",
        "description": "Le magazine radio d'une ville inventée.",
        "station": "Radio d'essai (88.0 FM)",
        "schedule": "le jeudi de 18 h à 18 h 55",
        "phone": "04 65 71 00 02",
        "mail": "radio@essai.example",
        "cover": COVER,
        "category": ("Society & Culture", "Documentary"),
        "guid": "9f0a1c52-7a8e-5d0b-9d4b-5d2b7b0a4e11",
        "guid_prefix": "tag:essai.example,2026:radio:",
        "weekday": "TH",
    },
    "LETTER": {
        "name": "La lettre d'essai",
        "sender": "lettre@essai.example",
        "leave": "stop@essai.example",
        "reason": "Vous recevez cette lettre parce que vous l'avez demandée.",
        "picture": WIDE,
    },
}


def settings() -> str:
    """Return the town's pelicanconf.py."""
    lines = (f"{name} = {pformat(value, sort_dicts=False)}\n" for name, value in _SETTINGS.items())
    return f"from plugins.settings import *\n\n{''.join(lines)}"


def standing(rng: Random) -> Iterator[Text]:
    """Yield the texts that do not depend on how many years there are."""
    yield from (_house(rng, *house) for house in words.HOUSES.items())
    for number, (key, name) in enumerate(words.VENUES.items(), 1):
        yield Text(f"lieux/{key}.md", {"titre": name, "adresse": f"{number} place du Marché", **_ADDRESS}, sentence(rng))
    yield from (_project(rng, *project) for project in words.PROJECTS.items())
    for key, name in words.PAGES.items():
        yield Text(f"pages/{key}.md", {"titre": name, "resume": sentence(rng)}, _body(rng))
    for number in range(NEWS):
        name = title(rng)
        header = {"titre": name, "date": f"{number + 10}/11/2026", "resume": sentence(rng)}
        yield Text(f"actualites/{slugify(name)}-{number + 1}.md", header, paragraph(rng, 120))


def _house(rng: Random, key: str, name: str) -> Text:
    header = {
        "titre": name,
        "nom-court": name.removeprefix("Maison "),
        "resume": sentence(rng),
        "adresse": f"{rng.randrange(1, 90)} rue de l'Essai",
        **_ADDRESS,
        "telephone": "04 65 71 00 01",
        "courriel": f"{key}@essai.example",
        "quartier": "centre",
        "horaires": "".join(f"\n  {day} : 9h – 12h et 14h – 18h" for day in ("lundi", "mardi", "jeudi", "vendredi")),
        "image": rng.choice(THEMES),
        "image-alt": rng.choice(words.ALTS),
    }
    return Text(f"maisons/{key}.md", header, _body(rng))


def _project(rng: Random, key: str, name: str) -> Text:
    house, picture = rng.choice(tuple(words.HOUSES)), rng.choice(THEMES)
    header = {"titre": name, "resume": sentence(rng), "maison": house, "image": picture, "image-alt": rng.choice(words.ALTS)}
    return Text(f"projets/{key}.md", header, f"{_body(rng)}\n\n{bullets(rng, 4)}")


def _body(rng: Random) -> str:
    return f"{paragraph(rng, 60)}\n\n## {rng.choice(words.HEADINGS)}\n\n{paragraph(rng, 60)}"


def letter(rng: Random, featured: str) -> Text:
    """Return the letter of LETTER_DAY, with an event put first, named by its file without .md."""
    header = {
        "semaine": "2026-s48",
        "objet": "Cette semaine : four, vélo et chansons",
        "accroche": "Dix jours de rendez-vous dans les quatre maisons de la ville.",
        "a-la-une": featured,
    }
    return Text("lettres/2026-s48.md", header, "\n\n".join(paragraph(rng, 40) for _ in range(3)))
