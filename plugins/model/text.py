"""French text: folding what writers type differently to one form, and finding what they meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "’": "'", "‘": "'", "ʼ": "'"})
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u2060\ufeff\ud800-\udfff\ufffe\uffff]")
_NEWLINES = re.compile(r"\r\n?|[\u0085\u2028\u2029]")


def clean(text: str) -> str:
    """Return the text in NFC with line feeds for line ends and without byte order mark or control characters."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", _NEWLINES.sub("\n", text)))


@lru_cache(maxsize=16_384)
def fold(text: str) -> str:
    """Return the text for comparing: lower case, no accent, plain apostrophes, single plain spaces."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text).translate(_LIGATURES)
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(text.casefold().split())


@lru_cache(maxsize=1024)
def fold_key(written: str) -> str:
    """Return a header key in the one form design.md uses: `Mots clés ` gives `mots-cles`."""
    return re.sub(r"[\s_'-]+", "-", fold(written)).strip("-")


def slugify(text: str) -> str:
    """Return the text as a part of an address: `L'été, n°3` gives `l-ete-no-3`."""
    spelled = fold(re.sub(r"\b[Nn]\s*[°º]\s*", "no ", text).replace("&", " et "))
    return re.sub(r"[^a-z0-9]+", "-", spelled).strip("-")


def nearest(written: str, known: Iterable[str]) -> str | None:
    """Return the known word that looks most like the written one, or None when none does."""
    from difflib import get_close_matches  # for mistakes alone

    by_fold = {fold(word): word for word in known}
    found = get_close_matches(fold(written), by_fold, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else None


_BREAKS = re.compile(r" (?=[:;!?»])|(?<=«) ")


def french_spaces(text: str) -> str:
    """Return the text with no-break spaces around French marks where a plain one was typed, so that no line starts with « ? »."""
    return _BREAKS.sub("\u00a0", text)


def capital(text: str) -> str:
    """Return the text with a capital first letter and the rest as it is."""
    return text[:1].upper() + text[1:]


def listed(words: Iterable[str], last: str = "et") -> str:
    """Return the words as a French list: `a, b et c`."""
    *head, tail = list(words) or [""]
    return f"{', '.join(head)} {last} {tail}" if head else tail


def plural(count: int, one: str, many: str | None = None) -> str:
    """Return the count with its noun; French keeps the singular for 0 and 1."""
    return f"{count} {one if abs(count) < 2 else many or one + 's'}"
