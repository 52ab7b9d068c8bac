"""The HTML of a letter: one column that stands without `<style>`, since La Poste and SFR take it away."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.build.lately import by_identity
from plugins.model.mail_picture import mailed
from plugins.model.saying import when_dated
from plugins.model.site import Identity, LetterHead
from plugins.model.text import capital, french_spaces
from plugins.model.words import day_words
from plugins.newsletter import pictures, wording
from plugins.newsletter.composition import Composition
from plugins.newsletter.leaving import leaving
from plugins.newsletter.lines import folded

LETTERS_KEPT = 8
"""The message takes the HTML and the text that the files before it hold."""


def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalized,
    )
    made.filters.update(
        mailed=mailed, scaled=pictures.scaled, day_words=day_words, when_dated=when_dated, tel=_tel, host=lambda url: urlsplit(url).hostname,
        leaving=leaving, feature_lines=wording.feature_lines, line=wording.line, details=wording.details, regular_line=wording.regular_line,
        span=wording.span, others=wording.others, nothing=wording.nothing, capital=capital, unbroken=wording.unbroken,
        notice_line=wording.notice_line, issue_name=wording.issue_name, authors=wording.authors,
    )  # fmt: skip
    made.globals.update(dot=wording.DOT, words=wording)
    return made


def _finalized(value: object) -> object:
    """Return what a template shows with its French spaces; what is markup already has them."""
    return french_spaces(value) if type(value) is str else value


def _tel(phone: str) -> str:
    """Return a French number as a `tel:` link has it (RFC 3966)."""
    return "+33" + phone.replace(" ", "")[1:]


_ENVIRONMENT = _environment()


@by_identity(LETTERS_KEPT)
def render_html(composition: Composition, identity: Identity, head: LetterHead) -> str:
    """Return the letter as a whole HTML document, its styles on each element, no line over 998 bytes (RFC 5322 §2.1.1)."""
    from plugins.newsletter.inlining import inlined

    page = _ENVIRONMENT.get_template("letter.html").render(it=composition, identity=identity, head=head)
    return folded(inlined(page.strip()))
