"""What no validator checks is said in French before publication, at its file, line and key."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from plugins.model.chapter import Chapter
from plugins.model.entry import File
from plugins.model.radio import Episode, Recording
from plugins.model.site import Site
from plugins.podcast.categories import is_category
from plugins.podcast.checks import problems
from tests.podcast.episodes import FULL_SHOW, LIVE, TEXTS, show_site
from tests.towns import IDENTITY, SHOW, read_site

FILE = "content/bobine/2026-2027/2026-10-01-pelote.md"
LINES = {"titre": 2, "numero": 3, "resume": 6, "audio": 7, "chapitres": 10, "invites": 14, "equipe": 15, "transcription": 17}


def _with_show(**changes: Any) -> Site:
    return replace(show_site(), identity=replace(IDENTITY, show=replace(FULL_SHOW, **changes)))


def _with_episode(**changes: Any) -> Site:
    site = show_site()
    *rest, first = site.episodes
    changed: Episode = replace(first, **changes)
    return replace(site, episodes=(*rest, changed))


def _with_recording(**changes: Any) -> Site:
    enclosure = show_site().episodes[-1].enclosure
    recording: Recording = replace(enclosure.recording, **changes)
    return _with_episode(enclosure=replace(enclosure, recording=recording))


def test_good_show_has_no_problem() -> None:
    """The show of the other tests is a good one, and a town without a show has none to check."""
    site = show_site()

    assert problems(site) == []
    assert problems(replace(site, identity=replace(IDENTITY, show=None))) == []


SHOW_RULES: dict[str, tuple[dict[str, Any], str, str]] = {
    "guid-is-a-uuid": ({"guid": "bobine"}, "guid", "« bobine » n'est pas un UUID."),
    "guid-in-small-letters": ({"guid": SHOW.guid.upper()}, "guid", "n'est pas un UUID"),
    "category-of-apple": ({"category": ("Société",)}, "category", "« Société »"),
    "subcategory-of-apple": ({"category": ("Society & Culture", "Documentaires")}, "category", "« Society & Culture › Documentaires »"),
    "some-category": ({"category": ()}, "category", "Apple ne connaît pas"),
    "name-is-short": ({"name": "x" * 256}, "name", "255 signes"),
    "description-is-short": ({"description": "é" * 2001}, "description", "4000 octets"),
    "no-control-characters": ({"tagline": "La radio\x02"}, "", "signe invisible"),
    "no-control-characters-inside": ({"hosts": ("La\x1brédaction",)}, "", "signe invisible"),
    "weekday-of-rfc-5545": ({"weekday": "JEUDI"}, "weekday", "« JEUDI »"),
    "host-is-short": ({"hosts": ("x" * 129,)}, "hosts", "128 signes"),
    "geo-is-a-point": ({"geo": "Villeneuve"}, "geo", "« Villeneuve »"),
    "geo-is-on-earth": ({"geo": "95.0, 5.0"}, "geo", "nulle part sur la Terre"),
    "geo-has-a-name": ({"location": ""}, "geo", "sans nom de lieu"),
    "license-has-a-short-name": ({"license": "Usage libre"}, "license", "« Usage libre »"),
    "stream-is-https": ({"live": replace(LIVE, stream="http://radio.example/direct")}, "live", "https://"),
    "stream-is-sound": ({"live": replace(LIVE, mime="video/mp4")}, "live", "« video/mp4 »"),
}


@pytest.mark.parametrize(("changes", "key", "said"), SHOW_RULES.values(), ids=SHOW_RULES)
def test_show_keeps_the_rule(changes: dict[str, Any], key: str, said: str) -> None:
    """A feed that a directory would refuse is not published."""
    (problem,) = problems(_with_show(**changes))

    assert (problem.file, problem.key, problem.is_error) == ("pelicanconf.py", f"SHOW, {key}", True)
    assert said in problem.what


@pytest.mark.parametrize("url", ["http://villeneuve.example", "https://villeneuve.exâmple"])
def test_site_is_fetchable(url: str) -> None:
    """Applications fetch sound over https from an ASCII address; the site is blamed, and each episode with it."""
    found = problems(replace(show_site(), identity=replace(IDENTITY, url=url, show=SHOW)))

    assert {(problem.file, problem.key) for problem in found if problem.file == "pelicanconf.py"} == {("pelicanconf.py", "SITEURL")}
    assert all(problem.is_error for problem in found)


def test_name_of_the_site_has_no_control_characters() -> None:
    """The site's name stands in the feed too."""
    (problem,) = problems(replace(show_site(), identity=replace(IDENTITY, name="Maisons\x00", show=SHOW)))

    assert (problem.file, problem.key, problem.is_error) == ("pelicanconf.py", "SITENAME", True)


@pytest.mark.parametrize(
    ("path", "width", "height"),
    [("a.jpg", 1399, 1399), ("a.jpg", 3001, 3001), ("a.jpg", 1400, 1500), ("a.webp", 1400, 1400)],
    ids=["too-small", "too-large", "not-square", "neither-jpeg-nor-png"],
)
def test_cover_is_square_and_of_a_size(path: str, width: int, height: int) -> None:
    """Apple takes JPEG or PNG, square, 1400 to 3000 pixels."""
    site = replace(_with_show(cover=path), files={path: File(path, "x", width, height)})
    (problem,) = problems(site)

    assert (problem.key, problem.is_error) == ("SHOW, cover", True)
    assert f"{width} × {height}" in problem.what


EPISODE_RULES: dict[str, tuple[dict[str, Any], str, str]] = {
    "title-is-short": ({"title": "x" * 256}, "titre", "255 signes"),
    "title-without-the-show": ({"title": "Les ondes du pont : la pelote"}, "titre", "« Les Ondes du Pont »"),
    "title-without-n°": ({"title": "N° 1 : la pelote"}, "titre", "le numéro 1"),
    "title-without-#": ({"title": "La pelote (#1)"}, "titre", "le numéro 1"),
    "title-without-episode": ({"title": "La pelote, épisode 1"}, "titre", "le numéro 1"),
    "title-without-number-before": ({"title": "1 – La pelote"}, "titre", "le numéro 1"),
    "description-is-short": ({"summary": "é" * 2000}, "resume", "4000 octets"),
    "description-is-short-with-its-chapters": (
        {"chapters": tuple(Chapter(second, "é" * 300) for second in range(8))}, "resume", "chapitres dépassent 4000 octets",
    ),
    "guest-is-short": ({"guests": ("x" * 129,)}, "invites", "128 signes"),
    "crew-is-short": ({"crew": ("x" * 129,)}, "equipe", "128 signes"),
    "number-from-1": ({"number": 0}, "numero", "à partir de 1"),
    "guid-is-short": ({"guid": "x" * 513}, "guid", "512 signes"),
    "mark-is-a-chronicle": ({"chapters": (Chapter(0, "Un disque", "Rocck & cave"),)}, "chapitres", "« Rocck & cave »"),
    "about-something-that-exists": ({"about": ("soupe-perdue",)}, "parle-de", "« soupe-perdue »"),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "key", "said"), EPISODE_RULES.values(), ids=EPISODE_RULES)
def test_episode_keeps_the_rule(changes: dict[str, Any], key: str, said: str) -> None:
    """What applications cut, refuse or show twice is said with the file, the line and the key."""
    (problem,) = problems(_with_episode(**changes))

    assert (problem.file, problem.line, problem.key, problem.is_error) == (FILE, LINES.get(key, 0), key, True)
    assert said in problem.what


@pytest.mark.parametrize("title", ["Les 10 mots", "12 jours sur la route", "Le bus n° 5", "1914, une rue", "100 – un nombre rond", "Numéro vert"])
def test_numbers_may_stand_in_titles(title: str) -> None:
    """Only the number of the episode itself is one too many."""
    assert problems(_with_episode(title=title)) == []


AUDIO_RULES: dict[str, tuple[dict[str, Any], str]] = {
    "https": ({"url": "http://audio.example/1.mp3"}, "https://"),
    "ascii": ({"url": "https://audio.example/été.mp3"}, "sans accent"),
    "no-space": ({"url": "https://audio.example/un deux.mp3"}, "ni espace"),
    "extension": ({"url": "https://audio.example/1.ogg"}, "ni par .mp3 ni par .m4a"),
    "type": ({"mime": "audio/mp3"}, "« audio/mp3 »"),
    "seconds-from-1": ({"seconds": 0}, "moins d'une seconde"),
    "bytes-from-1": ({"size": 0}, "aucun octet"),
}


@pytest.mark.parametrize(("changes", "said"), AUDIO_RULES.values(), ids=AUDIO_RULES)
def test_audio_keeps_the_rule(changes: dict[str, Any], said: str) -> None:
    """Sound that some application could not fetch or play is not published."""
    (problem,) = problems(_with_recording(**changes))

    assert (problem.file, problem.line, problem.key, problem.is_error) == (FILE, LINES["audio"], "audio", True)
    assert said in problem.what


def test_address_of_audio_may_end_in_a_query() -> None:
    """Other hosts count downloads with words behind the file's name."""
    assert problems(_with_recording(url="https://audio.example/1.mp3?_from=feed")) == []


@pytest.mark.parametrize("key", ["audio", "transcription", "guid"])
def test_what_one_episode_has_no_other_has(key: str) -> None:
    """Two episodes with one sound, transcript or GUID: the later one is named, and the earlier one in the message."""
    site = show_site()
    *_, middle, first = site.episodes
    taken: dict[str, dict[str, Any]] = {
        "audio": {"enclosure": first.enclosure},
        "transcription": {"transcript": first.transcript},
        "guid": {"guid": f"{SHOW.guid_prefix}1"},
    }
    (problem,) = problems(replace(site, episodes=(replace(middle, **taken[key]), first)))

    assert (problem.file, problem.key, problem.is_error) == ("content/bobine/2026-2027/2026-10-08-temps.md", key, True)
    assert "2026-10-01-pelote.md" in problem.what


def test_name_that_is_nearly_right_is_offered() -> None:
    """An event or a text whose name is mistyped is proposed, and so is a chronicle."""
    soup = "---\ntitre: Soupe\ndebut: 28/11/2026 12h\n---\n"
    site = read_site({**TEXTS, "evenements/2026/soupe-partagee.md": soup}, replace(IDENTITY, show=FULL_SHOW))
    *rest, first = site.episodes
    wrong = replace(first, about=("soupe-partage",), chapters=(Chapter(0, "Un disque", "Rocck et cave"),))

    assert [problem.instead for problem in problems(replace(site, episodes=(*rest, wrong)))] == [
        "Vouliez-vous écrire « [Rock & cave] » ?",
        "Vouliez-vous écrire « soupe-partagee » ?",
    ]


@pytest.mark.parametrize(
    ("names", "known"),
    [
        (("History",), True),
        (("Society & Culture",), True),
        (("Society & Culture", "Documentary"), True),
        (("Society & Culture", "Food"), False),
        (("Documentary",), False),
        (("Arts", "Books", "Food"), False),
    ],
)
def test_categories_are_apples(names: tuple[str, ...], known: bool) -> None:
    """A subcategory counts only under its own main category."""
    assert is_category(names) is known
