"""The kinds of value a header holds, each with the French name the guide gives it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar

from plugins.model import dates
from plugins.model.problem import Wrong
from plugins.model.schema import Kind
from plugins.model.text import fold, listed, nearest, slugify

T = TypeVar("T")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(r"https?://[\w.-]+(?::\d{1,5})?(?:[/?#]\S*)?", re.IGNORECASE)


def _plain(read: Callable[[str], T]) -> Callable[[str, date | None], T]:
    return lambda text, _: read(text)


def _line(text: str) -> str:
    return " ".join(text.split("\n")).strip()


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.lstrip("-•* ").strip() for line in text.split("\n") if line.strip())


def items(text: str) -> tuple[str, ...]:
    """Return the parts of `[a, b]`, `a, b` or one per line; a comma inside a number does not part."""
    parts = re.split(r"\n|;|(?<!\d),|,(?!\d)", text.strip().removeprefix("[").removesuffix("]"))
    found = (part.strip().removeprefix("- ").strip(" \"'") for part in parts)
    return tuple(part for part in found if part)


def _number(text: str) -> int:
    if not re.fullmatch(r"\d{1,6}", text.strip()):
        raise Wrong(f"« {text} » n'est pas un nombre entier.", "Écrivez seulement des chiffres, par exemple 12.")
    return int(text)


def _percent(text: str) -> Decimal:
    match = re.fullmatch(r"(\d{1,3})(?:[.,](\d{1,2}))?\s*%?", text.strip())
    found = Decimal(f"{match[1]}.{match[2] or 0}") if match else None
    if found is None or found > 100:
        raise Wrong(f"« {text} » n'est pas un pourcentage.", "Écrivez un nombre de 0 à 100, par exemple 82 %.")
    return found.normalize()


def _slug(text: str) -> str:
    if slugify(text) != text.strip():
        raise Wrong(f"« {text} » ne peut pas servir d'adresse.", f"Écrivez « {slugify(text) or 'fete-de-quartier'} ».")
    return text.strip()


def phone(text: str) -> str:
    """Return a French telephone number in pairs of digits: `01 99 00 12 34`. Raise Wrong."""
    digits = re.sub(r"^(?:\+33|0033)(?:\(0\))?", "0", re.sub(r"[\s.\-/]", "", text))
    if not re.fullmatch(r"0[1-9]\d{8}", digits):
        raise Wrong(f"« {text} » n'est pas un numéro de téléphone.", "Écrivez dix chiffres, par exemple 01 99 00 12 34.")
    return " ".join(digits[i : i + 2] for i in range(0, 10, 2))


def mail(text: str) -> str:
    """Return a mail address. Raise Wrong."""
    if not _MAIL.fullmatch(text.strip()):
        raise Wrong(f"« {text} » n'est pas une adresse électronique.", "Écrivez par exemple accueil@exemple.fr.")
    return text.strip()


def link(text: str) -> str:
    """Return an http(s) address. Raise Wrong."""
    if not _LINK.fullmatch(text.strip()):
        raise Wrong(f"« {text} » n'est pas un lien.", "Écrivez l'adresse entière, qui commence par https://.")
    return text.strip()


def _postcode(text: str) -> str:
    if not re.fullmatch(r"\d{5}", text.replace(" ", "")):
        raise Wrong(f"« {text} » n'est pas un code postal.", "Écrivez cinq chiffres, par exemple 01000.")
    return text.replace(" ", "")


def choice(name: str, words: Mapping[str, T]) -> Kind[T]:
    """Return the kind of a value among a few French words."""
    by_fold = {fold(word): value for word, value in words.items()}

    def read(text: str) -> T:
        if (found := fold(text)) in by_fold:
            return by_fold[found]
        near = nearest(text, words)
        hint = f"Vouliez-vous écrire « {near} » ?" if near else f"Écrivez {listed(words, 'ou')}."
        raise Wrong(f"« {text} » n'est pas possible ici.", hint)

    return Kind(name, _plain(read))


def list_of(name: str, read: Callable[[str], T]) -> Kind[tuple[T, ...]]:
    """Return the kind of a list whose items are read by `read`."""
    return Kind(name, _plain(lambda text: tuple(read(item) for item in items(text))))


LINE = Kind("une ligne de texte", _plain(_line))
LINES = Kind("du texte, une ou plusieurs lignes", _plain(_lines))
WORDS = list_of("une liste, séparée par des virgules", str)
NUMBER = Kind("un nombre entier", _plain(_number))
PERCENT = Kind("un pourcentage", _plain(_percent))
SLUG = Kind("un bout d'adresse : minuscules sans accent, chiffres, tirets", _plain(_slug))
DATE = Kind("une date", dates.read_date)
MOMENT = Kind("une date, avec une heure s'il y en a une", dates.read_moment)
END = Kind("une heure, une date, ou les deux", dates.read_end)
DURATION = Kind("une durée", _plain(dates.read_duration))
PHONE = Kind("un numéro de téléphone", _plain(phone))
MAIL = Kind("une adresse électronique", _plain(mail))
LINK = Kind("un lien", _plain(link))
POSTCODE = Kind("un code postal", _plain(_postcode))
