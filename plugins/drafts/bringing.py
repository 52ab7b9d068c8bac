"""`inv new --from`: events of other agendas become drafts, as often as one likes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import track

from plugins.build.report import print_problems, say
from plugins.build.run import BAD_CONTENT, GOOD
from plugins.content_types.config import Config
from plugins.content_types.reading import Reading, read
from plugins.drafts.compose import Result, compose
from plugins.drafts.context import Context
from plugins.drafts.disk import MEMORY, files, read_file, read_text, remember, remembered, write_text
from plugins.drafts.draft import Draft, digest, told
from plugins.drafts.names import Names
from plugins.drafts.plan import Present, Step, What, after, alike, behind, plan
from plugins.drafts.sources import KINDS, Job, kind, read_source
from plugins.model.event import UID, Event
from plugins.model.header import read_header
from plugins.model.library import KNOWN_KEYS
from plugins.model.problem import Problem, Severity, Wrong
from plugins.model.text import capital, plural

T = TypeVar("T")
_WRITTEN = {What.NEW, What.UPDATED}
_MANY = 50
"""Events from which on one wants to see how far it is."""


def bring_in(path: Path, config: Config, console: Console) -> int:
    """Bring in a file, or the files of a folder, and return the exit status: 1 when something could not be taken at all."""
    reading = read(config)
    assert reading.memory.town is not None
    context = Context(reading.memory.town, config.today)
    jobs, problems = _jobs(path, context)
    results = [compose(job(), context.town) for job in _tracked(jobs, "Lecture", console)]
    drafts, doubles = _once(results)
    known = remembered(config.content)
    present, names = _there(reading, config.content, drafts)
    problems += alike(drafts, present, names)
    steps = list(plan(drafts, present, known, names))
    _write(steps, known, config.content, console)
    problems += [*doubles, *_news(results, steps), *behind(steps, known)]
    print_problems(problems, console)
    _summary(steps, console)
    return BAD_CONTENT if any(problem.is_error for problem in problems) else GOOD


def _jobs(path: Path, context: Context) -> tuple[list[Job], list[Problem]]:
    """Return the events of all files, and what is to be said of these; one that cannot be read does not harm the others."""
    jobs: list[Job] = []
    problems: list[Problem] = []
    for file in files(path):
        name = file.relative_to(path).as_posix() if file != path else file.name
        try:
            source = read_source(name, read_file(file), context)
        except Wrong as wrong:
            problems.append(told(name, "", wrong.what, wrong.instead, Severity.WARNING if kind(name) not in KINDS else Severity.ERROR))
        else:
            jobs += source.jobs
            problems += source.problems
    return jobs, problems


def _tracked(things: list[T], words: str, console: Console) -> Iterable[T]:
    if len(things) < _MANY or not console.is_terminal:
        return things
    return track(things, f"{words}…", console=console, transient=True)


def _once(results: Iterable[Result]) -> tuple[list[Draft], list[Problem]]:
    """Return the drafts, one for each UID, and a word on those that come twice: an event may be in several agendas."""
    drafts = [result.draft for result in results if result.draft]
    found = {draft.uid: draft for draft in reversed(drafts)}
    doubles = [(draft, other) for draft in drafts if (other := found[draft.uid]) is not draft]
    return [draft for draft in drafts if found[draft.uid] is draft], [
        told(draft.source, "UID", f"Cet événement est aussi dans « {other.source} » : il est repris une fois.", "Rien à faire.")
        for draft, other in doubles
    ]


def _there(reading: Reading, content: Path, drafts: Iterable[Draft]) -> tuple[Mapping[str, Present], Names]:
    """Return the texts that have the UID of a draft, and the names that are taken."""
    wanted = {draft.uid for draft in drafts}
    names = Names()
    present: dict[str, Present] = {}
    for path, text in reading.memory.texts.items():
        names.paths.add(path.casefold())
        if isinstance(text.item, Event):
            names.take(path, text.item.slug, text.item.first.day)
        if path.startswith("evenements/") and (uid := _uid(text.item, content, path)) in wanted:
            present[uid] = Present(path, digest(read_text(content, path)))
    return present, names


def _uid(item: object, content: Path, path: str) -> str:
    """Return the UID of an event's text; one that has an error, which somebody is at work on, still has its own."""
    if isinstance(item, Event):
        return item.uid
    fields = read_header(read_text(content, path), KNOWN_KEYS).fields
    return next((field.value for field in fields if field.key == UID.name), "")


def _write(steps: Iterable[Step], known: Mapping[str, str], content: Path, console: Console) -> None:
    """Write the drafts, then what is remembered of them: a draft that is not remembered yet is known again by its bytes, so a kill harms nothing."""
    done: list[Step] = []
    try:
        for step in _tracked(list(steps), "Écriture", console):
            if step.what in _WRITTEN:
                write_text(content, step.path, step.draft.text)
            done.append(step)
    finally:
        remember(content, after(done, known))


def _news(results: Iterable[Result], steps: Iterable[Step]) -> Iterator[Problem]:
    """Yield what is to be said of the events; nothing is said again of one that stays as it is."""
    old = {step.draft.uid for step in steps if step.what not in _WRITTEN}
    for result in results:
        if result.draft is None or result.draft.uid not in old:
            yield from result.problems


def _summary(steps: list[Step], console: Console) -> None:
    counts = Counter(step.what for step in steps)
    for what in What:
        if counts[what]:
            say(console, f"{capital(what.value)} : {plural(counts[what], 'événement')}.")
    written = [step for step in steps if step.what in _WRITTEN]
    if counts[What.DELETED]:
        say(console, f"  Pour reprendre un événement effacé, retirez sa ligne de content/{MEMORY}.")
    for step in written[:_MANY]:
        say(console, f"  content/{step.path}")
    if len(written) > _MANY:
        say(console, f"  … et {plural(len(written) - _MANY, 'autre')}.")
    if written:
        say(console, "Regardez-les avec « inv serve ». Pour publier un brouillon, effacez sa ligne « statut: brouillon ».")
    elif not steps:
        say(console, "Rien à reprendre.")
