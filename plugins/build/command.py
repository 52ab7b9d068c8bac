"""Running Pelican from our commands, with our exit statuses."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from pathlib import Path

from pelican import Pelican
from pelican.log import console
from pelican.log import init as init_logging
from pelican.settings import read_settings

from plugins.build.folders import write
from plugins.build.report import say
from plugins.build.run import FAULT, GOOD

BREAKDOWN = "build/panne.txt"
"""Where the details of a breakdown go, beside the settings file."""


def run_pelican(conf: Path, **settings: object) -> int:
    """Run Pelican once with a settings file, some settings replaced; return the exit status (docs/architecture.md)."""
    try:
        return guarded(conf, lambda: run(load(conf, settings)))
    except KeyboardInterrupt:
        say(console, "Arrêté. Le dernier site reste en place.")
        return FAULT


def load(conf: Path, settings: Mapping[str, object]) -> Pelican:
    """Return Pelican with a settings file, some settings replaced, its plugins loaded."""
    return Pelican(read_settings(str(conf), dict(settings)))


def run(pelican: Pelican) -> None:
    """Run Pelican, and end our part of it however it ended: a preview goes on after a breakdown."""
    try:
        pelican.run()
    finally:
        console.quiet = False  # Pelican's last word was not to be heard, ours are
        pelican.settings["BUILD"].end()


def guarded(conf: Path, do: Callable[[], None]) -> int:
    """Do something with Pelican and return the exit status; whatever breaks, writers get a sentence and the last site stays."""
    init_logging()
    try:
        do()
    except SystemExit as stop:
        return int(stop.code or GOOD)
    except OSError as error:
        say(console, f"Le disque ne suit pas ({error.strerror} : {error.filename}). Le dernier site reste en place ; relancez une fois réparé.")
        return FAULT
    except Exception:  # noqa: BLE001  # whoever repairs gets the details
        write(conf.parent / BREAKDOWN, traceback.format_exc().encode())
        say(console, f"Le générateur est en panne ; le dernier site reste en place. Envoyez le fichier {BREAKDOWN} à la personne qui s'en occupe.")
        return FAULT
    return GOOD
