"""`inv newsletter.send`: what goes to whom is shown and asked first; the same command again goes on where it stopped."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from msgspec import Struct

from plugins.lock import BusyError, alone
from plugins.model.problem import Wrong
from plugins.model.text import plural
from plugins.newsletter.built import Built
from plugins.sending.campaign import Campaign, State
from plugins.sending.dispatch import End
from plugins.sending.journal import Journal
from plugins.sending.paper import write_all
from plugins.sending.sendable import sendable
from plugins.sending.sending import send
from plugins.sending.settings import Post, post
from plugins.sending.showing import bar
from plugins.sending.telling import outcome, plan, summary
from plugins.subscribers.fault import Fault
from plugins.subscribers.office import FAULT, GOOD, Office

FRESH = timedelta(hours=1)
"""How old the last reading of the mailbox may be: who has asked to leave must not get one more letter."""


class Wish(Struct, frozen=True):
    """What whoever typed the command said."""

    week: str = ""
    is_sure: bool = False
    """Nothing is asked."""
    again: bool = False
    """Send a letter that is out already, to those who came since."""
    ambiguous: bool = False
    """Send again to those of whom nobody knows whether they got it."""
    folder: str = ""
    """Write the messages there, and send nothing."""


def send_letter(office: Office, wish: Wish) -> int:
    """Send a letter to everybody, or go on with it; return the exit status."""
    letter = sendable(office.letters, wish.week)
    with office.store() as store:
        journal = Journal(store)
        town = post(office, journal.key)
        if wish.folder:
            return _on_paper(town, journal, letter, wish.folder)
        _check_mailbox(town, journal)
        try:
            with alone(Path(f"{office.path}.envoi")):
                _prepare(town, journal, letter, wish)
                return run(town, journal, letter.key)
        except BusyError:
            raise Fault("Un envoi est déjà en cours : laissez-le finir.") from None


def run(town: Post, journal: Journal, key: str) -> int:
    """Send what is left of a frozen campaign, tell how it ended, and return the exit status."""
    office = town.office
    with bar(office.console, journal, key, office) as watch:
        ended = send(journal, town.traces, key, town.way, watch)
    office.say(outcome(ended, key))
    counts = journal.counts(key)
    for line in summary(counts):
        office.say(line)
    if counts[State.AMBIGUOUS]:
        office.say(f"« inv newsletter.status -s {key} » nomme les incertains ; « inv newsletter.send -s {key} --incertains » leur renvoie la lettre.")
    return GOOD if ended.end in {End.DONE, End.PAUSED} and counts.adds_up else FAULT


def _prepare(town: Post, journal: Journal, letter: Built, wish: Wish) -> None:
    """Make the campaign ready to run, once somebody has agreed. Raise Wrong when it must not."""
    before = journal.campaign(letter.key)
    if before is None:
        _agree(town, letter, journal.audience(letter.key), wish)
        journal.freeze(Campaign(letter.key, letter.subject, letter.message, town.office.now()))
        return
    _check_same(before, letter)
    if before.state == "done":
        _once_more(town, journal, letter, wish)
    elif wish.ambiguous:
        _again_to_ambiguous(town, journal, letter, wish)
    else:
        _agree(town, letter, journal.counts(letter.key).waiting, wish)


def _check_same(before: Campaign, letter: Built) -> None:
    if before.state == "paused" and not before.why:
        raise Wrong(f"La lettre {letter.key} est en pause.", f"« inv newsletter.resume -s {letter.key} » reprend l'envoi.")
    if before.digest != letter.digest:
        raise Wrong(f"La lettre {letter.key} a changé depuis que son envoi a commencé.",
                    "Remettez le texte d'avant, ou corrigez dans une autre lettre : tous les lecteurs doivent recevoir la même.")  # fmt: skip


def _once_more(town: Post, journal: Journal, letter: Built, wish: Wish) -> None:
    """Make a letter that is out go to those who came since, or to the ambiguous. Raise Wrong without an explicit word."""
    if wish.ambiguous:
        _again_to_ambiguous(town, journal, letter, wish)
    elif not wish.again:
        raise Wrong(
            f"La lettre {letter.key} est déjà partie.", "Ajoutez « --encore » pour l'envoyer aux personnes inscrites depuis, et à elles seules."
        )
    elif not (count := journal.audience(letter.key)):
        raise Wrong(f"Tout le monde a déjà reçu la lettre {letter.key}.", "Personne ne s'est inscrit depuis.")
    else:
        _agree(town, letter, count, wish)
        journal.add_newcomers(letter.key)


def _again_to_ambiguous(town: Post, journal: Journal, letter: Built, wish: Wish) -> None:
    journal.recover(letter.key)
    count = journal.counts(letter.key)[State.AMBIGUOUS]
    if not count:
        raise Wrong(f"Personne n'est incertain pour la lettre {letter.key}.", "Il n'y a rien à renvoyer.")
    town.office.say(f"{plural(count, 'personne')} l'ont peut-être déjà reçue, et l'auraient alors deux fois.")
    _agree(town, letter, count, wish)
    journal.resend_ambiguous(letter.key)


def _agree(town: Post, letter: Built, count: int, wish: Wish) -> None:
    """Show what would go out and ask. Raise Wrong when the answer is no, or nobody is there to answer."""
    office = town.office
    for line in plan(letter, count, town.way.caps):
        office.say(line)
    if wish.is_sure:
        return
    if office.ask is None:
        raise Wrong("Personne n'est là pour confirmer.", "Ajoutez « --yes » si c'est voulu.")
    if office.ask("Envoyer ? (oui/non) ").strip().casefold() not in {"o", "oui"}:
        raise Wrong("Rien n'est envoyé.", "Répondez « oui » pour envoyer.")


def _check_mailbox(town: Post, journal: Journal) -> None:
    """Raise Wrong when somebody may have asked to leave and was not heard yet."""
    if town.sending.mailbox is None:
        return
    last = journal.processed()
    if last is None or not timedelta() <= town.office.now() - last <= FRESH:
        raise Wrong("La boîte aux lettres n'a pas été relevée depuis une heure : des désabonnements y attendent peut-être.",
                    "Lancez d'abord « inv subscribers.mailbox ».")  # fmt: skip


def _on_paper(town: Post, journal: Journal, letter: Built, folder: str) -> int:
    count = write_all(town, journal, letter, folder)
    town.office.say(f"{plural(count, 'message écrit', 'messages écrits')} dans « {folder} », avec les adresses. Rien n'est envoyé.")
    return GOOD
