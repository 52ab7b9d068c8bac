"""What every piece of content has in common: title, address, picture, status."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import Enum
from posixpath import basename, dirname, join, normpath

from msgspec import Struct

from plugins.model.kinds import LINE, SLUG, WORDS, choice
from plugins.model.problem import Wrong
from plugins.model.schema import Key, Sheet
from plugins.model.text import slugify


class Status(Enum):
    """Who may see it."""

    PUBLISHED = "publié"
    DRAFT = "brouillon"


TITLE = Key("titre", LINE, "Le titre, sans point final.", "Soupe partagée", required=True, also=("title",))
SUMMARY = Key(
    "resume",
    LINE,
    "Une ou deux phrases, montrées dans les listes et les partages.",
    "On épluche, on cuit, on goûte ensemble.",
    also=("summary", "description"),
)
IMAGE = Key("image", LINE, "Une image du dossier content/images.", "images/projets/conserverie.jpg")
IMAGE_ALT = Key(
    "image-alt",
    LINE,
    "Ce que montre l'image, pour qui ne la voit pas ; obligatoire avec une image.",
    "Une marmite entourée de légumes",
    also=("alt",),
)
STATUS = Key("statut", choice("« publié » ou « brouillon »", {
    "publié": Status.PUBLISHED, "brouillon": Status.DRAFT, "published": Status.PUBLISHED, "draft": Status.DRAFT,
}), "Un brouillon ne quitte jamais votre ordinateur.", "brouillon", also=("status",))  # fmt: skip
KEYWORDS = Key("mots-cles", WORDS, "Des mots pour retrouver ce texte.", "soupe, légumes", also=("tags", "mot-cle", "keywords"))
SLUG_KEY = Key("slug", SLUG, "La fin de l'adresse ; sans elle, le nom du fichier sert. Ne change plus une fois publiée.", "soupe-partagee")

COMMON = (TITLE, SUMMARY, IMAGE, IMAGE_ALT, STATUS, KEYWORDS, SLUG_KEY)


HEIC = (".heic", ".heif")
"""Pictures of telephones that no browser of others can show."""
PICTURE_KINDS = "Donnez une image jpg, png, webp, gif ou heic."
"""What to write instead of a file that is no picture."""


class File(Struct, frozen=True):
    """A picture or recording beside the texts, told apart by its content."""

    path: str
    """From the content folder."""
    digest: str
    """Changes when the bytes change."""
    width: int = 0
    """Pixels as seen, 0 when it is not a picture."""
    height: int = 0
    color: str = ""
    """What a picture looks like from afar, `c96` for #cc9966, one of 216 colours; empty when something shines through it."""
    is_animated: bool = False

    @property
    def address(self) -> str:
        """Where it is published; what telephones alone can read is shown as a JPEG."""
        return f"/{self.path}.jpg" if self.path.casefold().endswith(HEIC) else f"/{self.path}"


Files = Mapping[str, File]


class Picture(Struct, frozen=True):
    """A picture with what it shows."""

    file: File
    alt: str


class Entry(Struct, frozen=True, kw_only=True):
    """One piece of content."""

    path: str
    """Its file, from the content folder."""
    slug: str
    title: str
    summary: str
    picture: Picture | None
    status: Status
    keywords: tuple[str, ...]
    body: str
    """Markdown."""
    body_line: int
    """Line of the file where the body starts."""

    @property
    def name(self) -> str:
        """How people call it."""
        return self.title

    @property
    def address(self) -> str:
        """Its page, from the site's root; each type says where."""
        raise NotImplementedError

    @property
    def appears(self) -> date | None:
        """The first day it is shown; None: at once."""
        return None

    @property
    def is_draft(self) -> bool:
        """True when it must not leave the writer's machine."""
        return self.status is Status.DRAFT


def read_common(sheet: Sheet, files: Files) -> dict[str, object]:
    """Return the fields of Entry, by name, from a sheet."""
    document = sheet.document
    slug = sheet.get(SLUG_KEY) or slugify(_stem(document.path))
    if not slug:
        sheet.wrong(SLUG_KEY, Wrong("Le nom du fichier ne fait pas une adresse.", "Donnez-lui un nom en lettres latines, ou ajoutez « slug: … »."))
    return {
        "path": document.path,
        "slug": slug,
        "title": sheet.get(TITLE) or "",
        "summary": sheet.get(SUMMARY) or "",
        "picture": read_picture(sheet, files),
        "status": sheet.get(STATUS) or Status.PUBLISHED,
        "keywords": sheet.get(KEYWORDS) or (),
        "body": document.header.body,
        "body_line": document.header.body_line,
    }


def _stem(path: str) -> str:
    """Return the file's name without its end and without a date before it."""
    return re.sub(r"^\d{4}-\d\d-\d\d[-_ ]?(?=.)", "", basename(path).rsplit(".", 1)[0])


def read_picture(sheet: Sheet, files: Files) -> Picture | None:
    """Return the picture of a sheet; a missing file or a missing alternative text is a problem."""
    written = sheet.get(IMAGE)
    alt = sheet.get(IMAGE_ALT)
    if written is None:
        return None
    file = find_file(sheet, IMAGE, written, files)
    if file is not None and not file.width:
        sheet.wrong(IMAGE, Wrong(f"« {written} » n'est pas une image.", PICTURE_KINDS))
        return None
    if not alt:
        sheet.wrong(IMAGE, Wrong("L'image n'a pas de description.", "Ajoutez une ligne « image-alt: ce que montre l'image »."))
    return Picture(file, alt or "") if file else None


def find_file(sheet: Sheet, key: Key[str], written: str, files: Files, folder: str = "images") -> File | None:
    """Return the file a header names, looked for from content/, beside the text and in `folder`; else note a problem."""
    if found := look_up(written, sheet.document.path, files, folder):
        return found
    sheet.wrong(key, missing_file(written, files))
    return None


def look_up(written: str, source: str, files: Files, folder: str = "images") -> File | None:
    """Return the file that a text at `source` names, or None; a path that leaves content/ names nothing."""
    bare = re.sub(r"^\{(?:static|attach|filename)\}", "", written)
    places = (bare.lstrip("/"), join(dirname(source), bare), join(folder, bare))
    return next((files[path] for place in places if (path := normpath(place)) in files), None)


def missing_file(written: str, files: Files) -> Wrong:
    """Return the problem of a file that does not exist, with the nearest name that does."""
    name = basename(written)
    same = [path for path in files if basename(path).casefold() == name.casefold()]
    hint = f"Vouliez-vous écrire « {same[0]} » ?" if same else "Vérifiez le nom, ou ajoutez le fichier dans content/."
    return Wrong(f"Le fichier « {written} » n'existe pas.", hint)
