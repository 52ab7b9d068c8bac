"""A small site with a radio programme, written to a folder with the theme's files and a real recording."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from plugins.model.agenda import Agenda
from plugins.pages.theme import theme_files
from tests.pages.radios import SECONDS, radio
from tests.pages.sites import rendered

THEME = Path(__file__).parents[2] / "theme"
DAY = date(2026, 10, 9)
"""A Friday in the season, the day after a broadcast."""
RECORDING = "la-bobine/audio/2026-10-01.mp3"


def write_radio(folder: Path) -> None:
    """Write the site as it is on DAY; the recording is a tone of a minute."""
    site = radio(DAY)
    files = {path: text.encode() for path, text in rendered(replace(site, agenda=Agenda(), news=())).items()}
    files |= {output.path: Path(str(output.given["path"])).read_bytes() for output in theme_files(THEME)}
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    (folder / RECORDING).parent.mkdir()
    command = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", f"sine=frequency=440:duration={SECONDS}", "-b:a", "32k", str(folder / RECORDING)]
    subprocess.run(command, check=True)
