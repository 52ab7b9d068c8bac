"""What the journal keeps of an outcome."""

from __future__ import annotations

from datetime import datetime

from plugins.sending.campaign import Recipient, State
from plugins.sending.journal import Journal
from plugins.sending.lane import Fate, Outcome
from plugins.sending.replies import Reply, Verdict, judge
from plugins.sending.retries import delay_after
from plugins.subscribers.bounces import FULL, record_bounce

MOST_OURS = 5
"""Refusals of us in a row, after which we stop: something is wrong on our side."""
_NO_REASON = "5.0.0"


class Keeper:
    """Writes outcomes to the journal, and notices when it is us who are refused."""

    def __init__(self, journal: Journal, campaign: str) -> None:
        """Keep the outcomes of one campaign."""
        self._journal = journal
        self._key = campaign
        self._ours: list[str] = []

    def keep(self, recipient: Recipient, outcome: Outcome, now: datetime) -> str:
        """Write what became of somebody; return why the sending must stop, empty when it goes on."""
        if outcome.fate is Fate.UNKNOWN:
            self._journal.settle(self._key, recipient.address, State.AMBIGUOUS, str(outcome.reply), now)
        if outcome.fate is not Fate.ANSWERED:
            return str(outcome.reply.text) if outcome.fate is Fate.UNUSABLE else ""
        verdict = judge(outcome.reply, outcome.stage)
        self._ours = [*self._ours, recipient.address] if verdict is Verdict.OURS else []
        self._write(recipient, verdict, outcome.reply, now)
        return self._stopped(outcome.reply)

    def _write(self, recipient: Recipient, verdict: Verdict, reply: Reply, now: datetime) -> None:
        if verdict is Verdict.CLOSING:
            self._journal.requeue(self._key, [recipient.address])
        elif verdict is Verdict.LATER and (delay := delay_after(recipient.tries + 1)):
            self._journal.put_off(self._key, recipient, delay, str(reply), now)
        else:
            state = State.ACCEPTED if verdict is Verdict.ACCEPTED else State.REFUSED
            self._journal.settle(self._key, recipient.address, state, str(reply), now)
        if verdict in {Verdict.UNKNOWN, Verdict.UNREACHED}:
            record_bounce(self._journal.store, recipient.address, _status(reply), now, self._key, str(reply))

    def _stopped(self, reply: Reply) -> str:
        """Return why we stop; those who were refused in our place are queued again."""
        if len(self._ours) < MOST_OURS:
            return ""
        self._journal.requeue(self._key, self._ours)
        return f"le relais nous a refusés {MOST_OURS} fois de suite : {reply}"


def is_trouble(outcome: Outcome) -> bool:
    """Return whether the connection is in trouble, rather than one recipient."""
    if outcome.fate is Fate.ANSWERED:
        return judge(outcome.reply, outcome.stage) is Verdict.CLOSING
    return outcome.fate in {Fate.LOST, Fate.UNKNOWN}


def is_progress(outcome: Outcome) -> bool:
    """Return whether the relay has dealt with a message."""
    return outcome.fate is Fate.ANSWERED and not is_trouble(outcome)


def _status(reply: Reply) -> str:
    """Return the status (RFC 3463) that a refusal counts as."""
    return reply.status or (FULL if reply.code == 552 else _NO_REASON)
