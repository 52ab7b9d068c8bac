"""Questions to people: Enter leaves them out, and what cannot be read is asked again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plugins.model.chapter import Chapter
from plugins.model.problem import Wrong
from plugins.studio.asking import asked, read_chapters
from plugins.studio.proposal import Answers


def typing(*lines: str) -> Callable[[str], str]:
    """Return somebody who types these lines, then closes the terminal."""
    left = iter(lines)

    def ask(_: str) -> str:
        try:
            return next(left)
        except StopIteration:
            raise EOFError from None

    return ask


def test_answers_are_taken() -> None:
    """Title, guests, then chapters one by one until Enter."""
    found = asked(Answers(), 60, typing(" La soupe ", "La chorale", "00:00 Début", "0:30 Fin", ""), print)
    assert found == Answers("La soupe", "La chorale", (Chapter(0, "Début"), Chapter(30, "Fin")))


def test_enter_leaves_a_question_out() -> None:
    """Nothing has to be known yet."""
    assert asked(Answers(), 60, typing("", "", ""), print) == Answers()
    assert asked(Answers(), 60, typing(), print) == Answers()


def test_what_was_given_is_not_asked() -> None:
    """Options come before questions; without a terminal there are none."""
    given = Answers("La soupe", "", (Chapter(0, "Début"),))
    assert asked(given, 60, typing("La chorale", "jamais lu"), print) == Answers("La soupe", "La chorale", given.chapters)
    assert asked(given, 60, None, print) == given


def test_a_bad_chapter_is_asked_again() -> None:
    """A chapter that is none, comes too early or after the end is told and asked again."""
    said: list[str] = []
    found = asked(Answers("a", "b"), 60, typing("00:10 Un", "midi", "00:05 Avant", "01:00 Après", "00:20 Deux"), said.append)
    assert found.chapters == (Chapter(10, "Un"), Chapter(20, "Deux"))
    assert [line.split(" ")[0] for line in said] == ["«", "Le", "Le"]


@pytest.mark.parametrize("written", ["00:00 Un; 00:12:30 Deux ; avec point", "00:00 Un\n00:12:30 Deux ; avec point"])
def test_chapters_on_one_line(written: str) -> None:
    """Behind each other with a semicolon, as an option wants them; one within a title stays."""
    assert read_chapters(written, 0) == (Chapter(0, "Un"), Chapter(750, "Deux ; avec point"))
    with pytest.raises(Wrong):
        read_chapters(written, 700)
