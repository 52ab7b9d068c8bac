"""Pagefind at work: documents go in, the files of their index come out.

Its program is spoken to by a pipe (`--service`), in base64 of JSON with a comma after each message, as its own wrappers do.
Given a folder it would take the documents as the disk happens to list them, and that order decides the bytes. Its filters are
not used: it writes them in another order each time.
"""

from __future__ import annotations

import json
import os
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from contextlib import suppress
from tempfile import TemporaryFile
from typing import IO, Any

from plugins.search.record import Record, document

LIBRARY = "pagefind-bin"
PAUSE = 0.02
"""Seconds between two looks at how far it is: to be woken for each answer would take as long again as the work."""
PATIENCE = 3000
"""Looks without a new answer after which it counts as broken: a minute."""
_WHOLE = 1 << 24
"""Bytes read at once."""


class PagefindError(RuntimeError):
    """Pagefind is missing, or did not do what it should."""


def pagefind_version() -> str:
    """Return which Pagefind is installed. Raise PagefindError when none is."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(LIBRARY)
    except PackageNotFoundError:
        raise PagefindError(f"{LIBRARY} manque") from None


def index_of(records: Sequence[Record]) -> Mapping[str, bytes]:
    """Return the files of the index of some records, by path; the same records give the same bytes. Raise PagefindError."""
    added = ({"type": "AddFile", "index_id": 0, "url": record.address, "file_contents": document(record)} for record in records)
    asked = [{"type": "NewIndex", "config": {"force_language": "fr"}}, *added, {"type": "GetFiles", "index_id": 0}]
    messages = (b64encode(json.dumps({"message_id": number, "payload": payload}).encode()) for number, payload in enumerate(asked))
    try:
        answers = _answers(b",".join((*messages, b"")), len(asked))
    except (OSError, ImportError) as error:
        raise PagefindError(str(error)) from error
    if len(answers) < len(asked) or any(answer["type"] == "Error" for answer in answers):
        raise PagefindError(next((answer["message"] for answer in answers if answer["type"] == "Error"), "il s'est arrêté en route"))
    return {file["path"]: b64decode(file["content"]) for file in answers[-1]["files"]}


def _answers(messages: bytes, count: int) -> list[dict[str, Any]]:
    """Return what Pagefind answers to its messages. Raise OSError when it cannot be run."""
    from pagefind_bin import get_executable

    with TemporaryFile() as said:
        command = [str(get_executable()), "--service"]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=said, stderr=subprocess.DEVNULL)  # noqa: S603  # of our own library
        assert process.stdin
        try:
            process.stdin.write(messages)
            process.stdin.flush()
            _wait(process, said, count)
        finally:
            process.kill()
            with suppress(OSError):
                process.stdin.close()
            process.wait()
        said.seek(0)
        return [json.loads(b64decode(answer))["payload"] for answer in said.read().split(b",")[:-1]]


def _wait(process: subprocess.Popen[bytes], said: IO[bytes], count: int) -> None:
    """Wait until Pagefind has answered so many times, or has ended, or says nothing any more; it drops what waits when its input closes."""
    read = answered = idle = 0
    while answered < count and idle < PATIENCE and process.poll() is None:
        with suppress(subprocess.TimeoutExpired):
            process.wait(PAUSE)
        new = os.pread(said.fileno(), _WHOLE, read)
        read, answered, idle = read + len(new), answered + new.count(b","), 0 if new else idle + 1
