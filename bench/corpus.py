"""A whole town's content, in our own header, from a seed: the same bytes on every machine."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from random import Random

from bench.events import events
from bench.magazine import issues
from bench.pictures import draw_all
from bench.radio import season
from bench.text import Text
from bench.town import LETTER_DAY, letter, settings, standing

LAST = 2026
"""The last year: its season ends in August 2027, before the last school holidays that are known."""
_SEED = "ville-d-essai"


def write(folder: Path, years: int) -> None:
    """Write pelicanconf.py and content/ with that many years, the last one LAST; a year is the same in every corpus."""
    content = folder / "content"
    _save(folder / "pelicanconf.py", settings())
    draw_all(_random("images"), content)
    texts = [*standing(_random("town"))]
    for year in range(LAST - years + 1, LAST + 1):
        texts += _year(content, year)
    texts.append(letter(_random("letter"), _coming(texts)))
    for text in texts:
        _save(content / text.path, str(text))


def _year(content: Path, year: int) -> list[Text]:
    """Return the texts of a year, and write the sidecars of its recordings."""
    texts = [*events(_random(f"events {year}"), year), *issues(_random(f"magazine {year}"), year)]
    for episode, path, sidecar in season(_random(f"radio {year}"), year):
        texts.append(episode)
        _save(content / path, sidecar)
    return texts


def _coming(texts: list[Text]) -> str:
    """Return the name of the first event from LETTER_DAY on: names of events start with their first day."""
    names = (PurePosixPath(text.path).stem for text in texts if text.path.startswith("evenements/"))
    return min(name for name in names if name >= LETTER_DAY)


def _random(part: str) -> Random:
    """Return the chance of one part, so that changing one part leaves the others as they are."""
    return Random(f"{_SEED} {part}")  # noqa: S311  # nothing secret: the same corpus each time is the point


def _save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
