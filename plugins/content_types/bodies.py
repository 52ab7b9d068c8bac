"""The bodies of all texts as HTML; those that will not be shown are read too, for their problems."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from plugins.build.cores import on_all_cores
from plugins.build.lately import by_identity
from plugins.content_types.links import Links
from plugins.content_types.markdown import Rendered, Renderer, Target, answer
from plugins.content_types.memory import Folder, Kept, Memory, Rendereds
from plugins.model.problem import Problem
from plugins.model.shelf import Shelf
from plugins.model.site import Link

WORTH_A_PROCESS = 200
"""Bodies below which a second process costs more than it saves."""


@dataclass(frozen=True)
class Bodies:
    """What became of the bodies of one folder."""

    html: Mapping[str, str]
    """Safe HTML of each shown text, by path."""
    problems: tuple[Problem, ...]
    links: tuple[Link, ...]
    """Links to pages of the site, to be checked once all pages are known."""
    files: frozenset[str]
    """Paths of the files that shown texts lead to; only they are published."""


def render_bodies(folders: Mapping[str, Folder], links: Links, past: Memory) -> dict[str, Kept]:
    """Return each folder with its bodies, rendered before or now; the very same where none was rendered now."""
    is_same = links == past.links
    same = {name: past.kept(name) for name, folder in folders.items() if is_same and past.kept(name).folder is folder}
    known: dict[str, tuple[str, Rendered]] = {}
    for name in folders.keys() - same.keys():
        known |= _known(folders[name], past.kept(name), None if is_same else links)
    tasks = [(path, text.body) for name, folder in folders.items() if name not in same for path, text in folder.texts.items() if path not in known]
    for (path, body), rendered in zip(tasks, on_all_cores(partial(_render, links), tasks, WORTH_A_PROCESS), strict=True):
        known[path] = (body, rendered)
    return {name: same.get(name) or _kept(past.kept(name), folder, known) for name, folder in folders.items()}


def _known(folder: Folder, before: Kept, links: Links | None) -> Rendereds:
    """Return the bodies that were rendered before from the same Markdown; given other links than before, those that lead where they led."""
    both = [(path, text, before.bodies[path]) for path, text in folder.texts.items() if path in before.bodies]
    return {path: body for path, text, body in both if body[0] == text.body and (links is None or _leads(body[1], path, links))}


def _leads(body: Rendered, path: str, links: Links) -> bool:
    """Return whether every link of a body leads where it led."""
    return all(answer(links.resolve, path, written, is_picture) == target for written, is_picture, target in body.asked)


def _kept(before: Kept, folder: Folder, bodies: Rendereds) -> Kept:
    """Return a folder with its bodies, the very same as before where it has the very same things."""
    if before.folder is folder and all(bodies[path] is body for path, body in before.bodies.items()):
        return before
    return Kept(folder, {path: bodies[path] for path in folder.texts})


@by_identity()
def gathered(kept: Kept, shelf: Shelf, content: str) -> Bodies:
    """Return what is to be told of the bodies of a folder, named from the content folder, and what those that are shown lead to."""
    shown = {path: kept.bodies[path][1] for path in shelf.addresses}
    before = {path: text.body_line - 1 for path, text in kept.folder.texts.items()}
    return Bodies(
        html={path: body.html for path, body in shown.items()},
        problems=tuple(
            Problem(f"{content}/{path}", before[path] + f.line, "", f.wrong.what, f.wrong.instead, f.severity)
            for path, (_, body) in kept.bodies.items()
            for f in body.faults
        ),
        links=tuple(Link(f"{content}/{path}", before[path] + line, address) for path, body in shown.items() for line, address in body.pages),
        files=frozenset(
            target.file for body in shown.values() for _, _, target in body.asked if isinstance(target, Target) and target.file
        ),
    )  # fmt: skip


@lru_cache(maxsize=1)
def _renderer() -> Renderer:
    """Return the one renderer of this process."""
    return Renderer()


def _render(links: Links, task: tuple[str, str]) -> Rendered:
    path, body = task
    return _renderer().render(body, partial(links.resolve, path))
