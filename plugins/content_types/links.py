"""Where the links of a body lead: another text, a file, a page of the site, or outside."""

from __future__ import annotations

import re
from collections.abc import Mapping
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from msgspec import Struct

from plugins.content_types.markdown import Target
from plugins.model.copies import offer
from plugins.model.entry import PICTURE_KINDS, Files, look_up, missing_file
from plugins.model.problem import Wrong
from plugins.model.text import nearest

_PELICAN = re.compile(r"^[{|](?:filename|static|attach)[|}]")
SCHEMES = {"http", "https", "mailto", "tel", "webcal"}
"""What a link may start with; anything else, `javascript:` first, is refused."""


class Links(Struct, frozen=True):
    """What bodies may point at."""

    addresses: Mapping[str, str]
    """Address of each text, by its path from the content folder."""
    files: Files
    base: str
    """What stands before every address of the site."""
    unread: frozenset[str] = frozenset()
    """Texts that have problems of their own: a link to one is not a second problem."""
    awaited: frozenset[str] = frozenset()
    """Texts that have not appeared yet: a link to one is plain words until then."""
    drafts: frozenset[str] = frozenset()

    def resolve(self, source: str, written: str, is_picture: bool) -> Target:
        """Return where an address written in the text at `source` leads. Raise Wrong."""
        href = unquote(_PELICAN.sub("", written))
        if re.match(r"[^/?#]*:", written) and not _PELICAN.match(written):
            return _outside(written, is_picture)
        path, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", href, re.DOTALL).groups()  # type: ignore[union-attr]  # always matches
        if not path:
            return Target(written)
        inside = _inside(path, source)
        if not is_picture and (address := self.addresses.get(inside)):
            return Target("") if inside in self.awaited else Target(self.base + address + mark + rest, page=address)
        if inside in self.unread:
            return Target(written)
        if file := look_up(path, source, self.files):
            if is_picture and not file.width:
                raise Wrong(f"« {written} » n'est pas une image.", PICTURE_KINDS)
            return Target(self.base + file.address, file=file.path, offer=offer(file, "column", self.base) if is_picture else None)
        if path.startswith("/") and not is_picture and not _PELICAN.match(written):
            return Target(self.base + href, page=path)
        raise self._missing(written, path, inside)

    def _missing(self, written: str, path: str, inside: str) -> Wrong:
        if inside in self.drafts:
            return Wrong(f"Le lien « {written} » mène à un brouillon.", "Publiez ce brouillon aussi, ou retirez le lien.")
        if re.match(r"(?:www\.|[\w-]+\.(?:fr|com|org|net|eu)(?:/|$))", path):
            return Wrong(f"Le lien « {written} » n'est pas entier.", f"Écrivez « https://{path} ».")
        if path.casefold().endswith(".md"):
            near = nearest(path.rsplit("/", 1)[-1], {name.rsplit("/", 1)[-1] for name in self.addresses})
            return Wrong(f"Le texte « {written} » n'existe pas.", f"Vouliez-vous « {near} » ?" if near else "Vérifiez le nom du fichier.")
        return missing_file(written, self.files)


def _inside(path: str, source: str) -> str:
    return normpath(path.lstrip("/") if path.startswith("/") else join(dirname(source), path))


def _outside(written: str, is_picture: bool) -> Target:
    scheme = written.partition(":")[0].casefold()
    if is_picture:
        raise Wrong(f"L'image « {written} » est sur un autre site.", "Copiez-la dans content/images et donnez son nom.")
    if scheme not in SCHEMES:
        raise Wrong(f"Le lien « {written[:60]} » n'est pas permis.", "Un lien commence par https://, mailto: ou tel:.")
    return Target(written)
