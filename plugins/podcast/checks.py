"""Everything that is checked of the radio before publication: most of it no validator of feeds looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plugins.build.again import same_again
from plugins.model.entry import File
from plugins.model.file_names import file_name
from plugins.model.problem import Problem
from plugins.model.radio import Episode
from plugins.model.site import Identity, Show, Site
from plugins.model.text import nearest
from plugins.podcast.episode_checks import episode_problems
from plugins.podcast.item import guid_of
from plugins.podcast.limits import CONTENT, of_episode
from plugins.podcast.show_checks import show_problems


def problems(site: Site) -> list[Problem]:
    """Return what is wrong with the show's settings and with its episodes, also those to come."""
    show = site.identity.show
    if show is None:
        return []
    return [
        *_of_all("episodes", site.episodes, site.identity, show, site.files.get(show.cover)),
        *(problem for episode in reversed(site.episodes) for problem in _unknown(site, episode)),
    ]


@same_again
def _of_all(_: str, episodes: tuple[Episode, ...], identity: Identity, show: Show, cover: File | None) -> list[Problem]:
    """Return what is wrong with the show and its episodes, whatever else the site has: most edits are of other texts."""
    oldest = tuple(reversed(episodes))
    numbered = tuple({episode.number: episode for episode in oldest}.values())  # a number given twice is told where it is read
    return [
        *show_problems(identity, show, cover),
        *_doubles(oldest, "audio", "le même fichier son", lambda episode: episode.enclosure.address),
        *_doubles(oldest, "transcription", "la même transcription", lambda episode: episode.transcript.address if episode.transcript else None),
        *_doubles(numbered, "guid", "le même nom pour les applications", lambda episode: guid_of(show, episode)),
        *(problem for episode in oldest for problem in _of_episode(episode.path, identity, show, episode)),
    ]


@same_again
def _of_episode(_: str, identity: Identity, show: Show, episode: Episode) -> tuple[Problem, ...]:
    return tuple(episode_problems(identity, show, episode))


def _doubles(episodes: tuple[Episode, ...], key: str, what: str, mark: Callable[[Episode], str | None]) -> Iterator[Problem]:
    """Yield a problem for each later episode that has what only one may have."""
    first: dict[str, Episode] = {}
    for episode in episodes:
        value = mark(episode)
        if value and (other := first.setdefault(value, episode)) is not episode:
            yield of_episode(episode, key, f"« {CONTENT}/{other.path} » a {what}.", "Donnez à chaque émission le sien.")


def _unknown(site: Site, episode: Episode) -> Iterator[Problem]:
    """Yield a problem for each name of an event or a text that nothing bears."""
    for name in episode.about:
        if not site.named(name):
            near = nearest(file_name(name), site.file_names)
            hint = f"Vouliez-vous écrire « {near} » ?" if near else "Écrivez le nom du fichier d'un événement ou d'un article, sans « .md »."
            yield of_episode(episode, "parle-de", f"« {name} » : aucun événement ni texte ne porte ce nom.", hint)
