"""Caches, rsync and browsers go by time stamps: they say when the bytes changed, no more and no less."""

from tests.engine.conftest import Builder
from tests.engine.places import Place, contents, differences, times
from tests.engine.town import CONF, set_body, set_key, tinted, write
from tests.engine.workshop import Workshop

PAGE = "pages/mentions-legales.md"


def restamped(builder: Builder) -> tuple[set[str], set[str]]:
    """Build; return the files with a new time stamp, and those with new bytes."""
    public = builder.town.place.public
    stamps, before = times(public), contents(public)
    builder.check()
    now, after = times(public), contents(public)
    return {path for path in now if stamps.get(path) != now[path]}, {path for path in now if before.get(path) != after[path]}


def test_nothing_changed_nothing_new(builder: Builder) -> None:
    """After no change no file has a new time stamp, however often the site is built."""
    for _ in range(3):
        assert restamped(builder) == (set(), set())


def test_one_edit_restamps_what_it_changes(builder: Builder) -> None:
    """After one edit the files with new time stamps are exactly those with new bytes: the page alone, since the map of the site does not say when."""
    set_body(builder.town.content / PAGE, "Autre chose.\n")
    new, changed = restamped(builder)
    assert new == changed
    assert new == {"mentions-legales/index.html"}
    assert restamped(builder) == (set(), set())


def test_one_edit_restamps_the_index_that_finds_it(builder: Builder) -> None:
    """Where the site can be searched, one edit has new files of the index too, and no others."""
    builder.town.settings["SEARCH"] = True
    builder.check()
    set_body(builder.town.content / PAGE, "Autre chose.\n")
    new, changed = restamped(builder)
    assert new == changed
    assert {path for path in new if not path.startswith("recherche/index/")} == {"mentions-legales/index.html"}


def test_a_picture_restamps_itself(builder: Builder) -> None:
    """Another picture of the same size under the same name changes its own file."""
    write(builder.town.content / "images/phare.png", tinted("phare.png", 9))
    new, changed = restamped(builder)
    assert new == changed
    assert "images/phare.png" in new


def test_going_back_is_a_change_too(builder: Builder) -> None:
    """A text changed and changed back gets a time stamp of its own each time, never an earlier one: browsers ask whether there is a newer one."""
    page = builder.town.place.public / "mentions-legales/index.html"
    for body in ("Un.\n", "Deux.\n", "Un.\n", "Deux.\n"):
        before = page.stat().st_mtime_ns
        set_body(builder.town.content / PAGE, body)
        builder.check()
        assert page.stat().st_mtime_ns > before


def test_the_next_day_restamps_what_it_changes(builder: Builder) -> None:
    """On the next day only what speaks of the day has new time stamps."""
    builder.town.settings["BUILD_DATE"] = "2026-11-23"
    new, changed = restamped(builder)
    assert new == changed
    assert "agenda/aujourd-hui/index.html" in new
    assert "mentions-legales/index.html" not in new


def test_the_preview_and_the_site_do_not_mix(builder: Builder, workshops: tuple[Workshop, Workshop]) -> None:
    """The preview with its drafts and the site share a build folder, and each is right whichever was built before."""
    town = builder.town
    set_key(town.content / PAGE, "statut", "brouillon")
    fresh = Place(town.folder / "fresh-preview")
    assert workshops[1].build(CONF, town.built_in(fresh) | {"DRAFTS": True}).status == 0
    preview = town.place.build / "apercu"
    for _ in range(2):
        assert builder.build(DRAFTS=True, OUTPUT_PATH=str(preview)).status == 0
        assert differences(contents(preview), contents(fresh.public)) == []
        assert (preview / "mentions-legales/index.html").exists()
        builder.check()
        assert not (town.place.public / "mentions-legales/index.html").exists()


def test_the_preview_and_the_site_are_remembered_apart(builder: Builder) -> None:
    """Building the one does not make the other forget what it holds: without a change there is nothing to do for either."""
    preview = {"DRAFTS": True, "OUTPUT_PATH": str(builder.town.place.build / "apercu")}
    set_key(builder.town.content / PAGE, "statut", "brouillon")
    for again in (False, True):
        for settings in (preview, {}):
            said = builder.build(**settings)
            assert (said.status, "rien n'a changé" in said.words) == (0, again), said.words
