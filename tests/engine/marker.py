"""A plugin that changes each page as it is written, and adds a file to the finished site, as minifiers do."""

from pathlib import Path

from pelican import Pelican, signals

MARK = b"<!-- relu -->\n"
NOTE = "relu.txt"


def register() -> None:
    """Register as Pelican asks."""
    signals.content_written.connect(_mark)
    signals.finalized.connect(_note)


def _mark(path: str, **_: object) -> None:
    page = Path(path)
    if page.suffix == ".html":
        page.write_bytes(page.read_bytes() + MARK)


def _note(pelican: Pelican) -> None:
    Path(pelican.output_path, NOTE).write_text("Tout est relu.\n", "utf-8")
