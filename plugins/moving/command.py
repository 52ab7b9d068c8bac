"""`inv podcast.import`: what is said, and how it ends (docs/architecture.md, exit statuses)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.console import Console

from plugins.build.report import print_problems, say
from plugins.build.run import BAD_CONTENT, GOOD
from plugins.content_types.config import read_config
from plugins.model.problem import Wrong
from plugins.model.text import listed, plural
from plugins.moving.beside import Beside
from plugins.moving.bringing import Brought, Home, bring
from plugins.moving.feed import LARGEST, read_feed
from plugins.studio.command import ended, show_of
from plugins.studio.progress import Steps


def bring_in(settings: Mapping[str, Any], console: Console, feed: str, audio: str) -> int:
    """Bring in the episodes of a feed's file, with the audio of a folder if one is given; return the exit status."""
    brought = Brought()

    def do() -> None:
        nonlocal brought
        config = read_config(settings)
        show, path = show_of(config), _file(feed)
        with path.open("rb") as file:
            read = read_feed(file.read(LARGEST + 1))
        home = Home(config.content, show, config.identity.zone, path.name, Beside(path.parent, _folder(audio) if audio else None, read.items))
        brought = bring(home, read, Steps(console))
        print_problems(brought.problems, console)
        say(console, told(brought))

    status = ended(console, do)
    return status or (BAD_CONTENT if any(problem.is_error for problem in brought.problems) else GOOD)


def _file(written: str) -> Path:
    if written.startswith(("http://", "https://")):
        raise Wrong("Rien n'est pris sur le réseau.", "Ouvrez cette adresse dans un navigateur, enregistrez la page, puis donnez ce fichier.")
    path = Path(written).expanduser()
    if not path.is_file():
        raise Wrong(f"« {written} » n'existe pas, ou n'est pas un fichier.", "Vérifiez le nom du fichier du flux.")
    return path


def _folder(written: str) -> Path:
    path = Path(written).expanduser()
    if not path.is_dir():
        raise Wrong(f"« {written} » n'est pas un dossier.", "Donnez le dossier où sont les sons.")
    return path


def told(brought: Brought) -> str:
    """Return how many episodes came in: `12 émissions reprises, 3 mises à jour et 1 laissée comme vous l'avez écrite.`."""
    counts = (
        (brought.new, plural(brought.new, "émission reprise", "émissions reprises")),
        (brought.updated, plural(brought.updated, "émission mise à jour", "émissions mises à jour")),
        (brought.kept, plural(brought.kept, "émission laissée comme vous l'avez écrite", "émissions laissées comme vous les avez écrites")),
        (brought.same, plural(brought.same, "émission déjà là", "émissions déjà là")),
    )
    said = listed(words for count, words in counts if count)
    return f"{said}." if said else "Aucune émission n'a été reprise."
