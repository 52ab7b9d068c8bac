"""One full build of each town, shared by the tests that only look at it."""

import pytest

from tests.site.building import Built, copy_site, run


@pytest.fixture(scope="session")
def romans(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the site of Romans, built once by `inv build`."""
    folder = copy_site(tmp_path_factory.mktemp("romans") / "site")
    built = run(folder, "invoke", "build")
    assert built.status == 0, built.said
    return built


@pytest.fixture(scope="session")
def season(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the same site as of the first day of September 2026, when every date is still to come."""
    built = run(copy_site(tmp_path_factory.mktemp("season") / "site"), "invoke", "build", BUILD_DATE="2026-08-31")
    assert built.status == 0, built.said
    return built
