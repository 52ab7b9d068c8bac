"""`application`, for hosts that start WSGI apps themselves (docs/hebergement/)."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from plugins.joining.app import App
from plugins.joining.book import book_of
from plugins.joining.house import read_conf, read_setup

ROOT = Path(__file__).resolve().parents[2]


def make(root: Path) -> App:
    """Return the app of the town whose settings stand in a folder. Raise Wrong."""
    setup = read_setup(read_conf(root / "pelicanconf.py"), root, os.environ)

    def clock() -> datetime:
        return datetime.now(UTC)

    folder = setup.spool or setup.store.parent
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return App(setup.house.identity, setup.house.head, book_of(setup, clock), folder / "demandes.compte", clock)


application = make(ROOT)
