"""`inv subscribers.*`, and `inv newsletter.handover`: what one types, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from invoke.collection import Collection
from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

if TYPE_CHECKING:  # what a command needs is loaded when it runs: every other one shows this list too
    from plugins.subscribers.office import Office


ROOT = Path(__file__).parents[2]
_CONSENT = {
    "source": "D'où vient l'accord, par exemple « fiches d'adhésion ».",
    "date": "Le jour de l'accord, par exemple 15/09/2026.",
    "texte": "Le texte accepté, ou sa version, s'il est connu.",
}


def _do(do: Callable[[Office], int]) -> None:
    from plugins.subscribers.office import at_office

    if status := at_office(ROOT, do):
        raise Exit(code=status)


@task(name="import", positional=["file"], help={"file": "Le tableau (CSV ou ODS), une adresse par ligne.", **_CONSENT})
def bring_in(_: Context, file: str, source: str = "", date: str = "", texte: str = "") -> None:
    """Ajoute les adresses d'un tableau, toutes ou aucune, et dit ce qu'il est advenu de chaque ligne."""
    from plugins.subscribers import importing

    _do(lambda office: importing.bring_in(office, file, source, date, texte))


@task(positional=["address"], help={"address": "Son adresse.", **_CONSENT})
def add(_: Context, address: str, source: str = "", date: str = "", texte: str = "") -> None:
    """Ajoute une personne qui l'a demandé sur papier ou de vive voix."""
    from plugins.subscribers import commands

    _do(lambda office: commands.add(office, address, source, date, texte))


@task(positional=["address"])
def remove(_: Context, address: str) -> None:
    """Désabonne une personne qui l'a demandé à l'équipe."""
    from plugins.subscribers import commands

    _do(lambda office: commands.remove(office, address))


@task(positional=["address"])
def erase(_: Context, address: str) -> None:
    """Efface tout ce qui est connu d'une personne ; aucune liste ne la ramènera."""
    from plugins.subscribers import commands

    _do(lambda office: commands.erase_one(office, address))


@task(positional=["address"])
def export(_: Context, address: str) -> None:
    """Montre tout ce qui est connu d'une personne, en français puis en JSON, pour le lui donner."""
    from plugins.subscribers import commands

    _do(lambda office: commands.export(office, address))


@task(positional=["address"])
def history(_: Context, address: str) -> None:
    """Montre ce qui s'est passé pour une personne."""
    from plugins.subscribers import commands

    _do(lambda office: commands.history(office, address))


@task
def count(_: Context) -> None:
    """Dit combien de personnes reçoivent la lettre, attendent, sont parties."""
    from plugins.subscribers import commands

    _do(commands.count)


@task(name="list", help={"csv": "Un fichier, dans « prive/ » ou hors du projet ; sans lui, la liste se montre ici."})
def list_all(_: Context, csv: str = "") -> None:
    """Montre toutes les adresses, avec leur état."""
    from plugins.subscribers import commands

    _do(lambda office: commands.listing(office, csv))


@task(positional=["file"], help={"file": "Le fichier à écrire, dans « prive/ » ou hors du projet."})
def backup(_: Context, file: str) -> None:
    """Sauvegarde la base dans un fichier, même pendant un envoi."""
    from plugins.subscribers import keeping

    _do(lambda office: keeping.backup(office, file))


@task
def restored(_: Context) -> None:
    """Reprend une base remise depuis une sauvegarde, sans rien envoyer deux fois, et dit ce qu'il faut refaire."""
    from plugins.subscribers import keeping

    _do(keeping.restored)


@task(
    help={
        "semaine": "La lettre, par exemple 2026-s49 ; la dernière construite si rien n'est dit.",
        "listmonk": "L'adresse de listmonk, par exemple https://listes.exemple.fr.",
        "liste": "Le numéro de la liste dans listmonk.",
        "annonce": "L'adresse d'une liste d'annonce (Sympa, Mailman 3).",
        "oui": "Ne demande rien.",
        "encore": "Poste de nouveau une lettre dont personne ne sait si elle est partie.",
    },
)
def handover(  # noqa: PLR0913, PLR0917  # one argument an option
    _: Context, semaine: str = "", listmonk: str = "", liste: int = 0, annonce: str = "", oui: bool = False, encore: bool = False
) -> None:
    """Remet la lettre à listmonk, ou la poste une fois à une liste d'annonce : c'est l'autre qui l'envoie."""
    from plugins.subscribers.handover.command import Wish, hand_over

    _do(lambda office: hand_over(office, Wish(semaine, listmonk, liste, annonce, oui, encore)))


subscribers = Collection("subscribers", bring_in, add, remove, erase, export, history, count, list_all, backup, restored)
