"""The texts that a voice reads: for the answering machines of the houses, and for the radio programme."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from plugins.agenda.answering_machine import DAYS, answering_machine
from plugins.agenda.broadcast import Voice, broadcast, last_day
from plugins.build.output import Output
from plugins.model.live import next_day
from plugins.model.site import Show, Site
from plugins.model.telling import shown


def spoken_outputs(site: Site) -> Iterator[Output]:
    """Yield the week for the answering machine, and in a town with a programme the text of its next broadcast."""
    last = site.today + timedelta(days=DAYS - 1)
    given = {"name": site.identity.name, "first": site.today, "events": shown(site.agenda, site.today, last)}
    yield Output("agenda/repondeur.txt", answering_machine, given)
    show = site.identity.show
    if show and (air := next_air(site, show)):
        yield Output("agenda/radio.txt", broadcast, _broadcast(site, show, air))


def _broadcast(site: Site, show: Show, air: datetime) -> dict[str, object]:
    """Return what the next broadcast is told of: the days until the one after it, and that day too before its hour."""
    houses = tuple(Voice(house.key, house.title, house.phone) for house in site.houses)
    return {"show": show.name, "air": air, "houses": houses, "events": shown(site.agenda, air.date(), last_day(air))}


def next_air(site: Site, show: Show) -> datetime | None:
    """Return when the next programme goes on the air, from the day of the build on: at its hour, else that of the last one, else at midnight.

    None when the settings name no weekday.
    """
    day = next_day(show.live, show.weekday, site.today)
    last = site.aired[0].aired.time() if site.aired else time()
    return datetime.combine(day, show.live.start if show.live else last, site.identity.zone) if day else None
