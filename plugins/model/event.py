"""An event of the agenda: what, when, where, for whom, how much, how to book."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from plugins.model.changes import CHANGES
from plugins.model.changing import Find, changed
from plugins.model.entry import COMMON, Entry, read_common
from plugins.model.kinds import DATE, LINE, NUMBER, WORDS
from plugins.model.occurrence import Occurrence
from plugins.model.occurrences import Occurrences
from plugins.model.place import ACCESS, HOUSE, PROJECT, House, Project, Term, Venue, known, read_houses, read_project_of
from plugins.model.price import BOOKINGS, PRICES, Booking, Price
from plugins.model.problem import Wrong
from plugins.model.schedule import SCHEDULE, Series, read_schedule
from plugins.model.schema import Key, Sheet
from plugins.model.standing import STATE, Standing, read_standing
from plugins.model.state import State
from plugins.model.text import fold

if TYPE_CHECKING:
    from plugins.model.town import Town


PLACE = Key("lieu", LINE, "Une maison, un lieu connu (dossier content/lieux) ou une adresse complète.", "maison-du-pont")
THEME = Key("thematique", WORDS, "Une ou plusieurs thématiques du site.", "alimentation", also=("theme", "thematiques"))
AUDIENCE = Key("public", WORDS, "Pour qui : un ou plusieurs publics du site.", "familles", also=("publics",))
AGE = Key("age", LINE, "L'âge, s'il compte.", "dès 8 ans")
PRICE = Key("tarif", PRICES, "Ce que cela coûte.", "3 € adhérents, 5 € autres", also=("tarifs", "prix"))
BOOKING = Key("inscription", BOOKINGS, "Faut-il s'inscrire, et comment.", "01 99 00 12 34")
BOOK_BEFORE = Key("inscription-avant", DATE, "Le dernier jour pour s'inscrire.", "20/11/2026")
SEATS = Key("places", NUMBER, "Combien de personnes.", "12")
SEASON = Key("saison-culturelle", LINE, "La saison du Passeport à laquelle appartient ce spectacle.", "2026-2027")
HELP = Key("coup-de-main", LINE, "Si l'on cherche des bras, pour quoi.", "éplucher les légumes à partir de 9 h")
UID = Key(
    "uid",
    LINE,
    "L'identité de l'événement dans les calendriers des gens : celle qui est écrite ne change plus.",
    "9b2d7c1e-5f0a-4c3b-8e21-0d6f4a7b9c55",
)

EVENT_KEYS = (
    *COMMON, *SCHEDULE, CHANGES, PLACE, HOUSE, PROJECT, THEME, AUDIENCE, AGE, PRICE, BOOKING, BOOK_BEFORE, SEATS, ACCESS, STATE, SEASON, HELP, UID,
)  # fmt: skip

_ARTICLE = re.compile(r"^(?:l[ea] |les |l['’])", re.IGNORECASE)


class Event(Entry, frozen=True, kw_only=True, dict=True):
    """One entry of the agenda, with all its dates."""

    uid: str
    """Permanent (RFC 7986 §5.3): subscribers' calendars know the event by it."""
    occurrences: Occurrences
    """At least one, with what changed since they were announced."""
    planned: Occurrence | None
    """The date before the event was put off to the one it has now; None when it was not, or to no known date."""
    series: Series | None
    """None when it takes place once."""
    venue: Venue | None
    houses: tuple[House, ...]
    project: Project | None
    themes: tuple[Term, ...]
    audiences: tuple[Term, ...]
    age: str
    prices: tuple[Price, ...]
    booking: tuple[Booking, ...]
    book_before: date | None
    seats: int | None
    access: tuple[str, ...]
    state: State
    season: str
    help_wanted: str

    @property
    def first(self) -> Occurrence:
        """Its first date as it was announced, before anything was put off: it gives the address, which never changes."""
        return self.planned or self.occurrences.announced.first

    @cached_property
    def address(self) -> str:
        """Its page: the first day and the slug."""
        return f"/agenda/{self.first.day.isoformat().replace('-', '/')}/{self.slug}/"

    @property
    def prefix(self) -> str:
        """What stands before the title when it is not simply on: `ANNULÉ – `."""
        return self.state.prefix

    @property
    def repeats(self) -> bool:
        """True when it has more than one date."""
        return len(self.occurrences) > 1


def read_event(sheet: Sheet, town: Town) -> Event | None:
    """Return the event a sheet tells of, or None when it has no readable date."""
    common = read_common(sheet, town.files)
    occurrences, series = read_schedule(sheet, town.zone, town.off)
    houses = read_houses(sheet, town)
    rest = {
        "venue": _venue(sheet, town, houses),
        "project": read_project_of(sheet, town),
        "themes": _terms(sheet, THEME, town.themes, "La thématique"),
        "audiences": _terms(sheet, AUDIENCE, town.audiences, "Le public"),
        "age": sheet.get(AGE) or "",
        "prices": sheet.get(PRICE) or (),
        "booking": sheet.get(BOOKING) or (),
        "book_before": sheet.get(BOOK_BEFORE, near=None),
        "seats": sheet.get(SEATS),
        "access": sheet.get(ACCESS) or (),
        "season": sheet.get(SEASON) or "",
        "help_wanted": sheet.get(HELP) or "",
        "uid": sheet.get(UID) or str(uuid5(NAMESPACE_URL, sheet.document.path)),  # written down once it is published
    }
    if not occurrences:
        return None
    now = _now(sheet, occurrences, series, lambda written: _place(sheet, CHANGES, written, town))
    dates = {"occurrences": now.occurrences, "planned": now.planned, "state": now.state, "series": series}
    return Event(**common, **rest, **dates, houses=houses)  # type: ignore[arg-type]  # the fields by name


def _now(sheet: Sheet, announced: Occurrences, series: Series | None, find: Find) -> Standing:
    """Return how an event stands that was announced for these dates."""
    has_changes = CHANGES.name in sheet.fields
    if series is None and has_changes:
        sheet.wrong(CHANGES, Wrong("« changements » ne sert qu'à un événement qui a plusieurs dates.",
                                   "Écrivez « etat: annulé » ou « etat: reporté au … », ou corrigez « lieu »."))  # fmt: skip
    return read_standing(sheet, changed(sheet, announced, find) if series and has_changes else announced, series is not None)


def _venue(sheet: Sheet, town: Town, houses: tuple[House, ...]) -> Venue | None:
    """Return where it takes place: the place that is written, or else the organising house."""
    written = sheet.get(PLACE)
    if written is None:
        return houses[0].venue if len(houses) == 1 else None
    return _place(sheet, PLACE, written, town)


def _place(sheet: Sheet, key: Key[object], written: str, town: Town) -> Venue | None:
    """Return a place that a header names: a house, a known venue, or an address as typed."""
    if house := town.houses.get(written):
        return house.venue
    if venue := town.venues.get(written):
        return venue
    places = {**town.venues, **{key: house.venue for key, house in town.houses.items()}}
    names = {fold(place.name) for place in places.values()}
    bare = _ARTICLE.sub("", written)
    if fold(written) not in names and fold(bare) in names:
        written = bare
    is_address = "," in written or any(c.isdigit() for c in written)
    if is_address and fold(written) not in names:
        return Venue("", written)
    return known(sheet, key, written, places, "Le lieu")


def _terms(sheet: Sheet, key: Key[tuple[str, ...]], table: Mapping[str, Term], what: str) -> tuple[Term, ...]:
    found = (known(sheet, key, word, table, what) for word in sheet.get(key) or ())
    return tuple(dict.fromkeys(term for term in found if term))
