"""How to have the agenda in one's own calendar."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from msgspec import Struct

from plugins.model.site import Identity
from plugins.pages import announced, trails
from plugins.pages.choices import Group
from plugins.pages.page import Face


class Calendar(Struct, frozen=True):
    """A calendar to subscribe to."""

    label: str
    address: str
    """Its whole public address."""

    @property
    def webcal(self) -> str:
        """The link that opens the calendar application."""
        return f"webcal:{self.address.partition(':')[2]}"

    @property
    def google(self) -> str:
        """The link that adds it to Google's calendar, which takes a webcal address."""
        return f"https://calendar.google.com/calendar/render?cid={quote(self.webcal, safe='')}"


def subscribe_face(identity: Identity, groups: tuple[Group, ...], month: str) -> Face:
    """Return the page that says how to subscribe, with every calendar there is."""
    given = {"calendars": tuple(calendars(identity, groups)), "month": month}
    said = "Recevoir les rendez-vous dans le calendrier de son téléphone ou de son ordinateur."
    return Face("S’abonner à l’agenda", said, given=given, trail=trails.AGENDA, feeds=(announced.AGENDA,))


def calendars(identity: Identity, groups: tuple[Group, ...]) -> Iterator[tuple[str, tuple[Calendar, ...]]]:
    """Yield the calendars by the name of what they have in common."""
    whole = (("Tous les rendez-vous", "/agenda.ics"), ("Seulement ce qui vient", "/agenda/a-venir.ics"))
    yield "Tout l’agenda", tuple(Calendar(label, identity.absolute(address)) for label, address in whole)
    for group in groups:
        found = tuple(Calendar(choice.label, identity.absolute(choice.calendar)) for choice in group.choices if choice.calendar)
        if found:
            yield group.label, found
