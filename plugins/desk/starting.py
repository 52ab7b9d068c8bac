"""`inv newsletter.new`: a draft of the next letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rich.console import Console

from plugins.build.report import say
from plugins.desk.contents import lines
from plugins.desk.opening import Desk, ended, open_desk
from plugins.desk.proposal import BODY, Proposal, bare_letter, propose
from plugins.desk.weeks import next_week
from plugins.drafts import blank
from plugins.drafts.disk import is_taken, write_text
from plugins.drafts.draft import one_line, written
from plugins.model.letter import FEATURED, PLACEHOLDER, PREHEADER, SUBJECT, WEEK, Week
from plugins.model.library import TYPES
from plugins.model.words import day_words
from plugins.newsletter.compose import compose
from plugins.newsletter.composition import Weekly


def start(settings: Mapping[str, Any], console: Console) -> int:
    """Write the draft of the next letter, say what it will show and what to do next; return the exit status."""
    return ended(console, lambda: _start(open_desk(settings), console))


def _start(desk: Desk, console: Console) -> None:
    letter = bare_letter(next_week(desk.config.today, _taken(desk)))
    composition = compose(desk.site, letter)
    assert isinstance(composition, Weekly)
    proposal = propose(composition)
    write_text(desk.config.content, letter.path, text_of(letter.week, proposal))
    for line in _told(desk, composition, proposal):
        say(console, line)


def _taken(desk: Desk) -> Callable[[Week], bool]:
    """Return what tells whether a week has its letter: one that was read, or a file that could not be."""
    weeks = {letter.week for letter in desk.site.letters if letter.number is None}
    return lambda week: week in weeks or is_taken(desk.config.content, bare_letter(week).path)


def text_of(week: Week, proposal: Proposal) -> str:
    """Return the file of a draft that starts from a proposal."""
    answers = {
        WEEK.name: week.key,
        SUBJECT.name: one_line(proposal.subject),
        PREHEADER.name: one_line(proposal.preheader),
        FEATURED.name: ", ".join(proposal.featured),
    }
    type_ = next(type_ for type_ in TYPES if type_.folder == "lettres")
    return written(blank.fields(type_, answers, uid=""), BODY)


def _told(desk: Desk, composition: Weekly, proposal: Proposal) -> Iterator[str]:
    """Yield what was written, what the letter will show, and what to do next."""
    letter = composition.letter
    yield f"Écrit, en brouillon : {desk.folder}/{letter.path}"
    yield f"La lettre du {day_words(letter.day)} montrera, d'après ce qui est écrit aujourd'hui :"
    yield from lines(composition)
    if any(problem.is_error for problem in desk.reading.problems):
        yield "Le contenu a des erreurs : il manque peut-être des rendez-vous. « inv check » les dit toutes."
    yield "À vous :"
    yield f"  1. Ouvrez ce fichier, et écrivez votre mot à la place de « {PLACEHOLDER} »."
    yield f"  2. Changez l'objet, l'accroche (40 à 90 signes){' et ce qui est à la une' if proposal.featured else ''} : ce sont des propositions."
    yield f"  3. Regardez-la : « inv newsletter.preview -s {letter.key} »."
    yield "  4. Quand elle est prête, effacez sa ligne « statut: brouillon »."
