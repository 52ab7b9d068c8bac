"""What a mail asks for, done in the database."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from functools import partial

from msgspec import Struct

from plugins.joining.asking import ask
from plugins.joining.bounces import Failure
from plugins.joining.envelopes import read_bounce_address
from plugins.joining.incoming import Incoming
from plugins.joining.judging import Action, Ask, Bounced, Confirm, Ignore, Leave, Read, Ways, judge
from plugins.joining.tokens import JOIN, read_token, token_key
from plugins.joining.wording import AGREED
from plugins.model.problem import Wrong
from plugins.subscribers.addresses import normalised
from plugins.subscribers.bounces import record_bounce
from plugins.subscribers.people import Consent, confirm, find, leave, person, stamp
from plugins.subscribers.store import key_of

DONE, TO_READ = "Traité", "À lire"
"""Folders of the mailbox: what is done with, and what a person must read."""
_BY_MAIL = "par courriel"


class Rules(Struct, frozen=True):
    """What deciding needs to know."""

    ways: Ways
    plus: bool
    """Whether failures come back to an address that tells whose they are: another report may be forged."""


def handle(connection: sqlite3.Connection, mail: Incoming, rules: Rules, now: datetime) -> str:
    """Do what a mail asks for, within the caller's transaction; return the folder that it belongs in."""
    whose = partial(read_token, token_key(key_of(connection)), JOIN, now=now)
    return _act(connection, judge(mail, rules.ways, whose), rules, now)


def _act(connection: sqlite3.Connection, action: Action, rules: Rules, now: datetime) -> str:
    match action:
        case Ask(address):
            return _ask(connection, address, now)
        case Confirm(subscriber):
            return DONE if confirm_now(connection, subscriber, now, _BY_MAIL) else TO_READ
        case Leave(address):
            return _leave(connection, address, now)
        case Bounced():
            return _bounce(connection, action, rules, now)
        case Ignore():
            return DONE
        case Read():
            return TO_READ


def confirm_now(connection: sqlite3.Connection, subscriber: int, now: datetime, source: str) -> bool:
    """Make somebody who was asked get the letter; return whether they get it now."""
    return confirm(connection, subscriber, Consent(stamp(now), source, AGREED), now)


def _ask(connection: sqlite3.Connection, address: str, now: datetime) -> str:
    try:
        ask(connection, normalised(address), now, _BY_MAIL)
    except Wrong:
        return TO_READ
    return DONE


def _leave(connection: sqlite3.Connection, address: str, now: datetime) -> str:
    """Make the writer leave; a person has to look for who writes from another address than the one that gets the letter."""
    try:
        found = find(connection, normalised(address))
    except Wrong:
        return TO_READ
    if found is None:
        return TO_READ
    leave(connection, found.id, now, _BY_MAIL)
    return DONE


def _bounce(connection: sqlite3.Connection, action: Bounced, rules: Rules, now: datetime) -> str:
    """Keep the failures of people whom we wrote to; what is about ourselves (5.7.x, and our address: 5.1.7, 5.1.8) is read too."""
    key = key_of(connection)
    named = next((found for address in action.to if (found := read_bounce_address(address, rules.ways.envelope, key))), None)
    if rules.plus and not named:
        return TO_READ if action.failures else DONE
    folder = DONE
    for failure in action.failures:
        address = _whose(connection, failure, named[0] if named else 0)
        is_ours = failure.status.startswith(("5.1.7", "5.1.8", "5.7."))
        if not address or is_ours:
            folder = TO_READ
        if address and not failure.status.startswith(("5.1.7", "5.1.8")):
            record_bounce(connection, address, failure.status, now, named[1] if named else "", failure.detail)
    return folder


def _whose(connection: sqlite3.Connection, failure: Failure, named: int) -> str:
    """Return our address of who did not get it: who is named by the envelope, since mail may have been sent on elsewhere."""
    if named:
        found = person(connection, named)
        return found.address if found else ""
    try:
        known = find(connection, normalised(failure.address))
    except Wrong:
        return ""
    return known.address if known else ""
