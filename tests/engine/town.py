"""A town small enough to be built hundreds of times, with every kind of page, that tests may change."""

import os
import re
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import asdict
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.engine.places import Place, PreviewPlace
from tests.site.building import DAY, OTHER_TOWN, ROOT
from tests.towns import SHOW

CONF = OTHER_TOWN / "pelicanconf.py"
TEXTS = {
    "evenements/2026/soupe.md": "titre: Soupe\ndebut: 22/11/2026 12h\nduree: 2h\nmaison: le-phare\nimage: images/phare.png\nimage-alt: un phare",
    "evenements/2026/fete.md": "titre: Fête\ndebut: 25/11/2026 19h\nrepetition: chaque mercredi jusqu'au 31/12/2026\naussi: 26/12/2026 15h",
    "bobine/2026-2027/le-vent.md": "titre: Le vent\nnumero: 1\nsaison: 2026-2027\ndiffusion: 12/11/2026 18h\naudio: 2026-11-12.mp3\n"
    "transcription: 2026-11-12.vtt\nprojet: repar-val\nchapitres:\n  00:00:00 Ouverture\n  00:04:00 Le large",
    "bobine/2026-2027/la-pluie.md": "titre: La pluie\nnumero: 2\nsaison: 2026-2027\ndiffusion: 26/11/2026 18h\naudio: 2026-11-26.mp3",
    "lettres/2026-s49.md": "semaine: 2026-s49\nobjet: De la soupe\naccroche: On souffle dessus, on raconte, on reprend une louche.",
}
AUDIO = "bobine/audio/2026-11-12.mp3"
SETTINGS = {"BUILD_DATE": DAY, "SEARCH": False, "SHOW": {**asdict(SHOW), "cover": "images/pochette.png"}}
"""Without search, of which each index takes as long as the rest of the town; where it matters, tests put it on."""
FILES = ("images/phare.png", AUDIO, "bobine/audio/2026-11-26.mp3", "bobine/transcriptions/2026-11-12.vtt", "fil/12/gazette.pdf")
"""Files beside the texts that `tinted` can replace by others of the same size."""


class Town(Struct):
    """Content, theme and settings that may be changed, and the place where they are built."""

    folder: Path
    settings: dict[str, object] = field(default_factory=lambda: {**SETTINGS})

    @property
    def content(self) -> Path:
        """The content folder."""
        return self.folder / "content"

    @property
    def theme(self) -> Path:
        """The theme."""
        return self.folder / "theme"

    @property
    def place(self) -> Place:
        """Where the town is built again and again."""
        return Place(self.folder)

    @property
    def preview(self) -> PreviewPlace:
        """Where the town's preview is."""
        return PreviewPlace(self.folder)

    @property
    def conf(self) -> Path:
        """The town's own settings file, for whoever takes no other settings."""
        return self.folder / "pelicanconf.py"

    def write_conf(self) -> None:
        """Write the settings file, all but the day, which is told by the environment; one that would be the same is left alone."""
        given = {"PATH": "content", "THEME": "theme"} | self.settings
        lines = [f"{name} = {value!r}\n" for name, value in given.items() if name != "BUILD_DATE"]
        text = "".join([CONF.read_text("utf-8"), *lines])
        if not self.conf.exists() or self.conf.read_text("utf-8") != text:
            write(self.conf, text.encode())

    def built_in(self, place: Place) -> dict[str, object]:
        """Return the settings for a build of the town in a place."""
        paths = {"PATH": self.content, "THEME": self.theme, "OUTPUT_PATH": place.public, "BUILD_PATH": place.build}
        return self.settings | {name: str(path) for name, path in paths.items()}

    def texts(self, folder: str = "") -> list[Path]:
        """Return the texts of a folder of the content."""
        return sorted((self.content / folder).rglob("*.md"))


def found_town(folder: Path) -> Town:
    """Return a new town in a folder."""
    town = Town(folder)
    shutil.copytree(OTHER_TOWN / "content", town.content)
    shutil.copytree(ROOT / "theme", town.theme)
    for path, header in TEXTS.items():
        write(town.content / path, f"---\n{header}\n---\nUn texte.\n".encode())
    for path in FILES:
        write(town.content / path, tinted(path, 0))
    Image.new("1", (1400, 1400)).save(town.content / "images/pochette.png")
    for name in ("2026-11-12", "2026-11-26"):
        write(town.content / f"bobine/audio/{name}.mp3.json", b'{"bytes": 2000, "seconds": 3300}')
    set_key(town.content / "fil/12/numero.md", "pdf", "fil/12/gazette.pdf")
    return town


def tinted(path: str, tint: int) -> bytes:
    """Return a file for a path, of the same size for any tint from 0 to 255."""
    if path.endswith(".vtt"):
        return f"WEBVTT\n\n00:01.000 --> 00:02.000\nTeinte {tint:03}\n".encode()
    return _png(tint) if path.endswith(".png") else bytes(1999) + bytes([tint])


def _png(tint: int) -> bytes:
    """Return a grey picture with a word in it that must not be published."""
    stream, words = BytesIO(), PngInfo()
    words.add_text("Author", "someone")
    Image.new("L", (64, 40), tint).save(stream, "PNG", compress_level=0, pnginfo=words)
    return stream.getvalue()


def write(path: Path, data: bytes) -> None:
    """Write a file; one that was there keeps its time stamp, as `cp -p`, `rsync -t` or a quick hand may leave it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.stat() if path.exists() else None
    path.write_bytes(data)
    if before:
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def rewrite(path: Path, change: Callable[[str], str]) -> None:
    """Change the text of a file."""
    write(path, change(path.read_text("utf-8")).encode())


def set_key(path: Path, key: str, value: str | None) -> None:
    """Give a key of a text's header a value, or take the key out."""
    line = f"{key}: {value}\n---\n" if value else "---\n"
    bare = re.compile(rf"^{key}:.*\n(?:  .*\n)*", re.MULTILINE)
    rewrite(path, lambda text: re.sub(r"(?<=\n)---\n", lambda _: line, bare.sub("", text), count=1))


def set_body(path: Path, body: str) -> None:
    """Give a text another body."""
    rewrite(path, lambda text: text[: text.index("\n---\n") + 5] + body)
