"""Pictures that were made once, kept beside the site by what they were made of: a lost public folder does not cost them again.

Nothing here is trusted blindly: each file ends with the digest of the rest, and one that is damaged or from elsewhere is made anew.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from plugins.build.folders import write

SIZE = 16
"""Bytes of a digest."""
UNUSED = 30 * 86_400
"""Seconds after which what no build has used goes."""
_LIBRARIES = ("pillow", "pillow_heif")


MadeOf = tuple[object, ...]
"""Plain things that tell a picture, with the code and the libraries, from any other."""


def kept(folder: str, made_of: MadeOf, make: Callable[[], bytes]) -> bytes:
    """Return what was made before of the same things by the same code, else what `make` returns, and keep that if the disk allows."""
    path = Path(folder, name_of(made_of))
    with suppress(OSError):
        whole = path.read_bytes()
        if _digest(whole[:-SIZE]) == whole[-SIZE:]:
            os.utime(path)
            return whole[:-SIZE]
    data = make()
    with suppress(OSError):
        write(path, data + _digest(data))
    return data


def name_of(made_of: MadeOf) -> str:
    """Return the name under which a picture is kept."""
    return _digest(f"{made_of} {_makers()}".encode()).hex()


def clear(folder: Path, needed: Iterable[MadeOf]) -> None:
    """Delete what no build has used for long and is not needed either; what is needed is not used while the site stands."""
    oldest = time.time() - UNUSED
    with suppress(OSError):
        if old := [path for path in folder.iterdir() if path.stat().st_mtime < oldest]:
            names = set(map(name_of, needed))
            for path in old:
                if path.name not in names:
                    path.unlink()


@cache
def _makers() -> str:
    """Return what tells the code of this room and its libraries from other versions of them."""
    code = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    return " ".join([_digest(code).hex(), *map(version, _LIBRARIES)])


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=SIZE).digest()
