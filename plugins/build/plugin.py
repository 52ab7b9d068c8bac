"""Hooks of the build."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.log import console

from plugins.build.generator import Maker
from plugins.build.report import say
from plugins.build.run import FAULT, Places, Run
from plugins.lock import BusyError
from plugins.places import build_folder

LATE = ("PIL", "feedgen", "icalendar", "jours_feries_france", "lxml", "pillow_heif", "premailer", "tinytag", "vacances_scolaires_france")
"""Libraries that are imported where they are used, which is not in every run; one that is missing is told of in every run all the same."""


def register() -> None:
    """Register at load time, as Pelican asks; Pelican holds receivers weakly, so they are functions of this module."""
    signals.initialized.connect(_prepare)
    signals.get_generators.connect(_begin)
    signals.all_generators_finalized.connect(_judge)
    signals.finalized.connect(_publish)


def _prepare(pelican: Pelican) -> None:
    """At initialized: all plugins have been loaded, or failed to be, and the settings are not yet copied into a context."""
    _speak_utf8()
    settings = pelican.settings
    public = Path(pelican.output_path)
    build = build_folder(settings)
    is_live = bool(settings.get("LIVE"))
    making = public if is_live else build / f"{public.name}-suivant"
    places = Places(public, making, build, Path(pelican.theme), _code(settings))
    ours_alone = set(settings["PLUGINS"]) == set(settings["OUR_PLUGINS"])
    late = {name for name in LATE if find_spec(name) is None}
    if missing := (set(settings["OUR_PLUGINS"]) - set(settings["PLUGINS"])) | late:
        say(console, f"Ces pièces du site ne se chargent pas : {', '.join(sorted(missing))}. Relancez « make site ».")
        raise SystemExit(FAULT)
    settings["BUILD"] = Run(places, console, check_only=bool(settings.get("CHECK_ONLY")), ours_alone=ours_alone, is_live=is_live)


def _code(settings: Mapping[str, Any]) -> dict[str, Path]:
    """Return where our code and that of other plugins stands, by name; what any of it makes may change when it does."""
    files = {"plugins": Path(__file__).parent.parent}
    for name in set(settings["PLUGINS"]) - set(settings["OUR_PLUGINS"]):
        if file := getattr(sys.modules.get(name), "__file__", None):
            files[name] = Path(file).parent if file.endswith("__init__.py") else Path(file)
    return files


def _begin(pelican: Pelican) -> type[Maker]:
    """At get_generators, the first signal of each run: generators are about to be told where to write."""
    run: Run = pelican.settings["BUILD"]
    try:
        run.begin()
    except BusyError:
        say(console, "Une autre construction du site est en cours. Attendez qu'elle finisse, puis relancez.")
        raise SystemExit(FAULT) from None
    pelican.output_path = str(run.making)
    return Maker


def _judge(generators: Iterable[Generator]) -> None:
    """At all_generators_finalized: everything is read and declared, nothing is written."""
    context = next(iter(generators)).context
    context["BUILD"].judge(context)


def _publish(pelican: Pelican) -> None:
    """At finalized: every file is written. Pelican's own last line counts only its own types, so it is silenced."""
    run: Run = pelican.settings["BUILD"]
    pelican.output_path = str(run.public)
    run.publish()
    console.quiet = True


def _speak_utf8() -> None:
    """Make French sentences come out whole on a machine whose language is not set (LC_ALL=C)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.encoding.casefold() not in {"utf-8", "utf8"}:
            stream.reconfigure(encoding="utf-8")
