"""From a proposal to the files of a letter, by the commands that people type."""

from __future__ import annotations

from pathlib import Path

from tests.site.building import copy_site, run

SAID = "Votre mot de la semaine, à la place de cette ligne"


def test_a_letter_from_its_proposal_to_its_message(tmp_path: Path) -> None:
    """A draft is proposed and looked at, not built; without its placeholder and its status it is built with its page."""
    site = copy_site(tmp_path / "site")
    page, mail = site / "build/apercu-lettres/2026-s49/index.html", site / "build/lettres/2026-s49/lettre.eml"
    assert run(site, "invoke", "newsletter.new").status == 0
    assert run(site, "invoke", "newsletter.preview", "--sans-ouvrir").status == 0
    assert SAID in (page.parent / "clair.html").read_text("utf-8")
    assert run(site, "invoke", "newsletter.build", "-s", "2026-s49").status == 2

    draft = site / "content/lettres/2026-s49.md"
    draft.write_text(draft.read_text("utf-8").replace("statut: brouillon\n", ""), "utf-8")
    assert run(site, "invoke", "newsletter.build", "-s", "2026-s49").status == 1
    assert not mail.exists()

    draft.write_text(draft.read_text("utf-8").replace(f"[{SAID}]", "Il neige."), "utf-8")
    built = run(site, "invoke", "newsletter.build", "-s", "2026-s49", BUILD_DATE="2026-11-27")
    assert (built.status, "build/lettres/2026-s49/lettre.eml" in built.said) == (0, True)
    assert b"Il neige." in mail.read_bytes()
    assert (site / "output/lettre/2026-s49/index.html").exists()
