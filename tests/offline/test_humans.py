"""humans.txt: who makes the site."""

from __future__ import annotations

from msgspec.structs import replace

from plugins.offline.humans import humans
from tests.towns import IDENTITY


def test_it_says_who_and_how_to_reach_them() -> None:
    """Name, line, postal address, mail and telephone are those of the town."""
    text = humans(IDENTITY, has_radio=False).decode()
    for told in (IDENTITY.name, IDENTITY.tagline, IDENTITY.postal, IDENTITY.mail, IDENTITY.phone, "https://villeneuve.example/", "français"):
        assert told in text


def test_a_town_without_a_telephone_or_a_radio_claims_none() -> None:
    """What is not there has no line."""
    text = humans(replace(IDENTITY, phone=""), has_radio=False).decode()
    assert "Téléphone" not in text
    assert "Podcasting" not in text
    assert "Podcasting 2.0" in humans(IDENTITY, has_radio=True).decode()
