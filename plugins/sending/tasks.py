"""`inv newsletter.test`, `send`, `status`, `pause`, `resume`: what one types, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

if TYPE_CHECKING:  # what a command needs is loaded when it runs: every other one shows this list too
    from plugins.subscribers.office import Office

ROOT = Path(__file__).parents[2]
_WEEK = "La lettre, par exemple 2026-s49 ; la dernière si rien n'est dit."
_YES = "Ne demande rien, pour une machine."


def _do(do: Callable[[Office], int]) -> None:
    from plugins.subscribers.office import at_office

    if status := at_office(ROOT, do):
        raise Exit(code=status)


@task(name="test", positional=["addresses"], help={"addresses": "Une adresse, ou plusieurs séparées par des virgules.", "semaine": _WEEK})
def newsletter_test(_: Context, addresses: str, semaine: str = "") -> None:
    """Envoie la lettre à quelques personnes, marquée comme essai, avant de l'envoyer à tout le monde."""
    from plugins.sending.trying import try_letter

    _do(lambda office: try_letter(office, addresses.replace(",", " ").split(), semaine))


@task(
    name="send",
    help={
        "semaine": _WEEK,
        "yes": _YES,
        "encore": "Envoie une lettre déjà partie aux personnes inscrites depuis.",
        "incertains": "Renvoie la lettre à ceux dont personne ne sait s'ils l'ont reçue.",
        "dry_run": "Un dossier où écrire tous les messages, sans rien envoyer.",
    },
)
def newsletter_send(  # one argument an option
    _: Context, semaine: str = "", yes: bool = False, encore: bool = False, incertains: bool = False, dry_run: str = ""
) -> None:
    """Envoie la lettre à tout le monde, ou reprend un envoi interrompu, sans perdre ni répéter personne."""
    from plugins.sending.command import Wish, send_letter

    _do(lambda office: send_letter(office, Wish(semaine, yes, encore, incertains, dry_run)))


@task(name="status", help={"semaine": _WEEK, "log": "Le journal du serveur web, pour compter les pages ouvertes depuis la lettre."})
def newsletter_status(_: Context, semaine: str = "", log: str = "") -> None:
    """Dit qui a reçu la lettre, qui non et pourquoi, et ce qui s'est passé depuis."""
    from plugins.sending.status import tell_status

    _do(lambda office: tell_status(office, semaine, log))


@task(name="pause", help={"semaine": _WEEK})
def newsletter_pause(_: Context, semaine: str = "") -> None:
    """Arrête un envoi, même lancé ailleurs, jusqu'à « inv newsletter.resume »."""
    from plugins.sending.pausing import pause

    _do(lambda office: pause(office, semaine))


@task(name="resume", help={"semaine": _WEEK, "yes": _YES})
def newsletter_resume(_: Context, semaine: str = "", yes: bool = False) -> None:
    """Reprend un envoi mis en pause."""
    from plugins.sending.pausing import resume

    _do(lambda office: resume(office, semaine, is_sure=yes))
