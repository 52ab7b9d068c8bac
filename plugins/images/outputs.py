"""The files that published texts show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.build.output import Output
from plugins.images.publish import published
from plugins.model.site import Site


def outputs(site: Site, content: Path) -> Iterator[Output]:
    """Yield each file at its address; a file that only a draft shows is not among them."""
    for file in site.files.values():
        yield Output(file.path, published, {"folder": str(content), "file": file})
