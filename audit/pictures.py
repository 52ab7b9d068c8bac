"""Pictures of the main pages, to be looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser

from audit.site import Target

WIDTHS = (320, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def take(base: str, targets: Iterable[Target], chromium: Browser, folder: Path, tell: Callable[[str], None]) -> None:
    """Put whole pictures of some pages into a folder: `event-320-dark.png`."""
    folder.mkdir(parents=True, exist_ok=True)
    for target in targets:
        tell(f"Images : {target.address}")
        for width in WIDTHS:
            for scheme in SCHEMES:
                with closing(chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)) as context:
                    page = context.new_page()
                    page.goto(base + target.address)
                    page.screenshot(path=folder / f"{target.kind}-{width}-{scheme}.png", full_page=True)
