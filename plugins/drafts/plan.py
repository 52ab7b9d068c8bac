"""Which drafts are written, where, and which are left because somebody has been there.

What was written is remembered by UID and digest. A file that still has that digest is ours, and follows its source; any other
is its writer's. A UID that is remembered and has no file any more was thrown away on purpose.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum

from msgspec import Struct

from plugins.drafts.draft import Draft, told
from plugins.drafts.names import Names, slug_of
from plugins.model.problem import Problem


class What(Enum):
    """What becomes of a draft; the words are those of the report."""

    NEW = "écrit"
    UPDATED = "mis à jour"
    SAME = "inchangé"
    EDITED = "retouché par quelqu'un, laissé"
    DELETED = "effacé par quelqu'un, pas repris"


class Present(Struct, frozen=True):
    """A text of the content that has the UID of a draft."""

    path: str
    """From the content folder."""
    digest: str


class Step(Struct, frozen=True):
    """One draft, and what becomes of it."""

    what: What
    path: str
    """From the content folder; empty where there is no file."""
    draft: Draft


def plan(drafts: Iterable[Draft], present: Mapping[str, Present], remembered: Mapping[str, str], names: Names) -> Iterator[Step]:
    """Yield what becomes of each draft."""
    for draft in drafts:
        there, known = present.get(draft.uid), remembered.get(draft.uid)
        if there is None and known is not None:
            yield Step(What.DELETED, "", draft)
        elif there is None:
            yield Step(What.NEW, names.new(draft.title, draft.day), draft)
        elif there.digest == draft.digest:
            yield Step(What.SAME, there.path, draft)
        else:
            yield Step(What.UPDATED if there.digest == known else What.EDITED, there.path, draft)


def alike(drafts: Iterable[Draft], present: Mapping[str, Present], names: Names) -> Iterator[Problem]:
    """Yield a word on each new draft whose title and day another text has: probably somebody wrote it by hand before."""
    for draft in drafts:
        if draft.uid not in present and draft.day in _days(draft.title, names):
            yield told(draft.source, "", f"Un autre texte a ce titre et ce jour ({draft.day:%d/%m/%Y}).", "Si c'est le même, effacez le brouillon.")


def _days(title: str, names: Names) -> Iterable[date]:
    return names.slugs.get(slug_of(title), ())


def behind(steps: Iterable[Step], remembered: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a word on each text that somebody has changed and whose source has changed as well."""
    for step in steps:
        if step.what is What.EDITED and remembered.get(step.draft.uid) not in {None, step.draft.digest}:
            yield told(step.draft.source, "", f"L'agenda d'origine a changé, et content/{step.path} a été retouché : il est laissé tel quel.",
                       "Comparez-les. Pour suivre l'agenda, effacez le texte et sa ligne dans content/evenements/.reprises.json.")  # fmt: skip


def after(steps: Iterable[Step], remembered: Mapping[str, str]) -> dict[str, str]:
    """Return what is to be remembered."""
    ours = {step.draft.uid: step.draft.digest for step in steps if step.what in {What.NEW, What.UPDATED, What.SAME}}
    return {**remembered, **ours}
