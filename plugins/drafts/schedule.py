"""The dates of an event as our header writes them: as a repetition where the guide has words for it, else one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from msgspec import Struct

from plugins.drafts.draft import Fields
from plugins.drafts.times import Override, Times
from plugins.model.changes import CHANGES
from plugins.model.hours import spelled
from plugins.model.schedule import EXTRA, REPEAT, SKIP
from plugins.model.span import FINISH, START


class Way(Struct, frozen=True):
    """One way to write the dates."""

    fields: Fields
    starts: frozenset[datetime]
    """What our reader is to find."""
    is_listed: bool
    """Whether the dates of a rule are written one by one."""
    is_folded: bool
    """Whether what is different about single dates was lost but for the dates."""


def ways(times: Times) -> Iterator[Way]:
    """Yield the ways to write the dates, the best first; our own reader says which is good, for it alone knows what it takes."""
    kinds = [times] if not times.overrides else [times, times.without_overrides()]
    is_ruled = bool(times.rhythm) and len(times.regular) > 1
    for listed in [False, True] if is_ruled else [True]:
        for found in kinds:
            if found.planned:
                fields = _listed(found) if listed else _ruled(found)
                changes = _changes(found)
                yield Way((*fields, *changes), found.held, listed and times.is_ruled and len(times.regular) > 1, found is not times)


def _ruled(times: Times) -> Fields:
    """Return the header of a repetition, whose first date sets the rhythm even where it is dropped."""
    first = times.regular[0]
    dropped = sorted(times.dropped & set(times.regular))
    extra = sorted(set(times.extra) - set(times.regular))
    return (
        *_first(first, times),
        (REPEAT.name, f"{times.rhythm} jusqu'au {times.regular[-1]:%d/%m/%Y}"),
        *_list(SKIP.name, (f"{day:%d/%m/%Y}" for day in dropped)),
        *_list(EXTRA.name, (_day(day, first, times) for day in extra)),
    )


def _listed(times: Times) -> Fields:
    """Return the header of dates written one by one."""
    first, *rest = times.planned
    return (*_first(first, times), *_list(EXTRA.name, (_day(day, first, times) for day in rest)))


def _first(first: datetime, times: Times) -> Fields:
    return (START.name, _moment(first, times)), *_finish(first, times)


def _finish(first: datetime, times: Times) -> Fields:
    """Return the end of the first date; that of a day is the last day itself."""
    if times.length is None:
        return ()
    if times.all_day:
        last = first + times.length - timedelta(days=1)
        return () if last == first else ((FINISH.name, f"{last:%d/%m/%Y}"),)
    end = first + times.length
    return ((FINISH.name, spelled(end.time()) if end.date() == first.date() else _moment(end, times)),)


def _moment(moment: datetime, times: Times) -> str:
    return f"{moment:%d/%m/%Y}" + ("" if times.all_day else f" {spelled(moment.time())}")


def _day(moment: datetime, first: datetime, times: Times) -> str:
    """Return a date, with its hour when it is not that of the first."""
    return f"{moment:%d/%m/%Y}" if moment.time() == first.time() else _moment(moment, times)


def _list(key: str, values: Iterable[str]) -> Fields:
    joined = ", ".join(values)
    return ((key, joined),) if joined else ()


def _changes(times: Times) -> Fields:
    """Return the lines of `changements`, each under the key."""
    many = Counter(start.date() for start in times.planned)
    lines = [_change(override, times, many[override.was.date()] > 1) for override in times.overrides]
    said = [line for line in lines if line]
    return ((CHANGES.name, "".join(f"\n  {line}" for line in said)),) if said else ()


def _change(override: Override, times: Times, is_one_of_many: bool) -> str:
    """Return what is different about one date, empty when nothing is."""
    said: list[str] = []
    if override.cancelled:
        said = ["annulé"]
    elif override.start.date() != override.was.date():
        said = [f"reporté au {_moment(override.start, times)}"]
    elif override.start != override.was:
        said = [spelled(override.start.time())]
    if override.place and not override.cancelled:
        said.append(f"lieu {override.place}")
    which = f" {spelled(override.was.time())}" if is_one_of_many and not times.all_day else ""
    return f"{override.was:%d/%m/%Y}{which} : {', '.join(said)}" if said else ""
