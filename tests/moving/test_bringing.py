"""A whole podcast moves in, once; people's work stays theirs."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import feedparser
import pytest

from plugins.moving import bringing
from plugins.podcast.feed import podcast
from plugins.studio.placing import place
from plugins.studio.sidecar import Sidecar, read_sidecar
from tests.moving.houses import FEEDS, KINDS, brought, empty_town, episodes, feed_of, item, reading
from tests.studio.sounds import TONE, digests, sound
from tests.towns import IDENTITY, SHOW

GOOD, BAD_CONTENT, WRONG_USE, FAULT = 0, 1, 2, 3


def feed_file(folder: Path, *items: str) -> Path:
    """Write a feed into a folder of its own."""
    (folder / "old").mkdir(exist_ok=True)
    path = folder / "old/flux.xml"
    path.write_bytes(feed_of(*items))
    return path


@pytest.mark.parametrize("kind", KINDS)
def test_listeners_notice_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """In our own feed, every episode has the GUID, the enclosure to the byte and the minute that it had in the old one."""
    empty_town(tmp_path)
    brought(tmp_path, monkeypatch, FEEDS / f"{kind}.xml")
    read = reading(tmp_path)
    assert [problem for problem in read.problems if problem.is_error and problem.file != "pelicanconf.py"] == []
    new = feedparser.parse(podcast(IDENTITY, SHOW, None, read.site.aired))
    old = {entry.id: entry for entry in feedparser.parse((FEEDS / f"{kind}.xml").read_bytes()).entries}
    assert len(new.entries) == len(read.site.aired) > 0
    for entry in new.entries:
        before = old[entry.id]
        (enclosure,) = entry.enclosures
        assert {**enclosure} == {**before.enclosures[0]}
        assert entry.published_parsed[:5] == before.published_parsed[:5]


@pytest.mark.parametrize("kind", KINDS)
def test_a_second_time_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """Not a byte, not a file more."""
    empty_town(tmp_path)
    brought(tmp_path, monkeypatch, FEEDS / f"{kind}.xml")
    before = digests(tmp_path / "content")
    status, said = brought(tmp_path, monkeypatch, FEEDS / f"{kind}.xml")
    assert digests(tmp_path / "content") == before
    assert "déjà là" in said
    assert status in {GOOD, BAD_CONTENT}


def test_castopod(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Description, chapters of the file beside the feed, people, extract, genre; what stays elsewhere is told."""
    empty_town(tmp_path)
    status, said = brought(tmp_path, monkeypatch, FEEDS / "castopod.xml")
    found = episodes(tmp_path)
    bridge, trailer = (found[f"https://ondes.example/@pont/episodes/{name}"] for name in ("le-pont-et-ses-peages", "ce-qui-arrive"))
    assert (status, bridge.title, bridge.number, bridge.season) == (GOOD, "Le pont & ses péages", 2, "2026-2027")
    assert bridge.aired.isoformat() == "2026-10-15T18:05:00+02:00"
    assert [(chapter.second, chapter.title) for chapter in bridge.chapters] == [(0, "Ouverture"), (754, "Le péage [1850]"), (2400, "Agenda")]
    assert (bridge.guests, bridge.crew) == (("Le conseil citoyen – quai nord",), ("L’atelier radio",))
    assert bridge.soundbite
    assert (bridge.soundbite.second, bridge.soundbite.seconds) == (75, 30)
    assert "**au bord de l’eau**" in bridge.body
    assert "alert" not in bridge.body
    assert (trailer.genre.value, trailer.number) == ("trailer", 3)
    assert "Sa transcription est à l'adresse https://ondes.example/media/podcasts/pont/le-pont-et-ses-peages.srt." in said
    assert "9b024349-ccf0-5f69-a609-6b82873eab3c" in said
    assert "2 émissions reprises." in said


def test_seriously_simple(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Chapters in the text, WordPress's GUID; an episode of which nobody says how long it lasts is told as an error."""
    empty_town(tmp_path)
    status, said = brought(tmp_path, monkeypatch, FEEDS / "seriously-simple.xml")
    (soup,) = episodes(tmp_path).values()
    assert (status, soup.guid) == (BAD_CONTENT, "https://quai.example/?post_type=podcast&p=123")
    assert [chapter.title for chapter in soup.chapters] == ["Ouverture", "Recette – l’oignon", "Agenda"]
    assert soup.keywords == ("soupe", "oignon", "quai")
    assert soup.body == "## À lire\n\nLa recette de *Mme Poireau* : 3 \\* 4 louches."
    assert "Un bruit dans la nuit\n  erreur, itunes:duration : Personne ne dit combien de temps elle dure" in said


def test_podlove(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """MPEG-4 audio, the clean title, and what cannot be an episode: a film, a post without sound, a chapter after the end, a second part."""
    empty_town(tmp_path)
    status, said = brought(tmp_path, monkeypatch, FEEDS / "podlove.xml")
    (bike,) = episodes(tmp_path).values()
    assert (status, bike.title, bike.number, bike.enclosure.name) == (BAD_CONTENT, "Le vélo sans les mains", 42, "2026-10-03.m4a")
    assert [chapter.title for chapter in bike.chapters] == ["Ouverture", "Freiner"]
    assert bike.body.startswith("1. On gonfle.\n2. On freine.")
    for words in (
        "(video/mp4)",
        "n'a pas de son",
        "« Après la fin » commence après la fin",
        "la suite est à l'adresse https://rive.example/feed/m4a/?paged=2",
    ):
        assert words in said


def test_audio_at_hand_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Byte for byte, wherever in the folder, with its own size; found later, it takes the place of the address elsewhere."""
    content = empty_town(tmp_path)
    feed = feed_file(tmp_path, item(1), item(2, duration=""))
    brought(tmp_path, monkeypatch, feed)
    assert episodes(tmp_path)["guid-1"].enclosure.address == "https://ailleurs.example/1.mp3"
    (tmp_path / "sons/deep").mkdir(parents=True)
    one, two = (sound(tmp_path / f"sons/deep/{number}.mp3", TONE) for number in (1, 2))
    status, said = brought(tmp_path, monkeypatch, feed, str(tmp_path / "sons"))
    found = episodes(tmp_path)
    assert status == GOOD
    assert (content / "bobine/audio/2026-10-01.mp3").read_bytes() == one.read_bytes()
    assert found["guid-1"].enclosure.address == "/la-bobine/audio/2026-10-01.mp3"
    assert (found["guid-2"].enclosure.recording.size, found["guid-2"].enclosure.recording.seconds) == (two.stat().st_size, 4)
    assert "le flux en dit 1002 : c'est le fichier qui est repris" in said
    before = digests(content)
    brought(tmp_path, monkeypatch, feed)
    assert digests(content) == before
    (content / "bobine/audio/2026-10-01.mp3").unlink()
    brought(tmp_path, monkeypatch, feed, str(tmp_path / "sons"))
    assert digests(content) == before


def test_peoples_work_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that nobody touched follows the feed; one that somebody changed stays, and that is told; one of our own is nobody's business."""
    content = empty_town(tmp_path)
    ours = content / "bobine/2026-2027/2026-10-20-la-notre.md"
    ours.parent.mkdir()
    ours.write_text(f"---\ntitre: La nôtre\nnumero: 9\nsaison: 2026-2027\ndiffusion: 20/10/2026\naudio: n.mp3\nguid: {'guid-3'}\n---\n", "utf-8")
    (content / "bobine/audio/n.mp3.json").write_text(Sidecar(bytes=1, seconds=2).written(), "utf-8")
    before = ours.read_bytes()
    brought(tmp_path, monkeypatch, feed_file(tmp_path, item(1), item(2), item(3)))
    touched, untouched = (content / f"bobine/2026-2027/2026-10-0{number}-titre-{number}.md" for number in (1, 2))
    touched.write_text(touched.read_text("utf-8").replace("Titre 1", "Mon titre"), "utf-8")
    mine = touched.read_bytes()
    assert "3 émissions déjà là." in brought(tmp_path, monkeypatch, feed_file(tmp_path, item(1), item(2), item(3)))[1]
    changed = {"description": "<description>Autre texte.</description>"}
    status, said = brought(tmp_path, monkeypatch, feed_file(tmp_path, item(1, **changed), item(2, **changed), item(3, **changed)))
    assert (touched.read_bytes(), ours.read_bytes(), status) == (mine, before, GOOD)
    assert "resume: Autre texte." in untouched.read_text("utf-8")
    assert "1 émission mise à jour, 1 émission laissée comme vous l'avez écrite et 1 émission déjà là." in said
    assert "ce texte reste comme il est" in said
    assert "1 émission laissée" in brought(tmp_path, monkeypatch, feed_file(tmp_path, item(1, **changed)))[1]


def test_a_moved_address_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sidecar is the machine's: when the old host moves the audio, it follows, whoever changed the text."""
    content = empty_town(tmp_path)
    brought(tmp_path, monkeypatch, feed_file(tmp_path, item(1)))
    text = content / "bobine/2026-2027/2026-10-01-titre-1.md"
    text.write_text(text.read_text("utf-8").replace("Titre 1", "Mon titre"), "utf-8")
    moved = '<enclosure url="https://plus-loin.example/1.mp3" length="77" type="audio/mpeg"/>'
    brought(tmp_path, monkeypatch, feed_file(tmp_path, item(1, enclosure=moved)))
    found = episodes(tmp_path)["guid-1"]
    assert (found.title, found.enclosure.address, found.enclosure.recording.size) == ("Mon titre", "https://plus-loin.example/1.mp3", 77)


@pytest.mark.parametrize("count", range(4))
def test_an_interruption_is_made_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """Stopped before any episode, those before it are there whole; the next run brings the others, each once."""
    content = empty_town(tmp_path)
    feed = feed_file(tmp_path, item(1), item(1, guid="<guid>autre</guid>"), item(3))
    empty_town(tmp_path / "whole")
    brought(tmp_path / "whole", monkeypatch, feed)
    left = [count]

    def interrupted(moves: Any) -> None:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        place(moves)

    with monkeypatch.context() as patch:
        patch.setattr(bringing, "place", interrupted)
        status, _ = brought(tmp_path, monkeypatch, feed)
    assert status == (GOOD if count == 3 else FAULT)
    assert len(episodes(tmp_path)) == count
    brought(tmp_path, monkeypatch, feed)
    assert digests(content) == digests(tmp_path / "whole/content")


def test_a_kill_between_sidecar_and_text_is_made_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sidecar knows whose it is: the text joins it instead of getting another."""
    content = empty_town(tmp_path)
    feed = feed_file(tmp_path, item(1))
    brought(tmp_path, monkeypatch, feed)
    before = digests(content)
    next((content / "bobine/2026-2027").iterdir()).unlink()
    brought(tmp_path, monkeypatch, feed)
    assert digests(content) == before


def test_a_stranger_cannot_break_a_header(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Line breaks, colons, quotes, dashes, lists and marks in any value come back as what they say."""
    empty_town(tmp_path)
    title = "<title>« Un » : deux\n--- \nstatut: brouillon</title>"
    more = '<podcast:person role="guest">[A], B; C</podcast:person><itunes:keywords>é, "f"</itunes:keywords>'
    text = "<description>&lt;p&gt;---&lt;/p&gt;&lt;p&gt;numero: 4 &lt;b&gt;gras&lt;/b&gt;&lt;/p&gt;</description>"
    brought(tmp_path, monkeypatch, feed_file(tmp_path, item(1, title=title, description=text, more=more)))
    (found,) = episodes(tmp_path).values()
    assert (found.title, found.number, found.is_draft) == ("« Un » : deux --- statut: brouillon", 1, False)
    assert found.guests == ("A] – B – C",)
    assert "numero: 4 **gras**" in found.body


def test_what_one_value_spoils_does_not_cost_the_episode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A value that our reader refuses is left out and told; the episode comes in without it."""
    empty_town(tmp_path)
    more = "<podcast:soundbite startTime='700' duration='30'>Après la fin</podcast:soundbite>"
    status, said = brought(tmp_path, monkeypatch, feed_file(tmp_path, item(1, more=more)))
    (found,) = episodes(tmp_path).values()
    assert (status, found.soundbite) == (GOOD, None)
    assert "« extrait » n'est pas repris" in said


@pytest.mark.parametrize(
    ("changed", "words", "count"),
    [
        ({"pubDate": "<pubDate>hier</pubDate>"}, "Sa date ne se lit pas", 1),
        ({"guid": "<guid>guid-2</guid>"}, "la même identité", 1),
        ({"enclosure": '<enclosure url="http://a.example/1.mp3" length="9" type="audio/mpeg"/>'}, "sans « https »", 2),
        ({"guid": ""}, "ne lui donne pas d'identité", 2),
        ({"more": '<podcast:chapters url="https://a.example/chapters.json" type="application/json+chapters"/>'}, "Ses chapitres sont à l'adresse", 2),
    ],
)
def test_what_is_odd_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: dict[str, str], words: str, count: int) -> None:
    """Each by its title, with what to do."""
    empty_town(tmp_path)
    _, said = brought(tmp_path, monkeypatch, feed_file(tmp_path, item(2), item(1, **changed)))
    assert words in said
    assert "flux.xml : Titre 1" in said
    assert len(episodes(tmp_path)) == count


def test_chapters_saved_later_are_taken_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once the file of chapters lies beside the feed, the same command adds them to a text that nobody touched."""
    empty_town(tmp_path)
    (tmp_path / "old").mkdir()
    shutil.copy(FEEDS / "castopod.xml", tmp_path / "old/castopod.xml")
    _, said = brought(tmp_path, monkeypatch, tmp_path / "old/castopod.xml")
    assert "Ses chapitres sont à l'adresse https://ondes.example/media" in said
    shutil.copy(FEEDS / "media/podcasts/pont/le-pont-et-ses-peages-chapters.json", tmp_path / "old")
    _, said = brought(tmp_path, monkeypatch, tmp_path / "old/castopod.xml")
    assert "1 émission mise à jour" in said
    assert len(episodes(tmp_path)["https://ondes.example/@pont/episodes/le-pont-et-ses-peages"].chapters) == 3


def test_an_address_does_not_leave_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stranger's feed cannot have files read that do not lie beside it."""
    empty_town(tmp_path)
    (tmp_path / "secret.json").write_text('{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "Secret"}]}', "utf-8")
    more = '<podcast:chapters url="https://a.example/x/%2e%2e/%2e%2e/secret.json" type="application/json+chapters"/>'
    brought(tmp_path, monkeypatch, feed_file(tmp_path, item(1, more=more), item(2, more=more)))
    assert all(found.chapters == () for found in episodes(tmp_path).values())


@pytest.mark.parametrize(
    ("feed", "audio", "words"),
    [("https://a.example/flux", "", "Rien n'est pris sur le réseau."), ("rien.xml", "", "n'existe pas"), ("", "rien", "n'est pas un dossier")],
)
def test_wrong_use_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, feed: str, audio: str, words: str) -> None:
    """A file and a folder of this machine are wanted."""
    empty_town(tmp_path)
    status, said = brought(tmp_path, monkeypatch, feed or feed_file(tmp_path, item(1)), audio)
    assert (status, words in said) == (WRONG_USE, True)


def test_a_town_without_a_show_takes_nothing_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nowhere to put it."""
    empty_town(tmp_path)
    status, said = brought(tmp_path, monkeypatch, feed_file(tmp_path, item(1)), SHOW=None)
    assert (status, "pas d'émission" in said) == (WRONG_USE, True)


def test_an_imported_sidecar_says_whose_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """GUID, address and type as the feed wrote them, and the digest of the text as it was taken."""
    content = empty_town(tmp_path)
    brought(tmp_path, monkeypatch, feed_file(tmp_path, item(1)))
    sidecar = read_sidecar((content / "bobine/audio/2026-10-01.mp3.json").read_text("utf-8"))
    assert sidecar
    assert (sidecar.guid, sidecar.url, sidecar.type, sidecar.bytes, sidecar.seconds) == (
        "guid-1", "https://ailleurs.example/1.mp3", "audio/mpeg", 1001, int(timedelta(minutes=10).total_seconds()),
    )  # fmt: skip
    assert sidecar.text
