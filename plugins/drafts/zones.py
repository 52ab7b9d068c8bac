"""Time zones as programs name them: IANA's names, Windows' names, and those that a calendar defines itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Timezone
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON
from msgspec import Struct


class Zones(Struct, frozen=True):
    """The town's zone, and those that a calendar defines."""

    town: ZoneInfo
    own: Mapping[str, tzinfo]

    def find(self, name: str) -> tzinfo | None:
        """Return the zone of a TZID, None when nobody knows it; a public name means the public zone, whatever the calendar says of it."""
        bare = name.strip().strip('"')
        parts = bare.split("/")
        tails = (named("/".join(parts[-count:])) for count in (3, 2) if len(parts) > count)  # `/mozilla.org/20050126_1/Europe/Paris`
        return named(bare) or named(WINDOWS_TO_OLSON.get(bare, "")) or self.own.get(bare) or next(filter(None, tails), None)


class Stamp(Struct, frozen=True):
    """A moment as a source says it."""

    wall: datetime
    """Naive, on the clock of its zone; midnight for a day."""
    zone: tzinfo
    is_day: bool = False

    def at(self, wall: datetime, town: ZoneInfo) -> datetime:
        """Return another moment of the same clock on the town's, to the minute. An hour that a change of hour skips comes one later (§3.3.5)."""
        if self.is_day:
            return wall
        return wall.replace(tzinfo=self.zone, second=0, microsecond=0).astimezone(UTC).astimezone(town).replace(tzinfo=None)

    def local(self, town: ZoneInfo) -> datetime:
        """Return the moment on the town's clock."""
        return self.at(self.wall, town)


def stamp(value: date | datetime, name: str, zones: Zones) -> Stamp:
    """Return a moment of a property whose TZID is `name`; without a zone it floats (RFC 5545 §3.3.5), and means the town's clock."""
    if not isinstance(value, datetime):
        return Stamp(datetime.combine(value, time()), zones.town, is_day=True)
    zone = (zones.find(name) if name else value.tzinfo) or zones.town
    return Stamp(value.replace(tzinfo=None), zone)


def zones_of(blocks: Iterable[str], town: ZoneInfo) -> Zones:
    """Return the zones that a calendar defines; one that cannot be read is as if it were not there."""
    own: dict[str, tzinfo] = {}
    for block in blocks:
        try:
            found = Timezone.from_ical(block)
            assert isinstance(found, Timezone)
            own[str(found["TZID"]).strip()] = found.to_tz()
        except (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError):
            continue
    return Zones(town, own)


@lru_cache
def named(name: str) -> ZoneInfo | None:
    """Return a zone of IANA's by its name."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
