"""A small web server for the preview: fresh pages, our own 404, the media types calendars and feeds need."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

MEDIA_TYPES = {
    ".ics": "text/calendar; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
}


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = SimpleHTTPRequestHandler.extensions_map | MEDIA_TYPES

    def __init__(self, *args: Any, base: str, **kwargs: Any) -> None:  # noqa: ANN401  # passed on as they came
        self._base = base
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(self._base))

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", MEDIA_TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def copyfile(self, source: Any, outputfile: Any) -> None:  # noqa: ANN401  # as the library has it
        """Send a file; a browser that leaves before the end is no fault of anyone's."""
        with suppress(BrokenPipeError, ConnectionResetError):
            super().copyfile(source, outputfile)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is the library's
        """Say nothing for each request: the terminal is for the writers' problems."""


def serve(folder: Path, port: int, base: str = "") -> ThreadingHTTPServer:
    """Return a server for the folder on this machine only; `base` is what stands before every address of the site."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(folder), base=base))
