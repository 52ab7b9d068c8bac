"""What every letter owes its readers: to be read elsewhere, to be left, and to say who writes and why."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsletter.lint.facts import Broken
from plugins.newsletter.lint.page import Page, words_of


def online(page: Page) -> Iterator[Broken]:
    """Yield a letter whose first link is not its page on the site."""
    first = next(page.all("a"), None)
    if first is None or not first.get("href", "").startswith(page.facts.online) or "en ligne" not in words_of(first).casefold():
        yield Broken("voir en ligne", "le premier lien n'est pas « Voir en ligne », vers la page de la lettre.")


def left(page: Page) -> Iterator[Broken]:
    """Yield a letter that cannot be left: a link for most, and the address in letters, since Orange's telephones open no `mailto:`."""
    leave = page.facts.leave
    links = [link for link in page.all("a") if leave in link.get("href", "")]
    if not links or leave not in words_of(page.body):
        yield Broken("se désabonner", f"il manque le lien pour ne plus la recevoir, ou l'adresse {leave} en toutes lettres.")


def signed(page: Page) -> Iterator[Broken]:
    """Yield a letter that does not say who sends it from where, and why one gets it."""
    said = words_of(page.body)
    for name, words in (("l'adresse postale", page.facts.postal), ("la raison pour laquelle on la reçoit", page.facts.reason)):
        if not words or _plain(words) not in _plain(said):
            where = "POSTAL_ADDRESS" if name.endswith("postale") else "LETTER, reason"
            yield Broken("mentions du pied", f"il manque {name}.", f"Donnez-la dans pelicanconf.py ({where}).")


def _plain(text: str) -> str:
    """Return the text with plain spaces and apostrophes."""
    return " ".join(text.replace("’", "'").split())
