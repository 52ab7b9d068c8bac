"""Where each episode of an old feed goes: known ones stay where they are, new ones get a number, a text and an audio name."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from zoneinfo import ZoneInfo

from plugins.model.text import slugify
from plugins.moving.compose import Slot
from plugins.moving.item import Item
from plugins.studio.proposal import default_title, season
from plugins.studio.shelf import FOLDER, Known, free_name
from plugins.studio.sidecar import Sidecar

KINDS = {"audio/mpeg": ".mp3", "audio/mp3": ".mp3", "audio/x-m4a": ".m4a", "audio/mp4": ".m4a", "audio/m4a": ".m4a", "audio/aac": ".m4a"}
"""Ends of audio names by media type, for what podcast apps take."""


def end_of(item: Item) -> str:
    """Return how the name of an episode's audio ends, empty for a kind that apps do not take."""
    return KINDS.get(item.mime.lower(), "") or next((end for end in (".mp3", ".m4a") if item.name.lower().endswith(end)), "")


def slots(items: Sequence[Item], episodes: Sequence[Known], sidecars: Mapping[str, Sidecar], zone: ZoneInfo) -> dict[str, Slot]:
    """Return where episodes go, by GUID; `items` are oldest first, `sidecars` by audio name."""
    by_guid = {episode.guid: episode for episode in episodes if episode.number is not None}
    begun = {sidecar.guid: name for name, sidecar in sidecars.items() if sidecar.guid}
    new = [item for item in items if item.guid not in by_guid]
    numbers = numbered(new, {episode.number for episode in by_guid.values() if episode.number})
    found = {guid: Slot(known.path, known.number or 0, known.audio) for guid, known in by_guid.items()}
    paths, names = {episode.path for episode in episodes}, {*sidecars, *(episode.audio for episode in episodes)}
    for item in new:
        assert item.published is not None
        day = item.published.astimezone(zone).date()
        stem = f"{FOLDER}/{season(day)}/{day}-{slugify(item.title) or slugify(default_title(day))}"
        path, audio = free_name(stem, ".md", paths), begun.get(item.guid) or free_name(str(day), end_of(item), names)
        paths.add(path)
        names.add(audio)
        found[item.guid] = Slot(path, numbers[item.guid], audio)
    return found


def numbered(items: Sequence[Item], taken: Collection[int]) -> dict[str, int]:
    """Return a number for each episode by GUID: the feed's own, unless one comes twice, as where each season starts again at 1."""
    said = [item.number for item in items if item.number]
    keep = len(set(said)) == len(said) and not set(said) & set(taken)
    found = {item.guid: item.number for item in items if item.number} if keep else {}
    last = max((*taken, *found.values()), default=0)
    for item in items:
        if item.guid not in found:
            last += 1
            found[item.guid] = last
    return found
