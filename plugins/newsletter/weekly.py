"""What a weekly letter shows: the agenda of ten days, cut by the number of events, and what is new to read and to hear."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, groupby, islice
from typing import Any

from plugins.model.agenda import Date, dates, takes_place
from plugins.model.article import Article
from plugins.model.event import Event
from plugins.model.letter import Letter
from plugins.newsletter.composition import Day, Feature, Regular, Weekly
from plugins.newsletter.dates import is_regular
from plugins.newsletter.material import WeeklyMaterial
from plugins.newsletter.names import is_shown, next_date
from plugins.newsletter.news import newest
from plugins.newsletter.notices import notices

MOST_LINES = 40
"""Event lines of a letter: more would not fit in the 60 KB that mailboxes show whole, and nobody would read them."""


def weekly(material: WeeklyMaterial, common: Mapping[str, Any]) -> Weekly:
    """Return a weekly letter, of DAYS_AHEAD days from `letter.day` on; the rest of it is given."""
    letter, features = material.letter, tuple(_features(material))
    told = notices(material, {(one.entry.path, one.occurrence) for one in features if one.prefix})
    once, regulars = _dates(material, features)
    room = max(MOST_LINES - len(features) - len(told), 0)
    kept, kept_regulars = once[:room], regulars[: max(room - len(once), 0)]
    show = _next(material.shows, letter, features)
    return Weekly(
        **common,
        last=letter.last_day,
        notices=told,
        features=features,
        days=tuple(_by_day(kept, letter.day)),
        regulars=kept_regulars,
        left_out=len(once) - len(kept) + sum(len(regular.occurrences) for regular in regulars[len(kept_regulars) :]),
        ahead=None if once or regulars else _next((found for found in _after(material) if found != show), letter, features),
        texts=newest(material, {feature.entry.path for feature in features}),
        episode=material.episode,
        show=show,
    )


def _features(material: WeeklyMaterial) -> Iterable[Feature]:
    """Yield what the letter puts first, in the writer's order; a name that nothing bears is for `problems` to tell."""
    letter = material.letter
    for name in dict.fromkeys(letter.featured):
        named = [entry for entry in material.named[name] if is_shown(entry, letter)]
        dated = ((date_, event) for event in named if isinstance(event, Event) and (date_ := next_date(event, letter)))
        events = (Feature(event, date_) for date_, event in sorted(dated, key=lambda found: (found[0].start, found[1].path)))
        texts = (Feature(text, None) for text in named if isinstance(text, Article))
        yield from islice(chain(events, texts), 1)


def _dates(material: WeeklyMaterial, features: Sequence[Feature]) -> tuple[list[Date], tuple[Regular, ...]]:
    """Return the dates that stand alone, changed ones of a series too, and the events that come back.

    Dates already put first are not among them, nor those that do not take place, which notices tell of.
    """
    letter, first = material.letter, {(feature.entry.path, feature.occurrence) for feature in features}
    found = [
        date_
        for date_ in filter(takes_place, _between(material, letter.day, letter.last_day))
        if is_shown(date_.event, letter) and (date_.event.path, date_.occurrence) not in first
    ]
    regular: dict[str, list[Date]] = {}
    for date_ in found:
        if date_.occurrence.change is None and (date_.event.path in regular or is_regular(date_.event, letter.day)):
            regular.setdefault(date_.event.path, []).append(date_)
    once = [date_ for date_ in found if date_.occurrence.change or date_.event.path not in regular]
    return once, tuple(Regular(dates[0].event, tuple(d.occurrence for d in dates)) for dates in regular.values())


def _between(material: WeeklyMaterial, first: date, last: date) -> list[Date]:
    """Return the dates that touch a day from `first` to `last`, in order, of the events that are given."""
    near = {event.path: event for event in chain.from_iterable(material.months)}
    return dates(near.values(), first, last)


def _after(material: WeeklyMaterial) -> Iterator[Date]:
    """Yield the dates that start after the days of a letter, in order."""
    last = material.letter.last_day
    return (found for found in _between(material, last, date.max) if found.occurrence.day > last)


def _by_day(dates: Iterable[Date], first: date) -> Iterable[Day]:
    for day, found in groupby(dates, key=lambda d: max(d.occurrence.day, first)):
        yield Day(day, tuple(found))


def _next(after: Iterable[Date], letter: Letter, features: Sequence[Feature]) -> Date | None:
    """Return the first of some dates that still takes place, without those of events that the letter puts first."""
    first = {feature.entry.path for feature in features}
    return next((one for one in after if takes_place(one) and one.event.path not in first and is_shown(one.event, letter)), None)
