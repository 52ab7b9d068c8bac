"""An invented town for the tests, and texts read the way writers type them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape
from posixpath import dirname
from zoneinfo import ZoneInfo

from plugins.model.agenda import agenda_of
from plugins.model.article import Article, Issue
from plugins.model.entry import Entry, File, Files
from plugins.model.event import Event
from plugins.model.exceptions import DaysOff
from plugins.model.header import read_header
from plugins.model.library import KNOWN_KEYS, Library, read_item, read_library
from plugins.model.place import House, Term
from plugins.model.radio import Episode, Recording
from plugins.model.schema import Document
from plugins.model.shelf import Shelf, shelve
from plugins.model.site import Identity, Show, Site
from plugins.model.town import Town
from plugins.model.transcript import Transcript

PARIS = ZoneInfo("Europe/Paris")
TODAY = date(2026, 11, 22)
THEMES = (Term("cuisine", "Cuisine, bocaux et conserves"), Term("velo", "Vélo"))
AUDIENCES = (Term("tous", "Tout le monde"), Term("familles", "Familles"))
FILES: Files = {
    file.path: file
    for file in (
        File("images/soupe.jpg", "aaaa", 1200, 675),
        File("images/pochette.jpg", "bbbb", 1400, 1400),
        File("bobine/transcriptions/2026-10-01.vtt", "cccc"),
    )
}
RECORDINGS = {f"bobine/audio/{name}.mp3": Recording(39_600_000, 3300, is_here=False) for name in ("2026-10-01", "2026-10-08", "2026-12-03")}
SPEECH = "WEBVTT\n\n00:00:01.000 --> 00:00:04.500\n<v Ana>Bonsoir &amp; bienvenue.\n"
TRANSCRIPTS = {path: Transcript(path, SPEECH) for path in ("bobine/transcriptions/2026-10-01.vtt",)}
HOUSE = """---
titre: Maison du Pont
adresse: 1 quai du Pont
code-postal: 26000
ville: Villeneuve
telephone: 04 75 00 00 01
---
"""
CHRISTMAS = frozenset(date(2026, 12, day) for day in range(19, 32))

SHOW = Show(
    name="Les Ondes du Pont",
    tagline="La radio d'ici",
    description="Le magazine radio des habitants.",
    station="Radio du Pont",
    schedule="chaque jeudi de 18 h à 18 h 55",
    phone="04 75 00 00 02",
    mail="radio@villeneuve.example",
    cover="images/pochette.jpg",
    category=("Society & Culture", "Documentary"),
    guid="4bb3ff4e-8ca2-5b25-971f-193f15e69250",
    guid_prefix="tag:villeneuve.example,2026:ondes:",
    weekday="TH",
)
IDENTITY = Identity(
    name="Maisons de Villeneuve",
    tagline="Trois maisons, un agenda",
    url="https://villeneuve.example",
    zone=PARIS,
    postal="1 quai du Pont, 26000 Villeneuve",
    mail="accueil@villeneuve.example",
    phone="04 75 00 00 01",
    magazine="Le Trait",
    season_ticket="",
    show=SHOW,
    letter=None,
    picture="",
    logo="",
)


def _town(identity: Identity) -> Town:
    return Town(
        zone=identity.zone,
        files=FILES,
        recordings=RECORDINGS,
        transcripts=TRANSCRIPTS,
        themes={term.key: term for term in THEMES},
        audiences={term.key: term for term in AUDIENCES},
        off=DaysOff(CHRISTMAS),
        colors={"pont": "#1d4ed8", "moulin": "#c2410c"},
    )


def _document(path: str, text: str) -> Document:
    return Document(path, read_header(text, KNOWN_KEYS))


def read_documents(documents: Mapping[str, Document], town: Town, *, drafts: bool = False) -> Library:
    """Return what is read of some documents, by path from the content folder."""

    def read(folders: Sequence[str], town: Town) -> Iterator[Shelf]:
        for folder in folders:
            yield shelve({path: read_item(documents[path], town) for path in sorted(documents) if dirname(path) == folder}, drafts)

    return read_library({dirname(path) for path in documents}, read, town)


def read_site(texts: dict[str, str], identity: Identity = IDENTITY, today: date = TODAY) -> Site:
    """Return the site of some files, by path from the content folder; any problem in them fails the test."""
    documents = {path: _document(path, text) for path, text in {"maisons/pont.md": HOUSE, **texts}.items()}
    library = read_documents(documents, _town(identity))
    assert library.problems == (), library.problems
    return Site(
        identity=identity,
        today=today,
        houses=library.of(House),
        agenda=agenda_of(library.of(Event)),
        articles=tuple(text for text in library.of(Article) if text.number is not None),
        news=tuple(text for text in library.of(Article) if text.number is None),
        issues=library.of(Issue),
        episodes=tuple(sorted(library.of(Episode), key=lambda episode: episode.aired, reverse=True)),
        themes=THEMES,
        audiences=AUDIENCES,
        files=FILES,
        html={entry.path: f"<p>{escape(entry.body)}</p>" for entry in library.of(Entry)},
    )


def read_event(header: str, identity: Identity = IDENTITY) -> Event:
    """Return the event of a header; `titre` may be left out."""
    title = "" if "titre:" in header else "titre: Soupe partagée\n"
    (event,) = read_site({"evenements/2026/soupe.md": f"---\n{title}{header.strip()}\n---\n"}, identity).events
    return event


def try_event(header: str) -> Event | None:
    """Return the event of a header without a title, None when the model refuses it."""
    item, _ = read_item(_document("evenements/2026/x.md", f"---\ntitre: X\n{header}\n---\n"), _town(IDENTITY))
    return item if isinstance(item, Event) else None
