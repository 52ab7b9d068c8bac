"""What helps to get in and to take part: what the glossaries know, a sentence each, and the rest in the writers' words."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.essentials.said import Name, Said, say
from plugins.model.agenda import Date
from plugins.model.text import fold, listed

_KNOWN = {
    "fauteuil": "wheelchair",
    "fauteuil roulant": "wheelchair",
    "pmr": "wheelchair",
    "ascenseur": "lift",
    "toilettes adaptees": "toilets",
    "boucle magnetique": "loop",
    "lsf": "sign_language",
    "langue des signes": "sign_language",
    "chien guide": "guide_dog",
    "place de parking": "parking",
}
"""What writers type, folded, and the sentence that says it."""


def access(found: Date) -> Iterator[Said]:
    """Yield what helps on a date: the venue's, then the event's own, each once."""
    written = dict.fromkeys((*(found.venue.access if found.venue else ()), *found.event.access))
    yield from map(say, dict.fromkeys(key for word in written if (key := _KNOWN.get(fold(word)))))
    if others := [word for word in written if fold(word) not in _KNOWN]:
        yield say("other_access", access=Name(listed(others)))
