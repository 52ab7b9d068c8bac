"""The theme's own files: scripts, icons and small style sheets, published as they are."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from plugins.build.output import Output


def theme_files(theme: Path) -> Iterator[Output]:
    """Yield each file of the theme's static folder, under /theme/; its digest says when it changed."""
    static = theme / "static"
    for path in sorted(path for path in static.rglob("*") if path.is_file() and not path.name.startswith(".")):
        digest = sha256(path.read_bytes()).hexdigest()
        yield Output(f"theme/{path.relative_to(static).as_posix()}", as_it_is, {"path": str(path), "digest": digest})


def as_it_is(path: str, digest: str) -> Path:  # noqa: ARG001  # the digest is what the output depends on
    """Return the file to copy."""
    return Path(path)
