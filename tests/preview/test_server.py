"""The preview answers as a real host would."""

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.preview.server import serve


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Yield the address of a small site served under /centre."""
    (tmp_path / "agenda").mkdir()
    (tmp_path / "agenda/index.html").write_text("agenda", "utf-8")
    (tmp_path / "agenda.ics").write_text("BEGIN", "utf-8")
    (tmp_path / "404.html").write_text("rien ici", "utf-8")
    server = serve(tmp_path, 0, "/centre")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/centre"
    server.shutdown()
    server.server_close()


def test_a_page_is_served_fresh(address: str) -> None:
    """A page is found under the site's folder, and the browser is told to keep no copy."""
    with urllib.request.urlopen(f"{address}/agenda/") as answer:
        assert answer.read() == b"agenda"
        assert answer.headers["Cache-Control"] == "no-store"


def test_calendars_have_their_media_type(address: str) -> None:
    """Calendar programs want text/calendar in UTF-8."""
    with urllib.request.urlopen(f"{address}/agenda.ics") as answer:
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"


def test_a_missing_page_shows_the_site_s_own(address: str) -> None:
    """A wrong address answers 404 with the site's own page."""
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(f"{address}/rien/")
    with error.value as answer:
        assert (answer.code, answer.read()) == (404, b"rien ici")


def test_the_header_file_is_obeyed(address: str, tmp_path: Path) -> None:
    """What the site says for its public host, the preview says too: policies of pages, lost ones also; but it stays fresh."""
    (tmp_path / "_headers").write_text(
        "/centre/*\n  A: every\n  Cache-Control: max-age=9\n/centre/agenda/*\n  B: some\n/centre/404.html\n  C: lost\n", "utf-8"
    )
    with urllib.request.urlopen(f"{address}/agenda/?q=1") as answer:
        assert (answer.headers["A"], answer.headers["B"], answer.headers.get_all("Cache-Control")) == ("every", "some", ["no-store"])
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(f"{address}/agenda/rien/")
    with error.value as answer:
        assert (answer.headers["A"], answer.headers["B"], answer.headers["C"]) == ("every", None, "lost")


def test_without_a_header_file_there_are_none(address: str) -> None:
    """A folder that has none is served all the same."""
    with urllib.request.urlopen(f"{address}/agenda/") as answer:
        assert "Content-Security-Policy" not in answer.headers
