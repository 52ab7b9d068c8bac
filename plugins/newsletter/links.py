"""Links that leave the site in a letter: whole addresses, tagged with the campaign and with nothing personal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

from plugins.model.entry import look_up
from plugins.model.letter import Letter
from plugins.model.site import Identity, Site

CAMPAIGN = "campagne"
"""Query parameter that names the letter, counted in the web log."""
_PAGES = ("/", ".html")
_INLINE = re.compile(r"(?P<before>\]\(\s*)<?(?P<target>[^\s()<>]+)>?(?P<after>[^()]*\))")
_LABEL = re.compile(r"^(?P<before> {0,3}\[[^\]]+\]:\s*)<?(?P<target>[^\s<>]+)>?(?P<after>)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Links:
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


def links_of(site: Site, letter: Letter) -> Links:
    """Return how a letter writes its links."""
    return Links(site.identity, letter.key)


def linked_markdown(site: Site, letter: Letter) -> str:
    """Return the editorial's Markdown with whole, tagged addresses in the place of file names."""

    def rewrite(match: re.Match[str]) -> str:
        href = links_of(site, letter).from_page(_on_page(site, letter, match["target"]), letter.address)
        return match["before"] + href + match["after"]

    return _LABEL.sub(rewrite, _INLINE.sub(rewrite, letter.body))


def _on_page(site: Site, letter: Letter, written: str) -> str:
    """Return the address, on the letter's page, of what its Markdown names: a text by its file, a picture, a page."""
    bare, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", unquote(re.sub(r"^\{\w+\}", "", written)), re.DOTALL).groups()  # type: ignore[union-attr]  # always matches
    path = normpath(bare.lstrip("/") if bare.startswith("/") else join(dirname(letter.path), bare))
    if bare.endswith(".md"):
        address = next((entry.address for entry in site.entries if entry.path == path), "")
        return site.identity.base + address + mark + rest if address else written
    if file := look_up(bare, letter.path, site.files):
        return site.identity.base + file.address
    return site.identity.base + written if written.startswith("/") else written
