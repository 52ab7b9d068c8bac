"""`inv new`, with our exit statuses (docs/architecture.md)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

from rich.console import Console

from plugins.build.folders import OutsideError
from plugins.build.report import say
from plugins.build.run import FAULT
from plugins.content_types.config import read_config
from plugins.drafts.bringing import bring_in
from plugins.drafts.disk import is_source
from plugins.drafts.starting import WRONG_USE, Wish, start
from plugins.model.problem import Wrong


def new(settings: Mapping[str, Any], source: Path | None, wish: Wish, console: Console) -> int:
    """Start a draft, or bring in the events of a source, and return the exit status."""
    try:
        config = read_config(settings)
        if source is None:
            return start(wish, config, console, str(uuid4()))
        if wish.type_ or wish.title or wish.lines:
            say(console, "« --from » reprend un agenda : il va sans « --type », « --title » ni « --key ».")
            return WRONG_USE
        if not is_source(source):
            say(console, f"« {source} » n'est ni un agenda (.ics, .csv, .ods, .json) ni un dossier qui existe.")
            return WRONG_USE
        return bring_in(source, config, console)
    except Wrong as wrong:
        say(console, f"BUILD_DATE : {wrong.what} {wrong.instead}")
        return WRONG_USE
    except KeyboardInterrupt:
        say(console, "\nArrêté. Ce qui est écrit est entier ; relancez la même commande pour la suite.")
    except OutsideError as error:
        say(console, f"« {error} » mène hors du dossier de contenu : rien n'y est écrit.")
    except OSError as error:
        say(console, f"Le disque ne suit pas ({error.strerror} : {error.filename}). Relancez la même commande une fois réparé.")
    return FAULT
