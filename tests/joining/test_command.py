"""`inv subscribers.mailbox` and `python -m plugins.joining`, as one types them."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import urllib.request
from contextlib import closing
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from rich.console import Console

from plugins.joining.command import process_mailbox
from plugins.joining.processing import process
from plugins.lock import BusyError
from plugins.model.problem import Wrong
from plugins.subscribers.fault import Fault
from plugins.subscribers.office import Office
from tests.joining.town import SENDING, SETTINGS, Clock, opened, setup

ROOT = Path(__file__).parents[2]


def office(folder: Path, environment: dict[str, str], **sending: Any) -> Office:
    """Return the office of a town, somewhere."""
    names = {"ABONNES": str(folder / "prive" / "abonnes.sqlite3")} | environment
    return Office(folder, SETTINGS | {"SENDING": SENDING | sending}, Console(file=StringIO(), width=200), now=Clock(), environment=names)


def said(found: Office) -> str:
    """Return what it told."""
    assert isinstance(found.console.file, StringIO)
    return found.console.file.getvalue()


def test_without_a_login_or_a_mailbox_it_says_what_is_missing(tmp_path: Path) -> None:
    """Wrong use is told with what to write."""
    with pytest.raises(Wrong, match="IMAP_USER"):
        process_mailbox(office(tmp_path, {}))
    with pytest.raises(Wrong, match="boîte"):
        process_mailbox(office(tmp_path, {}, mailbox=""))


def test_a_mailbox_that_does_not_answer_is_a_fault(tmp_path: Path) -> None:
    """The sentence is French; nothing counts as processed, so that the sender waits."""
    login = {"IMAP_USER": "lettre", "IMAP_PASSWORD": "x"}
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(Fault, match="ne répond pas"):
        process_mailbox(office(tmp_path, login, mailbox=f"localhost:{port}"))
    with opened(setup(tmp_path)) as connection:
        assert connection.execute("SELECT count(*) FROM mailbox").fetchone()[0] == 0


def test_a_folder_of_requests_alone_is_enough(tmp_path: Path) -> None:
    """Without a mailbox the requests of the web are taken in, and the time is written down."""
    found = office(tmp_path, {"SPOOL": str(tmp_path / "demandes")}, mailbox="", relay="")
    process_mailbox(found)
    assert said(found) == "0 courriel relevé.\n"
    with opened(setup(tmp_path)) as connection:
        assert connection.execute("SELECT value FROM mailbox WHERE name = 'processed'").fetchone()[0] == "2026-12-03T09:00:00Z"


def test_two_runs_at_once_are_kept_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second one stops before it reads anything."""
    found = replace(setup(tmp_path), spool=tmp_path / "demandes")
    again: list[type[BaseException]] = []

    def nested(*_: object) -> int:
        with pytest.raises(BusyError):
            process(found, Clock())
        again.append(BusyError)
        return 0

    monkeypatch.setattr("plugins.joining.processing.take_in", nested)
    process(found, Clock())
    assert again == [BusyError]


def test_one_command_serves_the_app(tmp_path: Path) -> None:
    """`python -m plugins.joining` says where it listens, answers there, and keeps its database where it is told to."""
    environment = {**os.environ, "ABONNES": str(tmp_path / "prive" / "a.sqlite3")}
    command = [sys.executable, "-m", "plugins.joining", "127.0.0.1:0"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr
        address = running.stderr.readline().split()[-1]
        with urllib.request.urlopen(f"http://{address}/inscription", timeout=60) as answer:
            assert "Recevoir la lettre" in answer.read().decode()
        running.terminate()
    assert (tmp_path / "prive").stat().st_mode & 0o777 == 0o700


def test_the_app_needs_no_generator() -> None:
    """A web host loads neither Pelican nor what makes pages: `application` starts in little memory."""
    code = "import sys; import plugins.joining.wsgi; print([name for name in ('pelican', 'PIL', 'lxml', 'rich', 'markdown') if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "SPOOL": os.devnull[:0]}, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("name", ["passenger_wsgi.py", "lettre.cgi"])
def test_the_examples_for_hosts_work(name: str, tmp_path: Path) -> None:
    """What a host is to copy finds the app; as CGI it answers by itself."""
    path = ROOT / "docs" / "hebergement" / name
    asked = {"REQUEST_METHOD": "GET", "PATH_INFO": "/inscription", "SERVER_NAME": "v.example", "SERVER_PORT": "443", "SERVER_PROTOCOL": "HTTP/1.1"}
    environment = {**os.environ, **asked, "ABONNES": str(tmp_path / "prive" / "a.sqlite3"), "PYTHONPATH": str(ROOT)}
    code = f"import runpy; print(callable(runpy.run_path({str(path)!r})['application']))"
    command = [sys.executable, str(path)] if name.endswith(".cgi") else [sys.executable, "-c", code]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Status: 200 OK" if name.endswith(".cgi") else "True")
