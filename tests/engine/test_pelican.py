"""It stays Pelican: its own command gives the same site, and plugins that follow its signals work, whatever is skipped."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.engine import listener, marker
from tests.engine.conftest import Builder
from tests.engine.places import Place, times
from tests.engine.town import set_body, set_key
from tests.site.building import copy_site, run

PAGE = "pages/accessibilite.md"


@pytest.fixture
def log(builder: Builder, tmp_path: Path) -> Path:
    """Add the listening plugin to the town's; return where it tells what it saw."""
    from plugins.settings import PLUGINS

    path = tmp_path / "log.json"
    builder.town.settings |= {"PLUGINS": [*PLUGINS, listener.__name__], "LISTENER_LOG": str(path)}
    return path


def heard(builder: Builder, log: Path) -> Any:
    """Build, and return what the plugin saw."""
    said = builder.build()
    assert said.status == 0, said.words
    return json.loads(log.read_text("utf-8"))


def test_pelican_after_inv_build_gives_the_same_site(tmp_path: Path) -> None:
    """`pelican content` after `inv build` changes no byte and no time stamp, and so the other way round."""
    folder = copy_site(tmp_path / "site")
    assert run(folder, "invoke", "build").status == 0
    place = Place(folder)
    before, stamps = place.site, times(place.public)
    for command in (("pelican", "content", "-s", "pelicanconf.py"), ("invoke", "build")):
        built = run(folder, *command)
        assert built.status == 0, built.said
        assert (place.site, times(place.public)) == (before, stamps)


def test_a_signal_is_sent_for_each_file(builder: Builder, log: Path) -> None:
    """A first build sends content_written once for each public file, when it holds its last bytes."""
    place = Place(builder.town.folder / "first")
    said = builder.build(OUTPUT_PATH=str(place.public), BUILD_PATH=str(place.build))
    assert said.status == 0, said.words
    written = json.loads(log.read_text("utf-8"))["written"]
    wanted = [[path, digest] for path, (_, digest) in place.site[0].items() if digest]
    assert sorted(written) == sorted(wanted)


def test_a_signal_is_sent_for_each_file_that_was_made(builder: Builder, log: Path) -> None:
    """A later build sends content_written at least for each file that changed, when it holds its last bytes."""
    heard(builder, log)
    before = builder.town.place.site[0]
    set_body(builder.town.content / PAGE, "Autre chose.\n")
    set_key(builder.town.content / "evenements/2026/soupe.md", "titre", "Bouillon")
    written = dict(heard(builder, log)["written"])
    after = builder.town.place.site[0]
    assert {path for path, (_, digest) in after.items() if digest and before.get(path) != after[path]} <= written.keys()
    assert {path: digest for path, digest in written.items() if after[path][1] != digest} == {}


def test_a_page_of_another_plugin_is_published_each_time(builder: Builder, log: Path) -> None:
    """What a plugin writes with Pelican's writer is public after each build, not before its end, and goes with the plugin."""
    page = builder.town.place.public / listener.PAGE
    seen = ""
    for day in ("2026-11-22", "2026-11-22", "2026-11-23", "2026-11-24", "2026-11-24"):
        builder.town.settings["BUILD_DATE"] = day
        assert heard(builder, log)["public"] == seen
        seen = page.read_text("utf-8")
        assert seen == f"Merci Les maisons du Val, le {day}"
        builder.check()
        seen = page.read_text("utf-8")
    del builder.town.settings["PLUGINS"]
    builder.check()
    assert not page.exists()


def marks(builder: Builder) -> set[int]:
    """Build; return how many marks the pages have."""
    builder.check()
    return {path.read_bytes().count(marker.MARK) for path in builder.town.place.public.rglob("*.html")}


def test_a_plugin_that_changes_pages_keeps_changing_them(builder: Builder) -> None:
    """A plugin that works on each page as it is written, or on the finished site, has worked on all of them after any build."""
    from plugins.settings import PLUGINS

    town = builder.town
    town.settings["PLUGINS"] = [*PLUGINS, marker.__name__]
    shutil.rmtree(town.place.public)
    shutil.rmtree(town.place.build)
    for body in ("Un.\n", "Un.\n", "Deux.\n", "Un.\n"):
        set_body(town.content / PAGE, body)
        assert marks(builder) == {1}
        assert (town.place.public / marker.NOTE).exists()


def test_a_plugin_that_comes_or_goes_reaches_every_page(builder: Builder) -> None:
    """A plugin added to a site that was built without it works on every page, and leaves no trace when it is taken out."""
    from plugins.settings import PLUGINS

    for plugins, wanted in (([*PLUGINS, marker.__name__], {1}), (PLUGINS, {0})):
        builder.town.settings["PLUGINS"] = plugins
        assert marks(builder) == wanted
