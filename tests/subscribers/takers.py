"""Those who take the letter over: a small listmonk, and a relay that behaves as it is told."""

from __future__ import annotations

import base64
import json
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from msgspec import Struct, field

LOGIN = "Basic " + base64.b64encode(b"robot:secret").decode()
Answer = tuple[int, Any]


class Listmonk(Struct):
    """What it holds; its answers are those of version 6 (docs/docs/content/apis of its repository)."""

    address: str = ""
    people: list[dict[str, Any]] = field(default_factory=list)
    templates: list[dict[str, Any]] = field(default_factory=lambda: [{"id": 1, "name": "Default", "type": "campaign"}])
    campaigns: list[dict[str, Any]] = field(default_factory=list)
    broken: dict[str, Answer | bytes | None] = field(default_factory=dict)
    """What some paths answer in the place of what is right; None: nothing at all."""

    def members(self, listed: int) -> set[str]:
        """Return who gets what is sent to a list."""
        return {person["email"] for person in self.people if person["lists"].get(listed) == "confirmed"}

    def answer(self, method: str, path: str, query: dict[str, list[str]], body: Any) -> Answer:
        """Do what is asked."""
        if method == "GET":
            return 200, self._stands(path, query)
        found: dict[str, Callable[[dict[str, Any]], Answer]] = {
            "/api/subscribers": self._add,
            "/api/subscribers/lists": self._unsubscribe,
            "/api/templates": lambda body: _kept(self.templates, {"id": len(self.templates) + 1, **body}),
            "/api/campaigns": lambda body: _kept(self.campaigns, {"status": "draft", **body}),
        }
        return found[path](body)

    def _stands(self, path: str, query: dict[str, list[str]]) -> object:
        if path == "/api/templates":
            return self.templates
        assert query["per_page"] == ["all"]
        if path == "/api/campaigns":
            return {"results": self.campaigns}
        listed = int(query["list_id"][0])
        return {"results": [_shown(person) for person in self.people if listed in person["lists"]]}

    def _add(self, body: dict[str, Any]) -> Answer:
        if any(person["email"].lower() == body["email"].lower() for person in self.people):
            return 409, None
        assert body["preconfirm_subscriptions"] is True
        self.people.append({"id": len(self.people) + 1, "email": body["email"], "lists": dict.fromkeys(body["lists"], "confirmed")})
        return 200, self.people[-1]

    def _unsubscribe(self, body: dict[str, Any]) -> Answer:
        assert body["action"] == "unsubscribe"
        for person in self.people:
            if person["id"] in body["ids"]:
                person["lists"] |= dict.fromkeys(body["target_list_ids"], "unsubscribed")
        return 200, True


def _kept(all_of_them: list[dict[str, Any]], one: dict[str, Any]) -> Answer:
    all_of_them.append(one)
    return 200, one


def _shown(person: dict[str, Any]) -> dict[str, Any]:
    return {**person, "lists": [{"id": listed, "subscription_status": status} for listed, status in person["lists"].items()]}


@contextmanager
def listmonk() -> Iterator[Listmonk]:
    """Run a listmonk on this machine."""
    held = Listmonk()

    class Handler(BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            """Answer any method alike."""
            self.raw_requestline = self.rfile.readline(65537)
            if not self.raw_requestline or not self.parse_request():
                self.close_connection = True
                return
            self._reply()

        def _reply(self) -> None:
            parts = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            broken = held.broken.get(parts.path, (403, None) if self.headers["Authorization"] != LOGIN else ())
            if broken is None:
                self.close_connection = True
                return
            status, data = (200, None) if isinstance(broken, bytes) else broken or held.answer(
                self.command, parts.path, parse_qs(parts.query), json.loads(body or b"null")
            )  # fmt: skip
            self._send(status, broken if isinstance(broken, bytes) else json.dumps({"data": data, "message": "c'est ainsi"}).encode())

        def _send(self, status: int, text: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(text)))
            self.send_header("Location", "http://127.0.0.1:9/ailleurs")
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server, serving(server):
        held.address = f"http://127.0.0.1:{server.server_address[1]}"
        yield held


class Relay(Struct):
    """What a relay took, and how it answers."""

    port: int = 0
    answers: dict[str, str] = field(default_factory=dict)
    """By command (`DATA`, and `.` for the end of it); empty: it hangs up."""
    taken: list[bytes] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def reply(self, command: str) -> str:
        """Return what it answers."""
        usual = {"EHLO": "250 relais", "DATA": "354 allez", ".": "250 pris", "QUIT": "221 adieu"}
        return self.answers.get(command, usual.get(command, "250 ok"))


@contextmanager
def relay() -> Iterator[Relay]:
    """Run a relay on this machine."""
    held = Relay()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            """Speak SMTP, as little as it takes."""
            self.wfile.write(b"220 relais\r\n")
            while line := self.rfile.readline().decode().strip():
                held.said.append(line)
                command = line.partition(" ")[0].upper()
                if not self._said(command) or (command == "DATA" and held.reply(command).startswith("354") and not self._take()):
                    return

        def _take(self) -> bool:
            lines = list(iter(self.rfile.readline, b".\r\n"))
            held.taken.append(b"".join(lines))
            return self._said(".")

        def _said(self, command: str) -> bool:
            self.wfile.write(f"{held.reply(command)}\r\n".encode() if held.reply(command) else b"")
            return bool(held.reply(command)) and command != "QUIT"

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server, serving(server):
        held.port = server.server_address[1]
        yield held


@contextmanager
def serving(server: socketserver.BaseServer) -> Iterator[None]:
    """Run a server beside the test."""
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
