"""The whole site, read: what every output is made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit
from zoneinfo import ZoneInfo

from msgspec import Struct, field

from plugins.model.file_names import by_name, file_name
from plugins.model.live import Live

if TYPE_CHECKING:  # who asks only for the settings, as a run does that finds nothing changed, has no use for the rest
    from plugins.model.agenda import Agenda
    from plugins.model.article import Article, Issue
    from plugins.model.audit import Audit
    from plugins.model.conformity import Review
    from plugins.model.entry import Entry, File
    from plugins.model.event import Event
    from plugins.model.letter import Letter
    from plugins.model.page import Page
    from plugins.model.place import House, Project, Term, Venue
    from plugins.model.radio import Episode
from plugins.model.revision import Ledger


class Show(Struct, frozen=True):
    """The radio programme, from the settings."""

    name: str
    tagline: str
    description: str
    station: str
    """Where it is heard live: `Radio Méga (99.2 FM)`."""
    schedule: str
    """When, in words: `chaque jeudi de 18 h à 18 h 55, d'octobre à juillet`."""
    phone: str
    mail: str
    cover: str
    """A square picture of the content folder, 1400 to 3000 px."""
    category: tuple[str, ...]
    """Apple's exact names, the main one first."""
    guid: str
    """podcast:guid, computed once and pinned."""
    guid_prefix: str
    """What stands before an episode's number in its GUID, pinned: `tag:maisonsdequartier.fr,2026:bobine:`."""
    weekday: str
    """BYDAY of the broadcast, for podcast:updateFrequency: `TH`."""
    live: Live | None = None
    """When it is heard live, and where on the web."""
    chronicles: tuple[Term, ...] = ()
    """What comes back from one episode to the next: key of its page, name that chapters start with."""
    hosts: tuple[str, ...] = ()
    """Who makes the programme, for podcast:person."""
    funding: tuple[tuple[str, str], ...] = ()
    """Where listeners can support it: addresses, each with its words."""
    location: str = ""
    """Where it is about, for podcast:location."""
    geo: str = ""
    """The same as a point, latitude and longitude: `45.046, 5.052`."""
    license: str = ""
    """What may be done with it: an SPDX name (`cc-by-nc-sa-4.0`), or any name with `license_url`."""
    license_url: str = ""
    locked: bool = True
    """Whether other hosts must ask before they take the podcast over; no, for the time of a move."""
    spotify: str = ""
    """Address of the show there; empty: not listed."""


class LetterHead(Struct, frozen=True):
    """Who sends the weekly letter, from the settings."""

    name: str
    sender: str
    """Mail address it comes from."""
    leave: str
    """Mail address to write to in order to leave."""
    reason: str
    """Why one gets it, one French sentence."""
    picture: str
    """A wide picture of the content folder; empty: none."""
    join: str = ""
    """Mail address to write to in order to get it; empty: one asks at a house."""


class Identity(Struct, frozen=True):
    """Whose site it is: everything a town says of itself in pelicanconf.py."""

    name: str
    tagline: str
    url: str
    """Public address without a final slash: `https://maisonsdequartier.fr`."""
    zone: ZoneInfo
    postal: str
    """Postal address, one line."""
    mail: str
    phone: str
    magazine: str
    """Name of the quarterly magazine; empty: none."""
    season_ticket: str
    """Name of the season ticket for shows; empty: none."""
    show: Show | None
    letter: LetterHead | None
    picture: str
    """The picture shown when a page without one is shared; empty: none."""
    logo: str
    """A picture of the content folder; empty: the name alone."""
    joining: str = ""
    """Public address, with a final slash, of what takes the form to get the letter; empty: there is none."""

    @property
    def base(self) -> str:
        """What stands before every address on the same host: empty, or `/centre` for a site in a folder."""
        return urlsplit(self.url).path

    def absolute(self, address: str) -> str:
        """Return the whole public address, for what is read outside the site: feeds, calendars, mail; RFC 3986 wants it in ASCII.

        One that is whole already leads elsewhere and stays as it is, to the byte.
        """
        if address.startswith("http"):
            return address
        return self.url + quote(address, safe="/?#&=:;,+@!$'()*~%")


class Link(Struct, frozen=True):
    """A link from a text to a page of the site, to be checked once all pages are known."""

    file: str
    """As problems name it."""
    line: int
    address: str


def _empty_agenda() -> Agenda:
    from plugins.model.agenda import Agenda

    return Agenda()


class Site(Struct, frozen=True, dict=True):
    """Everything that was read, in the order in which it is shown."""

    identity: Identity
    today: date
    """The day the site is built for."""
    houses: tuple[House, ...] = ()
    venues: tuple[Venue, ...] = ()
    projects: tuple[Project, ...] = ()
    agenda: Agenda = field(default_factory=_empty_agenda)
    """Every date of every event."""
    articles: tuple[Article, ...] = ()
    """Of the magazine, newest first."""
    news: tuple[Article, ...] = ()
    """Newest first."""
    issues: tuple[Issue, ...] = ()
    """Newest first."""
    episodes: tuple[Episode, ...] = ()
    """Newest first."""
    letters: tuple[Letter, ...] = ()
    """Newest first."""
    pages: tuple[Page, ...] = ()
    themes: tuple[Term, ...] = ()
    audiences: tuple[Term, ...] = ()
    files: Mapping[str, File] = field(default_factory=dict)
    """Every picture, by path from the content folder."""
    html: Mapping[str, str] = field(default_factory=dict)
    """Body of each entry as safe HTML, by the entry's path."""
    revisions: Ledger = field(default_factory=dict)
    """What calendars were last told of each event."""
    audit: Audit | None = None
    """What programs last found in the pages; None: none has been made."""

    @property
    def events(self) -> tuple[Event, ...]:
        """All events, in the order of their first dates."""
        return self.agenda.events

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Event | Article, ...]]:
        found: dict[str, tuple[Event | Article, ...]] = {}
        tables: list[Mapping[str, tuple[Event | Article, ...]]] = [begun.by_name for begun in self.agenda.begun.values()]
        for table in (*tables, by_name((*self.news, *self.articles))):
            # most months share no name with others: their tables are taken whole
            found |= table if found.keys().isdisjoint(table) else {name: (*found.get(name, ()), *entries) for name, entries in table.items()}
        return found

    def named(self, written: str) -> tuple[Event | Article, ...]:
        """Return the events, news and articles whose file has this name; folder and `.md` may be written too."""
        return self._by_name.get(file_name(written), ())

    @property
    def file_names(self) -> Iterable[str]:
        """The names that `named` knows."""
        return self._by_name

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everything that has a page."""
        return (
            *self.houses, *self.projects, *self.events, *self.articles, *self.news, *self.issues, *self.episodes, *self.letters, *self.pages,
        )  # fmt: skip

    @property
    def review(self) -> Review | None:
        """What a person found who reviewed the site; only the page of the statement may tell it."""
        return next((page.review for page in self.pages if page.review), None)

    @cached_property
    def aired(self) -> tuple[Episode, ...]:
        """The episodes that have been broadcast by the day of the build, newest first."""
        return tuple(episode for episode in self.episodes if self.is_out(episode))

    def is_out(self, entry: Entry) -> bool:
        """Return whether an entry has appeared by the day of the build."""
        return entry.appears is None or entry.appears <= self.today
