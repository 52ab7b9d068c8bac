"""What is said, laid out to be read."""

from __future__ import annotations

from plugins.model.cue import Cue
from plugins.pages.transcripts import Paragraph, Sentence, paragraphs


def said(*texts: str, step: float = 2.0, speaker: str = "") -> list[Cue]:
    """Return cues that follow each other."""
    return [Cue(number * step, (number + 1) * step, speaker, text) for number, text in enumerate(texts)]


def test_cues_become_sentences() -> None:
    """A sentence in pieces is one, heard from its first word; the next one starts where the last ended."""
    (found,) = paragraphs(said("On épluche,", "on cuit", "et on goûte.", "Voilà !"))
    assert found.sentences == (Sentence(0, "On épluche, on cuit et on goûte."), Sentence(6, "Voilà !"))


def test_a_text_without_full_stops_is_cut() -> None:
    """What a machine wrote down has sentences of a quarter of a minute at most, cut between cues."""
    (first, *_) = paragraphs(said(*["blabla"] * 20))
    assert [sentence.second for sentence in first.sentences] == [0, 16]


def test_a_new_voice_starts_a_paragraph() -> None:
    """A speaker is named where he starts, not again while he goes on, and a sentence never crosses to another."""
    cues = [Cue(0, 1, "Ana", "Bonsoir"), Cue(1, 2, "Léo", "Salut"), Cue(2, 3, "", "à vous."), Cue(3, 4, "Léo", "Oui.")]
    assert paragraphs(cues) == (
        Paragraph("Ana", (Sentence(0, "Bonsoir"),)),
        Paragraph("Léo", (Sentence(1, "Salut à vous."), Sentence(3, "Oui."))),
    )


def test_one_voice_is_parted_into_paragraphs() -> None:
    """After half a minute, so that there is a moment to go to; the name is not said again."""
    found = paragraphs(said(*["Voilà."] * 8, step=5, speaker="Ana"))
    assert [(paragraph.speaker, paragraph.second) for paragraph in found] == [("Ana", 0), ("", 30)]


def test_a_text_without_times_keeps_its_paragraphs() -> None:
    """Nothing in it can be heard."""
    found = paragraphs([Cue(None, None, "Ana", "Bonsoir"), Cue(None, None, "", "et bienvenue")])
    assert found == (Paragraph("Ana", (Sentence(None, "Bonsoir"),)), Paragraph("", (Sentence(None, "et bienvenue"),)))
    assert paragraphs([]) == ()
