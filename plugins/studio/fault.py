"""What stops the studio and is not the fault of the file it was given."""

from __future__ import annotations

from plugins.model.problem import Wrong


class Fault(Wrong):
    """Something around us: a program that is missing, a disk that is full."""


def disk_full() -> Fault:
    """Return what is said when the disk is full."""
    return Fault("Le disque est plein.", "Faites de la place, puis relancez la même commande.")
