"""What no validator checks in the settings of the show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from uuid import UUID

from msgspec import Struct
from msgspec.structs import astuple

from plugins.model.dates import BYDAY
from plugins.model.entry import File
from plugins.model.live import Live
from plugins.model.problem import Problem, Wrong
from plugins.model.site import Identity, Show
from plugins.podcast.categories import CATEGORIES, is_category
from plugins.podcast.channel import geo_uri
from plugins.podcast.covers import LARGEST, SMALLEST, is_cover
from plugins.podcast.limits import LONGEST_NAME, LONGEST_TITLE, MOST_BYTES, SETTINGS, has_control, is_fetchable, of_show, weight


def show_problems(identity: Identity, show: Show, cover: File | None) -> Iterator[Problem]:
    """Yield what directories would refuse in the show."""
    yield from _texts(identity, show)
    yield from _names(show)
    yield from _cover(cover)
    yield from _place(show)
    if show.live and show.live.stream:
        yield from _live(show.live)
    if not is_fetchable(identity.url):
        what = f"« {identity.url} » : les applications de podcast ne prennent que des adresses en https://, sans accent."
        yield Problem(SETTINGS, 0, "SITEURL", what, "Écrivez l'adresse publique du site, en https://.")


def _texts(identity: Identity, show: Show) -> Iterator[Problem]:
    if len(show.name) > LONGEST_TITLE:
        yield of_show("name", f"Le nom dépasse {LONGEST_TITLE} signes.", "Raccourcissez-le.")
    if weight(show.description) > MOST_BYTES:
        yield of_show("description", f"La description dépasse {MOST_BYTES} octets.", "Raccourcissez-la.")
    if has_control(_words_of(show)):
        yield of_show("", "Un des textes contient un signe invisible qu'aucun flux ne peut porter.", "Retapez-le au clavier, sans le coller.")
    if has_control(identity.name):
        yield Problem(SETTINGS, 0, "SITENAME", "Le nom contient un signe invisible.", "Retapez-le au clavier, sans le coller.")
    if long := [name for name in show.hosts if len(name) > LONGEST_NAME]:
        yield of_show("hosts", f"« {long[0][:40]}… » dépasse {LONGEST_NAME} signes.", "Écrivez un nom plus court.")


def _words_of(value: object) -> str:
    """Return every word in some nested data, one after the other."""
    if isinstance(value, Struct):
        return _words_of(astuple(value))
    if isinstance(value, tuple):
        return " ".join(map(_words_of, value))
    return value if isinstance(value, str) else ""


def _names(show: Show) -> Iterator[Problem]:
    if not _is_uuid(show.guid):
        yield of_show("guid", f"« {show.guid} » n'est pas un UUID.", "Remettez celui du podcast, en minuscules : 8-4-4-4-12 signes.")
    if not is_category(show.category):
        known = ", ".join(CATEGORIES.get(show.category[0] if show.category else "", CATEGORIES))
        yield of_show("category", f"Apple ne connaît pas la catégorie « {' › '.join(show.category)} ».", f"Choisissez parmi : {known}.")
    if show.weekday not in BYDAY:
        yield of_show("weekday", f"« {show.weekday} » n'est pas un jour.", f"Choisissez parmi : {', '.join(BYDAY)}.")
    if show.license and not show.license_url and not re.fullmatch(r"[a-z0-9][a-z0-9.+-]*", show.license):
        yield of_show("license", f"« {show.license} » n'est pas un nom court de licence.", "Écrivez « cc-by-4.0 », ou ajoutez « license_url ».")


def _cover(cover: File | None) -> Iterator[Problem]:
    if cover and not is_cover(cover):
        what = f"La pochette « {cover.path} » mesure {cover.width} × {cover.height} pixels."
        yield of_show("cover", what, f"Donnez une image carrée de {SMALLEST} à {LARGEST} pixels, en JPG ou en PNG.")


def _place(show: Show) -> Iterator[Problem]:
    if not show.geo:
        return
    if not show.location:
        yield of_show("geo", "Un point sur la carte sans nom de lieu.", "Ajoutez « location ».")
    try:
        geo_uri(show.geo)
    except Wrong as wrong:
        yield of_show("geo", wrong.what, wrong.instead)


def _live(live: Live) -> Iterator[Problem]:
    if not is_fetchable(live.stream):
        yield of_show("live", f"« {live.stream} » : le flux du direct n'est pas en https://.", "Demandez à la radio son adresse sécurisée.")
    if not live.mime.startswith("audio/"):
        yield of_show("live", f"« {live.mime} » n'est pas un type de son.", "Écrivez par exemple « audio/mpeg ».")


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
