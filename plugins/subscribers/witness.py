"""How a database that was put back from an old copy is noticed.

The file counts how often it was opened, and a small witness beside it holds the last count. A copy of yesterday counts
less: it has forgotten who left and what was sent since, and would write to them again.
"""

from __future__ import annotations

import os
from pathlib import Path
from threading import get_ident

from plugins.subscribers.fault import StoreError


def witness_of(path: Path) -> Path:
    """Return where the count of a database stands: `abonnes.sqlite3.temoin`."""
    return path.with_name(f"{path.name}.temoin")


def witness(path: Path, count: int) -> None:
    """Keep the count, whole or not at all. It is written after the commit: it may lag behind the file, and never leads."""
    new = path.with_name(f"{path.name}.temoin.{os.getpid()}.{get_ident()}")
    new.write_text(f"{count}\n", "ascii")
    new.replace(witness_of(path))


def check_witness(path: Path, count: int) -> None:
    """Raise StoreError when the file was opened less often than its witness says."""
    if count < seen(path):
        raise StoreError(
            f"La base « {path} » est plus ancienne que celle d'avant : elle vient d'une sauvegarde, ou elle a disparu. Elle a oublié qui s'est "
            "désabonné et ce qui est parti depuis. Remettez la plus récente, ou lancez « inv subscribers.restored » qui dit ce qu'il faut refaire."
        )


def seen(path: Path) -> int:
    """Return the last count, 0 when none can be read."""
    try:
        return int(witness_of(path).read_text("ascii"))
    except (FileNotFoundError, ValueError):
        return 0
