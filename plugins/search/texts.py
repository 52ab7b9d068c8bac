"""What can be found beside events: texts, episodes with what is said in them, houses, projects, letters, pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec.structs import replace

from plugins.model.article import Article, Issue
from plugins.model.entry import Entry
from plugins.model.letter import Letter
from plugins.model.place import House, Project
from plugins.model.radio import Episode
from plugins.model.site import Site
from plugins.model.words import date_words
from plugins.search.record import Kind, Record
from plugins.search.words import text_of

E = TypeVar("E", bound=Entry)
SEARCH = "/recherche/"
"""The page of the search itself, which finds no use among its results."""


def text_records(site: Site) -> Iterator[Record]:
    """Yield a record for each text that has a page on the day of the build."""
    numbers = {issue.number for issue in site.issues if site.is_out(issue)}
    yield from (_house(site, house) for house in _shown(site, site.houses))
    yield from (_project(site, project) for project in _shown(site, site.projects))
    yield from (_page(site, page) for page in _shown(site, site.pages) if page.address != SEARCH)
    yield from (_article(site, text, Kind.NEWS) for text in _shown(site, site.news))
    yield from (_issue(site, issue) for issue in _shown(site, site.issues))
    yield from (_article(site, text, Kind.ARTICLE) for text in _shown(site, site.articles) if text.number in numbers)
    if site.identity.show:
        yield from (_episode(site, episode) for episode in _shown(site, site.episodes))
    if site.identity.letter:
        yield from (_letter(site, letter) for letter in _shown(site, site.letters))


def _shown(site: Site, entries: Iterable[E]) -> Iterator[E]:
    return (entry for entry in entries if site.is_out(entry) and not entry.is_draft)


def _body(site: Site, entry: Entry) -> str:
    return text_of(site.html.get(entry.path, ""))


def _record(entry: Entry, kind: Kind, *words: str, houses: Iterable[House] = (), day: str = "") -> Record:
    keys = tuple(house.key for house in houses)
    return Record(entry.address, kind, entry.title, entry.summary, words, entry.keywords, keys, day)


def _house(site: Site, house: House) -> Record:
    numbers = f"{house.phone} {house.phone.replace(' ', '')}"  # typed with spaces or without
    where = (house.venue.line, house.venue.directions, house.district, " ".join(house.venue.access))
    return _record(house, Kind.HOUSE, house.short, *where, numbers, house.mail, " ".join(house.hours), _body(site, house), houses=(house,))


def _project(site: Site, project: Project) -> Record:
    return _record(project, Kind.PROJECT, _body(site, project), _names(project.houses), houses=project.houses)


def _page(site: Site, page: Entry) -> Record:
    return _record(page, Kind.PAGE, _body(site, page))


def _article(site: Site, text: Article, kind: Kind) -> Record:
    about = (" ".join(text.authors), _names(text.houses), text.project.title if text.project else "")
    number = f"{site.identity.magazine} {text.number}" if text.number else ""
    return _record(text, kind, _body(site, text), *about, number, houses=text.houses, day=date_words(text.date))


def _issue(site: Site, issue: Issue) -> Record:
    name = f"{site.identity.magazine.partition(' – ')[0] or 'Le journal'} n°\u00a0{issue.number}"
    record = _record(issue, Kind.ISSUE, f"numéro {issue.season}", _body(site, issue), day=date_words(issue.date))
    return replace(record, title=f"{name} – {issue.title}")


def _episode(site: Site, episode: Episode) -> Record:
    chapters = " . ".join(f"{chapter.mark} {chapter.title}" for chapter in episode.chapters)
    people = " ".join((*episode.guests, *episode.crew, *episode.music))
    cues = episode.transcript.cues if episode.transcript else ()
    said = " ".join(f"{cue.speaker} {cue.text}" for cue in cues)
    about = (_names(episode.houses), episode.project.title if episode.project else "", f"numéro {episode.number}")
    return _record(
        episode, Kind.EPISODE, _body(site, episode), chapters, people, *about, said, houses=episode.houses, day=date_words(episode.appears)
    )


def _letter(site: Site, letter: Letter) -> Record:
    record = _record(letter, Kind.LETTER, _body(site, letter), day=date_words(letter.day))
    return replace(record, summary=letter.summary or letter.preheader)


def _names(houses: Iterable[House]) -> str:
    return " ".join(house.title for house in houses)
