"""`inv new` in a folder of its own, and what it says."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from msgspec import Struct
from rich.console import Console

from plugins.drafts.command import new
from plugins.drafts.disk import MEMORY
from plugins.drafts.starting import Wish
from tests.drafts.villeneuve import TEXTS


class Place(Struct):
    """A town on disk."""

    folder: Path
    said: str = ""
    """What the last command said."""

    @property
    def content(self) -> Path:
        """Its content folder."""
        return self.folder / "content"

    @property
    def memory(self) -> Path:
        """What was written, by UID."""
        return self.content / MEMORY

    def run(self, source: Path | None = None, wish: Wish | None = None, day: str = "22/11/2026") -> int:
        """Run the command and return its exit status."""
        stream = StringIO()
        settings = {
            "PATH": str(self.content), "SITENAME": "Villeneuve", "SITEURL": "https://villeneuve.example", "TIMEZONE": "Europe/Paris",
            "HOUSE_COLORS": {"pont": "#1d4ed8"}, "THEMES": {"cuisine": "Cuisine"}, "AUDIENCES": {"tous": "Tout le monde"}, "BUILD_DATE": day,
        }  # fmt: skip
        status = new(settings, source, wish or Wish(), Console(file=stream, width=300))
        self.said = stream.getvalue()
        return status

    def bring(self, *events: str, name: str = "agenda.ics", day: str = "22/11/2026") -> int:
        """Bring in a calendar of these events, and return the exit status."""
        source = self.folder / name
        source.write_text("\r\n".join(("BEGIN:VCALENDAR", *events, "END:VCALENDAR", "")), "utf-8", newline="")
        return self.run(source, day=day)

    def texts(self) -> dict[str, str]:
        """Return the events that lie there, by path from their folder."""
        folder = self.content / "evenements"
        return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.rglob("*.md"))}

    def state(self) -> dict[str, tuple[bytes, int]]:
        """Return the bytes and the time stamp of every file of the content."""
        return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(self.content.rglob("*")) if path.is_file()}


def event(uid: str = "un", title: str = "Soupe", start: str = "20261128T140000", *lines: str) -> str:
    """Return one event of a calendar."""
    return "\r\n".join(("BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{title}", f"DTSTART:{start}", *lines, "END:VEVENT"))


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """Return a town with a house and a venue."""
    monkeypatch.delenv("BUILD_DATE", raising=False)
    for path, text in TEXTS.items():
        file = tmp_path / "content" / path
        file.parent.mkdir(parents=True)
        file.write_text(text, "utf-8")
    return Place(tmp_path)
