"""What is made depends on the code that makes it: after an update nothing old is left."""

import shutil
from pathlib import Path

import pytest

from tests.engine.places import Place, differences
from tests.site.building import OTHER_TOWN, copy_site, run

UPDATES = {
    "a filter": ("plugins/pages/environment.py", 'FILTERS = {**FILTERS, "cap": lambda text: f"{text} !"}\n'),
    "calendars": ("plugins/agenda/vevent.py", "_old = description\ndescription = lambda *given: _old(*given) + ' !'\n"),
    "the town's settings": ("pelicanconf.py", 'SITESUBTITLE = "Autre chose"\n'),
    "a letter": ("plugins/newsletter/templates", "<!-- autre -->\n"),
}


@pytest.mark.parametrize("update", UPDATES)
def test_an_update_reaches_every_file(update: str, tmp_path: Path) -> None:
    """After a change of the code, or of a template that lies in it, the site is the one that the new code makes from nothing."""
    folder = copy_site(tmp_path / "site")
    shutil.rmtree(folder / "content")
    shutil.copytree(OTHER_TOWN, folder, dirs_exist_ok=True)
    assert run(folder, "invoke", "build").status == 0
    before = Place(folder).site
    name, more = UPDATES[update]
    path = folder / name
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        file.write_text(file.read_text("utf-8") + more, "utf-8")
    assert run(folder, "invoke", "build").status == 0
    found = Place(folder).site
    (folder / "build").rename(tmp_path / "old-build")
    (folder / "output").rename(tmp_path / "old-output")
    assert run(folder, "invoke", "build").status == 0
    wanted = Place(folder).site
    assert [differences(*pair) for pair in zip(found, wanted, strict=True)] == [[], []]
    assert wanted != before
