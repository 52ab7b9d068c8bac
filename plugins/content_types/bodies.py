"""The bodies of all texts as HTML; those that will not be shown are read too, for their problems."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache, partial

from msgspec import Struct

from plugins.build.cores import on_all_cores
from plugins.build.lately import by_identity
from plugins.content_types.links import Links
from plugins.content_types.markdown import Answer, Rendered, Renderer, Target, answer
from plugins.content_types.memory import Folder, Kept, Memory, Rendereds
from plugins.model.problem import Problem
from plugins.model.shelf import Shelf
from plugins.model.site import Link

WORTH_A_PROCESS = 200
"""Bodies below which a second process costs more than it saves."""


class Bodies(Struct, frozen=True):
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
    known = {name: _known(folder, past.kept(name), links, is_same=is_same) for name, folder in folders.items()}
    lacking = [kept for kept in known.values() if not _is_full(kept)]
    tasks = [(path, text.body) for kept in lacking for path, text in kept.folder.texts.items() if path not in kept.bodies]
    rendered = on_all_cores(partial(_render, links), tasks, WORTH_A_PROCESS)
    new = {path: (body, made) for (path, body), made in zip(tasks, rendered, strict=True)}
    return {name: _filled(kept, new) for name, kept in known.items()}


def _known(folder: Folder, before: Kept, links: Links, *, is_same: bool) -> Kept:
    """Return a folder with those bodies that were rendered from the same Markdown and lead where they led; the very same where all did."""
    leads = is_same or _leads(_asked(before), links)
    if leads and folder is before.folder:
        return before
    both = [(path, text, before.bodies[path]) for path, text in folder.texts.items() if path in before.bodies]
    return Kept(folder, {path: body for path, text, body in both if body[0] == text.body and (leads or _leads(_asked_in(path, body[1]), links))})


def _is_full(kept: Kept) -> bool:
    return len(kept.bodies) == len(kept.folder.texts)


def _filled(kept: Kept, new: Rendereds) -> Kept:
    return kept if _is_full(kept) else Kept(kept.folder, {path: kept.bodies.get(path) or new[path] for path in kept.folder.texts})


Asked = Mapping[tuple[str, bool], tuple[str, Answer]]
"""Links as written, and whether a picture is meant: the path of a text that has it, and where it led."""


@by_identity()
def _asked(kept: Kept) -> Asked:
    """Return where the links of a folder led: one that is written alike leads to the same from all of its texts."""
    return {link: found for path, (_, body) in kept.bodies.items() for link, found in _asked_in(path, body).items()}


def _asked_in(path: str, body: Rendered) -> Asked:
    return {(written, is_picture): (path, target) for written, is_picture, target in body.asked}


def _leads(asked: Asked, links: Links) -> bool:
    """Return whether every link leads where it led."""
    return all(answer(links.resolve, path, written, is_picture) == target for (written, is_picture), (path, target) in asked.items())


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
