"""The bodies of all texts as HTML; those that will not be shown are read too, for their problems."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial

from plugins.build.cores import on_all_cores
from plugins.content_types.links import Links
from plugins.content_types.markdown import Rendered, Renderer, Target, answer
from plugins.content_types.memory import Memory, Rendereds, Text
from plugins.model.problem import Problem
from plugins.model.site import Link

WORTH_A_PROCESS = 200
"""Bodies below which a second process costs more than it saves."""


@dataclass(frozen=True)
class Bodies:
    """What became of the bodies."""

    html: dict[str, str] = field(default_factory=dict)
    """Safe HTML of each shown text, by path."""
    problems: list[Problem] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    """Links to pages of the site, to be checked once all pages are known."""
    files: set[str] = field(default_factory=set)
    """Paths of the files that shown texts lead to; only they are published."""
    rendered: Rendereds = field(default_factory=dict)
    """For the next reading."""


def render_bodies(texts: Mapping[str, Text], shown: Collection[str], links: Links, folder: str, past: Memory) -> Bodies:
    """Return the HTML of the shown texts, and the problems of all."""
    rendered = _rendered(texts, links, past)
    bodies = Bodies({path: body.html for path, (_, body) in rendered.items() if path in shown}, rendered=rendered)
    for path, (_, body) in rendered.items():
        if body.faults or body.asked:
            _gather(bodies, body, f"{folder}/{path}", texts[path].body_line - 1, is_shown=path in shown)
    return bodies


def _gather(bodies: Bodies, body: Rendered, file: str, before: int, *, is_shown: bool) -> None:
    """Add what is to be told of a body, and what a shown one leads to."""
    bodies.problems.extend(Problem(file, before + f.line, "", f.wrong.what, f.wrong.instead, f.severity) for f in body.faults)
    if is_shown:
        bodies.links.extend(Link(file, before + line, address) for line, address in body.pages)
        bodies.files.update(target.file for _, _, target in body.asked if isinstance(target, Target) and target.file)


def _rendered(texts: Mapping[str, Text], links: Links, past: Memory) -> Rendereds:
    """Return each body, rendered before or now."""
    is_same = links == past.links
    found = {path: kept for path, kept in past.bodies.items() if path in texts}
    new = [path for path, text in texts.items() if text is not past.texts.get(path)] if is_same else texts
    tasks = [(path, texts[path].body) for path in new if not _holds(texts[path], path, links, found)]
    for (path, body), rendered in zip(tasks, on_all_cores(partial(_render, links), tasks, WORTH_A_PROCESS), strict=True):
        found[path] = (body, rendered)
    return found


def _holds(text: Text, path: str, links: Links, found: Rendereds) -> bool:
    """Return whether a body was rendered before from the same Markdown, and every link of it leads where it led."""
    source, rendered = found.get(path, (None, None))
    return source == text.body and rendered is not None and all(
        answer(links.resolve, path, written, is_picture) == target for written, is_picture, target in rendered.asked
    )  # fmt: skip


@lru_cache(maxsize=1)
def _renderer() -> Renderer:
    """Return the one renderer of this process."""
    return Renderer()


def _render(links: Links, task: tuple[str, str]) -> Rendered:
    path, body = task
    return _renderer().render(body, partial(links.resolve, path))
