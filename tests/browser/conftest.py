"""Real browsers on the real site, served on this machine only."""

import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from plugins.preview.server import serve
from tests.site.building import Built, copy_site, run

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield where the built site is served."""
    built: Built = run(copy_site(tmp_path_factory.mktemp("browser") / "site"), "invoke", "build")
    assert built.status == 0, built.said
    server = serve(built.output, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Yield Debian's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield browser
        browser.close()
