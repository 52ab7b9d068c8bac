"""The guide's example files, read as the site would read them: among the town's own content, with its settings."""

import runpy
import shutil
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from plugins.build.report import print_problems
from plugins.content_types.config import read_config
from plugins.content_types.reading import Reading, read
from plugins.model.header import read_header
from plugins.model.library import KNOWN_KEYS
from plugins.model.problem import Problem
from plugins.newsletter.names import name_problems
from plugins.newsletter.outputs import outputs
from tests.docs.markdown import ROOT

DAY = "22/11/2026"
SIDECAR = '{"bytes": 39600000, "seconds": 3300}'


def read_among_content(texts: dict[str, str], folder: Path) -> tuple[Reading, list[Problem]]:
    """Return the town's content with these files among it, and all problems; recordings that they name are made up."""
    content = folder / "content"
    shutil.copytree(ROOT / "content", content)
    for path, text in texts.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(text, "utf-8")
        for field in read_header(text, KNOWN_KEYS).fields:
            if field.key == "audio":
                (content / "bobine/audio" / f"{field.value}.json").write_text(SIDECAR, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("BUILD_DATE", raising=False)
        settings = runpy.run_path(str(ROOT / "pelicanconf.py"))
        reading = read(read_config({**settings, "PATH": str(content), "BUILD_DATE": DAY}))
    told = [problem for group in outputs(reading.site) for output in group.outputs for problem in output.render().problems]
    return reading, [*reading.problems, *name_problems(reading.site), *told]


def said(problems: list[Problem]) -> str:
    """Return problems as the writer sees them."""
    stream = StringIO()
    print_problems(problems, Console(file=stream, width=200))
    return stream.getvalue().strip("\n")
