"""The magazine of the corpus: four issues a year, each with its editorial and eight long articles with two pictures."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from bench import vocabulary as words
from bench.pictures import ARTICLES as PICTURES
from bench.text import Text, bullets, link, paragraph, sentence, title
from plugins.model.text import slugify

ISSUES, ARTICLES = 4, 8
"""Issues of a year, articles of an issue."""
FIRST = 1900
"""Numbers are counted from this year on, so that a year has the same ones in every corpus."""
_SEASONS = (("hiver", "15/01"), ("printemps", "15/04"), ("été", "15/07"), ("automne", "15/10"))


def issues(rng: Random, year: int) -> Iterator[Text]:
    """Yield the issues of a year, each followed by its articles."""
    for quarter, (season, day) in enumerate(_SEASONS):
        number = (year - FIRST) * ISSUES + quarter + 1
        common = {"numero": str(number), "date": f"{day}/{year}"}
        articles = [_article(rng, number, place, common) for place in range(ARTICLES)]
        inside = " ".join(f"[{text.header['titre']}]({text.path.rsplit('/', 1)[1]})" for text in articles)
        header = {"titre": f"Le numéro de l'{season}" if season != "printemps" else "Le numéro du printemps", **common, "saison": f"{season} {year}"}
        yield Text(f"fil/{number}/numero.md", header | {"resume": sentence(rng)}, f"{paragraph(rng, 60)}\n\n{inside}\n\n{paragraph(rng, 60)}")
        yield from articles


def _article(rng: Random, number: int, place: int, common: dict[str, str]) -> Text:
    name = title(rng)
    first, second = rng.sample(PICTURES, k=2)
    header = {
        "titre": name,
        **common,
        "resume": sentence(rng),
        "auteur": rng.choice(("Le groupe Jardin", "Le comité de lecture", "Des habitants")),
        "maison": rng.choice(tuple(words.HOUSES)),
        "projet": rng.choice(("", *words.PROJECTS)),
    }
    return Text(f"fil/{number}/{slugify(name)}-{place + 1}.md", header, _body(rng, first, second))


def _body(rng: Random, first: str, second: str) -> str:
    """Return about 600 words with the two pictures."""
    parts = [paragraph(rng, 90), _picture(rng, first)]
    for count, heading in zip((115, 115, 115), rng.sample(words.HEADINGS, k=3), strict=True):
        parts += [f"## {heading}", paragraph(rng, count // 2), paragraph(rng, count // 2)]
    parts += [bullets(rng, 5), _picture(rng, second), f"> {sentence(rng)}", paragraph(rng, 70)]
    return "\n\n".join([*parts, f"Pour en savoir plus : {link(rng, '../../', 'maisons', words.HOUSES)} et [l'agenda](/agenda/)."])


def _picture(rng: Random, path: str) -> str:
    return f"![{rng.choice(words.ALTS)}](../../{path})"
