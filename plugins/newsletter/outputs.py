"""The files of each letter, for the sender: HTML, text and message, under build/ and never public."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.build.output import Output, Told
from plugins.model.site import Identity, LetterHead, Site
from plugins.newsletter.checks import limits
from plugins.newsletter.compose import compose
from plugins.newsletter.composition import Composition
from plugins.newsletter.html import render_html
from plugins.newsletter.mail import render_mail
from plugins.newsletter.text import render_text


def outputs(site: Site) -> Iterator[Output]:
    """Yield three files a letter, in `lettres/2026-s48/`; none when the town sends no letter."""
    head = site.identity.letter
    if head is None:
        return
    for letter in site.letters:
        folder = letter.week.key
        given = {"composition": compose(site, letter), "identity": site.identity, "head": head}
        yield Output(f"{folder}/lettre.html", html_file, given, is_public=False)
        yield Output(f"{folder}/lettre.txt", text_file, given, is_public=False)
        yield Output(f"{folder}/lettre.eml", mail_file, given, is_public=False)


def html_file(composition: Composition, identity: Identity, head: LetterHead) -> Told:
    """Return the letter's HTML, UTF-8, and a problem for each limit of mailboxes that it breaks."""
    html = render_html(composition, identity, head)
    return Told(html.encode(), tuple(limits(composition.letter, html)))


def text_file(composition: Composition, identity: Identity, head: LetterHead) -> bytes:
    """Return the letter's text, UTF-8."""
    return render_text(composition, identity, head).encode()


def mail_file(composition: Composition, identity: Identity, head: LetterHead) -> bytes:
    """Return the letter's message."""
    return render_mail(composition, identity, head)
