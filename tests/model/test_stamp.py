"""One more key in a writer's header, and nothing else changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.header import read_header
from plugins.model.library import KNOWN_KEYS
from plugins.model.stamp import with_key

TEXT = "---\ntitre: Soupe\ndebut: 28/11/2026 14h\nmusiques:\n  une\n  deux\n---\n\nOn épluche.\n"


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        TEXT.replace("\n", "\r\n"),
        "\ufeff" + TEXT,
        "Title: Soupe\nDate: 2026-11-28\n\nOn épluche.",
        TEXT.replace("---", "—"),
        TEXT.replace("\n---\n", "\n\n---\n", 1),
    ],
)
def test_a_key_is_added_and_the_rest_stays(text: str) -> None:
    """Fenced or not, with any line ends: the new line is there, and without it the file is the old one to the byte."""
    new = with_key(text, "uid", "9b2d", KNOWN_KEYS)
    assert new is not None
    assert [field.value for field in read_header(new, KNOWN_KEYS).fields if field.key == "uid"] == ["9b2d"]
    assert new.replace("uid: 9b2d\r\n", "").replace("uid: 9b2d\n", "") == text


@pytest.mark.parametrize(
    "text", ["", "# Soupe", TEXT.replace("debut", "uid: 1\ndebut"), "---\ntitre: Soupe\n---\n", "---\ntitre: Soupe\nbla bla\ndebut: demain\n---\n"]
)
def test_a_header_that_is_not_sound_is_left_alone(text: str) -> None:
    """Where one cannot be sure, nothing is written."""
    assert with_key(text, "uid", "9b2d", KNOWN_KEYS) is None


@given(st.text(st.sampled_from("\n\r\t -—:.#aé\u0085\u2028titredebut")))
def test_whatever_is_written_nothing_is_lost(text: str) -> None:
    """In any text: either it is left alone, or the keys and the body are those that were there."""
    text = f"titre: a\n{text}"
    new = with_key(text, "uid", "9b2d", KNOWN_KEYS)
    before = read_header(text, KNOWN_KEYS)
    if new is not None:
        after = read_header(new, KNOWN_KEYS)
        assert after.body == before.body
        assert [(field.key, field.value) for field in after.fields if field.key != "uid"] == [(field.key, field.value) for field in before.fields]
