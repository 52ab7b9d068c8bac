"""`inv newsletter.pause` and `inv newsletter.resume`."""

from __future__ import annotations

from plugins.model.problem import Wrong
from plugins.sending.command import Wish, send_letter
from plugins.sending.journal import Journal
from plugins.sending.status import found
from plugins.subscribers.office import GOOD, Office


def pause(office: Office, week: str) -> int:
    """Pause a campaign, also while another command is sending it; return the exit status."""
    with office.store() as store:
        journal = Journal(store)
        campaign = found(journal, week)
        if campaign.state == "done":
            raise Wrong(f"La lettre {campaign.key} est partie.", "Il n'y a plus rien à arrêter.")
        journal.set_state(campaign.key, "paused")
    office.say(f"La lettre {campaign.key} est en pause. « inv newsletter.resume -s {campaign.key} » reprend.")
    return GOOD


def resume(office: Office, week: str, *, is_sure: bool) -> int:
    """Go on with a campaign that somebody has paused; return the exit status."""
    with office.store() as store:
        journal = Journal(store)
        campaign = found(journal, week)
        if campaign.state != "paused":
            raise Wrong(f"La lettre {campaign.key} n'est pas en pause.", f"« inv newsletter.status -s {campaign.key} » dit où elle en est.")
        journal.set_state(campaign.key, "sending")
    return send_letter(office, Wish(campaign.key, is_sure=is_sure))
