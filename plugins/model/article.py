"""Texts: the articles and issues of the magazine, and the news."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from plugins.model.entry import COMMON, Entry, File, find_file, read_common
from plugins.model.kinds import LINE, MOMENT, NUMBER, WORDS
from plugins.model.place import HOUSE, PROJECT, House, Project, read_houses, read_project_of
from plugins.model.schema import Key, Sheet

if TYPE_CHECKING:
    from plugins.model.town import Town

DATE_KEY = Key("date", MOMENT, "Le jour de parution.", "18/09/2026", required=True)
NUMBER_KEY = Key("numero", NUMBER, "Le numéro du Fil.", "47", required=True)
AUTHOR = Key("auteur", WORDS, "Qui a écrit : un groupe plutôt qu'une personne.", "Le groupe Alimentation", also=("author", "authors", "auteurs"))
SEASON = Key("saison", LINE, "La saison du numéro.", "automne 2026")
PDF = Key("pdf", LINE, "Le numéro à imprimer, un fichier du dossier content.", "fil/47/le-fil-47.pdf")

NEWS_KEYS = (*COMMON, DATE_KEY, AUTHOR, HOUSE, PROJECT)
ARTICLE_KEYS = (*NEWS_KEYS, NUMBER_KEY)
ISSUE_KEYS = (*COMMON, DATE_KEY, NUMBER_KEY, SEASON, PDF)


class Article(Entry, frozen=True, kw_only=True):
    """A text of the magazine or of the news."""

    date: dt.date
    number: int | None
    """The issue of the magazine it stands in; None for news."""
    authors: tuple[str, ...]
    houses: tuple[House, ...]
    project: Project | None

    @property
    def appears(self) -> dt.date:
        """The day it comes out."""
        return self.date

    @property
    def address(self) -> str:
        """Its page."""
        return f"/actualites/{self.slug}/" if self.number is None else f"/le-fil/{self.number}/{self.slug}/"


class Issue(Entry, frozen=True, kw_only=True):
    """A quarterly number of the magazine; its body is the editorial."""

    date: dt.date
    number: int
    season: str
    pdf: File | None

    @property
    def appears(self) -> dt.date:
        """The day it comes out."""
        return self.date

    @property
    def address(self) -> str:
        """Its page."""
        return f"/le-fil/{self.number}/"


def read_article(sheet: Sheet, town: Town) -> Article | None:
    """Return the article or piece of news of a sheet, or None without a readable date."""
    common = read_common(sheet, town.files)
    moment = sheet.get(DATE_KEY)
    rest = {
        "number": sheet.get(NUMBER_KEY),
        "authors": sheet.get(AUTHOR) or (),
        "houses": read_houses(sheet, town),
        "project": read_project_of(sheet, town),
    }
    return Article(**common, **rest, date=moment.day) if moment else None  # type: ignore[arg-type]  # the fields by name


def read_issue(sheet: Sheet, town: Town) -> Issue | None:
    """Return the issue of a sheet, or None without a readable date or number."""
    common = read_common(sheet, town.files)
    moment, number, pdf = sheet.get(DATE_KEY), sheet.get(NUMBER_KEY), sheet.get(PDF)
    file = find_file(sheet, PDF, pdf, town.files, folder="fil") if pdf else None
    if moment is None or number is None:
        return None
    return Issue(**common, date=moment.day, number=number, season=sheet.get(SEASON) or "", pdf=file)  # type: ignore[arg-type]  # as above
