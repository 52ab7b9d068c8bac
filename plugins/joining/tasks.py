"""`inv subscribers.mailbox`: what one types, and nothing else."""

from __future__ import annotations

from pathlib import Path

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

ROOT = Path(__file__).parents[2]


@task
def mailbox(_: Context) -> None:
    """Relève la boîte aux lettres : inscriptions, départs, retours ; range chaque message, n'en efface aucun."""
    from plugins.joining.command import process_mailbox
    from plugins.subscribers.office import at_office

    if status := at_office(ROOT, process_mailbox):
        raise Exit(code=status)
