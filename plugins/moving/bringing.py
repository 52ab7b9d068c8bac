"""Bringing the episodes of an old feed in, one after the other; what people have changed since stays as they wrote it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct, field
from msgspec.structs import replace

from plugins.drafts.draft import digest, told
from plugins.model.chapter import Chapter
from plugins.model.problem import Problem
from plugins.model.radio import AUDIO
from plugins.model.site import Show
from plugins.moving.arrival import slots
from plugins.moving.beside import Beside
from plugins.moving.compose import Slot, compose
from plugins.moving.item import Feed, Item
from plugins.moving.recording import recording
from plugins.moving.telling import of_feed, of_item, of_recording, unusable
from plugins.studio.placing import place, workshop
from plugins.studio.progress import Steps
from plugins.studio.shelf import Known, known
from plugins.studio.sidecar import END, Sidecar, sidecars


class Home(Struct, frozen=True):
    """Where the episodes go, and where their files may be."""

    content: Path
    show: Show
    zone: ZoneInfo
    source: str
    """Name of the feed's file, for the messages."""
    files: Beside


class Brought(Struct):
    """What came of a feed."""

    new: int = 0
    updated: int = 0
    kept: int = 0
    """Changed in the feed, and by people here too: left as people wrote them."""
    same: int = 0
    problems: list[Problem] = field(default_factory=list)


def bring(home: Home, feed: Feed, steps: Steps) -> Brought:
    """Bring in what is new or changed in a feed; a second time there is nothing left to do.

    An episode is known by its GUID. One whose text was deleted here comes back: to hide it, make a draft of it.
    """
    brought = Brought()
    items = _usable(home, feed.items, brought.problems)
    episodes, cards = known(home.content, home.show), dict(sidecars(home.content))
    places, by_guid = slots(items, episodes, cards, home.zone), {episode.guid: episode for episode in episodes}
    with workshop(home.content / AUDIO) as folder, steps.step("Reprise des émissions", len(items)) as done:
        for number, item in enumerate(items, 1):
            slot = places[item.guid]
            _bring(_One(home, item, slot, by_guid.get(item.guid), cards.get(slot.audio)), folder, brought)
            done(number)
    brought.problems += of_feed(home.source, home.show, feed) if brought.new else ()
    return brought


def _usable(home: Home, items: Sequence[Item], problems: list[Problem]) -> list[Item]:
    """Return the items that an episode can be made of, oldest first, each GUID once."""
    found: dict[str, Item] = {}
    for item in items:
        if reason := unusable(home.source, item, is_double=item.guid in found):
            problems.append(reason)
        else:
            found[item.guid] = item
    return sorted(found.values(), key=_when)


def _when(item: Item) -> float:
    assert item.published is not None
    return item.published.timestamp()


class _One(Struct, frozen=True):
    """One episode on its way."""

    home: Home
    item: Item
    slot: Slot
    there: Known | None
    """Its text here, if there is one."""
    card: Sidecar | None
    """Its sidecar here, if there is one."""

    @property
    def is_ours(self) -> bool:
        """True when it never came from a feed."""
        return self.there is not None and not (self.card and self.card.guid)


def _bring(one: _One, folder: Path, brought: Brought) -> None:
    if one.is_ours:
        brought.same += 1
        return
    source = f"{one.home.source} : {one.item.title}"
    found = recording(one.home.content / AUDIO / one.slot.audio, one.item, one.card, one.home.files.audio(one.item))
    if found is None:
        brought.problems += of_recording(source, one.item, None, None)
        return
    item = replace(one.item, seconds=found.sidecar.seconds)
    chapters = _chapters(one)
    composed = compose(source, item, one.slot, chapters or (), one.home.zone)
    if not composed.text:
        brought.problems += composed.problems
        return
    is_written = _judge(one, digest(composed.text), brought, source)
    last = digest(composed.text) if is_written or one.card is None else one.card.text
    sidecar = replace(found.sidecar, text=last)
    if is_written:
        brought.problems += (*composed.problems, *of_recording(source, item, found.copied, sidecar), *of_item(source, item, chapters))
    place(list(_moves(one, folder, sidecar, found.copied, composed.text if is_written else "")))


def _judge(one: _One, new: str, brought: Brought, source: str) -> bool:
    """Return whether the text is to be written, and count what it is: new, changed in the feed alone, or somebody's work."""
    if one.there is None:
        brought.new += 1
        return True
    now, before = digest(one.there.text), one.card.text if one.card else ""
    if new in {now, before}:
        brought.same += 1
    elif now == before:
        brought.updated += 1
        return True
    else:
        brought.kept += 1
        brought.problems.append(_both(one, source))
    return False


def _both(one: _One, source: str) -> Problem:
    what = f"Cette émission a changé dans le flux, et quelqu'un a changé « {one.slot.path} » : ce texte reste comme il est."
    return told(source, "", what, "Reportez à la main ce qui manque.")


def _chapters(one: _One) -> tuple[Chapter, ...] | None:
    """Return the chapters of a file beside the feed; None when the feed names one that is not there."""
    return one.home.files.chapters(one.item.chapters_url) if one.item.chapters_url else ()


def _moves(one: _One, folder: Path, sidecar: Sidecar, audio: Path | None, text: str) -> Iterator[tuple[Path, Path]]:
    """Yield what goes where, made in the folder; the sidecar first, since a sidecar alone is enough for a build, the text last."""
    place_of_audio = one.home.content / AUDIO / one.slot.audio
    if sidecar != one.card:
        made = folder / "fiche"
        made.write_text(sidecar.written(), "utf-8")
        yield made, place_of_audio.with_name(f"{one.slot.audio}{END}")
    if audio:
        copy = folder / "son"
        shutil.copyfile(audio, copy)
        yield copy, place_of_audio
    if text:
        made = folder / "texte"
        made.write_text(text, "utf-8")
        yield made, one.home.content / one.slot.path
