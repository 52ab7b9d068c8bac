"""A small web server for the preview: fresh pages, our own 404, parts of recordings, the media types and headers of the public host."""

from __future__ import annotations

from contextlib import suppress
from email.utils import formatdate
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from plugins.hosting.kinds import MEDIA_TYPES
from plugins.hosting.obeying import headers_at, read_rules
from plugins.preview.ranges import Part, PartReader, part_of

OURS = {"Cache-Control", "Content-Type"}
"""What this server says by itself: a preview is always fresh, and knows types also where the folder has no header file."""


class _Handler(SimpleHTTPRequestHandler):
    path = ""  # until the request has been understood
    extensions_map = SimpleHTTPRequestHandler.extensions_map | MEDIA_TYPES

    def __init__(self, *args: Any, base: str, **kwargs: Any) -> None:  # noqa: ANN401  # passed on as they came
        self._base = base
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(self._base))

    def end_headers(self) -> None:
        for name, value in self._said().items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        self.send_header("Accept-Ranges", "bytes")
        super().end_headers()

    def _said(self) -> dict[str, str]:
        """Return what the header file of the folder says of the address that was asked, as on the public host."""
        with suppress(FileNotFoundError):
            said = headers_at(urlsplit(self.path).path, read_rules(Path(self.directory, "_headers").read_bytes()))
            return {name: value for name, value in said.items() if name not in OURS}
        return {}

    def send_head(self) -> Any:  # noqa: ANN401  # as the library has it: what is copied to who asks
        """Answer with the part that is asked for; HEAD has no parts (RFC 9110 §14.2), nor has what changed since (§13.1.5)."""
        path = Path(self.translate_path(self.path))
        if self.command != "GET" or "Range" not in self.headers or not path.is_file():
            return super().send_head()
        status = path.stat()
        modified = formatdate(status.st_mtime, usegmt=True)
        part = part_of(self.headers["Range"], status.st_size)
        if part is None or self.headers.get("If-Range", modified) != modified:
            return super().send_head()
        return self._send_part(path, part, status.st_size, modified)

    def _send_part(self, path: Path, part: Part, size: int, modified: str) -> PartReader | None:
        """Send what stands before a part, and return it to be copied; None when the file does not reach so far."""
        self.send_response(HTTPStatus.PARTIAL_CONTENT if part.size else HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
        self.send_header("Content-Range", f"bytes {part.first}-{part.last}/{size}" if part.size else f"bytes */{size}")
        self.send_header("Content-Length", str(part.size))
        if part.size:
            self.send_header("Content-Type", self.guess_type(str(path)))
            self.send_header("Last-Modified", modified)
        self.end_headers()
        return PartReader(path.open("rb"), part) if part.size else None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.exists():
            super().send_error(code, message, explain)
            return
        body, self.path = page.read_bytes(), f"{self._base}/{page.name}"  # what is said of that page holds, as nginx and Apache have it
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
