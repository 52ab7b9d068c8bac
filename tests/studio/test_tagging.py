"""Tags within the audio, read back by other programs."""

from __future__ import annotations

import json
import subprocess
from datetime import date, time
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import pytest
from msgspec.structs import replace
from PIL import Image

from plugins.model.chapter import Chapter
from plugins.model.dates import Moment
from plugins.studio.shelf import Known
from plugins.studio.tagging import COVER_BYTES, Tags, cover, metadata, tag
from tests.studio.sounds import TONE, id3, sound
from tests.towns import IDENTITY, SHOW

CHAPTERS = tuple(Chapter(second, f"Chapitre {second} : l’été ; = # \\ 1") for second in range(12))
EPISODE = Known("", "", "La « soupe » = l’été ; #1", 9, Moment(date(2026, 11, 26), time(18)), "a.mp3", "", CHAPTERS)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an MP3 of 20 seconds with a tag of somebody else's."""
    path = tmp_path_factory.mktemp("tags") / "plain.mp3"
    return sound(path, TONE.replace("duration=4", "duration=20"))


def picture(folder: Path) -> Path:
    """Make a picture that does not compress well, always the same."""
    path = folder / "cover.png"
    Image.frombytes("RGB", (1500, 1500), Random(7).randbytes(3 * 1500 * 1500)).save(path)
    return path


def tagged(plain: Path, folder: Path, episode: Known = EPISODE) -> Path:
    """Return the MP3 with its tags."""
    target = folder / "tagged.mp3"
    tag(plain, target, Tags(metadata(IDENTITY, SHOW, episode, 20), cover(picture(folder))))
    return target


def probed(path: Path) -> dict[str, Any]:
    """Return what ffprobe says of a file."""
    command = ["ffprobe", "-v", "error", "-show_chapters", "-show_format", "-of", "json", str(path)]
    return dict(json.loads(subprocess.run(command, capture_output=True, check=True).stdout))


def test_texts_are_read_back(plain: Path, tmp_path: Path) -> None:
    """Title, show, organisation, date and number, in the version of ID3 that every player reads."""
    tags = id3(tagged(plain, tmp_path))
    assert tags.version == (2, 3, 0)
    said = {name: str(tags[name]) for name in ("TIT2", "TALB", "TPE1", "TYER", "TDAT", "TRCK", "TCON")}
    assert said == {
        "TIT2": EPISODE.title, "TALB": SHOW.name, "TPE1": IDENTITY.name, "TYER": "2026", "TDAT": "2611", "TRCK": "9", "TCON": "Podcast",
    }  # fmt: skip


def test_chapters_are_in_order(plain: Path, tmp_path: Path) -> None:
    """The table of contents and the chapters stand in the order of the text, each up to the next, the last to the end; more than ten too."""
    path = tagged(plain, tmp_path)
    tags = id3(path)
    (contents,) = tags.getall("CTOC")
    chapters = {chapter.element_id: chapter for chapter in tags.getall("CHAP")}
    in_order = [chapters[name] for name in contents.child_element_ids]
    assert [(c.start_time // 1000, c.end_time // 1000) for c in in_order] == [(n, n + 1) for n in range(11)] + [(11, 20)]
    assert [str(c.sub_frames["TIT2"]) for c in in_order] == [chapter.title for chapter in CHAPTERS]
    assert [chapter["tags"]["title"] for chapter in probed(path)["chapters"]] == [chapter.title for chapter in CHAPTERS]
    data = path.read_bytes()
    places = [data.index(b"CHAP", data.index(name.encode() + b"\0") - 20) for name in contents.child_element_ids[:2]]
    assert places == sorted(places)


def test_chapters_after_the_end_are_left_out(plain: Path, tmp_path: Path) -> None:
    """What the build will tell as wrong does not get into the audio; without chapters there are none."""
    late = replace(EPISODE, chapters=(Chapter(0, "Un"), Chapter(20, "Trop tard")))
    assert [chapter["tags"]["title"] for chapter in probed(tagged(plain, tmp_path, late))["chapters"]] == ["Un"]
    assert probed(tagged(plain, tmp_path, replace(EPISODE, chapters=())))["chapters"] == []


def test_the_cover_is_small_and_rgb(plain: Path, tmp_path: Path) -> None:
    """One cover, JPEG, RGB, under 500 kB."""
    (found,) = id3(tagged(plain, tmp_path)).getall("APIC")
    with Image.open(BytesIO(found.data)) as image:
        assert (image.format, image.mode, found.mime, found.type) == ("JPEG", "RGB", "image/jpeg", 3)
        assert max(image.size) <= 1400
    assert len(found.data) < COVER_BYTES


@pytest.mark.parametrize("mode", ["RGBA", "L", "P", "CMYK"])
def test_any_picture_becomes_rgb(tmp_path: Path, mode: str) -> None:
    """Transparent, grey, indexed or for print: players get RGB."""
    path = tmp_path / ("a.tif" if mode == "CMYK" else "a.png")
    Image.new(mode, (300, 300)).save(path)
    with Image.open(BytesIO(cover(path))) as image:
        assert (image.mode, image.size) == ("RGB", (300, 300))


def test_a_missing_cover_does_no_harm(plain: Path, tmp_path: Path) -> None:
    """Without a cover, or with a damaged one, the audio has its other tags."""
    assert cover(tmp_path / "rien.jpg") == b""
    assert cover(plain) == b""
    target = tmp_path / "tagged.mp3"
    tag(plain, target, Tags(metadata(IDENTITY, SHOW, EPISODE, 20), b""))
    assert id3(target).getall("APIC") == []
    assert str(id3(target)["TIT2"]) == EPISODE.title


def test_tags_leave_the_sound_alone(plain: Path, tmp_path: Path) -> None:
    """The sound is copied as it is, and tagging what has these tags gives the same bytes."""
    first = tagged(plain, tmp_path)
    (tmp_path / "again").mkdir()
    assert tagged(first, tmp_path / "again").read_bytes() == first.read_bytes()
    digests = [
        subprocess.run(
            ["ffmpeg", "-v", "error", "-i", str(path), "-map", "0:a", "-c", "copy", "-f", "md5", "-"], capture_output=True, check=True
        ).stdout
        for path in (plain, first)
    ]
    assert digests[0] == digests[1]
