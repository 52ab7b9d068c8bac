"""Debian's nginx and Apache on this machine, each with a configuration that takes in our files."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from msgspec import Struct

EXAMPLE = Path(__file__).parents[2] / "docs/hebergement/nginx-site.conf"
APACHE_MODULES = Path("/usr/lib/apache2/modules")
NEEDED = ("mpm_event", "authz_core", "dir", "mime", "alias")
OPTIONAL = ("headers", "deflate", "filter")
USER = "www-data"
"""Whom both serve as when root starts them."""


class Answer(Struct, frozen=True):
    """What a server answered."""

    status: int
    headers: Sequence[tuple[str, str]]
    body: bytes

    def __getitem__(self, name: str) -> str:
        """Return the value of a header that is said once; nothing when it is not said."""
        found = [value for said, value in self.headers if said.casefold() == name.casefold()]
        assert len(found) <= 1, found
        return found[0] if found else ""


def ask(port: int, path: str, headers: Mapping[str, str] | None = None) -> Answer:
    """Ask a server of this machine for an address."""
    line = HTTPConnection("127.0.0.1", port, timeout=60)
    line.request("GET", path, headers=headers or {})
    answer = line.getresponse()
    found = Answer(answer.status, answer.getheaders(), answer.read())
    line.close()
    return found


def program(name: str) -> str:
    """Return where a web server is; nothing when it is not installed."""
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin") or ""


@contextmanager
def nginx(folder: Path, site: Path, included: Path, base: str = "") -> Iterator[int]:
    """Serve a site by the example of the documentation, its host and certificate apart; yield the port."""
    port = _free_port()
    example = EXAMPLE.read_text("utf-8").replace("/srv/site/build/hebergement/nginx", str(included)).replace("/srv/site/output", str(site))
    server = re.sub(r"^ +(listen|ssl_|server_name).*\n", "", example.partition("\nserver {\n    listen 80;")[0], flags=re.MULTILINE)
    server = server.replace("server {", f"server {{ listen 127.0.0.1:{port};")
    if base:
        ours = f"include {included}/server.conf;"
        server = server.replace(f"root {site};", "").replace(ours, f"location {base}/ {{ alias {site}/; {ours} }}")
    places = " ".join(f"{kind}_temp_path {folder};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    user = f"user {USER};" if os.getuid() == 0 else ""
    text = f"{user} daemon off; pid {folder}/pid; error_log {folder}/errors; events {{}}\nhttp {{ access_log off; {places}\n{server}\n}}\n"
    (folder / "nginx.conf").write_text(text, "utf-8")
    with _running([program("nginx"), "-c", str(folder / "nginx.conf"), "-e", str(folder / "errors")], port):
        yield port


@contextmanager
def apache(folder: Path, site: Path, base: str = "", optional: Sequence[str] = OPTIONAL) -> Iterator[int]:
    """Serve a site with its own `.htaccess`, allowed no more than most hosts do; yield the port."""
    port = _free_port()
    lines = [
        *(f"LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so" for name in (*NEEDED, *optional)),
        f"Listen 127.0.0.1:{port}", "ServerName localhost", f"PidFile {folder}/pid", f"ErrorLog {folder}/errors", f"DefaultRuntimeDir {folder}",
        *([f"User {USER}", f"Group {USER}"] if os.getuid() == 0 else []),
        "TypesConfig /dev/null", f"DocumentRoot {site}", *([f"Alias {base}/ {site}/"] if base else []),
        f"<Directory {site}>", "Require all granted", "AllowOverride FileInfo", "</Directory>",
    ]  # fmt: skip
    (folder / "apache.conf").write_text("\n".join(lines) + "\n", "utf-8")
    with _running([program("apache2"), "-D", "FOREGROUND", "-f", str(folder / "apache.conf")], port):
        yield port


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def _running(command: list[str], port: int) -> Iterator[None]:
    """Start a server and wait until it answers; end it. A configuration that it refuses fails the test with its own words."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        while not _answers(port):
            assert process.poll() is None, process.communicate()[0]
        yield
    finally:
        process.terminate()
        said, _ = process.communicate(timeout=60)
    assert "warn" not in said, said


def _answers(port: int) -> bool:
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0
