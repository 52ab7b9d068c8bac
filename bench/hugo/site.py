"""The corpus as a Hugo site: the same texts at the same addresses, with the headers Hugo reads.

`python -m bench.hugo.site PELICANCONF FOLDER` writes it. What our header says in French (dates that come back)
is written out, since Hugo reads no French. Our calendars of houses, themes, publics and single events,
our open data, chapters in JSON and mails have no twin there: Hugo has less to do.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import dirname, join, normpath
from re import Match
from re import compile as pattern

from pelican.settings import read_settings

from bench.hugo.header import header
from bench.run import ROOT
from plugins.content_types.config import read_config
from plugins.content_types.reading import read
from plugins.model.dates import MONTHS
from plugins.model.entry import Entry
from plugins.model.site import Site
from plugins.pages.styles import layers, make_style_sheet

THEME = Path(__file__).parent / "theme"
_LINK = pattern(r"\]\(([^():]+)\)")
_LISTS = {"agenda": "L’agenda", "maisons": "Les maisons", "projets": "Les projets", "le-fil": "Le journal",
          "la-bobine": "La radio", "actualites": "Actualités", "lettre": "La lettre"}  # fmt: skip
_DAYS = {"aujourd-hui": "Aujourd’hui", "ce-week-end": "Ce week-end"}
_SECTIONS = ("maisons", "projets", "numero")
"""Layouts whose pages list others: Hugo calls their text `_index.md`."""


def convert(site: Site, content: Path, folder: Path) -> None:
    """Write the site of a corpus into a folder: theme, pictures and texts."""
    shutil.copytree(THEME, folder)
    (folder / "hugo.json").write_text(json.dumps(_config(site), ensure_ascii=False), "utf-8")
    shutil.copytree(content / "images", folder / "static" / "images")
    shutil.copytree(ROOT / "theme" / "static", folder / "static" / "theme")
    (folder / "static" / "theme" / "site.css").write_bytes(make_style_sheet(layers(ROOT / "theme"), (), ()))
    for path, text in texts(site):
        target = folder / "content" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


def texts(site: Site) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file of Hugo's content folder."""
    addresses = {entry.path: entry.address for entry in site.entries}
    for entry in site.entries:
        said = header(entry)
        yield path_of(entry.address, str(said["layout"])), _text(said, _body(entry, addresses))
    for year, month in site.agenda.months:
        name = f"{MONTHS[month - 1].capitalize()} {year}"
        yield f"mois/{year}-{month:02}/_index.md", _text({"title": name, "layout": "mois", "url": f"/agenda/{year}/{month:02}/"})
    yield "mois/_index.md", _text({"title": "Les mois", "build": {"render": "never"}})
    for key, name in _LISTS.items():
        outputs = ["html", "podcast"] if key == "la-bobine" else ["html"]
        yield f"{key}/_index.md", _text({"title": name, "layout": f"liste-{key}", "outputs": outputs})
    for key, name in _DAYS.items():
        yield f"{key}.md", _text({"title": name, "layout": "jours", "url": f"/agenda/{key}/"})


def path_of(address: str, layout: str) -> str:
    """Return the path, from Hugo's content folder, of the text shown at an address."""
    return f"{address.strip('/')}{'/_index' if layout in _SECTIONS else ''}.md"


def _text(said: Mapping[str, object], body: str = "") -> str:
    """Return a text with a YAML header; a value in JSON is a value in YAML."""
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in said.items() if value not in ("", None, [], ()))
    return f"---\n{lines}---\n{body}\n"


def _body(entry: Entry, addresses: Mapping[str, str]) -> str:
    """Return the Markdown with its links as published: ours name files."""

    def published(link: Match[str]) -> str:
        path = normpath(join(dirname(entry.path), link[1]))
        return f"]({addresses.get(path, link[1] if link[1].startswith('/') else f'/{path}')})"

    return _LINK.sub(published, entry.body)


def _config(site: Site) -> dict[str, object]:
    """Return what the theme's own settings do not say: the town's name and its radio."""
    own: dict[str, object] = json.loads((THEME / "hugo.json").read_text("utf-8"))
    identity = site.identity
    town = {"devise": identity.tagline, "postal": identity.postal, "courriel": identity.mail}
    return own | {"baseURL": f"{identity.url}/", "title": identity.name, "params": town}


if __name__ == "__main__":
    settings = read_settings(sys.argv[1])
    convert(read(read_config(settings)).site, Path(settings["PATH"]), Path(sys.argv[2]))
