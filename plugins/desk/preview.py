"""The page that shows a letter in all its views, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.desk.contents import counts
from plugins.desk.views import VIEWS, WIDTHS, viewed
from plugins.model.site import LetterHead
from plugins.model.text import french_spaces
from plugins.model.words import day_words, size_words
from plugins.newsletter.composition import Composition

INDEX = "index.html"
_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    finalize=lambda value: french_spaces(value) if type(value) is str else value,
)  # fmt: skip


def files(composition: Composition, head: LetterHead, html: str, text: str, pictures: Mapping[str, str]) -> Mapping[str, bytes]:
    """Return the files of a preview by name: INDEX, and one for each view."""
    page = _ENVIRONMENT.get_template("preview.html").render(
        letter=composition.letter, head=head, day=day_words(composition.letter.day), counts=counts(composition),
        size=size_words(len(html.encode())), views=VIEWS, widths=WIDTHS, text=text,
    )  # fmt: skip
    views = {f"{view.name}.html": viewed(html, view, pictures) for view in VIEWS}
    return {name: content.encode() for name, content in {INDEX: page, **views}.items()}
