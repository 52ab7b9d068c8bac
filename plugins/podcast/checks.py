"""What no validator of feeds checks, and what directories refuse or listeners suffer from."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from plugins.build.again import same_again
from plugins.model.entry import File
from plugins.model.problem import Problem, Severity
from plugins.model.radio import Episode
from plugins.model.site import Identity, Show, Site
from plugins.model.text import fold
from plugins.podcast.categories import CATEGORIES, is_category
from plugins.podcast.covers import LARGEST, SMALLEST, is_cover
from plugins.podcast.item import description

SETTINGS = "pelicanconf.py"
MOST_BYTES = 4000
"""Of a description (Apple's requirements for RSS feeds)."""
LONGEST_TITLE = 255
LONGEST_NAME = 128
"""Characters of a podcast:person."""


def problems(site: Site) -> list[Problem]:
    """Return what is wrong with the show's settings and with its episodes, also those to come."""
    show = site.identity.show
    if show is None:
        return []
    return [*_show(show, site.files.get(show.cover)), *_episodes(site.identity, show, site.episodes)]


def _show(show: Show, cover: File | None) -> Iterator[Problem]:
    if not _is_uuid(show.guid):
        yield _setting("guid", f"« {show.guid} » n'est pas un UUID.", "Remettez celui du podcast, en minuscules : 8-4-4-4-12 signes.")
    if not is_category(show.category):
        known = ", ".join(CATEGORIES.get(show.category[0] if show.category else "", CATEGORIES))
        yield _setting("category", f"Apple ne connaît pas la catégorie « {' › '.join(show.category)} ».", f"Choisissez parmi : {known}.")
    if _weight(show.description) > MOST_BYTES:
        yield _setting("description", f"La description dépasse {MOST_BYTES} octets.", "Raccourcissez-la.")
    if cover and not is_cover(cover):
        what = f"La pochette « {cover.path} » mesure {cover.width} × {cover.height} pixels."
        instead = f"Donnez une image carrée de {SMALLEST} à {LARGEST} pixels, en JPG ou en PNG, sous un nouveau nom."
        yield _setting("cover", what, instead, Severity.WARNING)


def _episodes(identity: Identity, show: Show, episodes: tuple[Episode, ...]) -> Iterator[Problem]:
    first: dict[str, Episode] = {}
    for episode in reversed(episodes):
        other = first.setdefault(episode.enclosure.name, episode)
        if other is not episode:
            yield _problem(episode, "audio", f"« content/{other.path} » a le même fichier son.", "Donnez à chaque émission le sien.")
        yield from _of_episode(episode.path, identity, show, episode)


@same_again
def _of_episode(_: str, identity: Identity, show: Show, episode: Episode) -> tuple[Problem, ...]:
    return tuple(_episode(identity, show, episode))


def _episode(identity: Identity, show: Show, episode: Episode) -> Iterator[Problem]:
    if len(episode.title) > LONGEST_TITLE:
        yield _problem(episode, "titre", f"Le titre dépasse {LONGEST_TITLE} signes.", "Raccourcissez-le.")
    if fold(show.name) in fold(episode.title):
        what = f"Le titre répète « {show.name} », que les applications montrent déjà."
        yield _problem(episode, "titre", what, "Gardez seulement le sujet de l'émission.", Severity.WARNING)
    if _weight(description(identity, episode)) > MOST_BYTES:
        yield _problem(episode, "resume", f"Le résumé et les chapitres dépassent {MOST_BYTES} octets.", "Raccourcissez-les.")
    for key, names in (("invites", episode.guests), ("equipe", episode.crew)):
        if long := [name for name in names if len(name) > LONGEST_NAME]:
            yield _problem(episode, key, f"« {long[0][:40]}… » dépasse {LONGEST_NAME} signes.", "Écrivez un nom plus court.")


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def _weight(text: str) -> int:
    return len(text.encode())


def _setting(key: str, what: str, instead: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(SETTINGS, 0, f"SHOW, {key}", what, instead, severity)


def _problem(episode: Episode, key: str, what: str, instead: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(f"content/{episode.path}", 0, key, what, instead, severity)
