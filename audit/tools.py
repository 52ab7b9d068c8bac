"""The programs that judge, with their versions."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

from audit.checking import VNU
from audit.lighthouse import PROGRAM
from plugins.model.audit import Tool
from tests.browser.barriers import FOLDER as AXE
from tests.browser.visitors import CHROMIUM


def tools() -> tuple[Tool, ...]:
    """Return the checkers."""
    return Tool("axe-core", _of_package(AXE)), Tool("Nu Html Checker", _of_package(VNU.parents[2])), Tool("Lighthouse", _of_package(PROGRAM))


def browsers() -> tuple[Tool, ...]:
    """Return the browsers, with the number that their makers count by."""
    return Tool("Chromium", _of_program(CHROMIUM)), Tool("Firefox ESR", _of_program("firefox-esr"))


def missing() -> tuple[str, ...]:
    """Return what `script/setup audit` has to install yet."""
    return tuple(name for name, path in (("axe-core", AXE), ("vnu-jar", VNU), ("lighthouse", PROGRAM)) if not path.exists())


def _of_package(folder: Path) -> str:
    return str(json.loads((folder / "package.json").read_text("utf-8"))["version"])


def _of_program(program: str) -> str:
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout  # noqa: S603  # ours
    found = re.search(r"\d+(?:\.\d+)?", said)
    return found[0].removesuffix(".0") if found else "?"
