"""What the commands of sending say, in French."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

from plugins.model.text import plural
from plugins.model.words import hour_words, length_words, size_words
from plugins.newsletter.built import Built
from plugins.sending.campaign import GONE, Counts, State
from plugins.sending.dispatch import End, Ended
from plugins.sending.pace import Cap, time_needed

NAMES = {
    State.ACCEPTED: ("accepté", "acceptés"),
    State.REFUSED: ("refusé", "refusés"),
    State.DEFERRED: ("à réessayer", "à réessayer"),
    State.AMBIGUOUS: ("incertain", "incertains"),
    State.EXCLUDED: ("écarté", "écartés"),
    State.QUEUED: ("en attente", "en attente"),
    State.DOT: ("en cours de remise", "en cours de remise"),
}
"""One, several."""
WHYS = {"left": "désabonnement", "erased": "effacement", "bounced": "adresse abandonnée", "complained": "plainte", "pending": "pas confirmé"}
"""Why somebody was left out at the last moment."""
_WINDOWS = {60: "minute", 3600: "heure", 86400: "jour"}


def plan(letter: Built, count: int, limits: tuple[Cap, ...]) -> Iterator[str]:
    """Yield what is about to be sent, before anybody agrees to it."""
    yield f"Lettre {letter.key} : « {letter.subject} » ({size_words(len(letter.message))})"
    yield f"  {plural(count, 'destinataire')}, {_speed(count, limits)}"


def _speed(count: int, limits: tuple[Cap, ...]) -> str:
    if not limits:
        return "sans limite de vitesse"
    said = ", ".join(f"{cap.most} par {_WINDOWS[cap.seconds]}" for cap in limits)
    return f"environ {length_words(max(60, time_needed(count, limits)))} ({said})"


def summary(counts: Counts) -> Iterator[str]:
    """Yield how many are in each state, and whether that adds up to all who were frozen."""
    parts = [plural(counts[state], *names) for state, names in NAMES.items() if counts[state] or state in {State.ACCEPTED, State.REFUSED}]
    yield f"{plural(counts.frozen, 'destinataire')} = {' + '.join(parts)}"
    if not counts.adds_up:
        yield f"  Le compte n'y est pas : {sum(counts.by_state.values())} au lieu de {counts.frozen}. Ne relancez rien, et faites voir la base."


def outcome(ended: Ended, key: str) -> str:
    """Return how a run ended and what to do next."""
    if ended.end is End.DONE:
        return f"La lettre {key} est partie."
    if ended.end is End.PAUSED:
        return f"En pause. « inv newsletter.resume -s {key} » reprend."
    if ended.end is End.INTERRUPTED:
        return "Arrêté. La même commande reprend où elle en était, sans rien envoyer deux fois."
    return f"L'envoi s'est arrêté ({ended.why}). Une fois la cause levée, la même commande reprend, sans rien envoyer deux fois."


def reason(state: State, reply: str) -> str:
    """Return why somebody is in a state."""
    return WHYS.get(reply, reply) if state is State.EXCLUDED else reply


def shown(address: str) -> str:
    """Return an address for the report; who was erased has none."""
    return "une adresse effacée" if address.startswith(GONE) else address


def until(moment: datetime, zone: tzinfo) -> str:
    """Return an hour of the town's day."""
    return hour_words(moment.astimezone(zone))
