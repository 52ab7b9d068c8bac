"""What no validator checks in an episode."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.model.chronicle import is_called
from plugins.model.problem import Problem
from plugins.model.radio import MIME_TYPES, Episode
from plugins.model.site import Identity, Show
from plugins.model.text import fold, listed, nearest
from plugins.podcast.item import description
from plugins.podcast.limits import LONGEST_NAME, LONGEST_TITLE, MOST_BYTES, is_audio, is_fetchable, of_episode, weight

LONGEST_GUID = 512
_NUMBER = re.compile(r"(?:\b(?:n ?[°o]|nº|numero|num|episode|ep|emission)\.? ?|#)(\d+)\b|^(\d+) ?[-–—:.] ")


def episode_problems(identity: Identity, show: Show, episode: Episode) -> Iterator[Problem]:
    """Yield what directories would refuse in one episode, or listeners suffer from."""
    yield from _title(show, episode)
    yield from _texts(identity, episode)
    yield from _audio(identity, episode)
    yield from _marks(show, episode)


def _title(show: Show, episode: Episode) -> Iterator[Problem]:
    only = "Gardez seulement le sujet de l'émission."
    if len(episode.title) > LONGEST_TITLE:
        yield of_episode(episode, "titre", f"Le titre dépasse {LONGEST_TITLE} signes.", "Raccourcissez-le.")
    if fold(show.name) in fold(episode.title):
        yield of_episode(episode, "titre", f"Le titre répète « {show.name} », que les applications montrent déjà.", only)
    numbers = {int(found) for pair in _NUMBER.findall(fold(episode.title)) for found in pair if found}
    if episode.number in numbers:
        yield of_episode(episode, "titre", f"Le titre répète le numéro {episode.number}, que les applications montrent déjà.", only)


def _texts(identity: Identity, episode: Episode) -> Iterator[Problem]:
    if weight(description(identity, episode)) > MOST_BYTES:
        yield of_episode(episode, "resume", f"Le résumé et les chapitres dépassent {MOST_BYTES} octets.", "Raccourcissez-les.")
    for key, names in (("invites", episode.guests), ("equipe", episode.crew)):
        if long := [name for name in names if len(name) > LONGEST_NAME]:
            yield of_episode(episode, key, f"« {long[0][:40]}… » dépasse {LONGEST_NAME} signes.", "Écrivez un nom plus court.")
    if episode.number < 1:
        yield of_episode(episode, "numero", "Les applications comptent à partir de 1.", "Donnez à l'émission son numéro.")
    if len(episode.guid) > LONGEST_GUID:
        yield of_episode(episode, "guid", f"Ce nom dépasse {LONGEST_GUID} signes.", "Remettez celui que l'émission avait.")


def _audio(identity: Identity, episode: Episode) -> Iterator[Problem]:
    enclosure = episode.enclosure
    url = identity.absolute(enclosure.address)
    if not is_fetchable(url):
        yield of_episode(episode, "audio", f"« {url} » n'est pas une adresse en https://, sans accent ni espace.", "Corrigez-la dans sa fiche.")
    if not is_audio(url):
        yield of_episode(episode, "audio", f"« {url} » ne finit ni par .mp3 ni par .m4a.", "Nommez le fichier son ainsi.")
    if enclosure.mime not in MIME_TYPES.values():
        known = listed(MIME_TYPES.values(), "ou")
        yield of_episode(episode, "audio", f"Les applications ne connaissent pas le type « {enclosure.mime} ».", f"Écrivez {known} dans sa fiche.")
    if enclosure.recording.seconds < 1 or enclosure.recording.size < 1:
        yield of_episode(episode, "audio", "La fiche de ce son dit moins d'une seconde ou aucun octet.", "Effacez la fiche : elle sera refaite.")


def _marks(show: Show, episode: Episode) -> Iterator[Problem]:
    for mark in filter(None, (chapter.mark for chapter in episode.chapters)):
        if not any(is_called(term, mark) for term in show.chronicles):
            near = nearest(mark, [term.name for term in show.chronicles])
            hint = f"Vouliez-vous écrire « [{near}] » ?" if near else "Ajoutez-la aux chroniques de pelicanconf.py, ou retirez les crochets."
            yield of_episode(episode, "chapitres", f"« {mark} » n'est pas une chronique.", hint)
