"""The bodies of all documents as HTML; those that will not be shown are read too, for their problems."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial

from plugins.build.cores import on_all_cores
from plugins.content_types.links import Links
from plugins.content_types.markdown import Rendered, Renderer, answer
from plugins.content_types.memory import Recollection
from plugins.model.problem import Problem
from plugins.model.schema import Document
from plugins.model.site import Link

WORTH_A_PROCESS = 200
"""Bodies below which a second process costs more than it saves."""


@dataclass(frozen=True, slots=True)
class Bodies:
    """What became of the bodies."""

    html: dict[str, str] = field(default_factory=dict)
    """Safe HTML of each shown document, by path."""
    problems: list[Problem] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    """Links to pages of the site, to be checked once all pages are known."""


def render_bodies(documents: Sequence[Document], shown: Collection[str], links: Links, folder: str, past: Recollection) -> Bodies:
    """Return the HTML of the shown documents and the problems of all; only what the shown ones use is noted in `links`."""
    aside = replace(links, used=set())
    bodies = Bodies()
    for document, rendered in zip(documents, _rendered(documents, aside, past), strict=True):
        path = document.path
        is_shown = path in shown
        for written, is_picture, _ in rendered.asked:
            answer((links if is_shown else aside).resolve, path, written, is_picture)
        file, before = f"{folder}/{path}", document.header.body_line - 1
        bodies.problems.extend(Problem(file, before + f.line, "", f.wrong.what, f.wrong.instead, f.severity) for f in rendered.faults)
        if is_shown:
            bodies.html[path] = rendered.html
            bodies.links.extend(Link(file, before + line, address) for line, address in rendered.pages)
    return bodies


def _rendered(documents: Sequence[Document], links: Links, past: Recollection) -> list[Rendered]:
    """Return each body, rendered before or now."""
    found = {document.path: kept for document in documents if (kept := past.body(document.path)) and _still_holds(kept, document.path, links)}
    missing = [document for document in documents if document.path not in found]
    found |= zip((d.path for d in missing), on_all_cores(partial(_render, links), missing, WORTH_A_PROCESS), strict=True)
    for path, rendered in found.items():
        past.keep(path, rendered)
    return [found[document.path] for document in documents]


def _still_holds(rendered: Rendered, path: str, links: Links) -> bool:
    """Return whether every link of a body leads where it led when it was rendered."""
    return all(answer(links.resolve, path, written, is_picture) == target for written, is_picture, target in rendered.asked)


@lru_cache(maxsize=1)
def _renderer() -> Renderer:
    """Return the one renderer of this process."""
    return Renderer()


def _render(links: Links, document: Document) -> Rendered:
    return _renderer().render(document.header.body, partial(links.resolve, document.path))
