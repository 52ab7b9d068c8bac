"""The manifest: what a home screen shows and opens."""

from __future__ import annotations

import json
from typing import Any

import pytest

from plugins.offline.manifest import manifest, short_name


def said(base: str = "") -> Any:
    """Return the manifest of a town, read."""
    return json.loads(manifest("Maisons de Villeneuve", "Trois maisons, un agenda", base))


def test_it_names_the_site_in_french() -> None:
    """Name, short name, language and one line are those of the town."""
    found = said()
    assert (found["name"], found["short_name"], found["description"]) == ("Maisons de Villeneuve", "Maisons", "Trois maisons, un agenda")
    assert (found["lang"], found["dir"]) == ("fr", "ltr")


def test_a_site_in_a_folder_stays_in_it() -> None:
    """Where a site lies in a folder of its host, so does everything that the manifest opens or shows."""
    found = said("/centre")
    opened = [found[key] for key in ("id", "start_url", "scope")] + [one["url"] for one in found["shortcuts"]]
    assert all(address.startswith("/centre/") for address in [*opened, *(icon["src"] for icon in found["icons"])])
    assert found["start_url"] == found["scope"] == "/centre/"


def test_it_can_be_installed() -> None:
    """The icons that home screens ask for are named, one of them with room for any mask, and one can go back."""
    found = said()
    assert {(icon["sizes"], icon["purpose"]) for icon in found["icons"]} == {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")}
    assert found["display"] == "minimal-ui"


def test_what_people_open_most_is_a_shortcut() -> None:
    """A long press on the icon offers today and the weekend."""
    assert [one["name"] for one in said()["shortcuts"]][:2] == ["Aujourd’hui", "Ce week-end"]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Maisons de quartier", "Maisons"),
        ("Les maisons du Val", "Les maisons"),
        ("La Fabrique", "La Fabrique"),
        ("Le Phare", "Le Phare"),
        ("Maison d’ Ici", "Maison"),
        ("Anticonstitutionnelle", "Anticonstitutionnelle"),
        ("Anticonstitutionnelle Maison", "Anticonstitutionnelle Maison"),
    ],
)
def test_a_short_name_is_of_whole_words(name: str, short: str) -> None:
    """Under an icon stand the first words that fit, none of them left hanging."""
    assert short_name(name) == short
