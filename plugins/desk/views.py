"""The ways in which a letter is looked at before it leaves: its HTML as one mail program or another shows it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

_DARK = re.compile(r"\(\s*prefers-color-scheme\s*:\s*dark\s*\)")
_STYLE = re.compile(r"<style[^>]*>.*?</style>", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r'(?<=\ssrc=")[^"]*(?=")')
_HEAD = re.compile(r"<head[^>]*>", re.IGNORECASE)
WIDTHS = ((320, "Téléphone"), (640, "Ordinateur"))
"""CSS pixels, and what has a screen of that width."""


class View(Struct, frozen=True):
    """One way to look at a letter."""

    name: str
    """Of its file."""
    title: str
    is_dark: bool = False
    has_pictures: bool = True
    has_style: bool = True


VIEWS = (
    View("clair", "En clair"),
    View("sombre", "En sombre", is_dark=True),
    View("sans-images", "Sans les images", has_pictures=False),
    View("sans-style", "Sans <style>, comme à La Poste et chez SFR", has_style=False),
)


def viewed(html: str, view: View, pictures: Mapping[str, str]) -> str:
    """Return a letter's HTML as a view shows it, with nothing that is fetched: pictures are those of this machine, by their address in the letter."""
    page = _SOURCE.sub(lambda match: pictures.get(match[0], "") if view.has_pictures else "", html)
    page = _in_scheme(page, is_dark=view.is_dark) if view.has_style else _STYLE.sub("", page)
    return _HEAD.sub(lambda match: match[0] + _guard(view), page, count=1)


def _in_scheme(page: str, *, is_dark: bool) -> str:
    """Return the page with its rules for the dark always or never on, whatever the machine prefers."""
    head, mark, body = page.partition("<body")
    head = _DARK.sub("(min-width: 0)" if is_dark else "(max-width: 0)", head)
    return head.replace("light dark", "dark" if is_dark else "light") + mark + body


def _guard(view: View) -> str:
    """Return what keeps the page from the network, and opens its links beside it."""
    pictures = "file:" if view.has_pictures else "'none'"
    policy = f"default-src 'none'; style-src 'unsafe-inline'; img-src {pictures}"
    return f'\n<meta http-equiv="Content-Security-Policy" content="{policy}">\n<base target="_blank">'
