"""Somebody without JavaScript: from the page of the site to the welcome, and out again."""

import re
import threading
from collections.abc import Iterator
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from playwright.sync_api import Browser, expect

from plugins.joining.house import Setup
from plugins.joining.tokens import JOIN, LEAVE, sign, token_key
from plugins.subscribers.people import find
from plugins.subscribers.store import key_of
from tests.joining.town import START, Clock, opened, setup
from tests.joining.visits import app_of

JEANNE = "jeanne@exemple.fr"


class Quiet(WSGIRequestHandler):
    """Writes no log."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, Setup]]:
    """Yield where the app is served, and its town."""
    monkeypatch.setattr("plugins.joining.book.answer_waiting", lambda *_: 0)
    found = setup(tmp_path)
    with make_server("127.0.0.1", 0, app_of(found, tmp_path, Clock()), handler_class=Quiet) as server:
        address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield address, found
        server.shutdown()


def token(found: Setup, purpose: str) -> str:
    """Return what Jeanne's mail holds."""
    with opened(found) as connection:
        person = find(connection, JEANNE)
        assert person
        return sign(token_key(key_of(connection)), purpose, person.id, int(START.timestamp()) + 60)


def test_somebody_joins_and_leaves_without_javascript(served: tuple[str, Setup], chromium: Browser) -> None:
    """By the keyboard alone, on a narrow phone: the form, its mistakes, the button of the mail, and the one to leave."""
    address, found = served
    page = chromium.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640}).new_page()
    page.goto(f"{address}/inscription")
    page.get_by_label("Votre adresse électronique").fill("jeanne@exemple")
    page.keyboard.press("Enter")
    expect(page.locator("#faute")).to_have_text(re.compile("^Il manque la fin"))
    page.get_by_label("Votre adresse électronique").fill(JEANNE)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Regardez votre courrier")
    page.goto(f"{address}/confirmer/{token(found, JOIN)}")
    page.get_by_role("button").click()
    expect(page.locator("h1")).to_have_text(re.compile("^Bienvenue"))
    page.goto(f"{address}/quitter/{token(found, LEAVE)}")
    page.get_by_role("button").click()
    expect(page.locator("h1")).to_have_text("C'est fait")
    assert page.context.cookies() == []
