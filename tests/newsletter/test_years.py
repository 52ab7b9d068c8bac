"""A letter's dates have a year where readers could take another one."""

from __future__ import annotations

import pytest

from plugins.newsletter.compose import compose
from plugins.newsletter.text import render_text
from tests.newsletter.weeks import HEAD, TOWN, letter_of, site_of

SHOW = "titre: Le grand spectacle\ndebut: {day} 20h\nsaison-culturelle: 2026-2027"


@pytest.mark.parametrize(("day", "said"), [("11/03/2027", "Jeudi 11 mars, à 20 h"), ("07/10/2027", "Jeudi 7 octobre 2027, à 20 h")])
@pytest.mark.parametrize("featured", ["", "a-la-une: spectacle"])
def test_a_show_of_another_season_has_its_year(day: str, said: str, featured: str) -> None:
    """A show of this season needs no year in the letter, the next season's does, be it put first or not."""
    letter = letter_of("2026-s48", featured)
    site = site_of({"evenements/2026/spectacle.md": SHOW.format(day=day)}, letter)
    assert said in render_text(compose(site, letter), TOWN, HEAD).replace("\u00a0", " ")
