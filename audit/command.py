"""`inv audit`: builds, judges, writes down what was found, and names what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from audit import checking, lighthouse, pictures, tools, weights
from audit.findings import Findings, summary, wrong
from audit.report import report
from audit.site import FOLDER, Built, build
from plugins.build.folders import write
from plugins.build.report import say
from plugins.build.run import BAD_CONTENT, FAULT, GOOD
from plugins.model.audit import FILE, audit_text
from plugins.model.text import plural
from tests.browser.visitors import CHROMIUM, FLAGS
from tests.hosting.servers import ask, nginx, program

Tell = Callable[[str], None]


def main(root: Path, console: Console) -> int:
    """Judge the site of a root; return the exit status: 1 when something is wrong, 3 when it could not be judged."""
    if missing := (*tools.missing(), *(() if program("nginx") else ("nginx",))):
        say(console, f"Il manque {', '.join(missing)}. Lancez « script/setup audit ».")
        return FAULT
    built = build(root)
    if isinstance(built, int):
        return built
    with Progress(SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn(), console=console, transient=True) as progress:
        task = progress.add_task("")
        found = judge(built, root / FOLDER, lambda said: progress.update(task, description=said))
    write(root / "docs/audit.md", report(found).encode())
    write(root / "content" / FILE, audit_text(summary(found)).encode())
    return _finish(found, console)


def judge(built: Built, folder: Path, tell: Tell) -> Findings:
    """Return all that the instruments find in a built site; pictures go into the folder."""
    with TemporaryDirectory() as temporary:
        beside = Path(temporary, "nginx")
        beside.mkdir()
        Path(temporary).chmod(0o755)  # nginx serves as somebody else when root starts it
        beside.chmod(0o777)
        with nginx(beside, built.public, built.headers, built.base) as port, sync_playwright() as playwright:
            if ask(port, f"{built.base}/").status != HTTPStatus.OK:
                raise SystemExit("nginx ne peut pas lire le site : mettez le dépôt là où tout le monde peut lire.")
            base = f"http://127.0.0.1:{port}{built.base}"
            scores = lighthouse.judge(base, [target.address for target in built.main], tell)
            chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            seen = checking.look(base, built.targets, chromium, Path(temporary, "firefox"), tell)
            heavy = weights.weigh(base, built.kinds, chromium, tell)
            pictures.take(base, built.targets, chromium, folder / "images", tell)
            chromium.close()
    tell("Nu Html Checker")
    give = partial(Findings, built.day, tools.tools(), tools.browsers(), built.targets)
    return give(scores, seen, checking.markup(built.public), heavy)


def _finish(found: Findings, console: Console) -> int:
    faults = list(wrong(found))
    for fault in faults:
        say(console, fault)
    say(console, f"{plural(len(faults), 'point')} à reprendre. Les chiffres sont dans docs/audit.md, les images dans {FOLDER}/images/.")
    return BAD_CONTENT if faults else GOOD
