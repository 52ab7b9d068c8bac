"""The files of each letter, for the sender: HTML, text and message, under build/ and never public."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.build.output import Group, Output, Told
from plugins.model.site import Identity, LetterHead, Site
from plugins.newsletter.checks import facts
from plugins.newsletter.compose import composed
from plugins.newsletter.composition import Composition
from plugins.newsletter.gathering import gathered
from plugins.newsletter.html import render_html
from plugins.newsletter.lint.html import html_problems
from plugins.newsletter.lint.message import message_problems
from plugins.newsletter.lint.text import text_problems
from plugins.newsletter.mail import render_mail
from plugins.newsletter.material import Material
from plugins.newsletter.text import render_text


def outputs(site: Site) -> Iterator[Group]:
    """Yield the files of the letters of each month; none when the town sends no letter."""
    if site.identity.letter is not None:
        for month, materials in gathered("letters", site).items():
            yield Group(f"letters {month}", of_month, {"materials": materials, "identity": site.identity, "head": site.identity.letter})


def of_month(materials: tuple[Material, ...], identity: Identity, head: LetterHead) -> Iterator[Output]:
    """Yield three files a letter, in `lettres/2026-s48/` or `lettres/le-fil-47/`."""
    for material in materials:
        folder = material.letter.key
        given = {"composition": composed(folder, material), "identity": identity, "head": head}
        yield Output(f"{folder}/lettre.html", html_file, given, is_public=False)
        yield Output(f"{folder}/lettre.txt", text_file, given, is_public=False)
        yield Output(f"{folder}/lettre.eml", mail_file, given, is_public=False)


def html_file(composition: Composition, identity: Identity, head: LetterHead) -> Told:
    """Return the letter's HTML, UTF-8, and a problem for each rule that it breaks."""
    html = render_html(composition, identity, head)
    return Told(html.encode(), tuple(html_problems(html, facts(composition, identity, head))))


def text_file(composition: Composition, identity: Identity, head: LetterHead) -> Told:
    """Return the letter's text, UTF-8, and a problem for each rule that it breaks."""
    text = render_text(composition, identity, head)
    return Told(text.encode(), tuple(text_problems(text, facts(composition, identity, head))))


def mail_file(composition: Composition, identity: Identity, head: LetterHead) -> Told:
    """Return the letter's message, and a problem for each rule that it breaks."""
    data = render_mail(composition, identity, head)
    return Told(data, tuple(message_problems(data, facts(composition, identity, head))))
