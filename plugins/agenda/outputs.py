"""Every file of the agenda that is not a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from plugins.agenda.calendars import Subscription, event_calendar, subscription_calendar
from plugins.agenda.open_data import open_data
from plugins.agenda.vevent import Vevent
from plugins.build.output import Output
from plugins.model.event import Event
from plugins.model.place import House, Term
from plugins.model.site import Site
from plugins.model.words import NBSP

MONTHS_BACK = 12
MONTHS_AHEAD = 18
"""A calendar of everything would be over the megabyte that clients take well."""


def outputs(site: Site) -> Iterator[Output]:
    """Yield the calendars of the whole agenda, of each house, theme, public and event, and the open data."""
    vevents = tuple(Vevent(event, site.identity) for event in site.events)
    for subscription, shown in _subscriptions(site, vevents):
        given = {"subscription": subscription, "identity": site.identity, "vevents": tuple(shown)}
        yield Output(subscription.address.lstrip("/"), subscription_calendar, given)
    for vevent in vevents:
        yield Output(f"{vevent.event.address}evenement.ics".lstrip("/"), event_calendar, {"identity": site.identity, "vevent": vevent})
    yield _open_data(site)


def window(today: date) -> tuple[date, date]:
    """Return the first and the last day that calendars tell of; they stay the same for a whole month."""
    first_next = _month(today, MONTHS_AHEAD + 1)
    return _month(today, -MONTHS_BACK), date.fromordinal(first_next.toordinal() - 1)


def _month(day: date, shift: int) -> date:
    """Return the first day of the month `shift` months later."""
    months = day.year * 12 + day.month - 1 + shift
    return date(months // 12, months % 12 + 1, 1)


def _is_between(event: Event, first: date, last: date) -> bool:
    return any(occurrence.last_day >= first and occurrence.day <= last for occurrence in event.occurrences)


def _subscriptions(site: Site, vevents: Iterable[Vevent]) -> Iterator[tuple[Subscription, Iterable[Vevent]]]:
    """Yield each calendar that people subscribe to, with the events it shows."""
    name = site.identity.name
    first, last = window(site.today)
    around = [vevent for vevent in vevents if _is_between(vevent.event, first, last)]
    coming = (vevent for vevent in vevents if _is_between(vevent.event, site.today, date.max))
    yield Subscription("/agenda.ics", f"Agenda – {name}", f"{name}{NBSP}: tous les rendez-vous.", "/agenda/"), around
    yield Subscription("/agenda/a-venir.ics", f"À venir – {name}", f"{name}{NBSP}: les prochains rendez-vous.", "/agenda/"), coming
    for house in site.houses:
        yield _of_house(house), (vevent for vevent in around if house in vevent.event.houses)
    for theme in site.themes:
        yield _of_term("thematiques", theme, name), (vevent for vevent in around if theme in vevent.event.themes)
    for audience in site.audiences:
        yield _of_term("publics", audience, name), (vevent for vevent in around if audience in vevent.event.audiences)


def _of_house(house: House) -> Subscription:
    said = f"{house.title}{NBSP}: les rendez-vous."
    return Subscription(f"/agenda/maisons/{house.key}.ics", house.title, said, house.address, house.color)


def _of_term(folder: str, term: Term, name: str) -> Subscription:
    said = f"{name}{NBSP}: les rendez-vous «{NBSP}{term.name}{NBSP}»."
    return Subscription(f"/agenda/{folder}/{term.key}.ics", f"{term.name} – {name}", said, "/agenda/")


def _open_data(site: Site) -> Output:
    first, _ = window(site.today)
    events = tuple(event for event in site.events if _is_between(event, first, date.max))
    return Output("agenda/evenements.json", open_data, {"identity": site.identity, "events": events, "since": first})
