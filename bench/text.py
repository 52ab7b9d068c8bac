"""A content file of the corpus, and sentences to fill it."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from msgspec import Struct

from bench import vocabulary as words


class Text(Struct, frozen=True):
    """A file with its header, as a writer would type it."""

    path: str
    """From the content folder, with slashes."""
    header: Mapping[str, str]
    """Keys and values; an empty value is a key that is left out."""
    body: str

    def __str__(self) -> str:
        """Return the whole file."""
        lines = "".join(f"{key}: {value}\n" for key, value in self.header.items() if value)
        return f"---\n{lines}---\n{self.body}\n"


def sentence(rng: Random) -> str:
    """Return one sentence of about ten words."""
    said = f"{rng.choice(words.SUBJECTS)} {rng.choice(words.VERBS)} {rng.choice(words.OBJECTS)} {rng.choice(words.COMPLEMENTS)}"
    if rng.random() < 0.25:
        said = f"{rng.choice(words.OPENINGS)} {said[0].lower()}{said[1:]}"
    return f"{said} !" if rng.random() < 0.05 else f"{said}."


def paragraph(rng: Random, count: int) -> str:
    """Return a paragraph of about that many words, with the emphasis writers like."""
    sentences: list[str] = []
    while sum(len(said.split()) for said in sentences) < count:
        sentences.append(sentence(rng))
    if rng.random() < 0.4:
        sentences[-1] = f"**{sentences[-1]}**" if rng.random() < 0.5 else f"*{sentences[-1]}*"
    return " ".join(sentences)


def bullets(rng: Random, count: int) -> str:
    """Return a list of that many items."""
    return "\n".join(f"- {rng.choice(words.OBJECTS)} {rng.choice(words.COMPLEMENTS)} ;" for _ in range(count))


def title(rng: Random) -> str:
    """Return a title: one of a few hundred, so that some come back as they do in a real agenda."""
    return f"{rng.choice(words.ACTIVITIES)} {rng.choice(words.TOUCHES)}"


def link(rng: Random, up: str, folder: str, names: Mapping[str, str]) -> str:
    """Return a Markdown link to one of the texts of a folder; `up` leads to the content folder."""
    key = rng.choice(tuple(names))
    return f"[{names[key]}]({up}{folder}/{key}.md)"
