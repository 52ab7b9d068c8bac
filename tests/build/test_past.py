"""What a whole site is made of."""

from pathlib import Path

import pytest

from plugins.build.past import Past


@pytest.mark.parametrize("changed", ["theme/templates/base.html", "theme/static/site.css", "ours/base.html"])
def test_a_site_is_made_of_its_theme_and_of_what_stands_over_it(changed: str, tmp_path: Path) -> None:
    """A template, a style or one of THEME_TEMPLATES_OVERRIDES that changes is not the site of before."""
    settings = {"SITENAME": "Villeneuve", "THEME_TEMPLATES_OVERRIDES": [str(tmp_path / "ours")]}
    past = Past(tmp_path / "memoire", {}, tmp_path / "theme")
    before = past.makings("content", settings)
    assert past.makings("content", settings) == before
    (tmp_path / changed).parent.mkdir(parents=True)
    (tmp_path / changed).write_text("x", "utf-8")
    assert past.makings("content", settings) != before
