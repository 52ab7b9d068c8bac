"""What a new episode is given before anybody has said anything: number, day, season; and its text, to be finished by people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta

from msgspec import Struct

from plugins.drafts.draft import one_line, written
from plugins.model.chapter import Chapter
from plugins.model.dates import BYDAY, MONTHS, WEEKDAYS, Moment
from plugins.model.entry import STATUS, TITLE, Status
from plugins.model.radio import AIRED, AUDIO_KEY, CHAPTERS, EPISODE_NUMBER, GUESTS, GUID, SEASON
from plugins.model.site import Show
from plugins.model.words import clock
from plugins.studio.shelf import Known

SEASON_STARTS = 8
"""The month from which on a broadcast belongs to the season that starts in its year."""
WEEK = timedelta(days=7)


class Answers(Struct, frozen=True):
    """What people say of a new episode; all of it may be empty."""

    title: str = ""
    guests: str = ""
    chapters: tuple[Chapter, ...] = ()


def next_number(episodes: Sequence[Known]) -> int:
    """Return the number after the last one."""
    return max((episode.number or 0 for episode in episodes), default=0) + 1


def next_broadcast(episodes: Sequence[Known], show: Show, today: date) -> Moment:
    """Return when the next episode is, or was: on the show's weekday after the last one, and after a break no earlier than the latest such day."""
    ahead = (BYDAY.index(show.weekday) if show.weekday in BYDAY else today.weekday()) - today.weekday()
    coming = today + timedelta(days=ahead % 7)
    last = max((episode.aired for episode in episodes if episode.aired), key=lambda aired: aired.day, default=None)
    if last is None:
        return Moment(coming, None)
    latest = coming if coming == today else coming - WEEK
    return Moment(max(latest, _weekday_after(last.day, coming)), last.hour)


def _weekday_after(day: date, same: date) -> date:
    """Return the first day after another that falls on the same weekday as a third."""
    return day + timedelta(days=(same - day).days % 7 or 7)


def season(day: date) -> str:
    """Return the season of a broadcast: `2026-2027`."""
    first = day.year if day.month >= SEASON_STARTS else day.year - 1
    return f"{first}-{first + 1}"


def default_title(day: date) -> str:
    """Return the title of an episode that nobody has named."""
    return f"Émission du {'1er' if day.day == 1 else day.day} {MONTHS[day.month - 1]}"


def chapter_lines(chapters: Sequence[Chapter]) -> str:
    """Return chapters as a header takes them, each on a line of its own; empty when there are none."""
    return "".join(f"\n  {clock(chapter.second)} {_mark(chapter)}{one_line(chapter.title)}" for chapter in chapters)


def _mark(chapter: Chapter) -> str:
    return f"[{chapter.mark}] " if chapter.mark else ""


def draft(number: int, aired: Moment, audio: str, show: Show, answers: Answers) -> str:
    """Return the text of a new episode, its GUID pinned."""
    fields = (
        (TITLE.name, one_line(answers.title) or default_title(aired.day)),
        (STATUS.name, Status.DRAFT.value),
        (EPISODE_NUMBER.name, str(number)),
        (SEASON.name, season(aired.day)),
        (AIRED.name, moment_words(aired.day, aired.hour)),
        (AUDIO_KEY.name, audio),
        (GUID.name, f"{show.guid_prefix}{number}"),
        (GUESTS.name, one_line(answers.guests)),
        (CHAPTERS.name, chapter_lines(answers.chapters)),
    )
    return written(tuple(field for field in fields if field[1]), "")


def moment_words(day: date, hour: time | None) -> str:
    """Return a moment as people write it in a header: `jeudi 26 novembre 2026 18h`, `… 18h05`."""
    said = f"{WEEKDAYS[day.weekday()]} {'1er' if day.day == 1 else day.day} {MONTHS[day.month - 1]} {day.year}"
    return said if hour is None else f"{said} {hour.hour}h{hour.minute:02}".removesuffix("h00") + ("h" if not hour.minute else "")
