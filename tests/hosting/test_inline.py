"""No page holds what the policies forbid, in either town."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from lxml import etree, html

from tests.hosting.sites import policies, town
from tests.site.building import OTHER_TOWN, ROOT, Built, run

DATA = "@src or @type='application/ld+json'"
INLINE = f"//@style | //style | //@*[starts-with(name(), 'on')] | //script[not({DATA})] | //@*[starts-with(., 'javascript:')]"
"""Style attributes and elements, handlers, scripts that are no data, addresses that are programs."""


@pytest.fixture(scope="module", params=["romans", "other"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the site of each town."""
    if request.param == "romans":
        return request.getfixturevalue("published")  # type: ignore[no-any-return]  # what the fixture says
    folder = tmp_path_factory.mktemp("inline") / "site"
    shutil.copytree(OTHER_TOWN, folder, ignore=shutil.ignore_patterns("__pycache__"))
    found = run(folder, "pelican", "content", "-s", "pelicanconf.py", PYTHONPATH=str(ROOT))
    assert found.status == 0, found.said
    return found


def inline(tree: etree._Element) -> list[str]:
    """Return what a page holds that a policy would stop."""
    found = tree.xpath(INLINE)
    assert isinstance(found, list)
    return [one.tag if isinstance(one, etree._Element) else str(one) for one in found]


def test_nothing_is_inline(built: Built) -> None:
    """Every page: no handler, no style, no script but data for search engines."""
    pages = {path: inline(html.fromstring(path.read_bytes())) for path in built.output.rglob("*.html")}
    assert len(pages) > 20
    assert {path: found for path, found in pages.items() if found} == {}


def test_frames_and_forms_stand_where_they_may(built: Built) -> None:
    """A page with a frame, and one whose form goes elsewhere, has a policy that allows it."""
    addresses = {path: f"/{path.parent.relative_to(built.output).as_posix()}/".replace("/./", "/") for path in built.output.rglob("index.html")}
    allowed = policies(town(), addresses.values())
    for path, address in addresses.items():
        tree = html.fromstring(path.read_bytes())
        assert not tree.xpath("//iframe") or "frame-src" in allowed[address], address
        actions = tree.xpath("//form/@action")
        assert isinstance(actions, list)
        assert all(str(action).startswith("/") for action in actions), address


@pytest.mark.parametrize(
    "text", ['<p style="color: red">', "<style>p { color: red }</style>", '<p onclick="f()">', "<script>f()</script>", '<a href="javascript:f()">']
)
def test_what_is_inline_would_be_found(text: str) -> None:
    """Each way to write it."""
    assert inline(html.fromstring(f"<main>{text}</main>"))


def test_every_script_is_known_to_need_no_more() -> None:
    """No script makes markup, style or code out of text: a stricter policy (Trusted Types) would find nothing to stop."""
    sinks = (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        'setAttribute("style',
        "createContextualFragment",
    )
    for path in Path(ROOT / "theme/static").glob("*.js"):
        assert not [sink for sink in sinks if sink in path.read_text("utf-8")], path.name
