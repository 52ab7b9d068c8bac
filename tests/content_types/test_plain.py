"""Plain bodies are read without the library, and become the very same HTML."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import corpus
from plugins.content_types import plain
from plugins.content_types.markdown import Renderer, Target
from plugins.model.copies import offer
from plugins.model.entry import File
from plugins.model.header import read_header
from plugins.model.library import KNOWN_KEYS
from plugins.model.problem import Wrong

ROOT = Path(__file__).parents[2]
RENDERER = Renderer()
ADDRESSES = ("a.md", "b_c.md#d", "/agenda/", "mailto:bonjour@val.example", "https://val.example/?q=1", "img/é.jpg", "refusé.png", "tel:+33475")
WORDS = ("mot", "« oui »", "quoi ?", "l’été", "2 €", "12.", "a-b", "–", "(ici)", "!", '"', "\u00a0;", "«", ": a", "- a", "+ a", "= b", "1. a")
LINKS = tuple(f"{mark}[{words}]({address})" for mark in ("", "!") for words in ("mot", "« quoi ? »", "(10 €)", "!") for address in ADDRESSES)
STARRED = tuple(f"{star}{words}{star}" for star in ("*", "**") for words in ("mot", "« oui » !", "12.", ";", "l’été, [là](a.md) ?", *LINKS[::7]))
STARTS = ("mot", "(ici)", "«\u00a0oui", "!", "l’été", "1", "–", *LINKS, *STARRED)
NASTY = (
    *"*_`[]()<>&#!|\\~^{}:;.,-+='\"1a \n\t\r\x02\x03\x0b\x0c\x1c\x7f\x85\xa0\u2003\u2028\u202f\u3000é«»",
    "**", "***", "_a_", "`a`", "'a'", "\\*", "[^1]", "]: ", "](a.md)", "[a", "![", "<b>", "&amp;", "&lt", "<a@b.fr>", "<https://a.fr>",
    "\n\n", "  \n", "\n    ", "\n- ", "- ", "\n12. ", "12. ", "١. ", "\n> ", "\n# ", "#####", "\n---\n", "\n=\n", "\n***\n", "[a]: b", "a|b\n:-|-\n",
    "klzzwxh:0000",
)  # fmt: skip
ONE_OF_EACH = (
    "a. *b* **c !** d", "a[b](c.md) ![d](e.png)!", "*[a](b.md)* **a [b](c.md)**", "a.  \nb\n*c*\n\nd !",
    "## a. *b* !\n\n# c", "- a.\n- *b* !\n- c\n\nd", "> a.\n> *b* !\n\nc",
)  # fmt: skip
"""Small texts of all that is plain."""


def block(mark: str, end: str, lines: list[str]) -> str:
    """Return a paragraph, list, quote, or heading of one line; a line may end in spaces."""
    return "\n".join(f"{mark}{line}{end}" for line in (lines[:1] if "#" in mark else lines))


def spoilt(source: str, place: int, piece: str) -> str:
    """Return the text with a piece put in somewhere."""
    place %= len(source) + 1
    return source[:place] + piece + source[place:]


LINE = st.builds("{} {}".format, st.sampled_from(STARTS), st.lists(st.sampled_from(WORDS + LINKS + STARRED), max_size=4).map(" ".join))
BLOCK = st.builds(
    block,
    st.sampled_from(["", "- ", "> ", *("#" * level + " " for level in range(1, 7))]),
    st.sampled_from(["", " ", "  ", "   "]),
    st.lists(LINE, min_size=1, max_size=3),
)
SIMPLE = st.lists(BLOCK, max_size=4).map("\n\nmot\n\n".join)
"""What people write: never two lists or two quotes in a row."""
NEARLY = st.builds(spoilt, SIMPLE, st.integers(0), st.sampled_from(NASTY + LINKS + STARRED))
IN_A_ROW = st.builds(str.join, st.sampled_from(["\n\n", "\n", "\n\n\n", "\n \n"]), st.lists(BLOCK, min_size=2, max_size=4))
FREE = st.lists(st.sampled_from(NASTY + WORDS + LINKS + STARRED), max_size=14).map("".join)


def resolve(written: str, is_picture: bool) -> Target:
    """Answer in each of the ways there are: refused, nowhere yet, a page to check, a sized picture, an address to escape."""
    match (len(written) + is_picture) % 5:
        case 0:
            raise Wrong(f"Pas de « {written} ».", "Autre chose.")
        case 1:
            return Target("")
        case 2:
            return Target(f"/{written}", page=f"/{written}")
        case 3:
            return Target(f"/{written}", offer=offer(File(f"{written}.jpg", "a", 480, 270, "c96")))
    return Target(f'/{written}?a=1&b="<é>" !')


def is_same(source: str) -> bool:
    """Return whether a body is plain, after checking that the library makes the same of it."""
    if plain.parse(source) is None:
        return False
    assert repr(RENDERER.render(source, resolve)) == repr(RENDERER.render_in_full(source, resolve)), source
    return True


@given(SIMPLE)
def test_what_people_write_is_plain(source: str) -> None:
    """Paragraphs, headings, lists, quotes, links, pictures and emphasis are read without the library, and no byte tells."""
    assert is_same(source)


@pytest.mark.parametrize("source", ONE_OF_EACH)
def test_each_mark_at_each_place(source: str) -> None:
    """Each mark put between any two letters, or instead of one, makes the page that the library makes."""
    for place, piece in product(range(len(source) + 1), ("", *NASTY)):
        is_same(source[:place] + piece + source[place:])
        is_same(source[:place] + piece + source[place + 1 :])


@given(NEARLY | IN_A_ROW)
def test_one_mark_too_many(source: str) -> None:
    """A mark in the wrong place, or two constructs that touch, never make another page than the library makes."""
    is_same(source)


@given(FREE | st.text(max_size=40))
def test_any_text_at_all(source: str) -> None:
    """Whatever is typed, the page is the library's."""
    is_same(source)


@pytest.mark.parametrize("folder", ["content", "tests/cases", "tests/autre-ville/content"])
def test_what_people_wrote(folder: str) -> None:
    """Nearly all bodies of a town are plain, and none becomes another page for it."""
    plain_ones = [is_same(body) for body in _bodies(ROOT / folder)]
    assert sum(plain_ones) > 0.9 * len(plain_ones)


def test_what_speed_is_measured_on(tmp_path: Path) -> None:
    """All bodies of the corpus are plain, and none becomes another page for it."""
    corpus.write(tmp_path, 1)
    assert all(is_same(body) for body in _bodies(tmp_path))


def _bodies(folder: Path) -> list[str]:
    texts = (path.read_bytes().decode("utf-8-sig", "replace") for path in sorted(folder.rglob("*.md")))
    return [read_header(text, KNOWN_KEYS).body for text in texts]
