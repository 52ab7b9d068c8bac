"""The published site, and the web servers that serve it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.hosting.servers import apache, nginx, program
from tests.site.building import Built, copy_site, run


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the site of Romans as the public sees it, built by `inv publish`."""
    built = run(copy_site(tmp_path_factory.mktemp("published") / "site"), "invoke", "publish")
    assert built.status == 0, built.said
    return built


@pytest.fixture
def readable() -> Iterator[Path]:
    """Yield a folder that a server may read who is not whoever runs the tests."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture(scope="session", params=["nginx", "apache2"])
def port(request: pytest.FixtureRequest, published: Built) -> Iterator[int]:
    """Yield where each server serves the published site."""
    if not program(request.param):
        pytest.skip(f"needs {request.param} (script/setup test installs it as root)")
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        folder.chmod(0o755)
        site = Path(shutil.copytree(published.output, folder / "site"))
        included = published.folder / "build/hebergement/nginx"
        yield stack.enter_context(nginx(folder, site, included) if request.param == "nginx" else apache(folder, site))
