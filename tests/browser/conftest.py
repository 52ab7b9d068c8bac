"""Real browsers on the real site, served on this machine only."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from plugins.preview.server import serve
from tests.browser.radio_site import write_radio
from tests.browser.visitors import InChromium, InFirefox, Visitor
from tests.site.building import Built, copy_site, run


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield where the built site is served."""
    built: Built = run(copy_site(tmp_path_factory.mktemp("browser") / "site"), "invoke", "build")
    assert built.status == 0, built.said
    with served(built.output) as found:
        yield found


@pytest.fixture(scope="session")
def radio_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield where a small radio programme is served, with a real recording."""
    folder = tmp_path_factory.mktemp("radio")
    write_radio(folder)
    with served(folder) as found:
        yield found


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; yield its address."""
    server = serve(folder, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[InFirefox]:
    """Yield Debian's Firefox."""
    with InFirefox(tmp_path_factory.mktemp("firefox") / "profile") as visitor:
        yield visitor


@pytest.fixture(params=["chromium", "firefox"])
def visitor(request: pytest.FixtureRequest, radio_address: str) -> Iterator[Visitor]:
    """Yield somebody who has never been to the radio programme, in each browser."""
    if request.param == "firefox":
        found: InFirefox = request.getfixturevalue("firefox")
        found.go(f"{radio_address}/theme/lecteur.js")
        found.run("localStorage.clear()")
        yield found
        return
    visit = InChromium(request.getfixturevalue("chromium"))
    yield visit
    visit.close()
