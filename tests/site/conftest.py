"""One full build of each town, shared by the tests that only look at it."""

import pytest

from tests.site.building import OTHER_TOWN, Built, copy_site, run


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


@pytest.fixture(scope="session")
def val(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the other town as a site in a folder of its host, which here is the public folder."""
    folder = tmp_path_factory.mktemp("val")
    settings = ('SITEURL="https://val-sur-brise.example/centre"', f'BUILD_PATH="{folder}/build"')
    built = run(OTHER_TOWN, "pelican", "content", "-s", "pelicanconf.py", "-o", str(folder / "output/centre"), "-e", *settings)
    assert built.status == 0, built.said
    return Built(built.status, built.said, folder)
