"""The style sheet of the site."""

from pathlib import Path

from plugins.pages.styles import LAYERS, make_style_sheet, style_sheet
from tests.pages.sites import agenda

THEME = Path(__file__).parents[2] / "theme"


def test_each_house_has_its_colour_and_its_shape_by_class() -> None:
    """They stand in the style sheet, since a strict policy takes no inline style; no two houses that stand beside each other share a shape."""
    sheet = make_style_sheet(("a {}\n", "b {}\n"), (("pont", "#1d4ed8"), ("gare", "#c2410c")), ()).decode()
    assert sheet.startswith("a {}\nb {}\n.maison-pont { --house: #1d4ed8; --shape: ")
    first, second = (line.split("--shape: ")[1] for line in sheet.splitlines()[2:])
    assert first != second


def test_every_file_of_styles_is_a_layer() -> None:
    """A file that nobody names would style nothing."""
    assert {path.stem for path in (THEME / "styles").glob("*.css")} == set(LAYERS)


def test_a_theme_without_layers_has_its_own_style_sheet(tmp_path: Path) -> None:
    """Ours would take the place of its static file."""
    assert not [*style_sheet(tmp_path, agenda().houses, ())]
