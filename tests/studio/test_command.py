"""`inv podcast.add` as people call it: what is said, and how it ends."""

from __future__ import annotations

import errno
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from plugins.studio import command
from plugins.studio.command import Wish, add
from plugins.studio.ffmpeg import FfmpegError
from plugins.studio.placing import workshop
from tests.studio.sounds import SILENCE, digests, settings, sound, town

GOOD, WRONG_USE, FAULT = 0, 2, 3


def added(folder: Path, monkeypatch: pytest.MonkeyPatch, wish: Wish, **changed: Any) -> tuple[int, str]:
    """Return exit status and what was said."""
    monkeypatch.delenv("BUILD_DATE", raising=False)
    stream = StringIO()
    status = add(settings(folder, **changed), Console(file=stream, width=200), None, wish)
    return status, stream.getvalue()


def test_it_says_what_came_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The audio with its measures and the draft with what is left to do; a second time, that nothing changed; then that tags follow."""
    town(tmp_path)
    path = sound(tmp_path / "a.wav")
    wish = Wish(str(path), "La soupe", "La chorale", "00:00 Début; 00:02 Fin")
    status, said = added(tmp_path, monkeypatch, wish)
    assert status == GOOD
    assert "Émission 2 « La soupe » : content/bobine/audio/2026-11-19.mp3 (4\xa0s, " in said
    assert "LUFS, −" in said
    assert "Brouillon : content/bobine/2026-2027/2026-11-19-la-soupe.md." in said
    assert added(tmp_path, monkeypatch, wish) == (GOOD, "Émission 2 « La soupe » : tout est déjà là, rien n'a changé.\n")
    text = tmp_path / "content/bobine/2026-2027/2026-11-19-la-soupe.md"
    text.write_text(text.read_text("utf-8").replace("La soupe", "Le pain"), "utf-8")
    assert "suivent maintenant le texte" in added(tmp_path, monkeypatch, wish)[1]


def test_stereo_is_for_music(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked for, both sides are kept."""
    town(tmp_path)
    added(tmp_path, monkeypatch, Wish(str(sound(tmp_path / "a.wav")), stereo=True))
    heavy = (tmp_path / "content/bobine/audio/2026-11-19.mp3").stat().st_size
    (tmp_path / "mono").mkdir()
    town(tmp_path / "mono")
    added(tmp_path / "mono", monkeypatch, Wish(str(tmp_path / "a.wav")))
    assert heavy > (tmp_path / "mono/content/bobine/audio/2026-11-19.mp3").stat().st_size


def test_what_is_wrong_with_the_file_is_wrong_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not there, not a sound, silent, or with chapters after its end: told in two sentences, and nothing changes."""
    town(tmp_path)
    silent, good = sound(tmp_path / "muet.wav", SILENCE), sound(tmp_path / "a.wav")
    (tmp_path / "lettre.txt").write_text("Bonjour", "utf-8")
    before = digests(tmp_path / "content")
    for wish, what in (
        (Wish(str(tmp_path / "rien.wav")), "n'existe pas"),
        (Wish(str(tmp_path / "lettre.txt")), "n'est pas un fichier son"),
        (Wish(str(silent)), "est muet"),
        (Wish(str(good), chapters="00:30 Trop tard"), "après la fin"),
    ):
        status, said = added(tmp_path, monkeypatch, wish)
        assert (status, len(said.splitlines())) == (WRONG_USE, 2)
        assert what in said
        assert "\n  → " in said
    assert digests(tmp_path / "content") == before


def test_a_town_without_a_show_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nothing to add to."""
    town(tmp_path)
    status, said = added(tmp_path, monkeypatch, Wish("a.wav"), SHOW=None)
    assert (status, said.splitlines()[0]) == (WRONG_USE, "Ce site n'a pas d'émission.")


def test_a_day_that_is_none_is_wrong_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As everywhere."""
    town(tmp_path)
    assert added(tmp_path, monkeypatch, Wish("a.wav"), BUILD_DATE="demain")[0] == WRONG_USE


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (KeyboardInterrupt(), "Arrêté. Rien n'a changé."),
        (OSError(errno.ENOSPC, "No space left on device"), "Le disque est plein."),
        (FfmpegError("a\nb: Unknown encoder"), "ffmpeg s'est arrêté : b: Unknown encoder"),
    ],
)
def test_what_comes_from_outside_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, said: str) -> None:
    """Ctrl+C, a full disk, an ffmpeg that lacks something."""
    town(tmp_path)

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(command, "take", fail)
    status, lines = added(tmp_path, monkeypatch, Wish(str(sound(tmp_path / "a.wav"))))
    assert (status, lines.splitlines()[0]) == (FAULT, said)


def test_one_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second command waits for nobody: it says so."""
    town(tmp_path)
    path = sound(tmp_path / "a.wav")
    with workshop(tmp_path / "content/bobine/audio"):
        status, said = added(tmp_path, monkeypatch, Wish(str(path)))
    assert status == FAULT
    assert said.startswith("Un autre enregistrement")
    assert added(tmp_path, monkeypatch, Wish(str(path)))[0] == GOOD
