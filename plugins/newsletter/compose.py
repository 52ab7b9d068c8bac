"""What a letter shows. Everything here depends on the day of the letter, so that an old letter never changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from itertools import chain, groupby, islice
from zoneinfo import ZoneInfo

from plugins.model.agenda import Date, takes_place
from plugins.model.article import Article
from plugins.model.entry import Entry
from plugins.model.event import Event
from plugins.model.letter import Letter
from plugins.model.site import Site
from plugins.newsletter.composition import Composition, Day, Feature, Regular
from plugins.newsletter.editorial import mail_html
from plugins.newsletter.links import linked_markdown, links_of
from plugins.newsletter.names import is_named, next_date

MOST_LINES = 40
"""Event lines of a letter: more would not fit in the 60 KB that mailboxes show whole."""
MOST_TEXTS = 4
SENDING_HOUR = time(10)
"""When the letter goes out, in the town's zone."""
PERIOD = timedelta(days=7)
"""From one letter to the next."""


def compose(site: Site, letter: Letter) -> Composition:
    """Return what the letter shows, of DAYS_AHEAD days from `letter.day` on."""
    features = tuple(_features(site, letter))
    once, regulars = _dates(site, letter, features)
    room = MOST_LINES - len(features)
    kept, kept_regulars = once[:room], regulars[: max(room - len(once), 0)]
    head, sent = site.identity.letter, sending(letter, site.identity.zone)
    return Composition(
        letter=letter,
        links=links_of(site, letter),
        sent=sent,
        last=letter.last_day,
        banner=site.files.get(head.picture) if head else None,
        markdown=linked_markdown(site, letter),
        html=mail_html(site, letter),
        features=features,
        days=tuple(_by_day(kept, letter.day)),
        regulars=kept_regulars,
        left_out=len(once) - len(kept) + sum(len(regular.occurrences) for regular in regulars[len(kept_regulars) :]),
        texts=tuple(_texts(site, letter, features))[:MOST_TEXTS],
        episode=next((found for found in site.episodes if found.aired <= sent and not found.is_draft), None),
        show=_next_show(site, letter, features),
        houses=tuple(house for house in site.houses if not house.is_draft),
    )


def sending(letter: Letter, zone: ZoneInfo) -> datetime:
    """Return when the letter goes out: what is on the air later that day is not yet to be heard again."""
    return datetime.combine(letter.day, SENDING_HOUR, zone)


def _features(site: Site, letter: Letter) -> Iterable[Feature]:
    """Yield what the letter puts first, in the writer's order; a name that nothing bears is for `problems` to tell."""
    for name in dict.fromkeys(letter.featured):
        named = [entry for entry in site.named(name) if _is_shown(entry, letter)]
        dated = ((date_, event) for event in named if isinstance(event, Event) and (date_ := next_date(event, letter)))
        events = (Feature(event, date_) for date_, event in sorted(dated, key=lambda found: (found[0].start, found[1].path)))
        texts = (Feature(text, None) for text in named if isinstance(text, Article))
        yield from islice(chain(events, texts), 1)


def _is_shown(entry: Entry, letter: Letter) -> bool:
    return not entry.is_draft and not any(is_named(entry, name) for name in letter.hidden)


def _dates(site: Site, letter: Letter, features: Sequence[Feature]) -> tuple[list[Date], tuple[Regular, ...]]:
    """Return the dates that stand alone and the events that come back, without the dates already put first."""
    first = {(feature.entry.path, feature.occurrence) for feature in features}
    found = [
        date_
        for date_ in site.agenda.between(letter.day, letter.last_day)
        if _is_shown(date_.event, letter) and (date_.event.path, date_.occurrence) not in first
    ]
    regular: dict[str, list[Date]] = {}
    for date_ in found:
        if _is_regular(date_.event, letter.day):
            regular.setdefault(date_.event.path, []).append(date_)
    once = [date_ for date_ in found if date_.event.path not in regular]
    return once, tuple(Regular(dates[0].event, tuple(d.occurrence for d in dates)) for dates in regular.values())


def _is_regular(event: Event, day: date) -> bool:
    """Return whether the event has more than two dates in the season of that day, which goes from September to August."""
    year = day.year if day.month >= 9 else day.year - 1
    return sum(date(year, 9, 1) <= found.day < date(year + 1, 9, 1) for found in event.occurrences) > 2


def _by_day(dates: Iterable[Date], first: date) -> Iterable[Day]:
    for day, found in groupby(dates, key=lambda d: max(d.occurrence.day, first)):
        yield Day(day, tuple(found))


def _texts(site: Site, letter: Letter, features: Sequence[Feature]) -> Iterable[Article]:
    """Yield the articles and news since the previous letter, newest first."""
    first = {feature.entry.path for feature in features}
    for text in sorted((*site.news, *site.articles), key=lambda text: text.date, reverse=True):
        if letter.day - PERIOD < text.date <= letter.day and text.path not in first and _is_shown(text, letter):
            yield text


def _next_show(site: Site, letter: Letter, features: Sequence[Feature]) -> Date | None:
    """Return the first date after these days of a show that still takes place, unless the letter puts it first."""
    first = {feature.entry.path for feature in features}
    after = (found for found in site.agenda.after(letter.last_day) if found.event.path not in first)
    return next((found for found in after if found.event.season and takes_place(found.event) and _is_shown(found.event, letter)), None)
