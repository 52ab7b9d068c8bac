"""The page of a text that was just saved, ahead of everything else that shows it.

A page is a pure function of what it is given. So its page is made again of what it was given last, with the text as it is now
in the place of the text as it was. The build that follows makes it of everything that is true now.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from plugins.build.output import Output, page_path
from plugins.content_types.found import folder_of
from plugins.content_types.markdown import Renderer
from plugins.content_types.memory import Memory
from plugins.model.entry import Entry
from plugins.model.header import read_header
from plugins.model.library import KNOWN_KEYS, read_item
from plugins.model.schema import Document
from plugins.pages.page import Page

_RENDERER = Renderer()


class Swap(Struct, frozen=True):
    """A text as it was and as it is, with the HTML of both."""

    old: Entry
    new: Entry
    old_html: str
    new_html: str

    def of(self, value: object) -> object:
        """Return the new one for the old one, in a page and in what it is made of; anything else as it is."""
        if value is self.old:
            return self.new
        if value is self.old_html:
            return self.new_html
        return replace(value, of={name: self.of(part) for name, part in value.of.items()}) if isinstance(value, Page) else value


def show_first(content: Path, path: str, memory: Memory, outputs: Mapping[str, Output], show: Callable[[Output, bytes], None]) -> None:
    """Write the page of the text at a path from the content folder, where the last build made one; a text that is new, moved or wrong waits."""
    swap = _read(content, path, memory, outputs)
    if swap is None or (output := outputs.get(page_path(swap.new.address))) is None:
        return
    given = {name: swap.of(value) for name, value in output.given.items()}
    told = replace(output, given=given).render()
    if isinstance(told.content, bytes):
        show(output, told.content)


def _read(content: Path, path: str, memory: Memory, outputs: Collection[str]) -> Swap | None:
    """Return a text read again in the town as it was; None for one that is new, gone, moved or has an error, a link to no output too."""
    there = memory.kept(folder_of(path))
    kept = there.folder.texts.get(path)
    if kept is None or not isinstance(kept.item, Entry) or memory.town is None or memory.links is None:
        return None
    with suppress(OSError, UnicodeDecodeError):
        header = read_header((content / path).read_text("utf-8-sig"), KNOWN_KEYS)
        item, problems = read_item(Document(path, header), memory.town)
        rendered = _RENDERER.render(header.body, partial(memory.links.resolve, path))
        old_html = there.bodies[path][1].html
        is_wrong = problems or rendered.faults or any(page_path(address) not in outputs for _, address in rendered.pages)
        if isinstance(item, Entry) and item.address == kept.item.address and old_html and not is_wrong:
            return Swap(kept.item, item, old_html, rendered.html)
    return None
