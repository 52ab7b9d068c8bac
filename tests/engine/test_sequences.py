"""Whatever happens to a site, and in whatever order, building it again gives what building it from nothing gives."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.engine.sequences import Sequences
from tests.engine.town import FILES
from tests.engine.workshop import Workshop

EACH: tuple[tuple[str, dict[str, Any]], ...] = (
    ("edit_a_body", {"which": 0, "body": "Un mot.\n"}),
    ("edit_a_body", {"which": 0, "body": "Un nom.\n"}),
    ("edit_a_title", {"which": 11, "title": "Noix"}),
    ("add_an_event", {"slug": "jeux", "date": "31/12/2026", "more": ""}),
    ("rename", {"which": 4, "slug": "veillee"}),
    ("swap", {"which": 3, "other": 6}),
    ("move", {"which": 4, "date": "06/03/2027"}),
    ("cancel", {"which": 4, "state": "annulé"}),
    ("draft", {"which": 4, "status": "brouillon"}),
    ("change_a_phone", {"which": 1, "end": 12}),
    *(("replace_a_file", {"which": which, "tint": 1}) for which in range(len(FILES))),
    ("add_a_picture", {"which": 5, "tint": 0}),
    *(("change_a_template", {"which": which, "mark": 0}) for which in (1, 3, 8)),
    ("change_the_style", {"which": 3, "mark": 0}),
    ("write_something_wrong", {}),
    ("edit_a_body", {"which": 1, "body": "Du <b>gras</b>.\n"}),
    ("mend", {"whole": False}),
    ("edit_a_title", {"which": 1, "title": "Bols"}),
    ("write_something_wrong", {}),
    ("edit_a_body", {"which": 1, "body": ""}),
    ("mend", {"whole": True}),
    ("open_again", {"killed": False}),
    ("save_as_it_was", {"which": 1}),
    ("rename_a_folder", {"folder": "evenements/2027"}),
    ("rename_a_folder", {"folder": "images"}),
    ("rename_a_folder", {"folder": "images"}),
    ("change_the_day", {"day": "2026-11-23"}),
    ("change_the_day", {"day": "2026-09-30"}),
    ("only_check", {}),
    ("open_again", {"killed": True}),
    ("delete", {"which": 4}),
    ("go_back_to_the_start", {}),
    ("change_a_setting", {"setting": ("THEMES", {"lecture": "Livres", "sortie": "Dehors", "atelier": "Mains"})}),
    ("change_a_setting", {"setting": ("LETTER", None)}),
    ("change_a_setting", {"setting": ("SHOW", None)}),
)
"""One sequence with every kind of change."""
UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
"""A failing sequence is short enough to be read; making it shorter would take minutes."""


@pytest.mark.parametrize("remembers", [False, True])
def test_each_change_gives_what_building_from_nothing_gives(remembers: bool, tmp_path: Path, workshops: tuple[Workshop, Workshop]) -> None:
    """Each kind of change, one after the other, gives the site that a build from nothing gives."""
    town = Sequences(tmp_path / "town", workshops)
    town.town.settings["SEARCH"] = not remembers  # a preview has none
    town.begin(remembers=remembers)
    try:
        town.is_as_from_nothing()
        for name, given in EACH:
            getattr(town, name)(**given)
            town.is_as_from_nothing()
    finally:
        town.teardown()


def test_building_again_gives_what_building_from_nothing_gives(
    tmp_path_factory: pytest.TempPathFactory, workshops: tuple[Workshop, Workshop]
) -> None:
    """After any sequence of changes the site is, byte for byte, the one that a build from nothing gives."""
    run_state_machine_as_test(
        lambda: Sequences(tmp_path_factory.mktemp("run") / "town", workshops),  # type: ignore[arg-type]  # anything that makes one will do
        settings=settings(max_examples=8, stateful_step_count=8, phases=UNSHRUNK, suppress_health_check=[HealthCheck.too_slow]),
    )
