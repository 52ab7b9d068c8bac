"""What is unlike the rhythm among the dates of a series, in a few words: `pas le 8 décembre`, `le 22 décembre : reporté au 23 décembre`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import groupby

from plugins.model.agenda import Date
from plugins.model.dates import MONTHS
from plugins.model.occurrence import Occurrence
from plugins.model.state import State
from plugins.model.text import listed
from plugins.model.words import NBSP, hour_words

MOST = 6
"""More days without than this are not told one by one."""


def pauses(dates: Sequence[Date]) -> str:
    """Return on which days between the first and the last of some dates of one series it is not, as its rhythm would have it; empty when on none."""
    series = dates[0].event.series
    first, last = dates[0].occurrence.start, dates[-1].occurrence.start
    on = {found.occurrence.day for found in dates}
    return _without({start.date() for start in series.skipped if first < start < last} - on) if series else ""


def exceptions(dates: Sequence[Date]) -> tuple[str, ...]:
    """Return what has changed among some dates of one series, in order; nothing when none of them takes place, which its state says."""
    if not any(found.state.takes_place for found in dates):
        return ()
    on = {_announced(found) for found in dates if found.state.takes_place}
    gone = {_announced(found) for found in dates} - on
    others = (_unlike(found) for found in dates if _announced(found) not in gone)
    return tuple(words for words in (_without(gone), *others) if words)


def _announced(found: Date) -> date:
    return found.occurrence.announced.day


def _without(days: Collection[date]) -> str:
    if len(days) > MOST:
        return "avec des pauses"
    return f"pas {listed(_by_month(sorted(days)), 'ni')}" if days else ""


def _by_month(days: Iterable[date]) -> Iterator[str]:
    for (_, month), found in groupby(days, key=lambda day: (day.year, day.month)):
        numbers = ["1er" if day.day == 1 else str(day.day) for day in found]
        yield f"{'les' if len(numbers) > 1 else 'le'} {listed(numbers)} {MONTHS[month - 1]}"


def _unlike(found: Date) -> str:
    """Return what is unlike about one date that is still told of; empty when nothing is."""
    change = found.occurrence.change
    if change is None:
        return ""
    day = _day(change.was)
    if not found.state.takes_place:
        return f"pas {day} à {hour_words(change.was)}"
    said = [*_moved(found.occurrence, change.was), *([change.venue.name] if change.venue else [])]
    if change.state is State.FULL:
        return ", ".join([f"complet {day}", *said])
    return f"{day}{NBSP}: {', '.join(said)}" if said else ""


def _moved(occurrence: Occurrence, was: datetime) -> Iterator[str]:
    """Yield when a date takes place instead, where that is another moment."""
    hour = "" if occurrence.all_day or occurrence.start.time() == was.time() else f"à {hour_words(occurrence.start)}"
    if occurrence.day != was.date():
        yield f"reporté au {_day(occurrence.start).removeprefix('le ')} {hour}".rstrip()
    elif hour:
        yield hour


def _day(moment: datetime) -> str:
    (said,) = _by_month([moment.date()])
    return said
