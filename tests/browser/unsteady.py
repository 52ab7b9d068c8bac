"""A site on a network that comes and goes: its server can be stopped, started again, held up, and asked what was asked of it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from plugins.hosting.kinds import MEDIA_TYPES
from plugins.model.site import Site
from plugins.offline.outputs import outputs, worker
from plugins.pages.styles import style_sheet
from plugins.pages.theme import theme_files
from tests.pages.sites import rendered

ROOT = Path(__file__).parents[2]
THEME = ROOT / "theme"
PAGES = (
    "index.html", "404.html", "agenda/index.html", "agenda/2026/11/index.html", "agenda/2026/11/28/soupe/index.html", "hors-ligne/index.html",
    "maisons/pont/index.html",
)  # fmt: skip
SCRIPT = ROOT / "plugins/offline/worker.js"


def write(folder: Path, site: Site, patience: int = 6000) -> None:
    """Write a site to a folder, with a worker that waits so many milliseconds."""
    script = SCRIPT.read_text("utf-8").replace("PATIENCE = 6000", f"PATIENCE = {patience}")
    files = {path: text.encode() for path, text in rendered(site, PAGES).items()}
    theme = (*style_sheet(THEME, site.houses, site.files.values()), *theme_files(THEME))
    for output in (*theme, *outputs(site), worker(script, site.identity, {output.path: output for output in theme})):
        content = output.render().content
        files[output.path] = content.read_bytes() if isinstance(content, Path) else content
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


class Host:
    """A folder on the web, on one port for as long as it lives."""

    def __init__(self, folder: Path) -> None:
        """Start to serve."""
        self.folder = folder
        self.asked: list[tuple[str, bool]] = []
        """The addresses asked for, and whether the browser asked while it started its worker (navigation preload)."""
        self.open = threading.Event()
        """While it is not set, whoever asks gets no answer."""
        self.open.set()
        self._port = 0
        self.start()

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        """Serve, on the same port as before."""
        self._server = ThreadingHTTPServer(("127.0.0.1", self._port), self._handler())
        self._port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Refuse every connection."""
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> Any:  # the library's own way to make handlers has no type
        host = self

        class Handler(SimpleHTTPRequestHandler):
            extensions_map = SimpleHTTPRequestHandler.extensions_map | MEDIA_TYPES

            def __init__(self, *args: Any, **kwargs: Any) -> None:
                super().__init__(*args, directory=str(host.folder), **kwargs)

            def do_GET(self) -> None:
                host.asked.append((self.path, "Service-Worker-Navigation-Preload" in self.headers))
                host.open.wait()
                super().do_GET()

            def list_directory(self, path: Any) -> None:  # noqa: ARG002  # a folder without a page is nothing here
                self.send_error(HTTPStatus.NOT_FOUND)

            def end_headers(self) -> None:
                self.send_header("Cache-Control", "no-store")  # a date of whole seconds would hide an edit of the same second
                super().end_headers()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler


@contextmanager
def hosted(folder: Path) -> Iterator[Host]:
    """Serve a folder; at the end nobody is kept waiting."""
    host = Host(folder)
    try:
        yield host
    finally:
        host.open.set()
        host.stop()
