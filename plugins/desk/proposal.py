"""What a new letter starts from: a subject, a preheader and what comes first, all taken from what is on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from posixpath import basename

from msgspec import Struct

from plugins.drafts.draft import one_line
from plugins.model.agenda import Date
from plugins.model.dates import WEEKDAYS
from plugins.model.entry import Status
from plugins.model.letter import PLACEHOLDER, Letter, Week
from plugins.model.state import State
from plugins.model.text import capital, listed
from plugins.model.words import day_words
from plugins.newsletter.composition import Weekly
from plugins.newsletter.plain import shorten

SHORTEST, LONGEST = 40, 90
"""Signs of a subject and of a preheader: mailboxes show about so many."""
MOST_FIRST = 3
BODY = f"Bonjour,\n\n[{PLACEHOLDER}]"


class Proposal(Struct, frozen=True):
    """What the writer may keep or change."""

    subject: str
    preheader: str
    featured: tuple[str, ...]
    """Names of files without .md, in the order of their dates."""


def bare_letter(week: Week) -> Letter:
    """Return the letter of a week before anybody has written in it."""
    return Letter(
        path=f"lettres/{week.key}.md", slug=week.key, title="", summary="", picture=None, status=Status.DRAFT, keywords=(), body="", body_line=0,
        week=week, preheader="", featured=(), hidden=(), number=None,
    )  # fmt: skip


def propose(composition: Weekly) -> Proposal:
    """Return what a letter may start from that tells of these dates and puts nothing first yet."""
    once = [found for day in composition.days for found in day.dates if found.state is not State.FULL]
    first = sorted(sorted(once, key=_remarkable)[:MOST_FIRST], key=lambda found: found.occurrence.start)
    others = [found for found in once if found not in first and found.occurrence.day >= composition.letter.day]
    names = tuple(dict.fromkeys(basename(found.event.path).removesuffix(".md") for found in first))
    subject = _subject([one_line(found.event.title) for found in first], composition.last)
    return Proposal(subject, _preheader(others, composition), names)


def _remarkable(found: Date) -> tuple[int, object, str]:
    """Return what sorts the most remarkable date first: a show, a picture, a beginning, several houses; then the soonest."""
    event = found.event
    begins = found.occurrence.days == 1 or found.occurrence.change is not None
    weight = 3 * bool(event.season) + 2 * bool(event.picture) + 2 * begins + bool(event.summary) + (len(event.houses) > 1)
    return -weight, found.occurrence.start, event.path


def _subject(titles: Sequence[str], last: date) -> str:
    """Return as many titles as fit, the rest of the agenda where there is room left."""
    if not titles:
        return f"Les nouvelles de la semaine, et l'agenda jusqu'au {day_words(last, year=False)}"
    said = next((text for count in range(len(titles), 0, -1) if len(text := listed(titles[:count])) <= LONGEST), titles[0])
    return _fitting(said if len(said) >= SHORTEST else f"{said}, et tout l'agenda jusqu'au {day_words(last, year=False)}")


def _preheader(others: Iterable[Date], composition: Weekly) -> str:
    """Return what else there is, day by day; where that is little, how much there is in all."""
    said = ""
    for part in _parts(others):
        longer = f"{said} ; {part}" if said else capital(part)
        said = longer if len(longer) < LONGEST else said
    return f"{said}." if len(said) >= SHORTEST else _fitting(_in_all(composition))


def _parts(found: Iterable[Date]) -> Iterator[str]:
    for one in found:
        day = one.occurrence.day
        yield f"{WEEKDAYS[day.weekday()]} {'1er' if day.day == 1 else day.day} : {one_line(one.event.title)}"


def _in_all(composition: Weekly) -> str:
    count = sum(len(day.dates) for day in composition.days) + len(composition.regulars) + composition.left_out
    last = day_words(composition.last, year=False)
    if not count:
        return f"Pas de rendez-vous d'ici le {last}, mais quelques nouvelles."
    return f"{count} rendez-vous d'ici le {last}, jour par jour."


def _fitting(text: str) -> str:
    return text if len(text) <= LONGEST else shorten(text, LONGEST)
