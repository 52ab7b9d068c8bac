"""The text of a letter that carries an issue of the magazine, between its editorial and its foot."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.model.site import Identity
from plugins.newsletter import wording
from plugins.newsletter.composition import Carrier, Excerpt
from plugins.newsletter.plain import section, wrapped


def blocks(it: Carrier, identity: Identity) -> Iterator[str]:
    """Yield the blocks of text, between which an empty line goes: the issue, its contents, its first lines."""
    yield section(wording.issue_name(it.issue, identity))
    yield "\n".join([*(wrapped(line) for line in (it.issue.title, it.issue.summary) if line), it.links.page(it.issue.address)])
    if it.opening:
        yield wrapped(it.opening)
    if it.excerpts:
        yield section(wording.CONTENTS)
        yield "\n".join(wrapped(_entry(excerpt), "- ", "  ") for excerpt in it.excerpts)
        yield section(wording.OPENINGS)
    for excerpt in it.excerpts:
        lines = (excerpt.article.title, wording.authors(excerpt.article), excerpt.opening or excerpt.article.summary)
        yield "\n".join([*(wrapped(line) for line in lines if line), it.links.page(excerpt.article.address)])
    if it.issue.pdf:
        yield f"{wording.PRINTED} :\n{it.links.file(it.issue.pdf.address)}"


def _entry(excerpt: Excerpt) -> str:
    return wording.DOT.join(part for part in (excerpt.article.title, wording.authors(excerpt.article)) if part)
