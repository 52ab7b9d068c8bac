"""Transcripts: what is typed or exported is read, what is published reads back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.cue import Cue
from plugins.model.transcript import Transcript, is_transcript, read_transcript
from plugins.model.vtt import read_cues, vtt_text

FOLDER = "bobine/transcriptions"
EXPORTED = """WEBVTT - Émission du jeudi

STYLE
::cue { color: red }

NOTE relu par
le comité

1
00:01.500 --> 00:04.000 align:start
<v.loud Ana>Bonsoir &amp; <i>bienvenue</i>.</v>

00:00:04.000 --> 00:00:09.250
<v Ana>Qui est là ?</v>
<v Bob l'aîné>Moi.</v>
"""
SUBRIP = """1
00:00:01,5 --> 00:00:04
{\\an8}Ana\u00a0: Bonsoir &amp; <b>bienvenue</b>.

2
00:00:04,000 --> 00:00:09,250
- Ana : Qui est
là ?
- Bob l'aîné: Moi.
""".replace("\n", "\r\n")
SAID = (Cue(1.5, 4.0, "Ana", "Bonsoir & bienvenue."), Cue(4.0, 9.25, "Ana", "Qui est là ?"), Cue(4.0, 9.25, "Bob l'aîné", "Moi."))


def read(text: str, name: str = "un.vtt") -> Transcript:
    """Return the transcript of a text that is good."""
    found, faults = read_transcript(f"{FOLDER}/{name}", text)
    assert faults == ()
    assert found is not None
    return found


@pytest.mark.parametrize(("text", "name"), [(EXPORTED, "un.vtt"), (SUBRIP, "un.srt"), (SUBRIP, "un.txt"), ("\ufeff" + EXPORTED, "un.srt")])
def test_text_with_times_is_read_however_it_was_exported(text: str, name: str) -> None:
    """WebVTT and SubRip, voices and typed speakers, marks of layout, line ends and a byte order mark: the same is said."""
    assert read(text, name).cues == SAID


def test_text_with_times_is_published_as_webvtt() -> None:
    """Each cue has whole times and a voice span, and nothing else."""
    found = read(SUBRIP, "2026-10-01.srt")

    assert (found.address, found.mime, found.is_timed) == ("/la-bobine/transcriptions/2026-10-01.vtt", "text/vtt", True)
    assert found.text == (
        "WEBVTT\n\n00:00:01.500 --> 00:00:04.000\n<v Ana>Bonsoir &amp; bienvenue.\n\n"
        "00:00:04.000 --> 00:00:09.250\n<v Ana>Qui est là ?\n\n00:00:04.000 --> 00:00:09.250\n<v Bob l'aîné>Moi.\n"
    )


def test_text_without_times_is_read_as_it_is_typed() -> None:
    """A speaker before a colon or an empty line starts something new; the rest goes on."""
    found = read("Ana : bonsoir\nà tous\nBob: salut\n\nEt voici trois choses à savoir : une, deux.\n", "un.txt")

    assert (found.address, found.mime, found.is_timed) == ("/la-bobine/transcriptions/un.txt", "text/plain", False)
    assert [(cue.start, cue.speaker, cue.text) for cue in found.cues] == [
        (None, "Ana", "bonsoir à tous"), (None, "Bob", "salut"), (None, "", "Et voici trois choses à savoir : une, deux."),
    ]  # fmt: skip
    assert read(found.text, "un.txt").cues == found.cues


@pytest.mark.parametrize(
    "line", ["On y va, c'est dit : maintenant", "le public : oui", "Le jeu du soir : combien ?", "Rendez-vous à 18:30", "Ah ! Ana : oui"]
)
def test_colon_in_a_sentence_names_nobody(line: str) -> None:
    """A speaker is a short name with a capital; anything longer is a sentence."""
    (cue,) = read(line, "un.txt").cues

    assert (cue.speaker, cue.text) == ("", line)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("", 1, "Cette transcription ne dit rien."),
        ("WEBVTT\n\nNOTE rien encore\n", 1, "Cette transcription ne dit rien."),
        ("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nOui.\n\nNon.\n", 6, "« Non. » : il manque ici une heure de début et une heure de fin."),
        ("WEBVTT\n\n1\n00:00:01.000 --> 0:2\nOui.\n", 4, "« 00:00:01.000 --> 0:2 » : il manque ici"),
        ("WEBVTT\n\n00:75:01.000 --> 00:76:02.000\nOui.\n", 3, "il manque ici"),
        ("WEBVTT\n\n00:00:02.000 --> 00:00:02.000\nOui.\n", 3, "Ce passage finit avant de commencer."),
        ("WEBVTT\n\n00:02.000 --> 00:03.000\nOui.\n\ndeux\n00:01.000 --> 00:02.000\nNon.\n", 7, "Ce passage commence avant celui"),
    ],
)
def test_bad_line_is_told_where_it_is(text: str, line: int, what: str) -> None:
    """A transcript that applications could not follow is refused, each fault at its line."""
    found, (fault,) = read_transcript(f"{FOLDER}/un.vtt", text)

    assert (found, fault.line) == (None, line)
    assert what in fault.wrong.what


def test_every_bad_line_is_told() -> None:
    """Nobody mends a file line by line, build after build."""
    _, faults = read_transcript(f"{FOLDER}/un.srt", "1\nOui.\n\n2\nNon.\n")

    assert [fault.line for fault in faults] == [1, 4]


@pytest.mark.parametrize(
    ("path", "is_one"),
    [(f"{FOLDER}/a.vtt", True), (f"{FOLDER}/A.SRT", True), (f"{FOLDER}/a.txt", True), (f"{FOLDER}/a.docx", False), ("images/a.vtt", False)],
)
def test_transcripts_lie_in_their_folder(path: str, is_one: bool) -> None:
    """Three kinds of file in one folder are transcripts."""
    assert is_transcript(path) is is_one


_WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=12)
_TEXTS = st.lists(_WORDS, min_size=1, max_size=6).map(" ".join).filter(lambda text: ":" not in text and "{\\" not in text)
_NAMES = st.sampled_from(["", "Ana", "Bob l'aîné", "A & B"])


@given(st.lists(st.tuples(st.integers(0, 10_000_000), st.integers(1, 60_000), _NAMES, _TEXTS), min_size=1, max_size=6))
def test_webvtt_reads_back(said: list[tuple[int, int, str, str]]) -> None:
    """What is written as WebVTT reads back as itself, to the thousandth of a second, whatever is said."""
    cues = tuple(Cue(start / 1000, (start + length) / 1000, speaker, text) for start, length, speaker, text in sorted(said))

    assert read_cues(vtt_text(cues)) == (cues, ())
