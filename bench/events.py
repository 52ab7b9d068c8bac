"""The agenda of the corpus: each key of an event's header is used, about as often as in real life."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from uuid import UUID

from bench import vocabulary as words
from bench.pictures import THEMES as PICTURES
from bench.text import Text, link, paragraph, sentence, title
from bench.when import Lines, again, once
from plugins.model.text import slugify

EVENTS = 352
"""Events of a year."""


def events(rng: Random, year: int) -> Iterator[Text]:
    """Yield the events of the season that starts in a year, one in four repeated."""
    for number in range(EVENTS):
        day, when = again(rng, year) if number % 4 == 0 else once(rng, year)
        name = title(rng)
        header = {"titre": name, "resume": sentence(rng), **when, **_where(rng), **_for_whom(rng), **_how(rng, day), **_rest(rng, year)}
        slug = f"{slugify(name)}-{number + 1}"
        header |= {"slug": slug if number % 20 == 0 else "", "uid": str(UUID(int=rng.getrandbits(128), version=4))}
        yield Text(f"evenements/{year}/{day.isoformat()}-{slug}.md", header, _body(rng))


def _where(rng: Random) -> Lines:
    houses = rng.sample(tuple(words.HOUSES), k=2 if rng.random() < 0.1 else 1)
    typed = f"{rng.randrange(1, 90)} rue de l'Essai, 99000 Ville d'essai"
    place = rng.choices(("", houses[0], rng.choice(tuple(words.VENUES)), typed), weights=(5, 50, 35, 10))[0]
    return {
        "lieu": place if len(houses) == 1 or place else houses[0],
        "maison": ", ".join(houses),
        "projet": rng.choice(tuple(words.PROJECTS)) if rng.random() < 0.3 else "",
        "acces": rng.choice(("fauteuil", "fauteuil, boucle magnétique", "lsf")) if rng.random() < 0.3 else "",
    }


def _for_whom(rng: Random) -> Lines:
    return {
        "thematique": ", ".join(rng.sample(tuple(words.THEMES), k=rng.randint(1, 2))),
        "public": ", ".join(rng.sample(tuple(words.AUDIENCES), k=rng.randint(1, 2))),
        "age": f"dès {rng.randrange(3, 16)} ans" if rng.random() < 0.2 else "",
    }


def _how(rng: Random, day: date) -> Lines:
    prices = ("gratuit", "5 €", "prix libre", "2 tic-tac", "3 € adhérents, 5 € autres", "2,50 €")
    booking = ("libre", "04 65 71 00 01", "inscription@essai.example", "https://essai.example/inscription")
    is_limited = rng.random() < 0.3
    return {
        "tarif": rng.choices(prices, weights=(50, 10, 10, 10, 15, 5))[0],
        "inscription": rng.choices(booking, weights=(50, 30, 10, 10))[0],
        "inscription-avant": f"{day - timedelta(days=rng.randrange(1, 9)):%d/%m/%Y}" if rng.random() < 0.15 else "",
        "places": str(rng.randrange(6, 60)) if is_limited else "",
    }


def _rest(rng: Random, year: int) -> Lines:
    picture = rng.choice(PICTURES) if rng.random() < 0.6 else ""
    return {
        "etat": rng.choices(("", "annulé", "reporté sans date", "complet", "maintenu"), weights=(90, 3, 2, 4, 1))[0],
        "saison-culturelle": f"{year}-{year + 1}" if rng.random() < 0.08 else "",
        "coup-de-main": "pour installer les tables" if rng.random() < 0.15 else "",
        "mots-cles": ", ".join(rng.sample(("voisins", "saison", "fête", "savoir-faire", "quartier"), k=2)) if rng.random() < 0.3 else "",
        "statut": "publié" if rng.random() < 0.1 else "",
        "image": picture,
        "image-alt": rng.choice(words.ALTS) if picture else "",
    }


def _body(rng: Random) -> str:
    """Return about 120 words, with a link in one text out of three."""
    second = paragraph(rng, 50)
    if rng.random() < 0.33:
        second += f" Voir aussi {link(rng, '../../', 'projets', words.PROJECTS)}."
    return f"{paragraph(rng, 58)}\n\n{second}"
