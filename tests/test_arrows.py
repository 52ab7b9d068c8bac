"""Who may import whom: outputs know the model, and the model knows nobody."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PLUGINS = Path(__file__).parents[1] / "plugins"
OUTPUTS = ("pages", "agenda", "podcast", "newsletter", "feeds", "images", "cards", "offline", "hosting", "search", "watch")
LETTERS = {"pages/letters.py", "pages/letter_parts.py"}
"""A letter on the web shows what the mail shows: these two pages know what a letter is put together of, and how it says it."""
OPENERS = {"cards/making.py", "cards/icons.py", "cards/emblem.py", "podcast/artwork.py"}
"""A card, an icon and a cover show pictures too: those of any camera are opened, and written down bare, in one place."""
MODULES = [path.relative_to(PLUGINS).as_posix() for path in sorted(PLUGINS.rglob("*.py"))]


def imported(module: str) -> Iterator[str]:
    """Yield the dotted name of everything that a module imports, wherever in it."""
    for node in ast.walk(ast.parse((PLUGINS / module).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} : imports are written in full"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def ours(module: str) -> set[str]:
    """Return the packages of plugins/ that a module imports."""
    return {name.split(".")[1] for name in imported(module) if name.startswith("plugins.")}


@pytest.mark.parametrize("module", [module for module in MODULES if module.startswith("model/")])
def test_the_model_knows_nobody(module: str) -> None:
    """The model imports the standard library, what its data are made of, and itself, and nothing that reads a file or a clock."""
    roots = {name.split(".")[0] for name in imported(module)} - {"plugins"}
    assert roots <= sys.stdlib_module_names | {"msgspec"}
    assert not roots & {"pathlib", "os", "io", "time", "random", "socket", "urllib.request", "subprocess"}
    assert ours(module) <= {"model"}


@pytest.mark.parametrize("module", [module for module in MODULES if module.split("/")[0] in OUTPUTS])
def test_an_output_knows_the_model_and_the_build(module: str) -> None:
    """An output package imports the model, the build, the essentials and itself, never another output; but for letters on the web and pictures."""
    lent = {"newsletter"} if module in LETTERS else {"images"} if module in OPENERS else set()
    assert ours(module) <= {"model", "build", "essentials", module.split("/", maxsplit=1)[0]} | lent


@pytest.mark.parametrize("module", [module for module in MODULES if module.startswith("essentials/")])
def test_the_essentials_know_the_model_alone(module: str) -> None:
    """A card is sentences: any output may show it."""
    assert ours(module) <= {"model", "essentials"}


@pytest.mark.parametrize("module", sorted(LETTERS))
def test_the_web_version_of_a_letter_knows_nothing_of_mail(module: str) -> None:
    """It asks what the letter is composed of, what it shows and in which words, not how a mailbox wants it."""
    known = {name for name in imported(module) if name.startswith("plugins.newsletter.")}
    assert {name.split(".")[2] for name in known} <= {"compose", "composition", "gathering", "material", "wording"}


@pytest.mark.parametrize("module", [module for module in MODULES if not module.endswith("/plugin.py")])
def test_pelican_is_known_at_the_edge_alone(module: str) -> None:
    """Outside the hooks, only the build's own generator and command, and the preview that runs it again and again, know Pelican."""
    knows = any(name.split(".")[0] == "pelican" for name in imported(module))
    assert not knows or module.startswith("build/") or module == "preview/session.py"


def test_every_output_is_there() -> None:
    """The packages that this test speaks of exist."""
    assert {module.split("/")[0] for module in MODULES} >= set(OUTPUTS)
