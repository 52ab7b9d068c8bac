"""Bodies of many hands become safe HTML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as parser

from plugins.content_types.links import Links
from plugins.content_types.markdown import Renderer, Target
from plugins.model.entry import File
from plugins.model.text import french_spaces

LINKS = Links({"evenements/2026/bal.md": "/agenda/2026/12/05/bal/"}, {"images/phare.png": File("images/phare.png", "aaaa", 480, 270, "c96")}, "")
PIECES = (
    "<", ">", "script", "img src=x", " onerror=alert(1)", "javascript:", "data:", "[a](", ")", "![a](", "`", "\n", "    ", "&#106;",
    "/", '"', "#", "[^1]", "[^1]: ", "|", "-", "*", "a",
)  # fmt: skip
RENDERER = Renderer()


def resolve(written: str, is_picture: bool) -> Target:
    """Resolve an address as from an event of 2026."""
    return LINKS.resolve("evenements/2026/soupe.md", written, is_picture)


def render(source: str) -> str:
    """Return the HTML of a body that has nothing wrong in it."""
    rendered = RENDERER.render(source, resolve)
    assert rendered.faults == ()
    return rendered.html


def test_raw_html_is_shown_as_text() -> None:
    """HTML in a body is shown as it was typed, never run."""
    rendered = RENDERER.render("<script>alert(1)</script>\n\nun <b>mot</b>", resolve)
    assert "<script" not in rendered.html
    assert "&lt;b&gt;mot&lt;/b&gt;" in rendered.html


@pytest.mark.parametrize("source", ["`<b>`", "    <b>", "3 < 4 et 5 > 2", "<https://val.example/?a=1&b=2>", "<bonjour@val.example>"])
def test_what_only_looks_like_html_is_not_told(source: str) -> None:
    """Code, comparisons and addresses between angle brackets are no HTML."""
    assert render(source)


def test_a_mail_address_between_brackets_is_a_link() -> None:
    """`<bonjour@val.example>` is a link to write to it."""
    assert 'href="mailto:bonjour@val.example"' in render("<bonjour@val.example>")


def test_the_highest_heading_stands_under_the_title() -> None:
    """Headings begin at h2 whatever the writer began with, and keep their order."""
    assert render("# Un\n\n## Deux\n\n# Trois") == "<h2>Un</h2>\n<h3>Deux</h3>\n<h2>Trois</h2>"
    assert render("#### Un\n\n##### Deux") == "<h2>Un</h2>\n<h3>Deux</h3>"


def test_a_picture_has_its_size_and_waits() -> None:
    """A picture of a body has its size, so that nothing jumps, and is loaded when it is near."""
    shown = '<img alt="Un phare" class="teinte-c96" height="270" loading="lazy" src="/images/phare.png" width="480">'
    assert shown in render("![Un phare](phare.png)")


def test_a_picture_has_copies_to_choose_from_and_paints_its_place() -> None:
    """A picture of a body is offered in the sizes and formats that the picture of a header is, and the picture itself stays at its address."""
    whole = render("Avant ![Un phare](phare.png) après")

    assert whole.startswith("<p>Avant <picture><source ")
    assert '/images/phare-png-400w.avif 400w, /images/phare-png-480w.avif 480w" type="image/avif">' in whole
    assert whole.index("image/avif") < whole.index("image/webp") < whole.index('<img alt="Un phare" class="teinte-c96"')
    assert whole.endswith("</picture> après</p>")


def test_footnotes_work_and_speak_french() -> None:
    """A footnote links there and back without a problem, in French."""
    html = render("Un mot[^1].\n\n[^1]: Sa note.")
    assert 'href="#fn:1"' in html
    assert "Revenir à l'appel de la note 1" in html


def test_one_body_leaves_nothing_in_the_next() -> None:
    """Footnotes and references of one body are not seen by the next."""
    render("Un mot[^1], [un lien][bal].\n\n[^1]: Sa note.\n\n[bal]: bal.md")
    assert render("Un mot[^1], [un lien][bal].") == "<p>Un mot[^1], [un lien][bal].</p>"


def test_french_marks_keep_their_space() -> None:
    """The spaces before double marks and inside guillemets become no-break where the writer typed one, and not in code."""
    assert french_spaces("Quoi ? « Oui » : non ; ah !") == "Quoi\u00a0? «\u00a0Oui\u00a0»\u00a0: non\u00a0; ah\u00a0!"
    assert render("`a ?`") == "<p><code>a ?</code></p>"


def test_a_fault_is_told_at_its_line() -> None:
    """A wrong link is told at the line where it stands."""
    rendered = RENDERER.render("Un\n\ndeux\n[trois](rien.md)", resolve)
    assert [fault.line for fault in rendered.faults] == [4]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_nothing_dangerous_gets_through(source: str) -> None:
    """A body without a fault holds no script, no event handler and no link that runs something."""
    rendered = RENDERER.render(source, resolve)
    if rendered.html.strip() and not any(fault.severity.value == "erreur" for fault in rendered.faults):
        for element in parser.fromstring(f"<div>{rendered.html}</div>").iter():
            assert element.tag != "script"
            assert not any(str(name).startswith("on") for name in element.attrib)
            assert not str(element.get("href", "")).strip().casefold().startswith(("javascript:", "data:", "vbscript:"))
            assert not str(element.get("src", "")).casefold().startswith(("javascript:", "data:"))


@given(st.text(max_size=60))
def test_rendering_never_fails(source: str) -> None:
    """Any text at all becomes HTML."""
    assert isinstance(RENDERER.render(source, resolve).html, str)
