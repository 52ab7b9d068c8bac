"""What a letter shows, in a few lines for its writer."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.model.text import capital, listed, plural
from plugins.model.words import day_words
from plugins.newsletter.composition import Carrier, Composition, Weekly
from plugins.newsletter.wording import notice_line


def counts(composition: Composition) -> str:
    """Return `3 changements, 12 rendez-vous uniques, 7 réguliers et une émission`, or what an issue holds."""
    if isinstance(composition, Carrier):
        return f"{plural(len(composition.excerpts), 'article')} du numéro {composition.issue.number}"
    assert isinstance(composition, Weekly)
    once = sum(len(day.dates) for day in composition.days) + sum(feature.occurrence is not None for feature in composition.features)
    found = (
        (len(composition.notices), "changement", "changements"),
        (once, "rendez-vous unique", "rendez-vous uniques"),
        (len(composition.regulars), "rendez-vous régulier", "rendez-vous réguliers"),
        (composition.left_out, "autre date laissée à l'agenda", "autres dates laissées à l'agenda"),
        (len(composition.texts), "texte à lire", "textes à lire"),
        (int(composition.episode is not None), "émission", "émissions"),
    )
    return listed(plural(count, one, many) for count, one, many in found if count) or "pas de rendez-vous"


def lines(composition: Weekly) -> Iterator[str]:
    """Yield what a weekly letter shows besides its editorial, each thing on a line."""
    day = composition.letter.day
    yield from (f"  {notice.prefix}{notice.event.title}, {notice_line(notice, day)}" for notice in composition.notices)
    for found in composition.days:
        titles = listed(date.state.prefix + date.event.title for date in found.dates)
        yield f"  {capital(day_words(found.day, year=False))} : {titles}"
    if composition.regulars:
        yield f"  Les rendez-vous réguliers : {' ; '.join(regular.event.title for regular in composition.regulars)}"
    if composition.left_out:
        yield f"  et {plural(composition.left_out, 'autre date laissée', 'autres dates laissées')} à l'agenda"
    yield from (f"  À lire : {text.title}" for text in composition.texts)
    if composition.episode:
        yield f"  À écouter : {composition.episode.title}"
    if composition.show:
        yield f"  Le prochain spectacle : {composition.show.event.title}"
