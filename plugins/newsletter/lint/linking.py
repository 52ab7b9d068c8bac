"""Links that lead somewhere from a mailbox, say where, and tell nobody who followed them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from plugins.newsletter.lint.facts import Broken
from plugins.newsletter.lint.page import Page, words_of

_WHOLE = ("https://", "http://", "mailto:", "tel:")
_EMPTY = {
    "ici", "là", "lien", "ce lien", "le lien", "cliquez ici", "cliquer ici", "clique ici", "par ici", "suite", "la suite", "lire", "lire la suite",
    "lire plus", "en savoir plus", "savoir plus", "plus", "plus d'infos", "plus d'informations", "voir", "voir plus", "page", "cette page", "site",
}  # fmt: skip
"""Link texts that say nothing when they are read alone, as a screen reader lists them (WCAG 2.2, 2.4.4)."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def whole(page: Page) -> Iterator[Broken]:
    """Yield links that lead nowhere from a mailbox."""
    for link in page.all("a", "area"):
        href = link.get("href", "")
        if href.startswith("#") or (not href and link.get("name")):
            yield Broken("ancres", f"« {words_of(link)} » mène dans la lettre même : Gmail, Orange, La Poste et SFR n'y vont pas.")
        elif not href.startswith(_WHOLE):
            what = f"« {words_of(link)} » mène à « {href} », qui n'est pas une adresse entière."
            yield Broken("liens entiers", what, "Écrivez l'adresse entière, ou le nom d'un fichier de content/.")


def tagged(page: Page) -> Iterator[Broken]:
    """Yield links to pages of the site that do not carry the campaign, and it alone: a link for each reader would follow them."""
    site = f"{page.facts.url}/"
    for link in page.all("a", "area"):
        parts = urlsplit(link.get("href", ""))
        if not link.get("href", "").startswith(site) or not (parts.path.endswith(("/", ".html")) or not parts.path):
            continue
        if parts.query.split("&")[-1] != page.facts.tag or "campagne" in parts.query.removesuffix(page.facts.tag):
            yield Broken("campagne", f"« {link.get('href')} » ne porte pas « {page.facts.tag} » à la fin.")


def telling(page: Page) -> Iterator[Broken]:
    """Yield links whose words say nothing."""
    for link in page.all("a"):
        said = words_of(link).casefold().replace("’", "'").strip(" .…:!>»«→")
        if not said and any(image.get("alt") for image in link.iter("img")):
            continue
        if not said or said in _EMPTY or _is_address(link, said):
            what = f"le lien « {words_of(link)} » ne dit pas où il mène."
            yield Broken("texte des liens", what, "Mettez dans le lien les mots qui disent ce qu'on y trouve : « [le programme de décembre](…) ».")


def _is_address(link: HtmlElement, said: str) -> bool:
    """Return whether a link shows a long address; that of a home page is a name."""
    return bool(_ADDRESS.fullmatch(said)) and len(urlsplit(link.get("href", "")).path) > 1
