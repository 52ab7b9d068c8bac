"""A plugin as others write them: it listens to signals, and writes a page of its own with Pelican's writer."""

import hashlib
import json
from pathlib import Path
from typing import Any

from jinja2 import Template
from pelican import Pelican, signals
from pelican.generators import Generator

PAGE = "merci/index.html"
STATE: dict[str, Any] = {}
"""What was seen in this run: `written`, and the public page while the new one is being made."""


class Thanks(Generator):  # type: ignore[misc]  # Pelican has no types
    """Makes one page."""

    def generate_output(self, writer: Any) -> None:
        """Write it, and note what the public still sees."""
        STATE["folder"] = Path(self.output_path)
        writer.write_file(PAGE, Template("Merci {{ SITENAME }}, le {{ BUILD_DATE }}"), self.context)
        public = Path(self.settings["OUTPUT_PATH"], PAGE)
        STATE["public"] = public.read_text("utf-8") if public.exists() else ""


def register() -> None:
    """Register as Pelican asks."""
    signals.get_generators.connect(_generators)
    signals.content_written.connect(_note)
    signals.finalized.connect(_tell)


def _generators(_: Pelican) -> type[Thanks]:
    STATE.update(written=[])
    return Thanks


def _note(path: str, **_: object) -> None:
    """Note a file and what it held when the signal came."""
    STATE["written"].append((path, hashlib.sha256(Path(path).read_bytes()).hexdigest()))


def _tell(pelican: Pelican) -> None:
    written = [(Path(path).relative_to(STATE["folder"]).as_posix(), digest) for path, digest in STATE["written"]]
    Path(pelican.settings["LISTENER_LOG"]).write_text(json.dumps({"written": written, "public": STATE["public"]}), "utf-8")
