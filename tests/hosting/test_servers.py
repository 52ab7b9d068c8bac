"""The published site, served by a real nginx and a real Apache that were told our rules."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from plugins.hosting.apache import htaccess
from plugins.hosting.beside import nginx_files, put
from plugins.hosting.kinds import MEDIA_TYPES
from plugins.hosting.rules import POLICY, rules
from tests.hosting.servers import Answer, apache, ask, nginx, program
from tests.hosting.sites import expected, town
from tests.site.building import Built

URL = "https://maisonsdequartier.fr"
RULES = rules(town(URL))
SAID_BY_ALL = {
    "accept-ranges",
    "connection",
    "content-length",
    "content-range",
    "content-type",
    "date",
    "etag",
    "keep-alive",
    "last-modified",
    "server",
}
"""What servers say by themselves."""
PAGES = ("/", "/agenda/", "/agenda/2026/11/", "/agenda/cadre/", "/agenda/integrer/", "/la-bobine/", "/lettre/s-abonner/", "/le-fil/47/")
LOST = ("/rien", "/rien/du/tout/", "/agenda/cadre/rien/", "/rien.ics", "/images/rien.jpg", "/agenda/2026/11/28/rien/")
WHOLE = "/agenda/", "/theme/site.css", "/agenda.ics", "/flux.xml", "/agenda/evenements.json"


def needs(name: str) -> pytest.MarkDecorator:
    """Skip a test where a server is not installed."""
    return pytest.mark.skipif(not program(name), reason=f"needs {name} (script/setup test installs it as root)")


def one_of_each(built: Built) -> list[str]:
    """Return an address for each ending of a file that is no page."""
    paths = {path.suffix: path for path in sorted(built.output.rglob("*.*")) if path.is_file() and path.suffix != ".html" and path.name[0] != "."}
    return [f"/{path.relative_to(built.output).as_posix()}" for path in paths.values()]


def ours(answer: Answer) -> dict[str, str]:
    """Return the headers that are there because we said so, each of which stands there once."""
    names = {name for name, _ in answer.headers if name.casefold() not in SAID_BY_ALL}
    return {name: answer[name] for name in (*names, "Content-Type")}


def meant(path: str) -> dict[str, str]:
    """Return what the rules give an address; who compresses says that answers vary."""
    return expected(path, RULES)


def same(found: dict[str, str], wanted: dict[str, str]) -> None:
    """Compare headers; the space before charset is the server's."""
    said = found | {"Content-Type": re.sub(r";\s*charset=(?i:utf-8)", "; charset=utf-8", found["Content-Type"])}
    said.pop("Vary", None)
    assert said == wanted


@pytest.mark.parametrize("path", PAGES)
def test_a_page_gets_what_the_rules_give(path: str, port: int) -> None:
    """Exactly those headers, each once."""
    answer = ask(port, path)
    assert answer.status == 200
    same(ours(answer), meant(path))


def test_a_file_gets_what_the_rules_give(port: int, published: Built) -> None:
    """So does one file of each kind that the site holds."""
    for path in one_of_each(published):
        answer = ask(port, path)
        assert answer.status == 200
        same(ours(answer), meant(path))


def test_every_file_is_of_a_known_kind(published: Built) -> None:
    """Nothing is published of which the servers would not know what it is."""
    files = {path.suffix for path in published.output.rglob("*") if path.is_file() and path.name not in {".htaccess", "_headers"}}
    assert files <= set(MEDIA_TYPES)


@pytest.mark.parametrize("path", LOST)
def test_what_is_not_there_shows_our_page(path: str, port: int, published: Built) -> None:
    """The page for what is lost is a page like others: it may not be framed, and is not kept in the place of what may come."""
    answer = ask(port, path)
    assert (answer.status, answer.body) == (404, (published.output / "404.html").read_bytes())
    assert answer[POLICY] == RULES.places[0].policy
    assert answer["Content-Type"].startswith("text/html")
    assert not answer["Cache-Control"] or "no-cache" in answer["Cache-Control"]
    assert dict(RULES.everywhere).items() <= ours(answer).items()


def test_a_recording_is_sent_in_parts(port: int, published: Built) -> None:
    """Players seek, and Apple asks for two bytes before it takes a podcast; a part has the headers of the whole."""
    path = next(path for path in one_of_each(published) if path.endswith(".mp3"))
    answer = ask(port, path, {"Range": "bytes=0-1"})
    whole = (published.output / path[1:]).read_bytes()
    assert (answer.status, answer.body) == (206, whole[:2])
    assert answer["Content-Range"] == f"bytes 0-1/{len(whole)}"
    same(ours(answer), meant(path))


@pytest.mark.parametrize("path", WHOLE)
def test_texts_are_compressed(path: str, port: int) -> None:
    """Who can takes pages, styles, calendars, feeds and data compressed, and who has a copy is told that it still holds."""
    plain = ask(port, path)
    answer = ask(port, path, {"Accept-Encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer["Vary"]
    assert gzip.decompress(answer.body) == plain.body
    copy = {"If-None-Match": answer["ETag"]} if answer["ETag"] else {}
    again = ask(port, path, {"Accept-Encoding": "gzip", "If-Modified-Since": answer["Last-Modified"], **copy})
    assert (again.status, again.body) == (304, b"")
    assert again[POLICY] == meant(path)[POLICY]


@pytest.mark.parametrize("path", ["/.htaccess", "/_headers"])
def test_what_is_for_servers_is_no_page(path: str, port: int, published: Built) -> None:
    """What one server is told, another does not show."""
    answer = ask(port, path)
    assert (answer.status, answer.body) == (404, (published.output / "404.html").read_bytes())


def in_folder(folder: Path) -> Path:
    """Write a small site that lies in a folder of somebody's host; return where."""
    found = rules(town("https://ville.example/centre"))
    site = folder / "site"
    for path in ("index.html", "404.html", "agenda/cadre/index.html", "agenda.ics", "recherche/index.html"):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(path, "utf-8")
    (site / ".htaccess").write_bytes(htaccess(found))
    put(nginx_files(found), folder / "nginx")
    return site


@pytest.mark.parametrize("name", [pytest.param("nginx", marks=needs("nginx")), pytest.param("apache2", marks=needs("apache2"))])
def test_a_site_may_lie_in_a_folder(name: str, readable: Path) -> None:
    """Its rules hold under its folder, its own page tells what is lost there, and it promises nothing for its host."""
    site, found = in_folder(readable), rules(town("https://ville.example/centre"))
    server = nginx(readable, site, readable / "nginx", "/centre") if name == "nginx" else apache(readable, site, "/centre")
    with server as port:
        for path in ("/", "/agenda/cadre/", "/recherche/", "/agenda.ics"):
            same(ours(ask(port, f"/centre{path}")), expected(path, found))
        lost = ask(port, "/centre/agenda/rien/")
        assert (lost.status, lost.body) == (404, b"404.html")
        assert "Strict-Transport-Security" not in dict(lost.headers)


@needs("apache2")
def test_apache_without_its_modules_serves_all_the_same(readable: Path) -> None:
    """Where the host has neither mod_headers nor mod_deflate, pages come without their headers, and nothing breaks."""
    with apache(readable, in_folder(readable), "/centre", ()) as port:
        answer = ask(port, "/centre/agenda.ics")
        assert (answer.status, answer[POLICY]) == (200, "")
        assert answer["Content-Type"] == "text/calendar; charset=utf-8"
        assert ask(port, "/centre/rien").body == b"404.html"
