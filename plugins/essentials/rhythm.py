"""How an event comes back, from its rule alone and never from prose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plugins.essentials.said import Said, Turns, Weekdays, say
from plugins.essentials.subject import Subject
from plugins.model.agenda import Date, takes_place
from plugins.model.repetition import Frequency, Rule
from plugins.model.schedule import Series


def rhythm(subject: Subject) -> Iterator[Said]:
    """Yield how an event comes back after its next date; nothing when it takes place once."""
    series = subject.event.series
    if series is None or not subject.event.repeats:
        return
    if subject.is_last:
        yield say("last_time")
        return
    after = subject.next.occurrence.day
    if series.rule:
        yield from _rule(series.rule, series.first.day)
        yield from _hours(series, series.rule, subject)
        yield from _skips(series, after)
        yield say("last_day", day=_last(subject))
    if series.rule is None or any(start.date() > after for start in series.extra):
        yield say("other_dates")


def _last(subject: Subject) -> date:
    """Return the last day on which it takes place."""
    return next(one.day for one in reversed(subject.coming) if takes_place(Date(one, subject.event)))


def _rule(rule: Rule, start: date) -> Iterator[Said]:
    """Yield the rhythm: each day, each week, each month, or one in so many."""
    days = Weekdays(rule.weekdays or (start.weekday(),))
    if rule.frequency is Frequency.DAILY:
        yield say("every_day") if rule.interval == 1 else say("every_days", count=rule.interval)
    elif rule.frequency is Frequency.WEEKLY:
        yield say("every_week", days=days) if rule.interval == 1 else say("every_weeks", count=rule.interval, days=days)
    elif rule.positions:
        yield say("every_month", days=Turns(tuple((position, day) for position in rule.positions for day in days.numbers)))
    else:
        yield say("every_month_day", number=start.day)


def _hours(series: Series, rule: Rule, subject: Subject) -> Iterator[Said]:
    """Yield the hours of each day, where the next date does not say them."""
    if series.first.all_day:
        return
    if len(rule.hours) > 1:
        yield say("several_hours", hours=rule.hours)
    elif subject.next.occurrence.start.time() != series.first.start.time():
        yield say("usual_hour", hour=series.first.start.time())


def _skips(series: Series, after: date) -> Iterator[Said]:
    """Yield when it stops for a while after a day."""
    skip = series.skip
    if skip.school:
        yield say("skip_school")
    if skip.public:
        yield say("skip_public")
    if days := tuple(day for day in skip.days if day > after):
        yield say("skip_days", days=days)
    for first, last in skip.spans:
        if last > after:
            yield say("skip_span", first=first, last=last)
