"""Writing down what calendars were told, beside the texts, where every copy of the content has it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from plugins.agenda.revisions import revise, told
from plugins.agenda.vevent import lines_of
from plugins.build.folders import write
from plugins.model.event import UID, Event
from plugins.model.library import KNOWN_KEYS
from plugins.model.revision import FILE, Ledger, ledger_text
from plugins.model.site import Site
from plugins.model.stamp import with_key
from plugins.model.text import plural


def revised(site: Site) -> Ledger:
    """Return the ledger from today on; of an event that is gone it keeps the last word, for it may come back."""
    url = site.identity.url
    now = {event.uid: told(lines_of(event, site.identity), url) for event in site.events}
    return {**site.revisions, **{uid: revise(one, site.revisions.get(uid), site.today) for uid, one in now.items()}}


def record(content: Path, site: Site, ledger: Ledger) -> str:
    """Write the ledger, and into each new event its UID, so that it stays its own under any name; return what there is to do now.

    The ledger comes last: a kill before it leaves everything to be done again.
    """
    stamp(content, (event for event in site.events if event.uid not in site.revisions))
    write(content / FILE, ledger_text(ledger).encode())
    count = sum(site.revisions.get(uid) != one for uid, one in ledger.items())
    return (
        f"Calendriers : {plural(count, 'événement')} à jour. Gardez le dossier {content.name}/evenements avec ses changements (git add, git commit)."
    )


def stamp(content: Path, events: Iterable[Event]) -> None:
    """Write its UID into the header of each event that has none there; a header that is not sound is left alone."""
    for event in events:
        path = content / event.path
        new = with_key(path.read_bytes().decode("utf-8"), UID.name, event.uid, KNOWN_KEYS)
        if new is not None:
            write(path, new.encode("utf-8"))
