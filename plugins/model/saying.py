"""Dates as people say them on a day: « ce soir », « demain », « ce samedi 28 novembre », and no year that everybody knows.

« Ce soir » is wrong the next morning, while a page may be a day old, a sheet hang for two weeks and a letter be read on
Monday. So the words that point (`near_day`, `near_words`, `day_said`, `when_said`) are only for what is made anew each day,
since the day is among what it is made of, and for what is read aloud on a known day: the home page, the pages of the day,
the text of the broadcast. Letters, the page of an event, months, paper and the answering machine take `day_dated` and
`when_dated`. Even then the date stands beside the pointing word, so that whoever meets an old page is not misled.
"""

from __future__ import annotations

from datetime import date, time, timedelta

from plugins.model.dates import WEEKDAYS
from plugins.model.occurrence import Occurrence
from plugins.model.words import day_words, hours_words, when_words

SEASON = 9
"""The month in which the season of community centres begins: September."""
_SOON = timedelta(days=60)
"""Nobody takes a date so near for one of another year."""
_NEAR = {0: "aujourd'hui", 1: "demain"}
_THIS_WEEK = 6
_PARTS = (
    (time(5), time(12), time(13), "ce matin", "demain matin"),
    (time(12), time(18), time(19), "cet après-midi", "demain après-midi"),
    (time(18), time.max, time.max, "ce soir", "demain soir"),
)
"""From when, and before when, something begins that ends by then; what that part of the day is called today and tomorrow."""


def near_day(day: date, today: date) -> str:
    """Return `aujourd'hui` or `demain`; empty for any other day."""
    return _NEAR.get((day - today).days, "")


def near_words(occurrence: Occurrence, today: date) -> str:
    """Return `ce soir`, `cet après-midi`, `demain matin`, `aujourd'hui`, `ce samedi`; empty for what is further off, over, or goes on for days."""
    away = (occurrence.day - today).days
    if occurrence.days > 1 or not 0 <= away <= _THIS_WEEK:
        return ""
    return _part(occurrence, away) or _NEAR.get(away) or f"ce {WEEKDAYS[occurrence.day.weekday()]}"


def day_said(day: date, today: date) -> str:
    """Return `aujourd'hui, dimanche 22 novembre`, `ce samedi 28 novembre`, `jeudi 17 décembre`."""
    if near := near_day(day, today):
        return f"{near}, {day_words(day, year=False)}"
    return f"{'ce ' if _is_this_week(day, today) else ''}{day_dated(day, today)}"


def when_said(occurrence: Occurrence, today: date) -> str:
    """Return the whole date: `ce soir, dimanche 22 novembre, à 20 h`, `ce samedi 28 novembre, de 10 h à 13 h`, `jusqu'au jeudi 3 décembre`."""
    if occurrence.day < today <= occurrence.last_day:
        return f"jusqu'au {day_dated(occurrence.last_day, today)}"
    near = near_words(occurrence, today)
    if not near:
        return when_dated(occurrence, today)
    day = day_said(occurrence.day, today) if _is_this_week(occurrence.day, today) else f"{near}, {day_words(occurrence.day, year=False)}"
    return f"{day}, {hours_words(occurrence)}"


def day_dated(day: date, today: date) -> str:
    """Return `jeudi 26 novembre`, with the year where it is not known."""
    return day_words(day, year=not _is_year_known(day, today))


def when_dated(occurrence: Occurrence, today: date) -> str:
    """Return `jeudi 26 novembre, de 18 h à 20 h`, `du samedi 12 au lundi 14 juin 2028`, with the year where it is not known."""
    return when_words(occurrence, year=not _is_year_known(occurrence.last_day, today))


def _is_year_known(day: date, today: date) -> bool:
    """Return whether a day needs no year: it is to come, in this season or soon; one that is over would be taken for the next of its name."""
    return today <= day and (day - today <= _SOON or _season(day) == _season(today))


def _season(day: date) -> int:
    """Return the year in which the season of a day began."""
    return day.year if day.month >= SEASON else day.year - 1


def _is_this_week(day: date, today: date) -> bool:
    """Return whether one says `ce samedi`: within a week, but neither today nor tomorrow."""
    return 1 < (day - today).days <= _THIS_WEEK


def _part(occurrence: Occurrence, away: int) -> str:
    """Return the part of today or tomorrow in which something begins and ends; empty when there is no such part."""
    if occurrence.all_day or away > 1:
        return ""
    start, end = occurrence.start.time(), _end(occurrence)
    return next((said[away] for first, last, by, *said in _PARTS if first <= start < last and end <= by), "")


def _end(occurrence: Occurrence) -> time:
    """Return the hour at which something ends, that at which it begins when nobody said, the last of the day when it goes on into the night."""
    end = occurrence.end or occurrence.start
    return end.time() if end.date() == occurrence.day else time.max
