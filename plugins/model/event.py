"""An event of the agenda: what, when, where, for whom, how much, how to book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from plugins.model.entry import COMMON, Entry, read_common
from plugins.model.kinds import DATE, LINE, NUMBER, WORDS, choice
from plugins.model.occurrence import Occurrence
from plugins.model.occurrences import Occurrences
from plugins.model.place import ACCESS, HOUSE, PROJECT, House, Project, Term, Venue, known, read_houses, read_project_of
from plugins.model.price import BOOKINGS, PRICES, Booking, Price
from plugins.model.schedule import SCHEDULE, Series, read_schedule
from plugins.model.schema import Key, Sheet
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
STATE = Key("etat", choice("maintenu, annulé, reporté ou complet", {
    **{state.value: state for state in State}, "annulée": State.CANCELLED, "reportée": State.POSTPONED, "complète": State.FULL,
}),
            "Pour dire qu'un événement est annulé, complet, ou reporté à la date écrite dans « debut » : ne l'effacez pas.", "annulé")  # fmt: skip
SEASON = Key("saison-culturelle", LINE, "La saison du Passeport à laquelle appartient ce spectacle.", "2026-2027")
HELP = Key("coup-de-main", LINE, "Si l'on cherche des bras, pour quoi.", "éplucher les légumes à partir de 9 h")
UID = Key(
    "uid",
    LINE,
    "L'identité de l'événement dans les calendriers des gens : celle qui est écrite ne change plus.",
    "9b2d7c1e-5f0a-4c3b-8e21-0d6f4a7b9c55",
)

EVENT_KEYS = (*COMMON, *SCHEDULE, PLACE, HOUSE, PROJECT, THEME, AUDIENCE, AGE, PRICE, BOOKING, BOOK_BEFORE, SEATS, ACCESS, STATE, SEASON, HELP, UID)


@dataclass(frozen=True, kw_only=True)
class Event(Entry):
    """One entry of the agenda, with all its dates."""

    uid: str
    """Permanent (RFC 7986 §5.3): subscribers' calendars know the event by it."""
    occurrences: Occurrences
    """At least one."""
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
        """Its first date, which gives the address."""
        return self.occurrences.first

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
        "state": sheet.get(STATE) or State.ON,
        "season": sheet.get(SEASON) or "",
        "help_wanted": sheet.get(HELP) or "",
        "uid": sheet.get(UID) or str(uuid5(NAMESPACE_URL, sheet.document.path)),
    }
    if not occurrences:
        return None
    return Event(**common, **rest, occurrences=occurrences, series=series, houses=houses)  # type: ignore[arg-type]  # the fields by name


def _venue(sheet: Sheet, town: Town, houses: tuple[House, ...]) -> Venue | None:
    """Return the place: a house, a known venue, an address as typed, or else the organising house."""
    written = sheet.get(PLACE)
    if written is None:
        return houses[0].venue if len(houses) == 1 else None
    if house := town.houses.get(written):
        return house.venue
    if venue := town.venues.get(written):
        return venue
    places = {**town.venues, **{key: house.venue for key, house in town.houses.items()}}
    is_address = "," in written or any(c.isdigit() for c in written)
    if is_address and fold(written) not in {fold(place.name) for place in places.values()}:
        return Venue("", written)
    return known(sheet, PLACE, written, places, "Le lieu")


def _terms(sheet: Sheet, key: Key[tuple[str, ...]], table: Mapping[str, Term], what: str) -> tuple[Term, ...]:
    found = (known(sheet, key, word, table, what) for word in sheet.get(key) or ())
    return tuple(dict.fromkeys(term for term in found if term))
