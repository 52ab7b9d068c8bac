"""What Hugo's templates are told of each text, in the header of its file."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

from plugins.model.article import Article, Issue
from plugins.model.entry import Entry
from plugins.model.event import Event
from plugins.model.letter import Letter
from plugins.model.page import Page
from plugins.model.place import House, Project
from plugins.model.radio import Episode

Header = dict[str, object]


def header(entry: Entry) -> Header:
    """Return the header of an entry's file; its layout is the template that shows it."""
    picture = {"image": entry.picture.file.address, "alt": entry.picture.alt} if entry.picture else {}
    return {"title": entry.title, "resume": entry.summary, **picture, **_own(entry)}


@singledispatch
def _own(entry: Entry) -> Header:
    raise TypeError(entry)


@_own.register
def _event(event: Event) -> Header:
    times = [(one.start, one.end) for one in event.occurrences]
    return {
        "layout": "evenement",
        "type": "evenement",
        "date": event.first.start.isoformat(),
        "horaires": [{"debut": start.isoformat(), "fin": end.isoformat() if end else ""} for start, end in times],
        "derniere": event.occurrences[-1].last_day.isoformat(),
        "mois": sorted({f"{start:%Y-%m}" for start, _ in times}),
        "entier": event.first.all_day,
        "repete": event.repeats,
        "etat": event.prefix,
        "uid": event.uid,
        "lieu": event.venue.name if event.venue else "",
        "adresse": event.venue.address if event.venue else "",
        "venir": event.venue.directions if event.venue else "",
        "tarif": ", ".join(price.words for price in event.prices),
        "inscription": [{"href": way.href, "texte": way.to or way.way.value} for way in event.booking],
        "avant": event.book_before.isoformat() if event.book_before else "",
        "places": event.seats,
        "acces": ", ".join(event.access),
        "age": event.age,
        "publics": [term.name for term in event.audiences],
        "themes": [term.name for term in event.themes],
        "aide": event.help_wanted,
        **_belongs(event.houses, event.project),
    }


@_own.register
def _article(article: Article) -> Header:
    return {
        "layout": "article",
        "type": "texte",
        "date": article.date.isoformat(),
        "auteurs": ", ".join(article.authors),
        "numero": article.number,
        **_belongs(article.houses, article.project),
    }


@_own.register
def _issue(issue: Issue) -> Header:
    return {"layout": "numero", "type": "texte", "date": issue.date.isoformat(), "numero": issue.number, "saison": issue.season}


@_own.register
def _episode(episode: Episode) -> Header:
    return {
        "layout": "emission",
        "type": "emission",
        "date": episode.aired.isoformat(),
        "numero": episode.number,
        "saison": episode.season,
        "audio": episode.enclosure.address,
        "octets": episode.enclosure.recording.size,
        "secondes": episode.enclosure.recording.seconds,
        "chapitres": [{"seconde": chapter.second, "titre": chapter.title} for chapter in episode.chapters],
        "invites": ", ".join(episode.guests),
        "equipe": ", ".join(episode.crew),
        "musiques": ", ".join(episode.music),
        **_belongs((), episode.project),
    }


@_own.register
def _house(house: House) -> Header:
    return {
        "layout": "maisons",
        "court": house.short,
        "lieu": house.venue.address,
        "venir": house.venue.directions,
        "telephone": house.phone,
        "courriel": house.mail,
        "quartier": house.district,
        "horaires": list(house.hours),
        "acces": ", ".join(house.venue.access),
    }


@_own.register
def _project(project: Project) -> Header:
    return {"layout": "projets", "organise": [house.key for house in project.houses]}


@_own.register
def _letter(letter: Letter) -> Header:
    return {"layout": "lettre", "type": "lettre", "date": letter.day.isoformat(), "accroche": letter.preheader}


@_own.register
def _page(_: Page) -> Header:
    return {"layout": "texte", "type": "page"}


def _belongs(houses: Iterable[House], project: Project | None) -> Header:
    return {"maisons": [house.key for house in houses], "projets": [project.slug] if project else []}
