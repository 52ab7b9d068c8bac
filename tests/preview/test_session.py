"""Somebody writes, the preview follows: after each save it shows the site as it is now, the saved page first."""

import pytest

from plugins.lock import alone
from tests.engine.places import contents, differences, times
from tests.engine.town import rewrite, set_body, set_key, tinted, write
from tests.preview.conftest import Desk

SOUP = "evenements/2026/soupe.md"
SOUP_PAGE = "agenda/2026/11/22/soupe"
HELP = "pages/accessibilite.md"
WRONG = "evenements/2027/faux.md"
WRONG_TEXT = b"---\ntitre: Faux\ndebut: 31/02/2027\n---\n"
NEW = "evenements/2026/jeux.md"
NEW_TEXT = b"---\ntitre: Jeux de plateau\ndebut: 28/11/2026 14h\nmaison: le-phare\n---\nVenez.\n"
NEW_PAGE = "agenda/2026/11/28/jeux"


def test_the_saved_page_comes_first(desk: Desk) -> None:
    """The page of a saved text is new before the build begins, alone, and already what the build makes of it."""
    set_key(desk.text(SOUP), "titre", "Bouillon")
    before, _ = desk.state
    with alone(desk.town.preview.build / ".lock"):
        assert desk.update().status == 3
    first, stamps = desk.state
    assert differences(before, first) == [f"{SOUP_PAGE}/index.html"]
    desk.check()
    assert "Bouillon" in desk.page(SOUP_PAGE)
    assert "Bouillon" in desk.page("")
    assert times(desk.public)[f"{SOUP_PAGE}/index.html"] == stamps[f"{SOUP_PAGE}/index.html"]


def test_no_change_is_lost(desk: Desk) -> None:
    """What was saved while the preview could not build is built with the next change, whatever that is."""
    write(desk.text(NEW), NEW_TEXT)
    with alone(desk.town.preview.build / ".lock"):
        assert desk.update().status == 3
    set_body(desk.text(HELP), "Autre chose.\n")
    desk.check()
    assert "Jeux de plateau" in desk.page(NEW_PAGE)


def test_a_text_saved_as_it_was_changes_nothing(desk: Desk) -> None:
    """Saving a text without a change leaves every file with its bytes and its time stamp."""
    before = desk.state
    for path in (SOUP, HELP, "maisons/le-phare.md", "images/phare.png"):
        desk.text(path).touch()
        assert desk.update().status == 0
    assert desk.state == before


def test_a_mistake_leaves_the_preview_as_it_was(desk: Desk) -> None:
    """A text with an error is told of and changes nothing; once it is mended its page is there."""
    before = desk.state
    for key, value, told in (
        ("debut", "31/02/2027", "erreur, ligne 10, debut : « 31/02/2027 » n'existe pas"),
        ("thematique", "soupe", "erreur, ligne 10, thematique : "),
        ("image", "images/soupe.png", "erreur, ligne 10, image : "),
    ):
        good = desk.text(SOUP).read_bytes()
        set_key(desk.text(SOUP), key, value)
        said = desk.update()
        assert (said.status, desk.state) == (1, before), said.words
        assert f"content/{SOUP}\n" in said.words
        assert told.partition(" : ")[0].split(", ")[-1] in said.words
        desk.text(SOUP).write_bytes(good)
    set_key(desk.text(SOUP), "titre", "Bouillon")
    desk.check()
    assert "Bouillon" in desk.page(SOUP_PAGE)


def test_a_link_to_no_page_leaves_the_preview_as_it_was(desk: Desk) -> None:
    """A text that leads to a page that does not exist waits too, though the text alone does not show it."""
    before = desk.state
    set_body(desk.text(HELP), "Voir [l'agenda](/agendas/).\n")
    assert (desk.update().status, desk.state) == (1, before)


def test_a_mended_text_stays_mended(desk: Desk) -> None:
    """A mistake that was taken back is forgotten, also when nothing else had changed until then."""
    write(desk.text(WRONG), WRONG_TEXT)
    assert desk.update().status == 1
    desk.text(WRONG).unlink()
    assert desk.update().status == 0
    set_body(desk.text(HELP), "Autre chose.\n")
    desk.check()


@pytest.mark.parametrize("body", ["", "Du <b>gras</b>.\n"])
def test_a_page_shown_beside_a_mistake_can_be_taken_back(body: str, desk: Desk) -> None:
    """A text saved while another one is wrong, and taken back with the mistake, is as before; what was written is told of or not."""
    set_body(desk.text(HELP), body)
    desk.check()
    write(desk.text(WRONG), WRONG_TEXT)
    assert desk.update().status == 1
    for other in ("Un mot.\n", ""):
        set_body(desk.text(HELP), other)
        assert desk.update().status == 1
    set_body(desk.text(HELP), body)
    desk.text(WRONG).unlink()
    desk.check()


def test_a_page_shown_beside_a_mistake_goes_with_its_text(desk: Desk) -> None:
    """A text written while another one is wrong, and deleted again, leaves no page behind."""
    write(desk.text(WRONG), WRONG_TEXT)
    for body in (b"", b"Encore.\n", b"Et encore.\n"):
        write(desk.text(NEW), NEW_TEXT + body)
        assert desk.update().status == 1
    desk.text(NEW).unlink()
    assert desk.update().status == 1
    desk.text(WRONG).unlink()
    desk.check()
    assert not (desk.public / NEW_PAGE).exists()


def test_a_text_comes_and_goes(desk: Desk) -> None:
    """A new text has its page and stands in the agenda; when it is deleted both are gone, the folder too."""
    write(desk.text(NEW), NEW_TEXT)
    desk.check()
    assert "Jeux de plateau" in desk.page(NEW_PAGE)
    assert "Jeux de plateau" in desk.page("agenda")
    desk.text(NEW).unlink()
    desk.check()
    assert not (desk.public / NEW_PAGE).exists()
    assert "Jeux de plateau" not in desk.page("agenda")


def test_a_renamed_text_has_its_page_at_the_new_address(desk: Desk) -> None:
    """After a text is renamed nothing is left at its old address; a folder that is renamed takes its texts along."""
    desk.text(SOUP).rename(desk.text("evenements/2026/potage.md"))
    desk.check()
    assert not (desk.public / SOUP_PAGE).exists()
    assert desk.page("agenda/2026/11/22/potage")
    desk.text("fil/12").rename(desk.text("fil/numero-12"))
    assert desk.update().status == 1  # a text names a file in it
    desk.text("fil/numero-12").rename(desk.text("fil/12"))
    desk.text("evenements/2027").rename(desk.text("evenements/plus-tard"))
    desk.check()
    assert desk.page("agenda/2027/06/05/bal-du-port")


def test_an_event_moves_to_another_month(desk: Desk) -> None:
    """An event put into another month is there, in no month before, and both months say so."""
    set_key(desk.text(SOUP), "debut", "06/03/2027 12h")
    desk.check()
    assert not (desk.public / SOUP_PAGE).exists()
    assert "Soupe" in desk.page("agenda/2027/03/06/soupe")
    assert "Soupe" in desk.page("agenda/2027/03")
    assert "Soupe" not in desk.page("agenda/2026/11")


def test_a_picture_is_replaced(desk: Desk) -> None:
    """Another picture under the same name, of the same size and age, is shown, with its copies and cards, and nothing else changes."""
    before, _ = desk.state
    write(desk.text("images/phare.png"), tinted("phare.png", 9))
    desk.check()
    changed = differences(before, contents(desk.public))
    assert "images/phare.png" in changed
    assert [path for path in changed if not path.startswith(("images/phare.png", "images/phare-png-")) and not path.endswith("/partage.jpg")] == []


def test_a_text_waits_for_its_picture(desk: Desk) -> None:
    """A text that names a picture which is not there is wrong until the picture comes."""
    set_body(desk.text(HELP), "![un port](/images/port.png)\n")
    said = desk.update()
    assert (said.status, "port.png" in said.words) == (1, True)
    write(desk.text("images/port.png"), tinted("port.png", 3))
    desk.check()
    assert "port.png" in desk.page("accessibilite")
    assert (desk.public / "images/port.png").exists()


def test_the_theme_changes(desk: Desk) -> None:
    """A changed template reaches the pages it lays out, a changed style sheet its file; what comes into the theme or goes does too."""
    rewrite(desk.town.theme / "templates/base.html", lambda text: text.replace("</body>", "<!-- neuf --></body>"))
    desk.check()
    assert "<!-- neuf -->" in desk.page("accessibilite")
    before = desk.state
    new = desk.town.theme / "static/neuf.css"
    write(new, b"a {}\n")
    desk.check()
    assert (desk.public / "theme/neuf.css").read_bytes() == b"a {}\n"
    new.unlink()
    desk.check()
    assert desk.state == before


def test_the_settings_change(desk: Desk) -> None:
    """What pelicanconf.py says is on every page after the file is saved; what is saved later is built with it."""
    desk.town.settings["SITENAME"] = "Les maisons de la Brise"
    desk.check()
    assert "Les maisons de la Brise" in desk.page("accessibilite")
    set_body(desk.text(HELP), "Autre chose.\n")
    desk.check()
    assert "Autre chose." in desk.page("accessibilite")


def test_a_broken_settings_file_is_mended(desk: Desk) -> None:
    """While pelicanconf.py is no Python the preview stays as it is; once it is, everything that was saved is shown."""
    before, good = desk.state, desk.town.conf.read_bytes()
    desk.town.conf.write_bytes(good + b"SITENAME = (\n")
    assert desk.preview.update(desk.living.day, {str(desk.town.conf)}).status == 3
    set_key(desk.text(SOUP), "titre", "Bouillon")
    assert desk.preview.update(desk.living.day, {str(desk.text(SOUP))}).status == 3
    assert desk.state == before
    desk.town.conf.write_bytes(good)
    assert desk.preview.update(desk.living.day, {str(desk.town.conf)}).status == 0
    desk.check()
    assert "Bouillon" in desk.page(SOUP_PAGE)


def test_a_day_passes(desk: Desk) -> None:
    """The first save after midnight gives the site of the new day."""
    desk.town.settings["BUILD_DATE"] = "2026-11-23"
    desk.check()
    assert "23 novembre" in desk.page("agenda/aujourd-hui")
