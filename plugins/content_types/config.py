"""The settings a town writes in pelicanconf.py, typed and checked."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Struct

from plugins.content_types.show import typed
from plugins.model.dates import read_date
from plugins.model.place import Term
from plugins.model.problem import Problem, Wrong
from plugins.model.site import Identity, LetterHead, Show
from plugins.model.text import listed
from plugins.subscribers.settings import read_sending

T = TypeVar("T", bound=Struct)
FILE = "pelicanconf.py"
HEADER_FILES = frozenset({"nginx", "apache", "netlify"})
"""The web servers that plugins/hosting writes for."""


class Config(Struct, frozen=True):
    """What reading needs to know."""

    identity: Identity
    today: date
    content: Path
    drafts: bool
    """Whether drafts are shown: only in the preview."""
    school_zone: str
    colors: Mapping[str, str]
    themes: tuple[Term, ...]
    audiences: tuple[Term, ...]
    problems: tuple[Problem, ...]


def read_config(settings: Mapping[str, Any]) -> Config:
    """Return the typed settings; what is wrong in them is in `problems`, and a harmless value takes its place."""
    problems: list[Problem] = []
    zone = _zone(settings, problems)
    _check(settings, problems)
    return Config(
        identity=_identity(settings, zone, problems),
        today=_today(settings, zone),
        content=Path(settings["PATH"]),
        drafts=bool(settings.get("DRAFTS", False)),
        school_zone=str(settings.get("SCHOOL_ZONE", "")),
        colors=dict(settings.get("HOUSE_COLORS", {})),
        themes=_terms(settings.get("THEMES", {})),
        audiences=_terms(settings.get("AUDIENCES", {})),
        problems=tuple(problems),
    )


def _identity(settings: Mapping[str, Any], zone: ZoneInfo, problems: list[Problem]) -> Identity:
    return Identity(
        name=settings["SITENAME"],
        tagline=settings.get("SITESUBTITLE", ""),
        url=str(settings.get("SITEURL", "")).rstrip("/"),
        zone=zone,
        postal=settings.get("POSTAL_ADDRESS", ""),
        mail=settings.get("CONTACT_MAIL", ""),
        phone=settings.get("CONTACT_PHONE", ""),
        magazine=settings.get("MAGAZINE", ""),
        season_ticket=settings.get("SEASON_TICKET", ""),
        show=_show(settings, problems),
        letter=_table("LETTER", LetterHead, settings, problems),
        picture=settings.get("SHARE_PICTURE", ""),
        logo=settings.get("LOGO", ""),
        joining=_joining(settings, problems),
    )


def _joining(settings: Mapping[str, Any], problems: list[Problem]) -> str:
    """Return where the form to get the letter is sent; whatever is wrong in SENDING is told too."""
    sending, wrong = read_sending(settings)
    problems += wrong
    return sending.endpoint


def _show(settings: Mapping[str, Any], problems: list[Problem]) -> Show | None:
    table, wrongs = typed(settings.get("SHOW") or {})
    problems += [_problem(f"SHOW, {key}", wrong.what, wrong.instead) for key, wrong in wrongs]
    return _table("SHOW", Show, {"SHOW": table}, problems)


def _table(name: str, kind: type[T], settings: Mapping[str, Any], problems: list[Problem]) -> T | None:
    """Return a table of settings as what it is read into, None when the town has none of it or it is incomplete."""
    table = settings.get(name)
    if not table:
        return None
    known = kind.__struct_fields__
    needed = known[: len(known) - len(kind.__struct_defaults__)]
    if missing := sorted(set(needed) - set(table)):
        problems.append(_problem(name, f"Il manque {listed(missing)}.", "Ajoutez ces clés ; docs/reglages.md dit ce qu'elles veulent dire."))
    if unknown := sorted(set(table) - set(known)):
        problems.append(_problem(name, f"Clé inconnue : {listed(unknown)}.", f"Les clés possibles : {listed(sorted(known))}."))
    return None if missing or unknown else kind(**table)


def _check(settings: Mapping[str, Any], problems: list[Problem]) -> None:
    if not re.match(r"https?://[^/\s]+", str(settings.get("SITEURL", ""))):
        problems.append(
            _problem("SITEURL", "L'adresse publique du site n'est pas donnée.", "Écrivez-la entière, par exemple « https://exemple.fr ».")
        )
    if str(settings.get("SCHOOL_ZONE", "")) not in {"", "A", "B", "C"}:
        problems.append(_problem("SCHOOL_ZONE", f"« {settings['SCHOOL_ZONE']} » n'est pas une zone de vacances.", "Écrivez « A », « B » ou « C »."))
    if unknown := sorted(set(settings.get("HEADER_FILES", ())) - HEADER_FILES):
        problems.append(
            _problem("HEADER_FILES", f"Serveur inconnu : {listed(unknown)}.", f"Les serveurs possibles : {listed(sorted(HEADER_FILES))}.")
        )
    for house, color in settings.get("HOUSE_COLORS", {}).items():
        if not re.fullmatch(r"#[0-9a-fA-F]{6}", str(color)) or contrast_with_white(color) < 4.5:
            problems.append(_problem("HOUSE_COLORS", f"La couleur « {color} » de « {house} » ne se lit pas bien sur du blanc.",
                                     "Prenez une couleur plus foncée, écrite « #rrggbb »."))  # fmt: skip


def contrast_with_white(color: str) -> float:
    """Return the contrast of `#rrggbb` with white, 1 to 21 (WCAG 2.2, relative luminance)."""
    channels = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _zone(settings: Mapping[str, Any], problems: list[Problem]) -> ZoneInfo:
    name = settings.get("TIMEZONE", "Europe/Paris")
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        problems.append(_problem("TIMEZONE", f"« {name} » n'est pas un fuseau horaire.", "Écrivez par exemple « Europe/Paris »."))
        return ZoneInfo("Europe/Paris")


def _today(settings: Mapping[str, Any], zone: ZoneInfo) -> date:
    """Return the day the site is built for: BUILD_DATE, from the environment or the settings, else today in the zone.

    The only place that asks the clock. Raise Wrong when BUILD_DATE is not a date.
    """
    written = os.environ.get("BUILD_DATE") or settings.get("BUILD_DATE")
    return read_date(str(written)) if written else datetime.now(zone).date()


def _terms(table: Mapping[str, str]) -> tuple[Term, ...]:
    return tuple(Term(key, name) for key, name in table.items())


def _problem(key: str, what: str, instead: str) -> Problem:
    wrong = Wrong(what, instead)
    return Problem(FILE, 0, key, wrong.what, wrong.instead)
