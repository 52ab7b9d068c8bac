"""Headers of events that come back, in the words writers use, around the nights when the hour changes."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from plugins.model.dates import WEEKDAYS
from plugins.model.occurrence import Occurrence
from plugins.model.repetition import read_rule
from tests.towns import try_event

CHANGES = (date(2026, 3, 29), date(2026, 10, 25), date(2027, 3, 28))
_ORDINALS = {1: "1er", 2: "2e", 3: "3e", 4: "4e", 5: "5e", -1: "dernier"}


def headers() -> st.SearchStrategy[str]:
    """Return headers of events that take place several times: by a rule, or on dates named one by one."""
    return st.one_of(_repeated(), _listed_days())


@st.composite
def _repeated(draw: st.DrawFn) -> str:
    """Return a header: start, hours or whole days, a repetition that falls on the start, days taken away and added."""
    start = draw(_starts())
    hour = draw(st.one_of(st.none(), _hours()))
    rule = draw(st.one_of(_weekly(start), _monthly(start), _daily())) + _at(draw, hour)
    rule += draw(st.sampled_from([", 9 fois", f" jusqu'au {start + timedelta(days=100):%d/%m/%Y}"]))
    days = list(read_rule(rule, start).days(start))
    skipped = draw(st.sets(st.sampled_from(days), max_size=max(0, min(4, len(days) - 1))))
    added = draw(st.sets(st.dates(start - timedelta(days=20), start + timedelta(days=80)), max_size=3))
    lines = [f"debut: {start:%d/%m/%Y} {hour or ''}", f"repetition: {rule}", *_length(draw, start, hour)]
    lines += [f"sauf: {_listed(skipped)}"] if skipped else []
    lines += [f"aussi: {', '.join(_moment(draw, day, hour) for day in sorted(added))}"] if added else []
    return "\n".join(lines)


@st.composite
def _listed_days(draw: st.DrawFn) -> str:
    """Return a header: start, hours or whole days, other dates before and after."""
    start = draw(_starts())
    hour = draw(st.one_of(st.none(), _hours()))
    others = draw(st.sets(st.dates(start - timedelta(days=40), start + timedelta(days=80)), min_size=1, max_size=5))
    also = ", ".join(_moment(draw, day, hour) for day in sorted(others))
    return "\n".join([f"debut: {start:%d/%m/%Y} {hour or ''}", *_length(draw, start, hour), f"aussi: {also}"])


def _starts() -> st.SearchStrategy[date]:
    return st.builds(lambda change, days: change + timedelta(days=days), st.sampled_from(CHANGES), st.integers(-60, 7))


def _hours() -> st.SearchStrategy[str]:
    return st.builds("{:02}h{:02}".format, st.integers(0, 23), st.sampled_from([0, 30]))


@st.composite
def changed_headers(draw: st.DrawFn) -> str:
    """Return such a header with lines of `changements` for some of its dates, each in one of the ways that writers have."""
    header = draw(headers())
    event = try_event(header)
    if event is None:
        return header
    dates = draw(st.lists(st.sampled_from(list(event.occurrences)), max_size=5, unique_by=lambda date: date.start))
    lines = [f"  {date.day:%d/%m/%Y}{'' if date.all_day else f' {date.start:%Hh%M}'} : {draw(_change(date))}" for date in dates]
    return "\n".join([header, "changements:", *lines]) if lines else header


def _change(date: Occurrence) -> st.SearchStrategy[str]:
    days = st.integers(-40, 40).map(lambda shift: f"{date.day + timedelta(days=shift):%d/%m/%Y}")
    moves = [days.map("reporté au {}".format)]
    if not date.all_day:
        moves += [_hours(), st.builds("déplacé au {} à {}".format, days, _hours()), _hours().map("{}, complet, lieu pont".format)]
    return st.one_of(st.sampled_from(["annulé", "complet", "reporté sans date", "maintenu", "lieu pont", "à l'Abri, 3 rue Haute"]), *moves)


def _at(draw: st.DrawFn, hour: str | None) -> str:
    """Return the hours of a day, in any order; nothing for whole days, and mostly where there is but one."""
    others = draw(st.lists(_hours(), max_size=2)) if hour else []
    return f" à {' et '.join(draw(st.permutations([hour, *others])))}" if hour and others else ""


def _length(draw: st.DrawFn, start: date, hour: str | None) -> list[str]:
    if hour is None:
        return [f"fin: {start + timedelta(days=draw(st.integers(0, 3))):%d/%m/%Y}"]
    return [f"duree: {draw(st.integers(15, 600))} min"] if draw(st.booleans()) else []


def _moment(draw: st.DrawFn, day: date, hour: str | None) -> str:
    return f"{day:%d/%m/%Y} {draw(_hours()) if hour and draw(st.booleans()) else ''}".strip()


def _listed(days: set[date]) -> str:
    return ", ".join(f"{day:%d/%m/%Y}" for day in sorted(days))


def _weekly(start: date) -> st.SearchStrategy[str]:
    weekday = WEEKDAYS[start.weekday()]
    others = st.sampled_from(WEEKDAYS)
    return st.one_of(
        st.just(f"chaque {weekday}"),
        others.map(lambda other: f"tous les {weekday}s et {other}s"),
        st.sampled_from(["tous les 15 jours", f"un {weekday} sur deux", f"un {weekday} sur trois", "toutes les semaines"]),
        others.map(lambda other: f"toutes les 2 semaines, le {weekday} et le {other}"),
    )


def _monthly(start: date) -> st.SearchStrategy[str]:
    weekday = WEEKDAYS[start.weekday()]
    nth = (start.day - 1) // 7 + 1
    is_last = (start + timedelta(days=7)).month != start.month
    ordinals = [_ORDINALS[nth], *([_ORDINALS[-1]] if is_last else [])]
    return st.one_of(
        st.just(f"le {start.day} du mois"),
        st.sampled_from(ordinals).map(lambda ordinal: f"le {ordinal} {weekday} du mois"),
        st.sampled_from(["2e", "4e", "dernier"]).map(lambda other: f"le {ordinals[0]} et le {other} {weekday} du mois"),
    )


def _daily() -> st.SearchStrategy[str]:
    return st.sampled_from(["tous les jours", "tous les 3 jours", "tous les 10 jours"])
