"""What an old phone on a slow line has to fetch, and what ten years of texts do to it."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from pathlib import Path

import pytest
from lxml import html

from bench.corpus import write
from bench.run import run
from tests.site.building import Built

HTML, CSS, SCRIPTS, SCRIPT = 14_000, 10_000, 10_000, 3_000
"""Most bytes of a page, of its style sheets, of its scripts, of one script, as they go over the line."""


@pytest.fixture(scope="session")
def ten_years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the public folder of an invented town after ten years of 352 events each."""
    folder = tmp_path_factory.mktemp("years")
    write(folder, 10)
    run(folder, "foundation", is_watched=False)
    return folder / "output"


def compressed(path: Path) -> int:
    """Return the bytes of a file on the line."""
    return len(gzip.compress(path.read_bytes(), 9))


def fetched(built: Built, page: Path, path: str) -> Iterable[Path]:
    """Return the files that a page asks for, by an XPath to their addresses."""
    found = html.fromstring(page.read_bytes()).xpath(path)
    assert isinstance(found, list)
    return [built.output / str(address).lstrip("/") for address in found]


def heavy(built: Built, path: str, most: int) -> dict[str, int]:
    """Return the pages for which what they ask for weighs more than it may."""
    sizes = {page: sum(map(compressed, fetched(built, page, path))) for page in built.output.rglob("*.html")}
    return {page.relative_to(built.output).as_posix(): size for page, size in sizes.items() if size > most}


def test_pages_are_light(romans: Built) -> None:
    """A page's HTML is light enough for an old phone."""
    assert {page: size for page in romans.output.rglob("*.html") if (size := compressed(page)) > HTML} == {}


def test_style_sheets_are_light(romans: Built) -> None:
    """All the style sheets of a page together are."""
    assert heavy(romans, "//link[@rel='stylesheet']/@href", CSS) == {}


def test_scripts_are_light(romans: Built) -> None:
    """All the scripts of a page together are, and each of them."""
    assert heavy(romans, "//script/@src", SCRIPTS) == {}
    scripts = [path for path in romans.output.rglob("*.js") if path.name != "pagefind.js"]  # loaded by who searches alone
    assert scripts
    assert {script.name: size for script in scripts if (size := compressed(script)) > SCRIPT} == {}


def test_the_agenda_does_not_grow_with_the_years(ten_years: Path) -> None:
    """After ten years a calendar program still takes the whole agenda (1 MB is the most that some read), and a phone its page."""
    assert (ten_years / "agenda.ics").stat().st_size < 1_000_000
    assert (ten_years / "agenda/index.html").stat().st_size < 150_000
