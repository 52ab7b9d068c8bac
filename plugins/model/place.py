"""Houses, venues, projects and themes: who welcomes, where, and what for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from plugins.model.coordinates import COORDINATES, Coordinates
from plugins.model.entry import COMMON, TITLE, Entry, read_common
from plugins.model.kinds import LINE, LINES, MAIL, PHONE, POSTCODE, WORDS
from plugins.model.problem import Wrong
from plugins.model.schema import Key, Sheet
from plugins.model.text import fold, listed, nearest

if TYPE_CHECKING:
    from plugins.model.town import Town

SHORT = Key("nom-court", LINE, "Le nom de tous les jours, pour les étiquettes.", "Les Ors")
STREET = Key("adresse", LINE, "Le numéro et la rue.", "3 rue du Pont", required=True)
POSTCODE_KEY = Key("code-postal", POSTCODE, "Le code postal.", "01000", required=True)
TOWN = Key("ville", LINE, "La commune.", "Villeneuve", required=True)
PHONE_KEY = Key("telephone", PHONE, "Le téléphone de l'accueil.", "01 99 00 12 34", also=("tel",))
MAIL_KEY = Key("courriel", MAIL, "L'adresse électronique de l'accueil, jamais celle d'une personne.", "accueil@exemple.fr", also=("mail", "email"))
DISTRICT = Key("quartier", LINE, "Le quartier.", "centre ancien")
HOURS = Key("horaires", LINES, "Les heures d'ouverture, une ligne par jour.", "lundi : 9 h – 12 h")
ACCESS = Key("acces", WORDS, "Ce qui aide à entrer et à participer.", "fauteuil, boucle magnétique")
DIRECTIONS = Key("venir", LINE, "Comment venir, en une phrase.", "Arrêt de bus devant la porte.")
POINT = Key("coordonnees", COORDINATES, "Le point exact sur la carte, quand l'adresse ne suffit pas.", "45.0466, 5.0517", also=("gps",))
HOUSE = Key("maison", WORDS, "La maison qui organise (plusieurs possibles).", "maison-du-pont", also=("maisons",))
PROJECT = Key("projet", LINE, "Le projet dont il s'agit.", "conserverie")

_WHERE = (STREET, POSTCODE_KEY, TOWN, ACCESS, DIRECTIONS, POINT)
HOUSE_KEYS = (*COMMON, SHORT, *_WHERE, PHONE_KEY, MAIL_KEY, DISTRICT, HOURS)
VENUE_KEYS = (TITLE, replace(STREET, required=False), replace(POSTCODE_KEY, required=False), TOWN, ACCESS, DIRECTIONS, POINT)
PROJECT_KEYS = (*COMMON, HOUSE)


class Named(Protocol):
    """Something a header can name."""

    @property
    def name(self) -> str:
        """How people call it."""


Known = TypeVar("Known", bound=Named)


class Term(Struct, frozen=True):
    """A theme or a public, from the settings."""

    key: str
    name: str


class Venue(Struct, frozen=True):
    """A place with an address and how to get in."""

    key: str
    """Name of its file; empty for an address typed in an event."""
    name: str
    street: str = ""
    postcode: str = ""
    town: str = ""
    access: tuple[str, ...] = ()
    directions: str = ""
    coordinates: Coordinates | None = None

    @property
    def address(self) -> str:
        """`3 rue du Pont, 01000 Villeneuve`; empty when the name says it all."""
        return ", ".join(part for part in (self.street, f"{self.postcode} {self.town}".strip()) if part)

    @property
    def line(self) -> str:
        """Name and address on one line, as calendars want LOCATION."""
        return ", ".join(part for part in (self.name, self.address) if part)


class House(Entry, frozen=True, kw_only=True):
    """An organiser with a colour and a door."""

    short: str
    color: str
    """`#rrggbb`, from the settings."""
    venue: Venue
    phone: str
    mail: str
    district: str
    hours: tuple[str, ...]

    @property
    def key(self) -> str:
        """What texts and settings call it."""
        return self.slug

    @property
    def address(self) -> str:
        """Its page."""
        return f"/maisons/{self.slug}/"


class Project(Entry, frozen=True, kw_only=True):
    """Something the houses do over the years."""

    houses: tuple[House, ...]

    @property
    def address(self) -> str:
        """Its page."""
        return f"/projets/{self.slug}/"


def read_venue(sheet: Sheet, key: str) -> Venue:
    """Return the place a sheet tells of."""
    return Venue(
        key=key,
        name=sheet.get(TITLE) or "",
        street=sheet.get(STREET) or "",
        postcode=sheet.get(POSTCODE_KEY) or "",
        town=sheet.get(TOWN) or "",
        access=sheet.get(ACCESS) or (),
        directions=sheet.get(DIRECTIONS) or "",
        coordinates=sheet.get(POINT),
    )


def read_house(sheet: Sheet, town: Town) -> House:
    """Return a house; one without a colour in the settings is a problem."""
    common = read_common(sheet, town.files)
    slug = str(common["slug"])
    if slug not in town.colors:
        sheet.wrong(None, Wrong(f"La maison « {slug} » n'a pas de couleur.",
                                f"Ajoutez « '{slug}': '#c2410c' » dans HOUSE_COLORS, fichier pelicanconf.py."))  # fmt: skip
    return House(
        **common,  # type: ignore[arg-type]  # the fields of Entry, by name
        short=sheet.get(SHORT) or str(common["title"]),
        color=town.colors.get(slug, "#000000"),
        venue=read_venue(sheet, slug),
        phone=sheet.get(PHONE_KEY) or "",
        mail=sheet.get(MAIL_KEY) or "",
        district=sheet.get(DISTRICT) or "",
        hours=sheet.get(HOURS) or (),
    )


def read_project(sheet: Sheet, town: Town) -> Project:
    """Return a project."""
    return Project(**read_common(sheet, town.files), houses=read_houses(sheet, town))  # type: ignore[arg-type]  # as above


def read_houses(sheet: Sheet, town: Town) -> tuple[House, ...]:
    """Return the houses a sheet names; an unknown one is a problem."""
    found = (known(sheet, HOUSE, word, town.houses, "La maison") for word in sheet.get(HOUSE) or ())
    return tuple(dict.fromkeys(house for house in found if house))


def read_project_of(sheet: Sheet, town: Town) -> Project | None:
    """Return the project a sheet names; an unknown one is a problem."""
    written = sheet.get(PROJECT)
    return known(sheet, PROJECT, written, town.projects, "Le projet") if written else None


def known(sheet: Sheet, key: Key[object], written: str, table: Mapping[str, Known], what: str) -> Known | None:
    """Return what a word names in a table, by its key or its title; else note a problem with the nearest."""
    if written in table:
        return table[written]
    names = {fold(name): item for slug, item in table.items() for name in (slug, item.name)}
    if (item := names.get(fold(written))) is not None:
        return item
    near = nearest(written, table)
    hint = f"Vouliez-vous écrire « {near} » ?" if near else f"Écrivez {listed(sorted(table), 'ou')}." if table else "Créez-le d'abord."
    sheet.wrong(key, Wrong(f"{what} « {written} » n'existe pas.", hint))
    return None
