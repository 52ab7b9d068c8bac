"""From the content folder and the settings to the Site, with every problem of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from plugins.build.again import same_again, the_same
from plugins.build.fingerprint import Fingerprints
from plugins.build.lately import by_identity
from plugins.content_types.bodies import Bodies, gathered, render_bodies
from plugins.content_types.config import FILE, Config
from plugins.content_types.days_off import days_off
from plugins.content_types.found import Found, merged
from plugins.content_types.links import Links
from plugins.content_types.memory import Memory
from plugins.content_types.survey import survey
from plugins.content_types.texts import Texts
from plugins.content_types.transcripts import Transcripts
from plugins.model.agenda import Agenda, agenda_of, joined
from plugins.model.article import Article, Issue
from plugins.model.audit import FILE as AUDIT
from plugins.model.audit import Audit, read_audit
from plugins.model.entry import File
from plugins.model.event import Event
from plugins.model.exceptions import DaysOff
from plugins.model.letter import Letter
from plugins.model.library import Library, read_library
from plugins.model.page import Page
from plugins.model.place import House, Project, Venue
from plugins.model.problem import Problem
from plugins.model.radio import Episode
from plugins.model.revision import FILE as LEDGER
from plugins.model.revision import Ledger, read_ledger
from plugins.model.shelf import Shelf
from plugins.model.site import Identity, Link, Site
from plugins.model.town import Town
from plugins.model.transcript import is_transcript


class Reading(Struct, frozen=True):
    """What was read."""

    site: Site
    problems: tuple[Problem, ...]
    links: tuple[Link, ...]
    """Links to pages of the site, for whoever knows all the pages."""
    memory: Memory
    """For the next reading."""


def read(config: Config, found: Found | None = None, memory: Memory | None = None, prints: Fingerprints | None = None) -> Reading:
    """Return the whole content with its problems; with an error among them the site is not fit to be published.

    What `memory` holds is not done again; the fingerprints of all entries are gathered in `prints`.
    """
    past, prints = memory or Memory(), prints or Fingerprints()
    found = found or survey(config.content, Found())
    known = past.town.off if past.town and past.zone == config.school_zone else None
    town = _town(config, found, known or days_off(config.school_zone))
    around = prints.of(replace(town, files={}, recordings={}, transcripts={}))
    texts = Texts(config, found, past, prints, around)
    library = read_library(texts.digests, texts.read, town)
    links = _links(config, found, library)
    kept = render_bodies(texts.all, links, past)
    bodies = [gathered(kept[folder], shelf, town.folder) for folder, shelf in zip(texts.all, library.shelves, strict=True)]
    revisions, unreadable = _revisions(config, found)
    audit, damaged = _audit(config, found)
    site = replace(_site(config, library, bodies, _published(config, library, found, bodies), revisions), audit=audit)
    in_bodies = chain.from_iterable(each.problems for each in bodies)
    wrong = (*library.problems, *in_bodies, *unreadable, *damaged, *_settings_pictures(config.identity, found))
    new = Memory(config.school_zone, around, library.town, links, kept, past.last)
    return Reading(site, (*config.problems, *found.problems, *wrong), tuple(chain.from_iterable(each.links for each in bodies)), new)


def _town(config: Config, found: Found, off: DaysOff) -> Town:
    return Town(
        zone=config.identity.zone,
        files=found.files,
        recordings=found.recordings,
        transcripts=Transcripts(config.content, tuple(filter(is_transcript, found.files))),
        colors=config.colors,
        themes={term.key: term for term in config.themes},
        audiences={term.key: term for term in config.audiences},
        off=off,
        folder=config.content.name,
    )


def _links(config: Config, found: Found, library: Library) -> Links:
    return Links(
        addresses=merged(shelf.addresses for shelf in library.shelves),
        files=found.files,
        base=config.identity.base,
        unread=library.unread,
        drafts=library.drafts,
        awaited=frozenset(path for shelf in library.shelves for path, day in shelf.appearing.items() if day > config.today),
    )


def _published(config: Config, library: Library, found: Found, bodies: Iterable[Bodies]) -> dict[str, File]:
    """Return the files that something published shows; what only a draft shows stays at home."""
    shown = {*_pictures_of(config.identity)}.union(*(shelf.files for shelf in library.shelves), *(each.files for each in bodies))
    return {path: found.files[path] for path in sorted(shown) if path in found.files}


def _pictures_of(identity: Identity) -> Iterator[str]:
    """Yield the pictures that the settings name."""
    yield from filter(None, (identity.picture, identity.logo))
    if identity.show:
        yield identity.show.cover
    if identity.letter and identity.letter.picture:
        yield identity.letter.picture


def _settings_pictures(identity: Identity, found: Found) -> list[Problem]:
    missing = (path for path in _pictures_of(identity) if path not in found.files)
    return [
        Problem(FILE, 0, "", f"L'image « {path} » n'existe pas dans content/.", "Ajoutez-la, ou corrigez son nom dans pelicanconf.py.")
        for path in missing
    ]


def _revisions(config: Config, found: Found) -> tuple[Ledger, list[Problem]]:
    text = (config.content / LEDGER).read_text("utf-8", errors="replace") if found.seen(LEDGER) else ""
    return _ledger(LEDGER, text, f"{config.content.name}/{LEDGER}")


def _audit(config: Config, found: Found) -> tuple[Audit | None, list[Problem]]:
    if not found.seen(AUDIT):
        return None, []
    return read_audit((config.content / AUDIT).read_text("utf-8", errors="replace"), f"{config.content.name}/{AUDIT}")


@same_again
def _ledger(_: str, text: str, file: str) -> tuple[Ledger, list[Problem]]:
    return read_ledger(text, file)


def _agenda(library: Library) -> Agenda:
    """Return the agenda; the months in which no event has changed are those of the last run."""
    agenda = joined(map(_of_shelf, library.shelves))
    return replace(agenda, begun={month: the_same(f"begun {month}", begun) for month, begun in agenda.begun.items()})


@by_identity()
def _of_shelf(shelf: Shelf) -> Agenda:
    return agenda_of(shelf.of(Event))


def _site(config: Config, library: Library, bodies: Iterable[Bodies], files: dict[str, File], revisions: Ledger) -> Site:
    texts = sorted(library.of(Article), key=lambda article: (-article.date.toordinal(), article.path))
    return Site(
        identity=config.identity,
        today=config.today,
        houses=tuple(sorted(library.of(House), key=lambda house: list(config.colors).index(house.key) if house.key in config.colors else 99)),
        venues=library.of(Venue),
        projects=library.of(Project),
        agenda=_agenda(library),
        articles=tuple(article for article in texts if article.number is not None),
        news=tuple(article for article in texts if article.number is None),
        issues=tuple(sorted(library.of(Issue), key=lambda issue: -issue.number)),
        episodes=tuple(sorted(library.of(Episode), key=lambda episode: episode.aired, reverse=True)),
        letters=tuple(sorted(library.of(Letter), key=lambda letter: letter.week, reverse=True)),
        pages=library.of(Page),
        themes=config.themes,
        audiences=config.audiences,
        files=files,
        html=merged(each.html for each in bodies),
        revisions=revisions,
    )
