"""Chapters as a file of their own (JSON Chapters 1.2.0, Podcasting 2.0)."""

from __future__ import annotations

import json

from plugins.model.chapter import Chapter
from plugins.model.radio import Episode


def chapters_address(episode: Episode) -> str:
    """Return where the chapters of an episode are published, beside its page."""
    return f"{episode.address}chapitres.json"


def chapters_json(chapters: tuple[Chapter, ...]) -> bytes:
    """Return the chapters, in seconds from the start, as UTF-8 JSON."""
    marks = [{"startTime": chapter.second, "title": chapter.title} for chapter in chapters]
    return (json.dumps({"version": "1.2.0", "chapters": marks}, ensure_ascii=False, indent=1) + "\n").encode()
