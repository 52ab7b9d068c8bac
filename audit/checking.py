"""What axe says of one page of each kind, in both browsers, and the Nu Html Checker of all of them."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from msgspec import Struct
from playwright.sync_api import Browser

from audit.site import Target
from tests.browser.barriers import Barrier, barriers
from tests.browser.visitors import InChromium, InFirefox, Visitor

VNU = Path(__file__).parents[1] / "tests/node_modules/vnu-jar/build/dist/vnu.jar"


class Seen(Struct, frozen=True):
    """A barrier, where it was found."""

    browser: str
    address: str
    barrier: Barrier

    def __str__(self) -> str:
        """Return all of it."""
        return f"{self.address}, {self.browser}, {self.barrier}"


def look(base: str, targets: Iterable[Target], chromium: Browser, profile: Path, tell: Callable[[str], None]) -> tuple[Seen, ...]:
    """Return every barrier that axe finds; `profile` is a folder that does not exist yet, for Firefox."""
    pages, found = tuple(targets), []
    with closing(InChromium(chromium)) as ours, InFirefox(profile) as other:
        visitors: dict[str, Visitor] = {"Chromium": ours, "Firefox": other}
        for name, visitor in visitors.items():
            for page in pages:
                tell(f"axe, {name} : {page.address}")
                visitor.go(base + page.address)
                found += [Seen(name, page.address, barrier) for barrier in barriers(visitor)]
    return tuple(found)


def markup(folder: Path) -> tuple[str, ...]:
    """Return the errors and warnings of the Nu Html Checker for every page, style sheet and drawing of a folder."""
    command = ["java", "-Xss4m", "-jar", str(VNU), "--also-check-css", "--also-check-svg", "--skip-non-html", str(folder)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stderr  # noqa: S603  # ours
    return tuple(line.replace(f"file:{folder}", "") for line in said.splitlines() if line)
