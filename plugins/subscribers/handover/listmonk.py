"""Giving subscribers and a campaign to listmonk (https://listmonk.app, its HTTP API as of version 6)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import suppress

from msgspec import Struct

from plugins.model.problem import Wrong
from plugins.newsletter.built import Built
from plugins.newsletter.leaving import leaving
from plugins.subscribers.addresses import folded, normalised
from plugins.subscribers.fault import Fault
from plugins.subscribers.handover.http import RefusedError, Service
from plugins.subscribers.people import active, is_suppressed

TEMPLATE = "Lettre entière"
_NOTHING_AROUND = '{{ template "content" . }}'
_LEAVE = "{{ UnsubscribeURL }}"
_CONFLICT = 409


class Given(Struct, frozen=True):
    """What listmonk took over."""

    added: int
    there: int
    """Already on its list."""
    left_alone: int
    """Known to it otherwise: they may have left there, so nobody but them puts them back."""
    gone: int
    """Left here since, and taken off its list."""


class _Member(Struct, frozen=True):
    number: int
    address: str
    gets_it: bool


def give_people(connection: sqlite3.Connection, service: Service, listed: int) -> Given:
    """Bring a list of listmonk up to date with ours; done again, it changes nothing. Raise Fault."""
    known = {folded(member.address): member for member in _members(service, listed)}
    gone = [member.number for member in known.values() if member.gets_it and is_suppressed(connection, member.address)]
    if gone:
        service.send("PUT", "/api/subscribers/lists", {"ids": gone, "action": "unsubscribe", "target_list_ids": [listed]})
    missing = [address for _, address in active(connection) if folded(address) not in known]
    added = sum(_added(service, listed, address) for address in missing)
    there = sum(member.gets_it for member in known.values()) - len(gone)
    return Given(added, there, len(missing) - added, len(gone))


def give_campaign(service: Service, listed: int, letter: Built, leave: str) -> bool:
    """Leave the letter in listmonk as a draft of a campaign; return False when it stands there already. Raise Fault."""
    if any(campaign.get("name") == letter.key for campaign in service.all("/api/campaigns")):
        return False
    service.send("POST", "/api/campaigns", {
        "name": letter.key, "subject": _escaped(letter.subject), "lists": [listed], "from_email": letter.sender, "type": "regular",
        "content_type": "html", "body": _html(letter.html, leave), "altbody": _text(letter.text), "messenger": "email",
        "template_id": _template(service),
    })  # fmt: skip
    return True


def _members(service: Service, listed: int) -> Iterator[_Member]:
    """Yield everybody whom the list knows; an address that we would not take cannot be one of ours."""
    for result in service.all("/api/subscribers", list_id=listed):
        states = [each.get("subscription_status") for each in result.get("lists") or () if each.get("id") == listed]
        with suppress(Wrong):
            yield _Member(int(result.get("id") or 0), normalised(str(result.get("email"))), "unsubscribed" not in states)


def _added(service: Service, listed: int, address: str) -> bool:
    """Add one person, whose consent we hold; return False when listmonk knows them already."""
    person = {"email": address, "name": address.partition("@")[0], "status": "enabled", "lists": [listed], "preconfirm_subscriptions": True}
    try:
        service.send("POST", "/api/subscribers", person)
    except RefusedError as refused:
        if refused.status != _CONFLICT:
            raise
        return False
    return True


def _template(service: Service) -> int:
    """Return the template that adds nothing to a letter, neither frame nor tracker; made where it is missing."""
    for _ in range(2):
        for template in service.all("/api/templates"):
            if template.get("name") == TEMPLATE:
                return int(template["id"])
        service.send("POST", "/api/templates", {"name": TEMPLATE, "type": "campaign", "body": _NOTHING_AROUND})
    raise Fault("listmonk ne garde pas le modèle de page : donnez à cet identifiant le droit de gérer les modèles.")


def _html(html: str, leave: str) -> str:
    """Return the letter as a template of listmonk: one leaves there, where the list is."""
    return _escaped(html).replace(leaving(leave), _LEAVE)


def _text(text: str) -> str:
    return f"{_escaped(text).rstrip()}\n\nNe plus recevoir cette lettre :\n{_LEAVE}\n"


def _escaped(text: str) -> str:
    """Return text that listmonk shows as it is (Go's text/template)."""
    return text.replace("{{", '{{ "{{" }}')
