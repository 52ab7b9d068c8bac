"""`inv newsletter.test`: a letter to a few people by name, marked as a test, before it goes to everybody."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from email.header import Header
from email.utils import format_datetime
from time import sleep

from plugins.model.problem import Wrong
from plugins.sending.campaign import Recipient
from plugins.sending.headers import Sender
from plugins.sending.journal import Journal
from plugins.sending.lane import Carrier, Fate, Outcome, Parcel
from plugins.sending.pace import Pace
from plugins.sending.replies import Verdict, judge
from plugins.sending.sendable import sendable
from plugins.sending.settings import Post, post
from plugins.sending.wire import Template, filled, stuffed, template
from plugins.subscribers.addresses import normalised
from plugins.subscribers.office import FAULT, GOOD, Office
from plugins.subscribers.people import stamp

MARK = "[Essai] "
CAMPAIGN = "essai"
"""What tests count as in the rate windows: hosts count them too."""
MOST = 20
"""Addresses; more is no test any more."""


def try_letter(office: Office, written: Sequence[str], week: str) -> int:
    """Send a letter to these addresses alone, outside the journal of campaigns; return the exit status."""
    addresses = list(dict.fromkeys(normalised(one) for one in written))
    if not 0 < len(addresses) <= MOST:
        raise Wrong(f"Un essai va à une adresse au moins, {MOST} au plus.", "Écrivez « inv newsletter.test jeanne@exemple.fr ».")
    letter = sendable(office.letters, week)
    with office.store() as store:
        journal = Journal(store)
        town = post(office, journal.key)
        cut = marked(template(letter.message), f"{MARK}{letter.subject}")
        outcomes = list(_carried(town, journal, [_parcel(cut, address, town.sender, office) for address in addresses]))
    for address, outcome in zip(addresses, outcomes, strict=True):
        office.say(f"{address} : {'parti' if _is_good(outcome) else outcome.reply}")
    return GOOD if all(map(_is_good, outcomes)) else FAULT


def marked(letter: Template, subject: str) -> Template:
    """Return a letter with another subject, and without a word on how to leave a list that its reader need not be on."""
    words = subject if subject.isascii() else Header(subject, "utf-8", header_name="Subject").encode(linesep="\r\n")
    return template(filled(letter, {"Subject": words, "List-Unsubscribe": "", "List-Unsubscribe-Post": ""}))


def _parcel(letter: Template, address: str, sender: Sender, office: Office) -> Parcel:
    values = {
        "To": f"<{address}>",
        "Date": format_datetime(office.now().astimezone(sender.zone)),
        "Message-ID": f"<{CAMPAIGN}.{secrets.token_hex(16)}@{sender.domain}>",
    }
    whole = filled(letter, values)
    return Parcel(Recipient(address, 0, 0), sender.envelope, stuffed(sender.sign(whole) + whole if sender.sign else whole))


def _carried(town: Post, journal: Journal, parcels: Sequence[Parcel]) -> Iterator[Outcome]:
    """Hand the messages over, one after the other, as fast as the relay allows."""
    way = town.way
    carrier, pace = Carrier(way.connect), Pace(way.caps)
    pace.recall(journal.last_sent(pace.remembered), way.clock.now(), way.clock.elapsed())
    for parcel in parcels:
        if (rest := pace.free_at() - way.clock.elapsed()) > 0:
            town.office.say("Attente, pour ne pas dépasser la limite du relais.")
            sleep(rest)
        pace.count(way.clock.elapsed())
        journal.sent(CAMPAIGN, stamp(way.clock.now()))
        yield carrier.carry(parcel, lambda: True)
    carrier.close()


def _is_good(outcome: Outcome) -> bool:
    return outcome.fate is Fate.ANSWERED and judge(outcome.reply, outcome.stage) is Verdict.ACCEPTED
