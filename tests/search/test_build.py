"""The search in a whole build: with its index, without its program, without the wish for it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.site.building import OTHER_TOWN, ROOT, Built, digests, run

BROKEN = "def get_executable():\n    raise FileNotFoundError('pagefind')\n"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Return a copy of the second town."""
    return Path(shutil.copytree(OTHER_TOWN, tmp_path / "ville", ignore=shutil.ignore_patterns("__pycache__")))


def build(folder: Path, *first: Path) -> Built:
    """Build a town; what stands in the first folders is imported before all else."""
    built = run(folder, "pelican", "content", "-s", "pelicanconf.py", PYTHONPATH=":".join(map(str, (*first, ROOT))))
    assert built.status == 0, built.said
    return built


def test_a_town_can_be_searched(town: Path) -> None:
    """The index is published under the page of the search; a second build from nothing gives the same bytes."""
    built = build(town)
    page, first = (built.output / "recherche/index.html").read_text("utf-8"), digests(built.output)
    assert (built.output / "recherche/index/pagefind.js").is_file()
    assert 'data-index="/recherche/index/"' in page
    for folder in ("output", "build"):
        shutil.rmtree(town / folder)
    assert digests(build(town).output) == first


def test_the_index_is_kept(town: Path) -> None:
    """A change that nothing to find depends on makes no new index; a new text makes one."""
    build(town)
    shelf = town / "build/recherche"
    (first,) = shelf.iterdir()
    with (town / "pelicanconf.py").open("a") as conf:
        conf.write("SITESUBTITLE = 'Deux portes'\n")
    build(town)
    assert [path.name for path in shelf.iterdir()] == [first.name]
    (town / "content/pages/neuf.md").write_text("---\ntitre: Neuf\n---\nTout neuf.\n", "utf-8")
    build(town)
    assert len(list(shelf.iterdir())) == 2


def test_without_pagefind_the_site_is_built_and_says_so(town: Path, tmp_path: Path) -> None:
    """A warning in French and no traceback; the page is there without a field, with the agenda, the houses and an address to write to."""
    (tmp_path / "before").mkdir()
    (tmp_path / "before/pagefind_bin.py").write_text(BROKEN)
    built = build(town, tmp_path / "before")
    assert "Le site se construit sans recherche" in built.said
    assert "Traceback" not in built.said
    assert_without_field(built)


def test_a_town_may_do_without(town: Path) -> None:
    """With SEARCH = False there is no index, no field and no warning."""
    with (town / "pelicanconf.py").open("a") as conf:
        conf.write("SEARCH = False\n")
    built = build(town)
    assert "recherche" not in built.said
    assert_without_field(built)


def assert_without_field(built: Built) -> None:
    """Check the page that offers other ways."""
    page = (built.output / "recherche/index.html").read_text("utf-8")
    assert not (built.output / "recherche/index").exists()
    assert "<form" not in page
    assert "recherche.js" not in page
    for way in (
        'href="/agenda/"',
        'href="/agenda/aujourd-hui/"',
        'href="/agenda/ce-week-end/"',
        'href="tel:',
        "mailto:bonjour@val-sur-brise.example",
    ):
        assert way in page.partition("<main")[2]
