"""The statement of accessibility that French law asks for (law 2005-102, article 47; RGAA 4.1.2), with the state of the last audit."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from plugins.model.audit import Audit, Tool
from plugins.model.conformity import ADDRESS, Review, conformity
from plugins.model.page import Page as ContentPage
from plugins.model.site import Identity, Site
from plugins.model.text import fold, listed
from plugins.pages.page import Face, Page, picture_of

BARRIERS = "contenus non accessibles"
"""The heading, folded, under which a town names what cannot be read by all: it takes the place that the law has for it."""
_SECTION = re.compile(r"(?=<h2[\s>])")
_HEADING = re.compile(r"<h2[^>]*>(.*?)</h2>", re.DOTALL)


class Own(Struct, frozen=True):
    """A town's own text, taken apart by its headings of the second level."""

    opening: str = ""
    """What stands before the first of them."""
    barriers: str = ""
    """What stands under BARRIERS."""
    rest: str = ""
    """The other sections."""


class Known(Struct, frozen=True):
    """What the site itself tells of its state."""

    state: str
    """As the law calls it: `non conforme`."""
    review: Review | None
    untold: int
    """Episodes without a transcript."""
    papers: int
    """Issues that are also PDF, which nobody has reviewed."""

    @property
    def rate(self) -> str:
        """The rate of the review as it is read: `82,5`."""
        return f"{self.review.rate:f}".replace(".", ",") if self.review else ""


def statement_page(site: Site) -> Page:
    """Return the page of the statement; what a town wrote at its address stands in it."""
    entry = next((entry for entry in site.pages if entry.address == ADDRESS), None)
    html = site.html.get(entry.path, "") if entry else ""
    return Page(
        ADDRESS, "statement", statement_face, {"identity": site.identity, "entry": entry, "html": html, "audit": site.audit, "known": known(site)}
    )


def known(site: Site) -> Known:
    """Return what the site tells of its state."""
    heard = site.aired if site.identity.show else ()
    return Known(
        state=conformity(site.review, site.today).value,
        review=site.review,
        untold=sum(episode.transcript is None for episode in heard),
        papers=sum(issue.pdf is not None and site.is_out(issue) for issue in site.issues),
    )


def statement_face(identity: Identity, entry: ContentPage | None, html: str, audit: Audit | None, known: Known) -> Face:
    """Return the statement."""
    title, lead = (entry.title, entry.summary) if entry else ("Déclaration d’accessibilité", "")
    days = [found.day for found in (audit, known.review) if found]
    given = {
        "identity": identity,
        "title": title,
        "lead": lead,
        "picture": entry.picture if entry else None,
        "own": own(html),
        "known": known,
        "audit": audit,
        "tools": named(audit.tools if audit else ()),
        "browsers": named(audit.browsers if audit else ()),
        "day": max(days, default=None),
    }
    said = f"Ce site est {known.state} avec les règles françaises d’accessibilité (RGAA). Ce qui manque, et comment nous le dire."
    return Face(title, lead or said, picture_of(entry) if entry else None, given)


def own(html: str) -> Own:
    """Return the parts of a town's text."""
    opening, *sections = _SECTION.split(html)
    titled = [(fold(match[1]) if (match := _HEADING.match(section)) else "", section) for section in sections]
    barriers = "".join(_HEADING.sub("", section, count=1) for title, section in titled if title == BARRIERS)
    return Own(opening, barriers.strip(), "".join(section for title, section in titled if title != BARRIERS))


def named(tools: Iterable[Tool]) -> str:
    """Return programs with their versions, as a sentence lists them."""
    return listed(f"{tool.name}\u00a0{tool.version}" for tool in tools)
