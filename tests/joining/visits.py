"""Visits to the app, as browsers and mail programs make them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from werkzeug.test import Client, TestResponse

from plugins.joining.app import App
from plugins.joining.book import Book, book_of
from plugins.joining.house import Setup
from tests.joining.town import Clock


def app_of(found: Setup, folder: Path, clock: Clock, book: Book | None = None) -> App:
    """Return the app of a town, its counts in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    return App(found.house.identity, found.house.head, book or book_of(found, clock), folder / "demandes.compte", clock)


@contextmanager
def visited(response: TestResponse) -> Iterator[TestResponse]:
    """Read the answer, then let the host close it."""
    response.get_data()
    yield response
    response.close()


def get(app: App, path: str) -> TestResponse:
    """Follow a link."""
    with visited(Client(app).get(path)) as response:
        return response


def post(app: App, path: str, network: str = "192.0.2.1", **data: str) -> TestResponse:
    """Press a button, from a network."""
    with visited(Client(app).post(path, data=data, environ_base={"REMOTE_ADDR": network})) as response:
        return response
