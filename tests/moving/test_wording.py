"""Descriptions of elsewhere in our words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.content_types.links import Links
from plugins.content_types.markdown import Renderer
from plugins.model.chapter import Chapter
from plugins.moving.wording import plain, wording


def test_the_first_paragraph_is_the_summary() -> None:
    """Said once: it leaves the body, unless it has links or emphasis that a summary cannot hold."""
    found = wording("<p>On parle.</p><p>On <b>chante</b>.</p>")
    assert (found.summary, found.body) == ("On parle.", "On **chante**.")
    found = wording('<p>On <a href="https://a.example/">parle</a>.</p><p>Puis on chante.</p>')
    assert (found.summary, found.body) == ("On parle.", "On [parle](https://a.example/).\n\nPuis on chante.")


def test_a_long_paragraph_is_shortened() -> None:
    """Whole sentences where they fit, else words; the body keeps everything."""
    found = wording(f"<p>Une phrase. {'Deux mots ' * 40}</p>")
    assert found.summary == "Une phrase."
    assert found.body.startswith("Une phrase. Deux mots")
    found = wording(f"<p>{'mots ' * 100}</p>")
    assert len(found.summary) <= 300
    assert found.summary.endswith("mots…")


def test_plain_text_stays_plain() -> None:
    """A text without HTML keeps its lines and its signs."""
    found = wording("Rock & cave\n\n3 * 4 = 12, 1 < 2 ?\n- un\n- deux")
    assert found.summary == "Rock & cave"
    assert "3 \\* 4" in found.body
    assert "- un\n- deux" in found.body


@pytest.mark.parametrize(
    "text",
    [
        "<p>Ici.</p><p>00:00 Un<br>(12:30) Deux<br>[01:00:00] – Trois</p>",
        "Ici.\n\n00:00 - Un\n12:30 : Deux\n1:00:00 Trois",
        '<p>Ici.</p><ul><li>00:00:00 Un</li><li><a href="https://a.example/?t=750">12:30</a> Deux</li><li>01:00:00 Trois</li></ul>',
    ],
)
def test_moments_in_a_text_are_chapters(text: str) -> None:
    """Three or more lines that begin with a time; the page shows them as chapters, so the text need not."""
    found = wording(text)
    assert found.chapters == (Chapter(0, "Un"), Chapter(750, "Deux"), Chapter(3600, "Trois"))
    assert (found.summary, found.body) == ("Ici.", "")


def test_a_time_in_a_text_is_no_chapter() -> None:
    """One or two lines with an hour may be a programme of the day."""
    found = wording("On se retrouve :\n\n18:00 Accueil\n19:30 Soupe")
    assert found.chapters == ()
    assert "18:00 Accueil" in found.body


def test_what_hosts_append_is_left_out() -> None:
    """It is about the old host's rules."""
    text = '<p>Ici.</p><p>Hébergé par Ausha. Visitez <a href="https://ausha.co/politique">ausha.co/politique</a> pour plus d\'informations.</p>'
    assert (wording(text).summary, wording(text).body) == ("Ici.", "")


@given(st.text(st.sampled_from("ab<>&/*_[]()`#-1. \n:'\"\\!é"), max_size=80))
def test_any_text_is_shown_safely(text: str) -> None:
    """Whatever a stranger wrote, no HTML and no link that is not allowed comes out, and nothing breaks."""
    found = wording(text)
    rendered = Renderer().render(found.body, lambda href, is_picture: Links({}, {}, "").resolve("bobine/a.md", href, is_picture))
    assert "<script" not in rendered.html
    assert [fault for fault in rendered.faults if fault.severity.value == "erreur"] == []


def test_marks_are_taken_off() -> None:
    """A summary and a chapter's title show words, not Markdown."""
    assert plain("\\*a\\* **b** [c](https://d.example/) <https://e.example/> 3 \\* 4 &lt;f") == "*a* b c https://e.example/ 3 * 4 <f"
