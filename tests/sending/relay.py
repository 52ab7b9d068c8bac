"""A relay of our own on a thread, that can answer, hang up, stall and mumble as it is told."""

import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from msgspec import Struct, field

Answer = Callable[["Talk", str, str], str | None]
"""Is told of a command (`MAIL`, `RCPT`, `DATA`, `.`…) and the address at hand; returns an answer of its own, or None for the usual one."""
HANG_UP = "hang up"
"""An answer that is none."""
USUAL = {"MAIL": "250 ok", "RCPT": "250 ok", "DATA": "354 go on", ".": "250 2.0.0 taken", "RSET": "250 ok", "NOOP": "250 ok", "QUIT": "221 bye"}


class Delivered(Struct, frozen=True):
    """A message that the relay took."""

    sender: str
    to: str
    message: bytes


class Relay(Struct):
    """What it says and what it has seen."""

    offers: tuple[str, ...] = ("PIPELINING", "8BITMIME", "SIZE 30000000", "ENHANCEDSTATUSCODES")
    answer: Answer = lambda _talk, _command, _address: None
    mumbles: bool = False
    """Says its answers letter by letter."""
    tls: ssl.SSLContext | None = None
    delivered: list[Delivered] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)
    connections: int = 0
    port: int = 0
    keeps: bool = True
    """Whether it keeps what it took, or only counts it."""
    taken: int = 0


class Talk(socketserver.StreamRequestHandler):
    """One connection."""

    wbufsize = 0
    disable_nagle_algorithm = True
    server: "Server"

    def handle(self) -> None:
        """Talk until one side hangs up."""
        self.relay = self.server.relay
        self.relay.connections += 1
        self.sender = self.to = ""
        self.is_begun = False
        try:
            self.say(self.relay.answer(self, "CONNECT", "") or "220 relay.test")
            while line := self.rfile.readline():
                if not self.heard(line.rstrip(b"\r\n").decode("utf-8", "replace")):
                    return
        except OSError:
            return

    def finish(self) -> None:
        """Hang up, also where the connection was encrypted."""
        super().finish()
        self.connection.close()

    def say(self, text: str) -> None:
        """Say one answer."""
        if text == HANG_UP:
            raise ConnectionAbortedError
        data = f"{text}\r\n".encode()
        for piece in [bytes([byte]) for byte in data] if self.relay.mumbles else [data]:
            self.connection.sendall(piece)

    def heard(self, line: str) -> bool:
        """Answer one command; return whether the talk goes on."""
        command = line.partition(" ")[0].upper()
        address = line.partition("<")[2].partition(">")[0]
        self.relay.commands.append(line)
        if command == "MAIL":
            self.sender, self.to = address, ""
        elif command == "RCPT":
            self.to = address
        elif command in {"EHLO", "STARTTLS", "AUTH"}:
            return self.opening(command, line)
        answer = self.relay.answer(self, command, self.to) or USUAL.get(command, "500 what")
        if command == "MAIL":
            self.is_begun = answer[0] == "2"
        elif command == "RCPT" and not self.is_begun:
            answer = "503 no sender"
        if command == "RCPT" and answer[0] != "2":
            self.to = ""
        if command == "DATA" and answer[0] != "3" and not self.to:
            answer = "503 no recipient"
        self.say(answer)
        if answer[0] == "3":
            self.message()
        return command != "QUIT"

    def opening(self, command: str, line: str) -> bool:
        """Answer what comes before the first message."""
        answer = self.relay.answer(self, command, line)
        if command == "EHLO":
            self.say(answer or "\r\n".join(f"250-{offer}" for offer in ("relay.test", *self.relay.offers)) + "\r\n250 HELP")
        elif command == "AUTH":
            self.say(answer or "235 ok")
        elif answer or not self.relay.tls:
            self.say(answer or "454 no")
        else:
            self.say("220 go")
            self.connection = self.relay.tls.wrap_socket(self.connection, server_side=True)
            self.rfile = self.connection.makefile("rb", -1)
        return True

    def message(self) -> None:
        """Read a message up to its dot, and take it unless told otherwise."""
        lines: list[bytes] = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                raise ConnectionAbortedError
            lines.append(line[1:] if line.startswith(b"..") else line)
        answer = self.relay.answer(self, ".", self.to) or (USUAL["."] if self.to else "554 no recipient")
        if answer[0] == "2":
            self.take(b"".join(lines))
        self.say(self.relay.answer(self, "TAKEN", self.to) or answer)

    def take(self, message: bytes) -> None:
        """Keep a message."""
        self.relay.taken += 1
        if self.relay.keeps:
            self.relay.delivered.append(Delivered(self.sender, self.to, message))


class Server(socketserver.ThreadingTCPServer):
    """Listens on this machine alone."""

    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, relay: Relay) -> None:
        """Listen on any free port."""
        self.relay = relay
        super().__init__(("127.0.0.1", 0), Talk)
        relay.port = self.server_address[1]

    def handle_error(self, *_: Any) -> None:
        """Say nothing: who hangs up on us is part of the test."""


@contextmanager
def running(relay: Relay) -> Iterator[Relay]:
    """Run a relay."""
    with Server(relay) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield relay
        finally:
            server.shutdown()
            thread.join()


def unused_port() -> int:
    """Return a port where nobody answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
