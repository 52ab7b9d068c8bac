"""What a letter shows. Everything here depends on the day of the letter, so that an old letter never changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from plugins.build.again import same_again
from plugins.model.letter import Letter
from plugins.model.site import Site
from plugins.newsletter.carrying import carrier
from plugins.newsletter.composition import Composition
from plugins.newsletter.editorial import mail_html
from plugins.newsletter.links import linked_markdown, links_of
from plugins.newsletter.names import carried
from plugins.newsletter.record import Record
from plugins.newsletter.weekly import weekly

SENDING_HOUR = time(10)
"""When the letter goes out, in the town's zone."""


def compose(site: Site, letter: Letter) -> Composition:
    """Return what one letter shows; for many of them `compose_all` is quicker."""
    return _compose(Record(site), letter)


def compose_all(site: Site, letters: Iterable[Letter]) -> Iterator[Composition]:
    """Yield what each letter shows; one that carries an issue that is not there is left out, and `name_problems` tells of it."""
    record = Record(site)
    return (_compose(record, letter) for letter in letters if letter.number is None or carried(site, letter))


@same_again
def composed(_: str, site: Site) -> tuple[Composition, ...]:
    """Return what every letter of a site shows; the mail and the web version both ask, and get the same objects."""
    return tuple(compose_all(site, site.letters))


def sending(letter: Letter, zone: ZoneInfo) -> datetime:
    """Return when the letter goes out: what is on the air later that day is not yet to be heard again."""
    return datetime.combine(letter.day, SENDING_HOUR, zone)


def _compose(record: Record, letter: Letter) -> Composition:
    common, issue = _common(record.site, letter), carried(record.site, letter)
    return carrier(record.site, issue, common) if issue else weekly(record, letter, common)


def _common(site: Site, letter: Letter) -> Mapping[str, Any]:
    """Return the fields of Composition, by name."""
    head = site.identity.letter
    return {
        "letter": letter,
        "links": links_of(site, letter),
        "sent": sending(letter, site.identity.zone),
        "banner": site.files.get(head.picture) if head else None,
        "markdown": linked_markdown(site, letter),
        "html": mail_html(site, letter),
        "houses": tuple(house for house in site.houses if not house.is_draft),
    }
