"""What search engines fetch first."""

from __future__ import annotations

from lxml import etree
from msgspec.structs import replace

from plugins.feeds.outputs import outputs
from plugins.feeds.robots import robots, sitemap
from tests.towns import IDENTITY, read_site

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def _places(data: bytes) -> list[str | None]:
    root = etree.fromstring(data)
    assert root.tag == "{http://www.sitemaps.org/schemas/sitemap/0.9}urlset"
    assert all([child.tag for child in url] == [LOC] for url in root)
    return [place.text for place in root.iter(LOC)]


def test_map_has_each_page_once_with_its_whole_address() -> None:
    """Sitemaps.org asks for whole addresses, escaped; the order is always the same."""
    identity = replace(IDENTITY, url="https://villeneuve.example/centre")
    data = sitemap(identity, ["/maisons/pont/", "/", "/maisons/pont/", "/a&b/"])

    assert _places(data) == [
        "https://villeneuve.example/centre/",
        "https://villeneuve.example/centre/a&b/",
        "https://villeneuve.example/centre/maisons/pont/",
    ]
    assert b"a&amp;b" in data


def test_the_map_leaves_out_what_stands_in_other_sites() -> None:
    """Pages to frame ask not to be indexed, so the map does not ask for it."""
    assert _places(sitemap(IDENTITY, ["/agenda/", "/agenda/cadre/", "/agenda/cadre/pont/"])) == ["https://villeneuve.example/agenda/"]


def test_robots_names_the_map() -> None:
    """Nothing is forbidden."""
    assert robots(IDENTITY).decode().split("\n") == ["User-agent: *", "Disallow:", "", "Sitemap: https://villeneuve.example/sitemap.xml", ""]


def test_every_file_has_its_address() -> None:
    """The feed, the map and robots.txt lie at the root."""
    assert [output.path for output in outputs(read_site({}), ["/"])] == ["flux.xml", "sitemap.xml", "robots.txt"]
