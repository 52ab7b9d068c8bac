"""What is known of people, in French."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from plugins.model.words import day_words, hour_words
from plugins.subscribers.known import Known, Moment

STATES = {
    "pending": "a demandé la lettre, et n'a pas encore confirmé",
    "active": "reçoit la lettre",
    "left": "ne reçoit plus la lettre",
    "bounced": "ne reçoit plus la lettre : son adresse ne répond plus",
}
WHAT = {
    "asked": "a demandé la lettre",
    "invited": "la question de confirmation lui a été envoyée",
    "confirmed": "a confirmé",
    "imported": "est venu avec une liste",
    "added": "a été inscrit à la main",
    "left": "s'est désabonné",
    "bounced": "adresse abandonnée après des retours",
    "complained": "a signalé la lettre comme indésirable",
}
"""The words of `history`."""
WHY = {
    "left": "désabonné",
    "erased": "effacé à sa demande",
    "bounced": "adresse qui ne répond plus",
    "complained": "lettre signalée comme indésirable",
}
"""The words of `suppressions`."""
_SENT = {
    "queued": "en attente",
    "dot": "en cours de remise",
    "accepted": "remise au relais",
    "refused": "refusée",
    "deferred": "remise plus tard",
    "ambiguous": "remise incertaine",
    "excluded": "non envoyée",
}


def moment_words(at: str, zone: ZoneInfo) -> str:
    """Return a time of the file as people say it in a zone, `jeudi 3 décembre 2026 à 18 h 05`; a day alone without an hour."""
    if "T" not in at:
        return day_words(datetime.fromisoformat(at).date())
    there = datetime.fromisoformat(at).astimezone(zone)
    return f"{day_words(there.date())} à {hour_words(there)}"


def history_lines(history: Iterable[Moment], zone: ZoneInfo) -> Iterator[str]:
    """Yield one line for each thing that happened."""
    for moment in history:
        detail = f" ({moment.detail})" if moment.detail else ""
        yield f"  {moment_words(moment.at, zone)} : {WHAT.get(moment.what, moment.what)}{detail}"


def known_lines(known: Known, zone: ZoneInfo) -> Iterator[str]:
    """Yield all that is known of one person."""
    yield f"Adresse : {known.address}"
    if known.person:
        yield f"État : {STATES[known.person.state]}, depuis le {moment_words(known.person.since, zone)}"
    else:
        yield "Cette adresse n'est pas dans la liste."
    if known.suppression:
        yield f"À ne plus jamais reprendre d'une liste : {WHY[known.suppression.why]}, le {moment_words(known.suppression.at, zone)}"
    for title, lines in _parts(known, zone).items():
        yield f"\n{title} :"
        yield from lines or ("  rien",)


def _parts(known: Known, zone: ZoneInfo) -> Mapping[str, list[str]]:
    def when(at: str) -> str:
        return moment_words(at, zone) if at else "pas encore"

    return {
        "Accords donnés": [f"  {when(consent.at)} : {consent.source} (texte : {consent.wording})" for consent in known.consents],
        "Ce qui s'est passé": list(history_lines(known.history, zone)),
        "Lettres": [
            f"  {letter.campaign} « {letter.subject} » : {_SENT[letter.state]}, {when(letter.at)}{f' ({letter.reply})' if letter.reply else ''}"
            for letter in known.letters
        ],
        "Retours": [f"  {when(failure.at)} : {failure.status} {failure.detail} {failure.campaign}".rstrip() for failure in known.bounces],
    }
