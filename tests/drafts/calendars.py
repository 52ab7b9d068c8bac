"""Calendars of one series each, as any program may write them, around the nights when the hour changes."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st

CHANGES = (date(2026, 3, 29), date(2026, 10, 25), date(2027, 3, 28))
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ZONES = ("Europe/Paris", "Romance Standard Time", "Europe/London", "America/New_York", "UTC")


@st.composite
def series(draw: st.DrawFn) -> str:
    """Return a calendar: a rule, dates taken away and added, single dates moved, cancelled or elsewhere."""
    zone = draw(st.sampled_from(ZONES))
    start = datetime.combine(draw(st.sampled_from(CHANGES)) + timedelta(days=draw(st.integers(-40, 3))), time(draw(st.integers(4, 22)), 30))
    length = timedelta(minutes=draw(st.sampled_from([30, 90, 600])))
    lines = [*_event(start, length, zone), f"RRULE:{draw(_rules(start))}"]
    lines += [_moment("EXDATE", start + timedelta(days=days), zone) for days in draw(st.sets(st.integers(0, 30), max_size=3))]
    lines += [_moment("RDATE", start + timedelta(days=days, minutes=75), zone) for days in draw(st.sets(st.integers(0, 60), max_size=2))]
    others = draw(
        st.lists(st.tuples(st.integers(0, 30), st.integers(-30, 60), st.sampled_from(["", "STATUS:CANCELLED", "LOCATION:Salle 2"])), max_size=3)
    )
    parts = ["\r\n".join((*lines, "END:VEVENT"))]
    for days, hours, more in {days: (days, hours, more) for days, hours, more in others}.values():
        was = start + timedelta(days=days)
        now = was if more == "STATUS:CANCELLED" else was + timedelta(hours=hours)
        parts.append("\r\n".join((*_event(now, length, zone), _moment("RECURRENCE-ID", was, zone), *filter(None, [more]), "END:VEVENT")))
    return "\r\n".join(("BEGIN:VCALENDAR", *parts, "END:VCALENDAR", ""))


def _event(start: datetime, length: timedelta, zone: str) -> list[str]:
    return ["BEGIN:VEVENT", "UID:serie", "SUMMARY:Série", _moment("DTSTART", start, zone), _moment("DTEND", start + length, zone)]


def _moment(name: str, moment: datetime, zone: str) -> str:
    return f"{name}:{moment:%Y%m%dT%H%M%SZ}" if zone == "UTC" else f"{name};TZID={zone}:{moment:%Y%m%dT%H%M%S}"


def _rules(start: datetime) -> st.SearchStrategy[str]:
    day = DAYS[start.weekday()]
    nth = (start.day - 1) // 7 + 1
    days = st.sets(st.sampled_from(DAYS)).map(lambda days: ",".join(sorted({day, *days})))
    monthly = (f"BYDAY={nth}{day}", "BYMONTHDAY=1,15", f"BYDAY={day};BYSETPOS={nth}", "BYDAY=2TU,-1FR", f"BYMONTHDAY={start.day}")
    rhythms = st.one_of(
        st.integers(1, 16).map("FREQ=DAILY;INTERVAL={}".format),
        st.builds("FREQ=WEEKLY;INTERVAL={};BYDAY={}".format, st.integers(1, 3), days),
        st.sampled_from(monthly).map("FREQ=MONTHLY;{}".format),
        st.sampled_from(["FREQ=YEARLY", "FREQ=MONTHLY", "FREQ=DAILY;BYDAY=MO,WE,SA", "FREQ=WEEKLY;WKST=SU;INTERVAL=2"]),
    )
    ends = st.one_of(st.integers(1, 12).map("COUNT={}".format), st.just(f"UNTIL={start + timedelta(days=90):%Y%m%dT%H%M%SZ}"))
    return st.builds("{};{}".format, rhythms, ends)
