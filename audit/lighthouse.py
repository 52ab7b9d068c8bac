"""What Lighthouse says of a page on a telephone."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from tests.browser.visitors import CHROMIUM

PROGRAM = Path(__file__).parent / "node_modules/lighthouse"
RUNS = 3
CATEGORIES = {"performance": "performance", "accessibility": "accessibility", "best-practices": "best practices", "seo": "SEO"}
FLAGS = "--headless=new --no-sandbox --disable-background-networking"


class Scores(Struct, frozen=True):
    """One page, as its run in the middle saw it."""

    address: str
    categories: Mapping[str, int]
    """Of 100, by the key of CATEGORIES."""
    lcp: float
    """Largest contentful paint, ms."""
    tbt: float
    """Total blocking time, ms."""
    cls: float
    """Cumulative layout shift."""
    size: int
    """Bytes of the line."""
    requests: int
    lost: tuple[str, ...]
    """The audits that cost points: `performance, total-blocking-time : 160 ms`."""
    machine: float
    """Lighthouse's measure of how fast the machine was: a desktop has 1500 or more."""


def judge(base: str, addresses: Iterable[str], tell: Callable[[str], None]) -> tuple[Scores, ...]:
    """Return what Lighthouse says of some pages: of RUNS runs the one with the performance in the middle."""
    found = []
    for address in addresses:
        runs = []
        for number in range(RUNS):
            tell(f"Lighthouse : {address} ({number + 1}/{RUNS})")
            runs.append(read(address, _run(base + address)))
        found.append(sorted(runs, key=lambda run: run.categories["performance"])[RUNS // 2])
    return tuple(found)


def _run(url: str) -> Any:  # noqa: ANN401  # what JSON gives
    command = ["node", str(PROGRAM / "cli/index.js"), url, "--output=json", "--quiet", f"--chrome-flags={FLAGS}", "--no-enable-error-reporting"]
    done = subprocess.run(command, env={**os.environ, "CHROME_PATH": CHROMIUM}, capture_output=True, text=True, check=True)  # noqa: S603  # ours
    return json.loads(done.stdout)


def read(address: str, said: Any) -> Scores:  # noqa: ANN401  # as above
    """Return the scores that a report holds."""
    audits = said["audits"]
    asked = [one for one in audits["network-requests"]["details"]["items"] if one["url"].startswith("http")]
    return Scores(
        address=address,
        categories={key: round(100 * said["categories"][key]["score"]) for key in CATEGORIES},
        lcp=audits["largest-contentful-paint"]["numericValue"],
        tbt=audits["total-blocking-time"]["numericValue"],
        cls=audits["cumulative-layout-shift"]["numericValue"],
        size=sum(one["transferSize"] for one in asked),
        requests=len(asked),
        lost=tuple(_lost(said)),
        machine=said["environment"]["benchmarkIndex"],
    )


def _lost(said: Any) -> Iterable[str]:  # noqa: ANN401  # as above
    for key in CATEGORIES:
        for reference in said["categories"][key]["auditRefs"]:
            audit = said["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{key}, {audit['id']} : {audit.get('displayValue') or audit['title']}".replace("\xa0", " ")
