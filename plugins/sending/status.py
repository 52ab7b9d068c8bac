"""`inv newsletter.status`: where a letter stands, for each person by name, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from plugins.model.problem import Wrong
from plugins.model.text import capital, plural
from plugins.model.words import day_words
from plugins.newsletter.built import keys_of
from plugins.sending.campaign import Campaign, State
from plugins.sending.clicks import clicks
from plugins.sending.journal import Journal
from plugins.sending.telling import NAMES, reason, shown, summary, until
from plugins.subscribers.office import FAULT, GOOD, Office
from plugins.subscribers.people import stamp

NAMED = (State.REFUSED, State.DEFERRED, State.AMBIGUOUS, State.DOT, State.EXCLUDED)
"""States in which people are named; the others are as they should be."""
_STATES = {"sending": "envoi commencé", "paused": "en pause", "done": "partie"}
_MOST_PAGES = 10


def tell_status(office: Office, week: str, log: str) -> int:
    """Tell where a campaign stands; return the exit status, which is a fault's when it does not add up."""
    with office.store() as store:
        journal = Journal(store)
        campaign = found(journal, week)
        for line in (*_report(journal, campaign, office), *_clicked(campaign.key, log)):
            office.say(line)
        return GOOD if journal.counts(campaign.key).adds_up else FAULT


def found(journal: Journal, week: str) -> Campaign:
    """Return the campaign that a word means, the last one without. Raise Wrong when there is none."""
    keys = keys_of(week) if week else [journal.latest()]
    campaign = next(filter(None, map(journal.campaign, keys)), None)
    if campaign is None:
        raise Wrong(f"La lettre {week} n'est pas partie." if week else "Aucune lettre n'est partie.", "« inv newsletter.send » envoie une lettre.")
    return campaign


def _report(journal: Journal, campaign: Campaign, office: Office) -> Iterator[str]:
    begun = campaign.frozen.astimezone(office.zone)
    state = _STATES[campaign.state] + (f" ({campaign.why})" if campaign.why else "")
    yield f"Lettre {campaign.key} : « {campaign.subject} », {state}"
    yield f"  figée le {day_words(begun.date())} à {until(begun, office.zone)}"
    yield from summary(journal.counts(campaign.key))
    for which in NAMED:
        yield from _named(journal, campaign.key, which)
    yield from _afterwards(journal, campaign.key, campaign.frozen)


def _named(journal: Journal, key: str, state: State) -> Iterator[str]:
    people = list(journal.named(key, state))
    if people:
        yield f"{capital(NAMES[state][1])} :"
    for address, reply in people:
        yield f"  {shown(address)} : {reason(state, reply)}"


def _afterwards(journal: Journal, key: str, since: datetime) -> Iterator[str]:
    """Yield what came back, and who came and went since the letter was frozen."""
    bounces = journal.bounces(key)
    if bounces:
        yield "Retours :"
    for address, status, detail in bounces:
        yield f"  {shown(address)} : {status} {detail}"
    joined, left = journal.came_and_went(stamp(since))
    yield f"Depuis : {plural(joined, 'inscription')}, {plural(left, 'départ')}"


def _clicked(key: str, log: str) -> Iterator[str]:
    """Yield how often pages were opened from the letter, by the log of the web server."""
    if not log:
        return
    try:
        with Path(log).expanduser().open(encoding="utf-8", errors="replace") as lines:
            counted = clicks(lines).get(key)
    except OSError as error:
        raise Wrong(f"Le journal « {log} » ne se lit pas ({error.strerror}).", "Donnez le chemin du journal du serveur web.") from None
    if not counted:
        yield "Aucune page ouverte depuis la lettre, d'après ce journal."
        return
    yield f"{plural(counted.total(), 'page ouverte', 'pages ouvertes')} depuis la lettre :"
    for page, count in counted.most_common(_MOST_PAGES):
        yield f"  {count} × {page}"
