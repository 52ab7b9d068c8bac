"""Somebody at a real browser: Chromium and Firefox, behind the few gestures that the tests need."""

from __future__ import annotations

import json
import socket
import subprocess
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, Protocol, Self

from playwright.sync_api import Browser, BrowserContext, Page

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
"""How Chromium is started: as root too, and asking nobody for anything."""
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "ArrowDown": "\ue015", "ArrowUp": "\ue013"}
"""Keys by name, as WebDriver writes them (§17.4.2)."""
PREFERENCES = {"marionette.port": 0, "browser.shell.checkDefaultBrowser": False, "datareporting.policy.dataSubmissionEnabled": False}
READY = "Listening on port "
PATIENCE = 60
"""Seconds without an answer after which Firefox counts as broken."""
WIDEST = 1280
LOOK = """const browser = gBrowser.selectedBrowser;
browser.fullZoom = arguments[0];
browser.browsingContext.prefersColorSchemeOverride = arguments[1];"""
Scheme = Literal["light", "dark"]


class Visitor(Protocol):
    """One visit in one browser."""

    def go(self, url: str) -> None:
        """Open an address, loaded when this returns."""

    def reload(self) -> None:
        """Load the page again."""

    def press(self, key: str) -> None:
        """Press a key where the focus is."""

    def click(self, selector: str) -> None:
        """Click the first element found."""

    def look(self, width: int, scheme: Scheme) -> None:
        """See pages at a width in CSS pixels, in light or dark."""

    def run(self, expression: str) -> Any:  # what JavaScript gives
        """Return the value of a JavaScript expression, awaited when it is a promise."""


class InChromium:
    """A visit in Chromium."""

    def __init__(self, browser: Browser) -> None:
        """Open an empty page of its own."""
        self._context: BrowserContext = browser.new_context()
        self._context.grant_permissions(["clipboard-read", "clipboard-write"])
        self._page: Page = self._context.new_page()

    def go(self, url: str) -> None:
        """Open an address."""
        self._page.goto("about:blank")  # another address of the same page would only change what stands after its #
        self._page.goto(url)

    def reload(self) -> None:
        """Load the page again."""
        self._page.reload()

    def press(self, key: str) -> None:
        """Press a key."""
        self._page.keyboard.press(key)

    def click(self, selector: str) -> None:
        """Click an element."""
        self._page.locator(selector).first.click()

    def look(self, width: int, scheme: Scheme) -> None:
        """See pages at a width."""
        self._page.set_viewport_size({"width": width, "height": 800})
        self._page.emulate_media(color_scheme=scheme)

    def run(self, expression: str) -> Any:  # as above
        """Return the value of an expression."""
        return self._page.evaluate(expression)

    def close(self) -> None:
        """Leave."""
        self._context.close()


class InFirefox:
    """A visit in Debian's Firefox, which Playwright does not drive, by its own protocol (Marionette: length, colon, JSON)."""

    def __init__(self, profile: Path) -> None:
        """Start Firefox with an empty profile and wait until it listens."""
        profile.mkdir()
        prefs = "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items())
        (profile / "user.js").write_text(prefs, "utf-8")
        command = ["firefox-esr", "--headless", "--no-remote", "--marionette", "--remote-allow-system-access", "--profile", str(profile)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        assert self._process.stdout
        port = next(line.partition(READY)[2] for line in self._process.stdout if READY in line)
        self._rest = threading.Thread(target=self._process.stdout.read, daemon=True)
        self._rest.start()  # a full pipe would hold Firefox up
        self._socket = socket.create_connection(("127.0.0.1", int(port)), PATIENCE)
        self._answers = self._socket.makefile("rb")
        self._read()  # it says who it is
        self._ask("WebDriver:NewSession")

    def _read(self) -> Any:  # as above
        size = b""
        while not size.endswith(b":"):
            size += self._answers.read(1)
        return json.loads(self._answers.read(int(size[:-1])))

    def _ask(self, command: str, given: Mapping[str, object] | None = None) -> Any:  # as above
        sent = json.dumps([0, 1, command, given or {}]).encode()
        self._socket.sendall(b"%d:%s" % (len(sent), sent))
        _, _, error, result = self._read()
        assert error is None, error
        return result

    def go(self, url: str) -> None:
        """Open an address."""
        self._ask("WebDriver:Navigate", {"url": "about:blank"})  # as above
        self._ask("WebDriver:Navigate", {"url": url})

    def reload(self) -> None:
        """Load the page again."""
        self._ask("WebDriver:Refresh")

    def press(self, key: str) -> None:
        """Press a key."""
        strokes = [{"type": stroke, "value": KEYS.get(key, key)} for stroke in ("keyDown", "keyUp")]
        self._ask("WebDriver:PerformActions", {"actions": [{"type": "key", "id": "keyboard", "actions": strokes}]})

    def click(self, selector: str) -> None:
        """Click an element."""
        found = self._ask("WebDriver:FindElement", {"using": "css selector", "value": selector})
        self._ask("WebDriver:ElementClick", {"id": next(iter(found["value"].values()))})

    def look(self, width: int, scheme: Scheme) -> None:
        """See pages at a width: zoomed in a window of WIDEST, as Firefox has no window as narrow as a phone (WCAG 2.2, 1.4.10 says the same)."""
        self._ask("WebDriver:SetWindowRect", {"width": WIDEST, "height": 800})
        self._ask("Marionette:SetContext", {"value": "chrome"})
        self._ask("WebDriver:ExecuteScript", {"script": LOOK, "args": [WIDEST / width, scheme]})
        self._ask("Marionette:SetContext", {"value": "content"})

    def run(self, expression: str) -> Any:  # as above
        """Return the value of an expression."""
        return self._ask("WebDriver:ExecuteScript", {"script": f"return ({expression})", "args": [], "sandbox": None})["value"]

    def close(self) -> None:
        """Leave, and wait until Firefox has."""
        self._ask("Marionette:Quit", {"flags": ["eForceQuit"]})
        self._socket.close()
        self._answers.close()
        self._process.wait()
        self._rest.join()
        assert self._process.stdout
        self._process.stdout.close()

    def __enter__(self) -> Self:
        """Return the visit."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave."""
        self.close()
