"""A record: what the search knows of one public page, and the document that Pagefind reads of it."""

from __future__ import annotations

from datetime import date
from enum import Enum
from html import escape

from msgspec import Struct

from plugins.search.words import searched


class Kind(Enum):
    """What a page is about: the words that say so, for one, for many, and what else people may call it."""

    EVENT = ("Rendez-vous", "Rendez-vous", "événement agenda")
    NEWS = ("Actualité", "Actualités", "nouvelle")
    ARTICLE = ("Article", "Articles du journal", "journal")
    ISSUE = ("Numéro du journal", "Numéros du journal", "")
    EPISODE = ("Émission", "Émissions", "radio podcast")
    PROJECT = ("Projet", "Projets", "")
    HOUSE = ("Maison", "Maisons", "adresse horaires téléphone")
    LETTER = ("Lettre", "Lettres", "courriel")
    PAGE = ("Page", "Pages", "")

    @property
    def one(self) -> str:
        """How one of them is called."""
        return self.value[0]

    @property
    def many(self) -> str:
        """How the choice among them is called."""
        return self.value[1]

    @property
    def words(self) -> str:
        """Everything that people may call one."""
        return " ".join((self.value[0], self.value[2]))

    @property
    def key(self) -> str:
        """What addresses call it."""
        return self.name.lower()


class Record(Struct, frozen=True):
    """One thing to find; nothing in it changes with the day."""

    address: str
    kind: Kind
    title: str
    summary: str
    words: tuple[str, ...]
    """Everything else that one may look for, as it is written."""
    keywords: tuple[str, ...] = ()
    houses: tuple[str, ...] = ()
    """Keys of the houses it belongs to, in the order of the site."""
    day: str = ""
    """Its day in words; empty when it has none, or when `dates` say more."""
    dates: str = ""
    """Each date of an event, one after the other: `j20261128h1400`, with `f20261130` where it ends on another day."""
    last: date | None = None
    """The last of these days; None: it is never over."""
    state: str = ""
    """`ANNULÉ`, `COMPLET`; empty when it is simply on."""


def document(record: Record) -> str:
    """Return the HTML that Pagefind reads: searched words in the body, what results show beside them, as it is written.

    What results show is searched too, but counts for next to nothing there; `dates` are one word, which nobody types.
    """
    meta = {"title": record.title, "resume": record.summary, "jour": record.day, "dates": record.dates, "etat": record.state}
    shown = "".join(f'<i data-pagefind-meta="{name}[content]" content="{escape(value)}"></i>' for name, value in meta.items() if value)
    strong = searched(" ".join((record.summary, *record.keywords)))
    rest = "".join(f"<p>{escape(searched(words))}</p>" for words in (*record.words, record.kind.words) if words)
    return (
        f'<!doctype html><html lang="fr"><body data-pagefind-body><h1>{escape(searched(record.title))}</h1>'
        f'<p data-pagefind-weight="2">{escape(strong)}</p>{rest}{shown}</body></html>'
    )
