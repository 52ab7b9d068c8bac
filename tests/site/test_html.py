"""The built pages, judged by checkers that did not write them: two towns, one of them in a folder of its host."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html
from PIL import Image

from tests.pages.linked_data.graphs import graph_of
from tests.site.building import Built

VNU = Path(__file__).parents[1] / "node_modules/vnu-jar/build/dist/vnu.jar"
SITE = "https://maisonsdequartier.fr"
TELLING = {".html", ".xml", ".json", ".ics", ".webmanifest"}
"""Files in which whole addresses of the site stand."""
WHOLE = re.compile(rf"(?:{SITE}|https://val-sur-brise.example(?=/centre/))([^\s\"'<>\\\[\]]*)")
"""What follows the host in a whole address of either town."""
MOMENT = r"#t=\d+$"
"""A moment of a recording: no element has its name; tests/site/test_output.py looks for the recording."""


def _findable(built: Built) -> Iterator[tuple[str, html.HtmlElement]]:
    """Yield the path and the tree of each page that search engines may show."""
    for page in sorted(built.output.rglob("*.html")):
        tree = html.fromstring(page.read_bytes())
        if not tree.xpath("//meta[@name='robots']"):
            yield page.relative_to(built.output).as_posix(), tree


def _texts(tree: html.HtmlElement, path: str) -> list[str]:
    """Return the texts that an XPath finds."""
    found = tree.xpath(path)
    assert isinstance(found, list)
    return [str(text) for text in found]


def _file(built: Built, address: str) -> Path:
    """Return the file at an address of the site."""
    path = built.output / unquote(urlsplit(address).path).lstrip("/")
    return path / "index.html" if path.is_dir() else path


@pytest.mark.parametrize("town", ["romans", "val"])
def test_the_nu_html_checker_has_nothing_to_say(town: str, request: pytest.FixtureRequest) -> None:
    """No error and no warning in any page, style sheet or drawing."""
    folder = request.getfixturevalue(town).output
    said = subprocess.run(
        ["java", "-Xss4m", "-jar", VNU, "--also-check-css", "--also-check-svg", "--skip-non-html", folder],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert said.stderr == ""
    assert said.returncode == 0


@pytest.mark.parametrize("town", ["romans", "val"])
def test_no_link_and_no_anchor_is_broken(town: str, request: pytest.FixtureRequest) -> None:
    """On any page; nothing is asked of other hosts."""
    folder = request.getfixturevalue(town).output
    said = subprocess.run(
        [Path(sys.executable).with_name("lychee"), "--offline", "--include-fragments", "--no-progress", "--exclude", MOMENT,
         "--root-dir", folder, folder],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert said.returncode == 0, said.stdout


@pytest.mark.parametrize("town", ["romans", "val"])
def test_every_whole_address_leads_to_a_file(town: str, request: pytest.FixtureRequest) -> None:
    """In pages, feeds, calendars, the map of the site and open data; also in what machines are told and what shares show."""
    built: Built = request.getfixturevalue(town)
    missing = set()
    for path in sorted(built.output.rglob("*")):
        if path.is_file() and path.suffix in TELLING:
            text = unescape(path.read_bytes().decode().replace("\r\n ", ""))  # calendars fold their lines
            missing |= {address for address in WHOLE.findall(text) if not _file(built, address.split("{")[0].rstrip("),.;")).is_file()}
    assert missing == set()


@pytest.mark.parametrize("town", ["romans", "val"])
def test_every_picture_that_a_browser_may_choose_is_there(town: str, request: pytest.FixtureRequest) -> None:
    """Those of `srcset` too, which no link checker asks for."""
    built: Built = request.getfixturevalue(town)
    offered = {found for page in built.output.rglob("*.html") for found in _texts(html.fromstring(page.read_bytes()), "//@srcset")}
    addresses = {candidate.split()[0] for srcset in offered for candidate in srcset.split(",")}
    assert {address for address in addresses if not _file(built, address).is_file()} == set()


@pytest.mark.parametrize("town", ["romans", "val"])
def test_search_results_tell_pages_apart(town: str, request: pytest.FixtureRequest) -> None:
    """Each page has its own title and description, of the length that results show."""
    found = list(_findable(request.getfixturevalue(town)))
    titles = {path: str(tree.findtext(".//title")) for path, tree in found}
    descriptions = {path: "".join(_texts(tree, "//meta[@name='description']/@content")) for path, tree in found}
    assert {path: title for path, title in titles.items() if len(title) > 65} == {}
    assert {path: said for path, said in descriptions.items() if not 50 <= len(said) <= 160} == {}
    for words in (titles, descriptions):
        assert [said for said, count in Counter(words.values()).items() if count > 1] == []


@pytest.mark.parametrize("town", ["romans", "val"])
def test_what_machines_are_told_is_what_google_asks(town: str, request: pytest.FixtureRequest) -> None:
    """On each page that may be found: `graph_of` looks for what its documentation requires."""
    built: Built = request.getfixturevalue(town)
    for path, _ in _findable(built):
        assert graph_of((built.output / path).read_text("utf-8")), path


def test_shared_pictures_are_as_large_as_they_are_said_to_be(romans: Built) -> None:
    """A share that knows the size shows the picture at once."""
    told = {
        tuple(_texts(tree, f"//meta[@property='og:image{name}']/@content")[0] for name in ("", ":width", ":height", ":type"))
        for _, tree in _findable(romans)
    }
    for address, *said in told:
        with Image.open(_file(romans, address.removeprefix(SITE))) as picture:
            assert said == [str(picture.width), str(picture.height), picture.get_format_mimetype()], address


@pytest.mark.parametrize("town", ["romans", "val"])
def test_pages_have_their_landmarks(town: str, request: pytest.FixtureRequest) -> None:
    """One main part, each navigation with a name, no link and no button without words."""
    for path, tree in _findable(request.getfixturevalue(town)):
        assert len(tree.xpath("//main")) == 1, path
        assert tree.xpath("//nav[not(@aria-label or @aria-labelledby)]") == [], path
        assert tree.xpath("//*[self::a or self::button][not(normalize-space(.) or .//img[@alt!=''] or @aria-label)]") == [], path
