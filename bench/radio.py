"""The radio of the corpus: a season of broadcasts, with the sidecars of recordings that lie elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from bench import vocabulary as words
from bench.text import Text, paragraph, sentence, title
from plugins.model.text import slugify

EPISODES, CHAPTERS = 39, 6
"""Episodes of a season, chapters of an episode."""
FIRST = 1900
"""As for the magazine: numbers are counted from this year on."""
MINUTES = 55
_THURSDAY = 3


def season(rng: Random, year: int) -> Iterator[tuple[Text, str, str]]:
    """Yield the episodes of the season that ends in a year, each with the path and the text of its sidecar."""
    october = date(year - 1, 10, 1)
    first = october + timedelta(days=(_THURSDAY - october.weekday()) % 7)
    for number in range(EPISODES):
        day = first + timedelta(days=7 * number)
        said = {"bytes": MINUTES * 720_000 + rng.randrange(100_000), "seconds": MINUTES * 60}
        yield _episode(rng, day, year, number), f"bobine/audio/{day}.mp3.json", json.dumps(said) + "\n"


def _episode(rng: Random, day: date, year: int, number: int) -> Text:
    name = title(rng)
    header = {
        "titre": name,
        "numero": str((year - FIRST) * EPISODES + number + 1),
        "saison": f"{year - 1}-{year}",
        "diffusion": f"{day:%d/%m/%Y} 18h",
        "resume": sentence(rng),
        "audio": f"{day}.mp3",
        "chapitres": "".join(f"\n  00:{place * 9:02}:00 {title(rng)}" for place in range(CHAPTERS)),
        "invites": "Le conseil des habitants",
        "equipe": "Le comité de rédaction",
        "musiques": f"Un air {rng.choice(words.COMPLEMENTS)}",
        "projet": rng.choice(("", *words.PROJECTS)),
    }
    body = "\n\n".join(paragraph(rng, count) for count in (60, 70, 60))
    return Text(f"bobine/{year - 1}-{year}/{day}-{slugify(name)}-{number + 1}.md", header, body)
