"""From the rule, the exceptions and the changed dates of a calendar's event to its dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from icalendar import Event
from msgspec import Struct, field
from msgspec.structs import replace

from plugins.drafts.draft import told
from plugins.drafts.props import Parsed, every, first, moment, moments, number, param, text
from plugins.drafts.rules import UnknownRuleError, is_endless, rhythm, starts
from plugins.drafts.times import Override, Times, season_end
from plugins.drafts.zones import Stamp, Zones
from plugins.model.problem import Problem
from plugins.model.repetition import MOST_DATES

_DAY = timedelta(days=1)
_BY_HAND = "Corrigez-le dans le brouillon."


class Group(Struct, frozen=True):
    """The components of a calendar that share a UID."""

    master: Event
    others: tuple[Event, ...] = ()
    """One for each date that is unlike the rest, with RECURRENCE-ID."""


class Series(Struct):
    """The dates of one group, and what is to be said of them."""

    group: Group
    zones: Zones
    today: date
    source: str
    problems: list[Problem] = field(default_factory=list)

    def times(self) -> Times | None:
        """Return the dates, None when the event has no readable start."""
        start = moment(self.group.master, "DTSTART", self.zones)
        if start is None or not 1900 <= start.wall.year <= 2200:
            return None
        if "RECURRENCE-ID" in self.group.master:
            return self._single_dates(start)
        found = self._ruled(start)
        extra = tuple(sorted({*found.extra, *self._extra(found)}))
        found = replace(found, extra=extra)
        found = replace(found, dropped=frozenset(self._dropped(found)))
        return self._with_overrides(found)

    def _single_dates(self, start: Stamp) -> Times | None:
        """Return the dates of an event that the file has no more than single dates of; those that are cancelled were told by nobody else."""
        events = [event for event in (self.group.master, *self.group.others) if text(event, "STATUS").upper() != "CANCELLED"]
        stamps = [found for event in events if (found := moment(event, "DTSTART", self.zones)) and found.is_day == start.is_day]
        if not stamps:
            return None
        first_, *rest = sorted({self._local(found) for found in stamps})
        return Times(start.is_day, (first_,), self._length(self.group.master, start), extra=tuple(rest))

    def tell(self, name: str, what: str, instead: str) -> None:
        """Note something that was not taken as it was."""
        self.problems.append(told(self.source, name, what, instead))

    def _local(self, found: Stamp) -> datetime:
        return found.local(self.zones.town)

    def _ruled(self, start: Stamp) -> Times:
        """Return the starts that the rules give. A start that no rule gives is a date all the same (RFC 5545 §3.8.5.3), one by itself."""
        single = Times(start.is_day, (self._local(start),), self._length(self.group.master, start))
        rules = every(self.group.master, "RRULE")
        days = sorted({day for rule in rules for day in self._days(rule, start)})
        if not days:
            return single
        kept = self._season(days)
        words = rhythm(rules[0], days[0].date()) if len(rules) == 1 else ""
        extra = single.regular if single.regular[0] not in days and kept == days else ()
        return replace(single, regular=tuple(kept), rhythm=words, extra=extra, is_ruled=True)

    def _days(self, rule: Parsed, start: Stamp) -> list[datetime]:
        """Return the starts of one rule on the town's clock; an endless one ends with the season."""
        try:
            days = list(starts(rule, start, self._cut(start.wall) if is_endless(rule) else None))
        except UnknownRuleError:
            self.tell("RRULE", "Cette règle de répétition ne se comprend pas : seule la première date est reprise.", "Ajoutez les autres dates.")
            return []
        if is_endless(rule) and days:
            self.tell("RRULE", f"La répétition n'a pas de fin : elle s'arrête au {self._cut(start.wall):%d/%m/%Y}, fin de saison.",
                      "Prolongez-la dans le brouillon, ou reprenez l'agenda la saison prochaine.")  # fmt: skip
        return [start.at(day, self.zones.town) for day in days]

    def _cut(self, start: datetime) -> date:
        return season_end(max(self.today, start.date()))

    def _season(self, days: list[datetime]) -> list[datetime]:
        """Return the dates of this season alone when there are more than any series of ours has."""
        if len(days) <= MOST_DATES:
            return days
        last = self._cut(days[0])
        kept = [day for day in days if last.replace(year=last.year - 1) < day.date() <= last]
        self.tell(
            "RRULE",
            f"Il y a plus de {MOST_DATES} dates : seules celles de la saison sont reprises.",
            "Les anciennes restent dans l'agenda d'origine.",
        )
        return kept or days[:MOST_DATES]

    def _length(self, event: Event, start: Stamp) -> timedelta | None:
        """Return how long a date lasts; whole days end at the midnight after the last one (RFC 5545 §3.6.1)."""
        end, duration = moment(event, "DTEND", self.zones), getattr(first(event, "DURATION"), "dt", None)
        length = duration if isinstance(duration, timedelta) else None
        if end:
            length = self._local(end) - self._local(start)
        if length is not None and length < timedelta():
            self.tell("DTEND", "La fin vient avant le début : elle n'est pas reprise.", "Ajoutez « fin » au brouillon.")
            length = None
        if start.is_day:
            return max(_DAY, timedelta(days=(length or _DAY).days))
        return length or None

    def _extra(self, found: Times) -> Iterator[datetime]:
        """Yield the dates of RDATE."""
        for stamp, length in moments(self.group.master, "RDATE", self.zones):
            day = self._local(stamp)
            if length and length != found.length:
                self.tell("RDATE", f"Le {day:%d/%m/%Y}, la durée est différente : ce n'est pas repris.", _BY_HAND)
            if found.all_day or stamp.is_day:
                day = datetime.combine(day, found.regular[0].time())
            yield day

    def _dropped(self, found: Times) -> Iterator[datetime]:
        """Yield the dates of EXDATE; a day without an hour, which many programs write, means that day."""
        for stamp, _ in moments(self.group.master, "EXDATE", self.zones):
            yield from self._named(stamp, found)

    def _is_dropped(self, was: datetime) -> bool:
        """Return whether EXDATE names a date, which need not be one of the series."""
        dropped = (stamp for stamp, _ in moments(self.group.master, "EXDATE", self.zones))
        return any(self._local(stamp) == was or (stamp.is_day and stamp.wall.date() == was.date()) for stamp in dropped)

    def _named(self, stamp: Stamp, found: Times) -> list[datetime]:
        """Return the dates that a moment of the source names."""
        day = self._local(stamp)
        is_day = stamp.is_day or found.all_day
        return [start for start in (*found.regular, *found.extra) if start == day or (is_day and start.date() == day.date())]

    def _with_overrides(self, found: Times) -> Times:
        """Return the dates with those that are unlike the others; one that the series does not have is one more."""
        overrides: dict[datetime, Override] = {}
        extra = set(found.extra)
        for event in sorted(self.group.others, key=lambda event: number(event, "SEQUENCE")):
            for override in self._override(event, found):
                if override.was in found.planned:
                    overrides[override.was] = override
                elif not override.cancelled and not self._is_dropped(override.was):
                    extra.add(override.start)
        return replace(found, extra=tuple(sorted(extra)), overrides=tuple(overrides[was] for was in sorted(overrides)))

    def _override(self, event: Event, found: Times) -> Iterator[Override]:
        identity, start = moment(event, "RECURRENCE-ID", self.zones), moment(event, "DTSTART", self.zones)
        if identity is None:
            return
        was = next(iter(self._named(identity, found)), self._local(identity))
        if param(first(event, "RECURRENCE-ID"), "RANGE"):
            self.tell("RECURRENCE-ID", f"Un changement vaut pour toutes les dates à partir du {was:%d/%m/%Y} : il n'est pas repris.", _BY_HAND)
            return
        if text(event, "STATUS").upper() == "CANCELLED":
            yield Override(was, was, cancelled=True)
            return
        now = self._local(start) if start else was
        if start and start.is_day != found.all_day:
            self.tell("RECURRENCE-ID", f"Le {was:%d/%m/%Y} a une heure et les autres dates non, ou l'inverse : ce n'est pas repris.", _BY_HAND)
            now = was
        elif start and self._length(event, start) != found.length:
            self.tell("RECURRENCE-ID", f"Le {was:%d/%m/%Y}, la durée est différente : ce n'est pas repris.", _BY_HAND)
        yield Override(was, now, place=self._changed(event, was))

    def _changed(self, event: Event, was: datetime) -> str:
        """Return the place of one date when it is not that of the others; title and text of one date have no place in a draft."""
        for name, words in (("SUMMARY", "le titre"), ("DESCRIPTION", "le texte")):
            if (said := text(event, name)) and said != text(self.group.master, name):
                self.tell("RECURRENCE-ID", f"Le {was:%d/%m/%Y}, {words} est différent : ce n'est pas repris.", _BY_HAND)
        place = text(event, "LOCATION")
        return place if place != text(self.group.master, "LOCATION") else ""


def grouped(events: Iterable[tuple[str, Event]]) -> list[tuple[str, Group]]:
    """Return the groups of some events, each with its UID, in the order in which they come."""
    found: dict[str, list[Event]] = {}
    for uid, event in events:
        found.setdefault(uid, []).append(event)
    return [(uid, _group(members)) for uid, members in found.items()]


def _group(members: list[Event]) -> Group:
    """Return a group; when the event itself is not in the file, its first changed date stands for it."""
    masters = [event for event in members if "RECURRENCE-ID" not in event]
    master = masters[0] if masters else members[0]
    return Group(master, tuple(event for event in members if event is not master and "RECURRENCE-ID" in event))
