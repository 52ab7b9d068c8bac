"""`inv newsletter.preview`: a letter as mail programs will show it, drafts too, on a page of this machine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from rich.console import Console

from plugins.build.folders import write
from plugins.build.report import print_problems, say
from plugins.desk.opening import Desk, ended, open_desk
from plugins.desk.preview import INDEX, files
from plugins.desk.weeks import meant
from plugins.model.mail_picture import mailed
from plugins.model.problem import Wrong
from plugins.newsletter.compose import compose_all
from plugins.newsletter.outputs import html_file, mail_file, text_file
from plugins.places import build_folder

FOLDER = "apercu-lettres"
"""Under build/: for whoever writes the letter, and never public."""
Show = Callable[[str], object]
"""Shows the page at an address."""


def preview(settings: Mapping[str, Any], console: Console, show: Show | None, wanted: str) -> int:
    """Write the preview of a letter, say where, show it unless `show` is None; return the exit status."""

    def do() -> None:
        page = _written(open_desk(settings), build_folder(settings) / FOLDER, console, wanted)
        say(console, f"Aperçu : {page}")
        if show:
            show(page.as_uri())

    return ended(console, do)


def _written(desk: Desk, folder: Path, console: Console, wanted: str) -> Path:
    """Write the preview, tell what is wrong with the letter, and return the page."""
    letter = meant(desk.site.letters, wanted)
    composition = next(iter(compose_all(desk.site, [letter])), None)
    made = [make(composition, desk.site.identity, desk.head) for make in (html_file, text_file, mail_file)] if composition else []
    told = (*desk.problems, *(problem for one in made for problem in one.problems))
    print_problems([problem for problem in told if problem.file == f"{desk.folder}/{letter.path}"], console)
    if composition is None:
        raise Wrong(f"La lettre {letter.key} ne peut pas être montrée.", "Corrigez d'abord ce qui est dit ci-dessus.")
    html, text = (bytes(one.content).decode() for one in made[:2])
    for name, content in files(composition, desk.head, html, text, _originals(desk)).items():
        write(folder / letter.key / name, content)
    return folder.resolve() / letter.key / INDEX


def _originals(desk: Desk) -> dict[str, str]:
    """Return where each picture lies on this machine, by the address of the copy that letters show."""
    files = desk.site.files.values()
    return {desk.site.identity.absolute(mailed(file).address): (desk.config.content / file.path).resolve().as_uri() for file in files}
