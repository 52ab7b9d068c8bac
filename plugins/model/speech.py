"""French as it is read aloud, on an answering machine or on the air: no abbreviation, no symbol, and how long it takes."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from math import ceil

from plugins.model.dates import MONTHS
from plugins.model.text import clean

WORDS_A_MINUTE = 150
"""The pace of someone who reads clearly to people who take notes."""
_STEP = 10
"""Seconds to which a length is rounded up."""

_ORDINALS = ("premier", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième", "neuvième", "dixième")
_UNITS = {"min": "minute", "mn": "minute", "km": "kilomètre", "m": "mètre", "cm": "centimètre", "kg": "kilo", "g": "gramme", "l": "litre"}
_SHORT = {
    "St": "Saint", "Ste": "Sainte", "Bd": "boulevard", "bd": "boulevard", "Av.": "avenue", "av.": "avenue", "Pl.": "place", "pl.": "place",
    "Tél.": "téléphone", "tél.": "téléphone", "RDV": "rendez-vous", "Rdv": "rendez-vous", "rdv": "rendez-vous", "Mme": "madame", "M.": "monsieur",
    "MM.": "messieurs", "Dr": "docteur", "etc.": "et cetera", "ex.": "exemple", "env.": "environ", "max.": "au plus", "min.": "au moins",
}  # fmt: skip
_SIGNS = {
    "&": " et ", "+": " plus ", "=": " égale ", "%": " pour cent ", "€": " euros ", "°C": " degrés ", "°": " degrés ", "@": " arobase ",
    "×": " fois ", "(": ", ", ")": ", ", "[": ", ", "]": ", ", "/": " ou ", "·": ", ", "•": ", ", "|": ", ",
}  # fmt: skip
_ADDRESS = re.compile(
    r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)*\.(?:fr|org|com|net|eu|info|coop))\b(?:/\S*\w/?)?|([\w.+-]+)@([\w-]+(?:\.[\w-]+)+)"
)


def _plural(count: str, noun: str) -> str:
    """Return the count with its noun; French keeps the singular below two."""
    return f"{count} {noun}{'s' if int(count) > 1 else ''}"


def _hour(match: re.Match[str]) -> str:
    return _plural(match[1], "heure") + (f" {match[2]}" if match[2] and int(match[2]) else "")


def _euros(match: re.Match[str]) -> str:
    euros, cents = match[1], (match[2] or "").ljust(2, "0") if match[2] else ""
    if cents and not int(euros):
        return _plural(cents, "centime")
    return _plural(euros, "euro") + (f" {cents}" if cents and int(cents) else "")


def _day(match: re.Match[str]) -> str:
    day, month = int(match[1]), int(match[2])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return match[0]
    return f"{'premier' if day == 1 else day} {MONTHS[month - 1]}" + (f" {match[3]}" if match[3] else "")


def _ordinal(match: re.Match[str]) -> str:
    number = int(match[1])
    if match[2] in {"re", "ère"}:
        return "première"
    return _ORDINALS[number - 1] if 1 <= number <= len(_ORDINALS) else f"{number}ième"


def _site(match: re.Match[str]) -> str:
    return (match[1] or f"{match[2]} arobase {match[3]}").replace(".", " point ")


_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"_|[^\w .,;:!?'’\-–—…&+=%€°@×()\[\]/·•|]"), " "),
    (re.compile(r" +"), " "),
    (_ADDRESS, _site),
    (re.compile(r"(?:…|\.{2,})(?= [a-zà-ÿ])"), ","),
    (re.compile(r"…|\.{2,}"), "."),
    (re.compile(r"(?<=, )\d{5} (?=[A-ZÀ-Ý])"), ""),
    (re.compile(r"\b[nN] ?[°º] ?(?=\d)"), "numéro "),
    (re.compile(r"\b1/2\b"), "demi"),
    (re.compile(r"\b(\d{1,2}) ?(?:[hH]|:(?=\d\d)) ?(\d\d)?(?!\w)"), _hour),
    (re.compile(r"\b(\d{1,4})(?:[.,](\d{1,2}))? ?€"), _euros),
    (re.compile(r"\b(\d{1,2})/(\d{1,2})(?:/(\d{4}))?(?![\d/])"), _day),
    (re.compile(r"\b(\d{1,2})(er|re|ère|e|ème|eme)\b"), _ordinal),
    (re.compile(rf"\b(\d+) ?({'|'.join(_UNITS)})\b(?!\.)"), lambda match: _plural(match[1], _UNITS[match[2]])),
    (re.compile(r"\b(St|Ste)-(?=[A-ZÀ-Ý])"), lambda match: f"{_SHORT[match[1]]}-"),
    (
        re.compile(rf"(?<![\w'’-])(?:{'|'.join(map(re.escape, sorted(_SHORT, key=len, reverse=True)))})(?![\w-])"),
        lambda match: f"{_SHORT[match[0]]} ",
    ),
    (re.compile(r"(?<=\d)-(?=\d)|(?<=heures)-(?=\d)|(?<=heure)-(?=\d)"), " à "),
    (re.compile(r" [-–—] |[–—]"), ", "),
    (re.compile("|".join(map(re.escape, sorted(_SIGNS, key=len, reverse=True)))), lambda match: _SIGNS[match[0]]),
    (re.compile(r" +"), " "),
    (re.compile(r" (?=[.,])"), ""),
    (re.compile(r"(?:[,;:] ?)+(?=[.,;:!?])|[.] ?(?=[!?])|(?<=[.!?])(?:[.,;:] ?)+"), " "),
    (re.compile(r" +(?=[.,])|(?<= ) +"), ""),
    (re.compile(r",(?=\w)(?<!\d,)"), ", "),
)
"""What is said in the place of what, one after the other."""


@lru_cache(maxsize=2048)
def spoken(text: str) -> str:
    """Return a line as it is said: `14 h 30` gives `14 heures 30`, `2,50 €` `2 euros 50`, `1er` `premier`; emoji and quotation marks go."""
    said = " ".join(clean(text).split())
    for pattern, instead in _RULES:
        said = pattern.sub(instead, said)
    return said.strip(" ,;:")


def sentence(text: str) -> str:
    """Return a text as a sentence: with a capital and an end."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def count_words(text: str) -> int:
    """Return how many words it takes to say a text: `vingt-six` is one, and a longer number at most as many as it has digits."""
    return len(re.findall(r"(?<!\d)[1-9]\d?(?!\d)|\d|[^\W\d_]+(?:-[^\W\d_]+)*", text))


def reading_seconds(text: str) -> int:
    """Return how long it takes to read a text aloud, rounded up to tens of seconds."""
    return ceil(count_words(text) * 60 / WORDS_A_MINUTE / _STEP) * _STEP
