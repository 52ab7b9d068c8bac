"""Every file of the agenda that is not a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any

from msgspec import Struct

from plugins.agenda.calendars import Subscription, event_calendar, subscription_calendar
from plugins.agenda.open_data import Record, open_data
from plugins.agenda.vevent import Vevent
from plugins.build.again import same_again
from plugins.build.lately import by_identity
from plugins.build.output import Group, Output, Thing
from plugins.model.agenda import Begun
from plugins.model.event import Event
from plugins.model.place import House, Term
from plugins.model.revision import Ledger, Revision
from plugins.model.site import Identity, Site
from plugins.model.words import NBSP

MONTHS_BACK = 12
MONTHS_AHEAD = 18
"""A calendar of everything would be over the megabyte that clients take well."""
HOUSE, THEME, AUDIENCE, SEASON = "maison", "thematique", "public", "passeport"
"""By what one chooses a calendar."""


class Near(Struct, frozen=True):
    """What calendars and the open data tell of the events that begin in a month, as far as they tell of it."""

    around: tuple[Vevent, ...]
    """Those of which a date is in the window."""
    around_of: Mapping[str, tuple[Vevent, ...]]
    """The same of each house, theme and public by `maison:ors`, and of the season ticket."""
    coming: tuple[Vevent, ...]
    """Those of which a date is left."""
    records: tuple[Record, ...]
    """Those of which a date is in the window, or after it."""


def outputs(site: Site) -> Iterator[Thing]:
    """Yield the calendars of the whole agenda, of each house, theme, public and event, and the open data."""
    first, _ = window(site.today)
    begun = {month: _given(those, site.identity, site.revisions) for month, those in site.agenda.begun.items()}
    recent = ((month, of["begun"], of["revisions"]) for month, of in begun.items() if of["begun"].last_day >= first)
    near = [_near(month, those, site.identity, revisions, site.today) for month, those, revisions in recent]
    for subscription, shown in _subscriptions(site, near):
        given = {"subscription": subscription, "identity": site.identity, "vevents": tuple(chain.from_iterable(shown))}
        yield Output(subscription.address[1:], subscription_calendar, given)
    yield from (Group(f"calendars {month}", _of_each, given) for month, given in begun.items())
    yield Output("agenda/evenements.json", open_data, {"records": tuple(record for month in near for record in month.records)})


@by_identity()
def _given(begun: Begun, identity: Identity, revisions: Ledger) -> dict[str, Any]:
    """Return what the calendars of some events are made of."""
    return {"begun": begun, "identity": identity, "revisions": tuple(revisions.get(event.uid) for event in begun.events)}


@same_again
def _near(_: str, begun: Begun, identity: Identity, revisions: tuple[Revision | None, ...], today: date) -> Near:
    """Return what is told of the events of a month as of a day; most months are those of the last run."""
    first, last = window(today)
    recent = [vevent for vevent in _vevents(begun, identity, revisions) if vevent.last_day >= first]
    around = tuple(vevent for vevent in recent if _next_day(vevent.event, first) <= last)
    return Near(
        around,
        _by_key(around),
        coming=tuple(vevent for vevent in recent if vevent.last_day >= today),
        records=tuple(_record(vevent.event.path, vevent.event, identity, first) for vevent in recent),
    )


def _vevents(begun: Begun, identity: Identity, revisions: tuple[Revision | None, ...]) -> Iterator[Vevent]:
    return (_vevent(event.path, event, identity, revision) for event, revision in zip(begun.events, revisions, strict=True))


def _of_each(begun: Begun, identity: Identity, revisions: tuple[Revision | None, ...]) -> Iterator[Output]:
    """Yield the file of each event."""
    for vevent in _vevents(begun, identity, revisions):
        yield Output(f"{vevent.event.address[1:]}evenement.ics", event_calendar, {"vevent": vevent})


@same_again
def _vevent(_: str, event: Event, identity: Identity, revision: Revision | None) -> Vevent:
    return Vevent(event, identity, revision)


@same_again
def _record(_: str, event: Event, identity: Identity, since: date) -> Record:
    return Record(event, identity, since)


def window(today: date) -> tuple[date, date]:
    """Return the first and the last day that calendars tell of; they stay the same for a whole month."""
    first_next = _month(today, MONTHS_AHEAD + 1)
    return _month(today, -MONTHS_BACK), date.fromordinal(first_next.toordinal() - 1)


def _month(day: date, shift: int) -> date:
    """Return the first day of the month `shift` months later."""
    months = day.year * 12 + day.month - 1 + shift
    return date(months // 12, months % 12 + 1, 1)


def _next_day(event: Event, first: date) -> date:
    """Return the day on which the first date starts that is not over on a day; there must be one."""
    return event.occurrences[event.occurrences.over(first)].day


def _subscriptions(site: Site, near: Sequence[Near]) -> Iterator[tuple[Subscription, Iterable[Iterable[Vevent]]]]:
    """Yield each calendar that people subscribe to, with the events it shows, month by month."""
    name = site.identity.name
    everything = [month.around for month in near]
    yield Subscription("/agenda.ics", f"Agenda – {name}", f"{name}{NBSP}: tous les rendez-vous.", "/agenda/"), everything
    coming = Subscription("/agenda/a-venir.ics", f"À venir – {name}", f"{name}{NBSP}: les prochains rendez-vous.", "/agenda/")
    yield coming, [month.coming for month in near]
    for house in site.houses:
        yield _of_house(house), _around_of(f"{HOUSE}:{house.key}", near)
    for theme in site.themes:
        yield _of_term("thematiques", theme, name), _around_of(f"{THEME}:{theme.key}", near)
    for audience in site.audiences:
        yield _of_term("publics", audience, name), _around_of(f"{AUDIENCE}:{audience.key}", near)
    if ticket := site.identity.season_ticket:
        said = f"{name}{NBSP}: les spectacles, {ticket}."
        subscription = Subscription("/agenda/passeport.ics", f"{ticket} – {name}", said, "/agenda/passeport/")
        yield subscription, _around_of(SEASON, near)


def _around_of(key: str, near: Iterable[Near]) -> Iterator[tuple[Vevent, ...]]:
    return (month.around_of.get(key, ()) for month in near)


def _by_key(vevents: Iterable[Vevent]) -> Mapping[str, tuple[Vevent, ...]]:
    """Return the events of each house, theme or public, and the shows of the season ticket."""
    found: dict[str, list[Vevent]] = defaultdict(list)
    for vevent in vevents:
        for key in _keys(vevent.event):
            found[key].append(vevent)
    return {key: tuple(vevents) for key, vevents in found.items()}


def _keys(event: Event) -> set[str]:
    """Return by what an event is in calendars: the houses that organise it or welcome it, for instance; that of another place is no house's."""
    houses = {f"{HOUSE}:{house.key}" for house in (*event.houses, event.venue) if house}
    terms = {f"{THEME}:{theme.key}" for theme in event.themes} | {f"{AUDIENCE}:{audience.key}" for audience in event.audiences}
    return houses | terms | ({SEASON} if event.season else set())


def _of_house(house: House) -> Subscription:
    said = f"{house.title}{NBSP}: les rendez-vous."
    return Subscription(f"/agenda/maisons/{house.key}.ics", house.title, said, house.address, house.color)


def _of_term(folder: str, term: Term, name: str) -> Subscription:
    said = f"{name}{NBSP}: les rendez-vous «{NBSP}{term.name}{NBSP}»."
    address = f"/agenda/{folder}/{term.key}"
    return Subscription(f"{address}.ics", f"{term.name} – {name}", said, f"{address}/")
