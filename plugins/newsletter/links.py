"""Links that leave the site in a letter: whole addresses, tagged with the campaign and with nothing personal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

from msgspec import Struct

from plugins.build.lately import by_identity
from plugins.model.letter import Letter
from plugins.model.site import Identity

CAMPAIGN = "campagne"
"""Query parameter that names the letter, counted in the web log."""
_PAGES = ("/", ".html")
_INLINE = re.compile(r"(?P<before>\]\(\s*)<?(?P<target>[^\s()<>]+)>?(?P<after>[^()]*\))")
_LABEL = re.compile(r"^(?P<before> {0,3}\[[^\]]+\]:\s*)<?(?P<target>[^\s<>]+)>?(?P<after>)", re.MULTILINE)


class Links(Struct, frozen=True):
    """How the links of one letter are written."""

    identity: Identity
    campaign: str
    """`2026-s48`, `le-fil-47`; every reader gets the same."""

    def page(self, address: str) -> str:
        """Return the whole address of a page of the site, tagged."""
        return self.tag(self.identity.absolute(address))

    def file(self, address: str) -> str:
        """Return the whole address of a picture; it needs no tag."""
        return self.identity.absolute(address)

    def tag(self, href: str) -> str:
        """Return the link with the campaign when it leads to a page of the site; any other link unchanged."""
        parts = urlsplit(href)
        if not href.startswith(f"{self.identity.url}/") or not parts.path.endswith(_PAGES):
            return href
        query = f"{parts.query}&" if parts.query else ""
        return urlunsplit(parts._replace(query=f"{query}{CAMPAIGN}={self.campaign}"))

    def from_page(self, href: str, address: str) -> str:
        """Return a link of the page at an address as one of the letter; `#note` leads to that page, since mailboxes drop anchors."""
        whole, url = urljoin(self.identity.url + address, href), self.identity.url
        return self.page(whole.removeprefix(url)) if whole.startswith(f"{url}/") else whole


def linked_markdown(letter: Letter, links: Links, leads: Mapping[str, str]) -> str:
    """Return the editorial's Markdown with whole, tagged addresses in the place of what is written there."""

    def rewrite(match: re.Match[str]) -> str:
        written = match["target"]
        return match["before"] + links.from_page(leads.get(written, written), letter.address) + match["after"]

    return _LABEL.sub(rewrite, _INLINE.sub(rewrite, letter.body))


class Target(Struct, frozen=True):
    """What a link of the Markdown of a letter names."""

    written: str
    name: str
    """Without what stands around the name of a file."""
    path: str
    """From the content folder, if it is a text."""
    end: str
    """`#venir`, `?mois=12`; empty for the whole."""


@by_identity()
def targets(letter: Letter) -> tuple[Target, ...]:
    """Return what the links of the Markdown of a letter name."""
    found = (match["target"] for pattern in (_INLINE, _LABEL) for match in pattern.finditer(letter.body))
    return tuple(_target(written, letter.path) for written in found)


def _target(written: str, source: str) -> Target:
    name, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", unquote(re.sub(r"^\{\w+\}", "", written)), re.DOTALL).groups()  # type: ignore[union-attr]  # always matches
    path = normpath(name.lstrip("/") if name.startswith("/") else join(dirname(source), name))
    return Target(written, name, path, mark + rest)
