"""What no validator checks is said in French before publication."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from plugins.model.entry import File
from plugins.model.radio import Episode
from plugins.model.site import Site
from plugins.podcast.categories import is_category
from plugins.podcast.checks import problems
from tests.podcast.episodes import show_site
from tests.towns import IDENTITY, SHOW


def _with_show(**changes: Any) -> Site:
    return replace(show_site(), identity=replace(IDENTITY, show=replace(SHOW, **changes)))


def _with_episode(**changes: Any) -> Site:
    site = show_site()
    *rest, first = site.episodes
    changed: Episode = replace(first, **changes)
    return replace(site, episodes=(*rest, changed))


def test_good_show_has_no_problem() -> None:
    """The show of the other tests is a good one, and a town without a show has none to check."""
    site = show_site()

    assert problems(site) == []
    assert problems(replace(site, identity=replace(IDENTITY, show=None))) == []


@pytest.mark.parametrize(
    ("changes", "key", "said"),
    [
        ({"guid": "bobine"}, "SHOW, guid", "« bobine » n'est pas un UUID."),
        ({"guid": SHOW.guid.upper()}, "SHOW, guid", "n'est pas un UUID"),
        ({"category": ("Société",)}, "SHOW, category", "« Société »"),
        ({"category": ("Society & Culture", "Documentaires")}, "SHOW, category", "« Society & Culture › Documentaires »"),
        ({"category": ()}, "SHOW, category", "Apple ne connaît pas"),
        ({"description": "é" * 2001}, "SHOW, description", "4000 octets"),
    ],
)
def test_settings_of_the_show_are_errors(changes: dict[str, Any], key: str, said: str) -> None:
    """A feed that a directory would refuse is not published."""
    (problem,) = problems(_with_show(**changes))

    assert (problem.file, problem.key, problem.is_error) == ("pelicanconf.py", key, True)
    assert said in problem.what


@pytest.mark.parametrize(
    ("path", "width", "height"),
    [("a.jpg", 1399, 1399), ("a.jpg", 3001, 3001), ("a.jpg", 1400, 1500), ("a.webp", 1400, 1400)],
)
def test_cover_must_be_square_and_of_a_size(path: str, width: int, height: int) -> None:
    """Apple takes JPEG or PNG, square, 1400 to 3000 pixels; listeners still hear a show with another cover."""
    site = replace(_with_show(cover=path), files={path: File(path, "x", width, height)})
    (problem,) = problems(site)

    assert (problem.key, problem.is_error) == ("SHOW, cover", False)
    assert f"{width} × {height}" in problem.what


@pytest.mark.parametrize(
    ("changes", "key", "is_error"),
    [
        ({"title": "x" * 256}, "titre", True),
        ({"title": "Les ondes du pont n° 12"}, "titre", False),
        ({"summary": "é" * 2000}, "resume", True),
        ({"guests": ("x" * 129,)}, "invites", True),
        ({"crew": ("x" * 129,)}, "equipe", True),
    ],
)
def test_texts_of_an_episode_fit(changes: dict[str, Any], key: str, is_error: bool) -> None:
    """What applications cut or refuse is said with the file and the key."""
    (problem,) = problems(_with_episode(**changes))

    assert (problem.file, problem.key, problem.is_error) == ("content/bobine/2026-2027/2026-10-01-pelote.md", key, is_error)


def test_audio_serves_one_episode() -> None:
    """Two episodes with one sound file: the later one is named, and the earlier one in the message."""
    site = show_site()
    *_, middle, first = site.episodes
    (problem,) = problems(replace(site, episodes=(replace(middle, enclosure=first.enclosure), first)))

    assert (problem.file, problem.key) == ("content/bobine/2026-2027/2026-10-08-temps.md", "audio")
    assert "2026-10-01-pelote.md" in problem.what


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
