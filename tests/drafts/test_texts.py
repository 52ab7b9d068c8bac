"""Texts of other agendas as Markdown and as values of a header."""

from __future__ import annotations

from datetime import date
from html import escape, unescape
from re import sub

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.content_types.links import Links
from plugins.content_types.markdown import Rendered, Renderer
from plugins.drafts.draft import one_line, written
from plugins.drafts.lines import content_lines
from plugins.drafts.markdown import from_text, safe_address
from plugins.drafts.names import Names, slug_of
from plugins.drafts.rich_text import from_html
from plugins.model.header import read_header
from plugins.model.library import KNOWN_KEYS
from plugins.model.text import clean

RENDERER = Renderer()
SIGNS = st.text(st.one_of(st.characters(), st.sampled_from("*_`[]()<>#!\\&-+=|~:;.1 \n\t\"'/")), max_size=200)


def rendered(markdown: str) -> Rendered:
    """Return what our own renderer makes of a body."""
    links = Links({}, {}, "")
    return RENDERER.render(markdown, lambda written, is_picture: links.resolve("x.md", written, is_picture))


def words(text: str) -> str:
    """Return the letters and digits of a text."""
    return "".join(c for c in text if c.isalnum())


@given(SIGNS)
def test_plain_text_reads_back_as_itself(text: str) -> None:
    """Whatever is typed, the body has no fault, no heading and no picture, and every letter is there."""
    found = rendered(from_text(text))
    assert found.faults == ()
    assert "<h" not in found.html.replace("<hr", "")
    assert "<img" not in found.html
    if "://" not in text and not any(c.isdigit() for c in text):
        assert words(unescape(sub(r"<[^>]*>", "", found.html))) == words(clean(text))


@given(SIGNS)
def test_html_is_never_let_through(text: str) -> None:
    """Whatever HTML comes in, the body has no fault and no tag but ours."""
    found = rendered(from_html(f"<p>{text}<b>{escape(text)}</b><a href='{escape(text)}'>x</a></p>"))
    assert found.faults == ()
    assert "<script" not in found.html
    assert 'href="javascript' not in found.html


@given(SIGNS)
def test_a_value_reads_back_as_written(text: str) -> None:
    """A line of a header is one line, and our reader finds in it what was put there."""
    value = one_line(text)
    (title, end) = read_header(written((("titre", value), ("fin", "1h")), ""), KNOWN_KEYS).fields
    assert (title.value, end.value) == (value, "1h")


@given(SIGNS, SIGNS)
def test_a_name_is_a_clean_address(title: str, other: str) -> None:
    """A path stays in its folder, has no sign that means something to a disk, and no two are the same."""
    names = Names()
    paths = [names.new(words, date(2026, 12, 5)) for words in (title, other, title)]
    assert len({path.casefold() for path in paths}) == 3
    for path in paths:
        folder, year, name = path.split("/")
        assert (folder, year) == ("evenements", "2026")
        assert name.removesuffix(".md").replace("-", "").isalnum()
        assert len(name) < 100


@given(st.binary(max_size=300))
def test_any_bytes_are_lines(data: bytes) -> None:
    """No bytes stop the reader of lines, and none of them leaves a control character."""
    assert not any(ord(c) < 9 for line in content_lines(data) for c in line)


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>Un</p><p>Deux<br>lignes</p>", "Un\n\nDeux  \nlignes"),
        ("<h1>Titre</h1>texte", "## Titre\n\ntexte"),
        ("<ul><li>un</li><li>deux</ul>fin", "- un\n- deux\n\nfin"),
        ("<ol><li>un<li>deux</ol>", "1. un\n2. deux"),
        ("<b> gras </b>et<i>penché</i>", "**gras** et*penché*"),
        ("<a href='https://exemple.fr/a b'>ici</a>", "[ici](https://exemple.fr/a%20b)"),
        ("<a href='javascript:alert(1)'>ici</a>", "ici"),
        ("<a href='https://exemple.fr'>https://exemple.fr</a>", "<https://exemple.fr>"),
        ("a<script>b</script>c<style>d</style>", "ac"),
        ("1 &lt; 2 &amp; 3&nbsp;€", "1 &lt; 2 & 3 €"),
        ("<table><tr><td>lundi</td><td>14h</td></tr><tr><td>mardi</td></tr></table>", "lundi 14h\n\nmardi"),
        ("<img src='https://exemple.fr/a.png' alt='Affiche'>", "[Affiche](https://exemple.fr/a.png)"),
        ("<b>jamais fermé", "**jamais fermé**"),
        ("# pas un titre", "\\# pas un titre"),
    ],
)
def test_html_becomes_plain_markdown(html: str, markdown: str) -> None:
    """Paragraphs, headings, lists, bold, italic and links stay; all else is its text, or nothing."""
    assert from_html(html) == markdown


@pytest.mark.parametrize("written", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//exemple.fr", "../x", ""])
def test_an_address_that_may_not_be_linked_is_none(written: str) -> None:
    """Only what our bodies may link to is an address."""
    assert safe_address(written) == ""


def test_a_long_title_is_cut_between_words() -> None:
    """The end of an address stays readable."""
    assert (
        slug_of("Un titre vraiment très long qui raconte toute l'histoire de la maison")
        == "un-titre-vraiment-tres-long-qui-raconte-toute-l-histoire-de"
    )
