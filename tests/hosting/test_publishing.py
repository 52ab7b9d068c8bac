"""`inv publish` writes the header files, those for nginx beside the site; no other command does."""

from __future__ import annotations

import shutil
from pathlib import Path

from plugins.hosting.beside import nginx_files
from plugins.hosting.policy import origin
from plugins.hosting.rules import rules
from tests.hosting.sites import town
from tests.site.building import Built, run

BESIDE = "build/hebergement/nginx"
TOLD = f"Les en-têtes pour nginx ont changé : ils sont dans {BESIDE}/"


def test_each_server_finds_its_file(published: Built) -> None:
    """Two lie in the public folder; what an administrator takes in does not."""
    assert {path.name for path in published.output.iterdir()} >= {"_headers", ".htaccess"}
    assert {path.name for path in (published.folder / BESIDE).iterdir()} == {"http.conf", "server.conf"}
    assert not list(published.output.rglob("*.conf"))
    assert TOLD in published.said


def test_the_same_rules_are_told_once(published: Built, tmp_path: Path) -> None:
    """Published again, nothing is said of nginx; with a file of it lost or old, it is written again at the next change."""
    folder = Path(shutil.copytree(published.folder, tmp_path / "site"))
    again = run(folder, "invoke", "publish", BUILD_DATE="2026-11-23")
    assert (again.status, TOLD in again.said) == (0, False)
    (folder / BESIDE / "server.conf").write_text("old", "utf-8")
    mended = run(folder, "invoke", "publish", BUILD_DATE="2026-11-24")
    assert (mended.status, TOLD in mended.said) == (0, True)
    assert (folder / BESIDE / "server.conf").read_bytes() == (published.folder / BESIDE / "server.conf").read_bytes()


def test_a_build_for_oneself_has_none(published: Built, tmp_path: Path) -> None:
    """`inv build` leaves the public folder without header files."""
    folder = Path(shutil.copytree(published.folder, tmp_path / "site"))
    built = run(folder, "invoke", "build")
    assert built.status == 0, built.said
    assert not {"_headers", ".htaccess"} & {path.name for path in built.output.iterdir()}


def test_the_server_for_the_form_is_the_one_that_pages_may_ask(published: Built) -> None:
    """What is written for nginx is a function of the rules alone, and they follow the settings."""
    joining = "https://lettre.villeneuve.example/bureau/"
    text = nginx_files(rules(town(joining=joining)))["http.conf"].decode()
    assert origin(joining) in text
    assert origin(joining).encode() not in (published.folder / BESIDE / "http.conf").read_bytes()
