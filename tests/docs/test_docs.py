"""README, guides, settings, architecture and decisions: every command and setting is explained, and every link leads somewhere."""

import ast
import re
import runpy
from pathlib import Path

import pytest
from invoke.tasks import Task
from msgspec import Struct

from plugins.content_types.config import read_config
from plugins.model.site import LetterHead, Show
from plugins.podcast.show_checks import show_problems
from plugins.subscribers.settings import READERS
from tests.docs.markdown import ARCHITECTURE, GUIDE, PAGES, ROOT, SENDING_GUIDE, SETTINGS, anchors, links

TEXTS = {path: path.read_text("utf-8") for path in PAGES}
COMMANDS = runpy.run_path(str(ROOT / "tasks.py"))
TASKS = sorted(COMMANDS["namespace"].task_names)
LINKS = [(path, link) for path, text in TEXTS.items() for link in links(text) if "://" not in link]


def settings_read() -> set[str]:
    """Return the settings that the typed configuration reads: every string in capitals in its code."""
    tree = ast.parse((ROOT / "plugins/content_types/config.py").read_text("utf-8"))
    strings = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return {text for text in strings if re.fullmatch(r"[A-Z]{4,}(?:_[A-Z]+)*", text)}


def settings_written() -> set[str]:
    """Return the settings that the town writes in pelicanconf.py."""
    tree = ast.parse((ROOT / "pelicanconf.py").read_text("utf-8"))
    targets = (target for node in tree.body if isinstance(node, ast.Assign) for target in node.targets)
    return {target.id for target in targets if isinstance(target, ast.Name)}


@pytest.mark.parametrize("task", TASKS)
def test_every_command_is_explained(task: str) -> None:
    """Each Invoke task stands in the README, the guide or the architecture as one types it."""
    assert any(re.search(rf"`inv {re.escape(task)}\b", text) for text in TEXTS.values())


def test_every_task_is_a_command() -> None:
    """A task of tasks.py that nobody could call has been forgotten in its list of commands."""
    written = {found.body for found in COMMANDS.values() if isinstance(found, Task)}
    assert written <= {COMMANDS["namespace"][name].body for name in TASKS}


@pytest.mark.parametrize("setting", sorted(settings_read() | settings_written()))
def test_every_setting_is_explained(setting: str) -> None:
    """Each setting that is read, or that the town writes, stands in the page of settings."""
    assert f"`{setting}`" in TEXTS[SETTINGS]


def names(kind: type[Struct]) -> set[str]:
    """Return the fields of a table of settings."""
    return set(kind.__struct_fields__)


@pytest.mark.parametrize(("table", "known"), [("SHOW", names(Show)), ("LETTER", names(LetterHead)), ("SENDING", set(READERS))])
def test_every_key_of_a_table_of_settings_is_explained(table: str, known: set[str]) -> None:
    """Each key of SHOW, LETTER and SENDING has its row under the heading that names that setting, and no other key has one."""
    under = TEXTS[SETTINGS].partition(f"({table})\n")[2].partition("\n## ")[0]
    rows = (row for row in under.splitlines() if row.startswith("| `"))
    assert {name for row in rows for name in re.findall(r"`(\w+)`", row.split("|")[1])} == known


def test_the_examples_of_settings_can_be_copied(tmp_path: Path) -> None:
    """All examples of the page of settings together are settings that the site takes, and a programme that directories take."""
    examples = re.findall(r"^```python\n(.*?)^```$", TEXTS[SETTINGS], re.MULTILINE | re.DOTALL)
    (tmp_path / "pelicanconf.py").write_text("\n".join(examples), "utf-8")
    config = read_config({**runpy.run_path(str(tmp_path / "pelicanconf.py")), "PATH": "content", "BUILD_DATE": "22/11/2026"})
    assert config.problems == ()
    assert config.identity.show
    assert list(show_problems(config.identity, config.identity.show, None)) == []


def test_the_settings_are_found() -> None:
    """The search for settings finds the ones that every town has."""
    assert {"SITENAME", "SITEURL", "SCHOOL_ZONE", "SHOW", "LETTER", "BUILD_DATE"} <= settings_read()


@pytest.mark.parametrize(("page", "link"), LINKS, ids=lambda value: value.name if isinstance(value, Path) else value)
def test_every_link_leads_somewhere(page: Path, link: str) -> None:
    """Each relative link of the documentation points at a file that exists, and at a heading of it when it names one."""
    path, _, anchor = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    assert target.exists()
    assert target.is_relative_to(ROOT)
    assert not anchor or anchor in anchors(target.read_text("utf-8"))


def test_the_guides_are_named_in_the_messages() -> None:
    """The pages that messages send people to are where they say."""
    named = re.findall(r"docs/[\w-]+\.md", "".join(path.read_text("utf-8") for path in (ROOT / "plugins").rglob("*.py")))
    assert {ROOT / name for name in named} == {GUIDE, SENDING_GUIDE, SETTINGS, ARCHITECTURE}
