"""The texts that a voice reads: for the answering machines of the houses, and for the radio programme."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from plugins.agenda.answering_machine import DAYS, answering_machine
from plugins.agenda.broadcast import Voice, broadcast, last_day
from plugins.agenda.recurrence import WEEKDAYS
from plugins.build.output import Output
from plugins.model.site import Show, Site
from plugins.model.telling import shown


def spoken_outputs(site: Site) -> Iterator[Output]:
    """Yield the week for the answering machine, and in a town with a programme the text of its next broadcast."""
    last = site.today + timedelta(days=DAYS - 1)
    given = {"name": site.identity.name, "first": site.today, "events": shown(site.agenda, site.today, last)}
    yield Output("agenda/repondeur.txt", answering_machine, given)
    show = site.identity.show
    if show and show.weekday in WEEKDAYS:
        yield Output("agenda/radio.txt", broadcast, _broadcast(site, show))


def _broadcast(site: Site, show: Show) -> dict[str, object]:
    """Return what the next broadcast is told of: the days until the one after it, and that day too before its hour."""
    air = next_air(site, show)
    houses = tuple(Voice(house.key, house.title, house.phone) for house in site.houses)
    return {"show": show.name, "air": air, "houses": houses, "events": shown(site.agenda, air.date(), last_day(air))}


def next_air(site: Site, show: Show) -> datetime:
    """Return when the next programme goes on the air, from the day of the build on: at the hour of the last one, midnight before there was any."""
    day = site.today + timedelta(days=(WEEKDAYS.index(show.weekday) - site.today.weekday()) % 7)
    hour = site.aired[0].aired.time() if site.aired else time()
    return datetime.combine(day, hour, site.identity.zone)
