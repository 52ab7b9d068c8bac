"""The other town with one file more: what is read of it, and what its writers are told."""

from __future__ import annotations

import shutil
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

from pelican.settings import read_settings
from rich.console import Console

from plugins.build.report import print_problems
from plugins.content_types.config import read_config
from plugins.content_types.reading import Reading, read
from plugins.model.event import Event
from plugins.model.problem import Problem

TOWN = Path(__file__).parents[1] / "autre-ville"
ALONGSIDE = Path(__file__).parent / "alongside"
"""What some cases need beside them: a draft, a recording's sidecar, a photo that browsers do not show."""


@cache
def _settings() -> dict[str, Any]:
    return dict(read_settings(str(TOWN / "pelicanconf.py")))


def settings(**changed: object) -> dict[str, Any]:
    """Return the other town's settings with some changed; a setting changed to None is taken out."""
    return {name: value for name, value in {**_settings(), "BUILD_DATE": "2026-11-22", **changed}.items() if value is not None}


def copy_town(folder: Path) -> Path:
    """Return a copy of the other town's content in a folder of the test."""
    content = folder / "content"
    shutil.copytree(TOWN / "content", content)
    return content


def copy_with_neighbours(folder: Path) -> Path:
    """Return a copy of the other town's content with what the cases need beside them."""
    content = copy_town(folder)
    shutil.copytree(ALONGSIDE, content, dirs_exist_ok=True)
    return content


def write(content: Path, path: str, text: str | bytes) -> None:
    """Write one more file into the content."""
    file = content / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)


def read_town(content: Path, **changed: object) -> Reading:
    """Return what is read of a content folder with the other town's settings."""
    return read(read_config(settings(PATH=str(content), **changed)))


def report(problems: tuple[Problem, ...]) -> str:
    """Return what the writers are told, on a terminal of 200 columns without colours."""
    stream = StringIO()
    print_problems(problems, Console(file=stream, width=200, color_system=None))
    return stream.getvalue()


def event(reading: Reading, slug: str) -> Event:
    """Return the event of that slug."""
    (found,) = (event for event in reading.site.events if event.slug == slug)
    return found
