"""The style sheet of the site."""

from pathlib import Path

from plugins.pages.styles import LAYERS, make_style_sheet, style_sheet
from tests.pages.sites import agenda

THEME = Path(__file__).parents[2] / "theme"


def test_each_house_has_its_colour_by_class() -> None:
    """The colours stand in the style sheet, since a strict policy takes no inline style."""
    assert make_style_sheet(("a {}\n", "b {}\n"), (("pont", "#1d4ed8"),)) == b"a {}\nb {}\n.maison-pont { --house: #1d4ed8; }\n"


def test_every_file_of_styles_is_a_layer() -> None:
    """A file that nobody names would style nothing."""
    assert {path.stem for path in (THEME / "styles").glob("*.css")} == set(LAYERS)


def test_a_theme_without_layers_has_its_own_style_sheet(tmp_path: Path) -> None:
    """Ours would take the place of its static file."""
    assert not [*style_sheet(tmp_path, agenda().houses)]
