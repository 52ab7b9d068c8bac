"""The bodies of all documents as HTML; those that will not be shown are read too, for their problems."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from functools import partial

from plugins.content_types.links import Links
from plugins.content_types.markdown import Renderer
from plugins.model.problem import Problem
from plugins.model.schema import Document
from plugins.model.site import Link


@dataclass(frozen=True, slots=True)
class Bodies:
    """What became of the bodies."""

    html: dict[str, str] = field(default_factory=dict)
    """Safe HTML of each shown document, by path."""
    problems: list[Problem] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    """Links to pages of the site, to be checked once all pages are known."""


def render_bodies(documents: Iterable[Document], shown: Collection[str], links: Links, folder: str) -> Bodies:
    """Return the HTML of the shown documents and the problems of all; only what the shown ones use is noted in `links`."""
    renderer, bodies, aside = Renderer(), Bodies(), replace(links, used=set())
    for document in documents:
        path, header = document.path, document.header
        is_shown = path in shown
        rendered = renderer.render(header.body, partial((links if is_shown else aside).resolve, path))
        file, before = f"{folder}/{path}", header.body_line - 1
        bodies.problems.extend(Problem(file, before + f.line, "", f.wrong.what, f.wrong.instead, f.severity) for f in rendered.faults)
        if is_shown:
            bodies.html[path] = rendered.html
            bodies.links.extend(Link(file, before + line, address) for line, address in rendered.pages)
    return bodies
