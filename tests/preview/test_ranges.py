"""Players and Apple ask for parts of a recording; real requests on this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPMessage

import pytest

from plugins.preview.ranges import Part, part_of
from plugins.preview.server import serve

AUDIO = bytes(range(256)) * 40
SIZE = len(AUDIO)
FILES = {
    "onde.mp3": AUDIO,
    "vide.mp3": b"",
    "onde.m4a": b"m4a",
    "onde.vtt": b"WEBVTT",
    "direct.ics": b"BEGIN",
    "a.json": b"{}",
    "podcast.xml": b"<rss/>",
}

Answer = tuple[int, HTTPMessage, bytes]


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Yield the port at which a few files are served under /centre."""
    folder = tmp_path_factory.mktemp("served")
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    server = serve(folder, 0, "/centre")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def ask(port: int, name: str = "onde.mp3", method: str = "GET", **headers: str) -> Answer:
    """Return the status, headers and body that a request gets; `If_Range` stands for If-Range."""
    connection = HTTPConnection("127.0.0.1", port)
    connection.request(method, f"/centre/{name}", headers={key.replace("_", "-"): value for key, value in headers.items()})
    answer = connection.getresponse()
    found = answer.status, answer.headers, answer.read()
    connection.close()
    return found


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-1", 0, 1),
        ("bytes=0-", 0, SIZE - 1),
        ("bytes=100-199", 100, 199),
        (f"bytes=100-{SIZE * 2}", 100, SIZE - 1),
        ("bytes=-500", SIZE - 500, SIZE - 1),
        (f"bytes=-{SIZE * 2}", 0, SIZE - 1),
        (f"bytes={SIZE - 1}-", SIZE - 1, SIZE - 1),
        ("Bytes=7-7", 7, 7),
    ],
)
def test_a_part_is_sent_alone(asked: str, first: int, last: int, port: int) -> None:
    """The answer is 206 with the bytes asked for, where they lie, and how long the whole is."""
    status, headers, body = ask(port, Range=asked)
    assert (status, headers["Content-Range"], body) == (206, f"bytes {first}-{last}/{SIZE}", AUDIO[first : last + 1])
    assert (headers["Content-Length"], headers["Content-Type"], headers["Accept-Ranges"]) == (str(last + 1 - first), "audio/mpeg", "bytes")


@pytest.mark.parametrize("asked", [f"bytes={SIZE}-", f"bytes={SIZE + 5}-{SIZE + 9}", "bytes=-0"])
def test_a_part_beyond_the_end_is_refused(asked: str, port: int) -> None:
    """The answer is 416 with the length of the whole."""
    status, headers, body = ask(port, Range=asked)
    assert (status, headers["Content-Range"], body) == (416, f"bytes */{SIZE}", b"")


@pytest.mark.parametrize("asked", ["bytes=5-2", "bytes=-", "bytes=", "bytes=a-b", "lines=0-1", "bytes=0-1,5-6", "bytes=" + "9" * 5000 + "-"])
def test_what_is_not_understood_is_answered_whole(asked: str, port: int) -> None:
    """A header that means nothing, or several parts at once, gets the whole file."""
    status, headers, body = ask(port, Range=asked)
    assert (status, headers["Content-Range"], body) == (200, None, AUDIO)


def test_head_says_all_and_sends_nothing(port: int) -> None:
    """HEAD has the length, the type and the ranges of the whole file, whatever part is asked for."""
    for headers in ({}, {"Range": "bytes=0-1"}):
        status, said, body = ask(port, "onde.mp3", "HEAD", **headers)
        assert (status, said["Content-Length"], said["Content-Type"], said["Accept-Ranges"], body) == (200, str(SIZE), "audio/mpeg", "bytes", b"")


def test_a_recording_that_changed_is_sent_whole(port: int) -> None:
    """Who holds a part of the same recording gets the next one; of another recording, all of it."""
    modified = ask(port)[1]["Last-Modified"]
    assert ask(port, Range="bytes=0-1", If_Range=modified)[0] == 206
    assert ask(port, Range="bytes=0-1", If_Range="Thu, 01 Jan 1970 00:00:00 GMT")[::2] == (200, AUDIO)


def test_an_empty_file_has_no_part(port: int) -> None:
    """There is no first byte to send."""
    assert ask(port, "vide.mp3", Range="bytes=0-1")[0] == 416
    assert ask(port, "vide.mp3")[::2] == (200, b"")


def test_a_missing_recording_is_missing_in_part_too(port: int) -> None:
    """A part of nothing is 404."""
    assert ask(port, "rien.mp3", Range="bytes=0-1")[0] == 404


@pytest.mark.parametrize(
    ("name", "mime"),
    [
        ("onde.mp3", "audio/mpeg"),
        ("onde.m4a", "audio/x-m4a"),
        ("onde.vtt", "text/vtt; charset=utf-8"),
        ("direct.ics", "text/calendar; charset=utf-8"),
        ("a.json", "application/json"),
        ("podcast.xml", "application/xml; charset=utf-8"),
    ],
)
def test_media_types(name: str, mime: str, port: int) -> None:
    """Whole or in part, a file has the type that players, calendars and podcast directories want."""
    assert ask(port, name)[1]["Content-Type"] == mime
    assert ask(port, name, Range="bytes=0-1")[1]["Content-Type"] == mime


def test_parts_are_counted_from_nought() -> None:
    """The last byte is within the part."""
    assert part_of("bytes=0-1", 10) == Part(0, 1)
    assert Part(0, 1).size == 2
