"""From the content folder and the settings to the Site, with every problem of both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from plugins.build.again import same_again
from plugins.build.fingerprint import Fingerprints
from plugins.content_types.bodies import render_bodies
from plugins.content_types.config import FILE, Config
from plugins.content_types.days_off import days_off
from plugins.content_types.links import Links
from plugins.content_types.memory import Memory
from plugins.content_types.survey import Found, survey
from plugins.content_types.texts import Texts
from plugins.content_types.transcripts import Transcripts
from plugins.model.article import Article, Issue
from plugins.model.audit import FILE as AUDIT
from plugins.model.audit import Audit, read_audit
from plugins.model.entry import Entry, File
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
from plugins.model.site import Identity, Link, Site
from plugins.model.town import Town
from plugins.model.transcript import is_transcript


@dataclass(frozen=True)
class Reading:
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
    found = found or survey(config.content, {})
    known = past.town.off if past.town and past.zone == config.school_zone else None
    town = _town(config, found, known or days_off(config.school_zone))
    around = prints.of(replace(town, files={}, recordings={}, transcripts={}))
    texts = Texts(config.content, found, past, prints, around)
    library = read_library(found.texts, texts.read, town, config.drafts)
    links = _links(config, found, library)
    bodies = render_bodies(texts.all, links.addresses, links, config.content.name, past)
    revisions, unreadable = _revisions(config, found)
    audit, damaged = _audit(config, found)
    site = replace(_site(config, library, bodies.html, _published(config, library, found, bodies.files), revisions), audit=audit)
    wrong = (*library.problems, *bodies.problems, *unreadable, *damaged, *_settings_pictures(config.identity, found))
    new = Memory(config.school_zone, around, library.town, texts.all, links, bodies.rendered, past.last)
    return Reading(site, (*config.problems, *found.problems, *wrong), tuple(bodies.links), new)


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
    entries = library.of(Entry)
    return Links(
        addresses={entry.path: entry.address for entry in entries},
        files=found.files,
        base=config.identity.base,
        unread=library.unread,
        drafts=library.drafts,
        awaited=frozenset(entry.path for entry in entries if entry.appears and entry.appears > config.today),
    )


def _published(config: Config, library: Library, found: Found, used: set[str]) -> dict[str, File]:
    """Return the files that something published shows; what only a draft shows stays at home."""
    shown = {entry.picture.file.path for entry in library.of(Entry) if entry.picture}
    shown |= {issue.pdf.path for issue in library.of(Issue) if issue.pdf}
    return {path: found.files[path] for path in sorted(shown | used | set(_pictures_of(config.identity))) if path in found.files}


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
    if LEDGER not in found.seen:
        return {}, []
    return _ledger(LEDGER, (config.content / LEDGER).read_text("utf-8", errors="replace"), f"{config.content.name}/{LEDGER}")


def _audit(config: Config, found: Found) -> tuple[Audit | None, list[Problem]]:
    if AUDIT not in found.seen:
        return None, []
    return read_audit((config.content / AUDIT).read_text("utf-8", errors="replace"), f"{config.content.name}/{AUDIT}")


@same_again
def _ledger(_: str, text: str, file: str) -> tuple[Ledger, list[Problem]]:
    return read_ledger(text, file)


def _site(config: Config, library: Library, html: dict[str, str], files: dict[str, File], revisions: Ledger) -> Site:
    texts = sorted(library.of(Article), key=lambda article: (-article.date.toordinal(), article.path))
    return Site(
        identity=config.identity,
        today=config.today,
        houses=tuple(sorted(library.of(House), key=lambda house: list(config.colors).index(house.key) if house.key in config.colors else 99)),
        venues=library.of(Venue),
        projects=library.of(Project),
        events=tuple(sorted(library.of(Event), key=lambda event: (event.first.start, event.title, event.path))),
        articles=tuple(article for article in texts if article.number is not None),
        news=tuple(article for article in texts if article.number is None),
        issues=tuple(sorted(library.of(Issue), key=lambda issue: -issue.number)),
        episodes=tuple(sorted(library.of(Episode), key=lambda episode: episode.aired, reverse=True)),
        letters=tuple(sorted(library.of(Letter), key=lambda letter: letter.week, reverse=True)),
        pages=library.of(Page),
        themes=config.themes,
        audiences=config.audiences,
        files=files,
        html=html,
        revisions=revisions,
    )
