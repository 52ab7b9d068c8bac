"""A preview goes on for days, is killed, opened again, and has neighbours."""

from plugins.build.command import BREAKDOWN
from tests.engine import breaker, marker
from tests.engine.town import CONF, set_body, set_key
from tests.preview.conftest import Desk

SOUP = "evenements/2026/soupe.md"
SOUP_PAGE = "agenda/2026/11/22/soupe"
HELP = "pages/accessibilite.md"


def test_a_preview_finds_what_the_last_one_left(desk: Desk) -> None:
    """A preview that is opened again has nothing to do for what has not changed, and sees what changed meanwhile."""
    before = desk.state
    desk.living.close()
    desk.open()
    assert "rien n'a changé" in desk.preview.built.words
    assert desk.state == before
    desk.living.close()
    set_key(desk.text(SOUP), "titre", "Bouillon")
    desk.open()
    desk.check()
    assert "Bouillon" in desk.page(SOUP_PAGE)


def test_a_killed_preview_is_opened_again(desk: Desk) -> None:
    """After a preview is killed while it writes, with the memory of an earlier one on the disk, the next one is right."""
    for name in ("Les maisons de la Brise", "Les maisons du Val"):
        desk.living.close()
        desk.open()
        set_key(desk.text(SOUP), "titre", name)
        desk.town.settings["SITENAME"] = name
        home = desk.page("")
        desk.preview.start(desk.living.day, desk.living.told())
        while desk.page("") == home:
            pass
        desk.preview.kill()
        desk.open()
        desk.check()


def test_the_preview_and_a_build_do_not_mix(desk: Desk) -> None:
    """A build at the same time as an update, or between two, disturbs it in nothing, nor the other way round; drafts stay behind the scenes."""
    place = desk.town.place
    set_key(desk.text("lettres/2026-s49.md"), "statut", "brouillon")
    for title in ("Bouillon", "Potage"):
        set_key(desk.text(SOUP), "titre", title)
        desk.workshop.start(CONF, desk.town.built_in(place))
        said = desk.update()
        built = desk.workshop.finish()
        assert (said.status, built.status) == (0, 0), (said.words, built.words)
        before = desk.state
        assert desk.workshop.build(CONF, desk.town.built_in(place)).status == 0
        assert desk.state == before
        public, letters = place.site
        desk.check()
        assert place.site == (public, letters)
        assert [(letters / "2026-s49").exists() for letters in (place.letters, desk.town.preview.letters)] == [False, True]


def test_a_preview_may_go_on_for_days(desk: Desk) -> None:
    """However many texts are saved, renamed and moved, no more is kept in memory."""
    held = []
    for number in range(60):
        set_key(desk.text(SOUP), "titre", f"Soupe {number}")
        set_key(desk.text(SOUP), "debut", f"0{number % 5 + 1}/0{number % 3 + 1}/2027 12h")
        set_body(desk.text(HELP), f"Texte {number}.\n")
        desk.text(f"pages/note-{number % 2}.md").write_bytes(desk.text(HELP).read_bytes())
        desk.text(f"pages/note-{(number - 1) % 2}.md").unlink(missing_ok=True)
        assert desk.update().status == 0
        held.append(desk.preview.held())
    assert held[30:45] == held[45:], held
    desk.check()


def test_a_breakdown_ends_one_update_alone(desk: Desk) -> None:
    """After a plugin broke down the preview is as it was, the details are in a file, and the next save is built."""
    from plugins.settings import PLUGINS

    before = desk.state
    set_key(desk.text(SOUP), "titre", "Bouillon")
    desk.town.settings["PLUGINS"] = [*PLUGINS, breaker.__name__]
    assert (desk.update().status, desk.state) == (3, before)
    assert "broken" in (desk.town.folder / BREAKDOWN).read_text("utf-8")
    set_body(desk.text(HELP), "Autre chose.\n")
    assert desk.update().status == 0
    assert "Bouillon" in desk.page(SOUP_PAGE)
    del desk.town.settings["PLUGINS"]
    desk.check()


def test_a_plugin_of_others_works_on_each_page_once(desk: Desk) -> None:
    """A plugin that changes each page as it is written has done so after any update, and its own file is there."""
    from plugins.settings import PLUGINS

    desk.town.settings["PLUGINS"] = [*PLUGINS, marker.__name__]
    for body in ("Un.\n", "Un.\n", "Deux.\n"):
        set_body(desk.text(HELP), body)
        assert desk.update().status == 0
        assert {path.read_bytes().count(marker.MARK) for path in desk.public.rglob("*.html")} == {1}
        assert (desk.public / marker.NOTE).exists()
