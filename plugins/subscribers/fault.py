"""What stops a command outside the content and outside its use (exit status 3)."""

from __future__ import annotations


class Fault(RuntimeError):
    """A disk, a network or a server that does not do its part: one French sentence for whoever sees to it."""


class StoreError(Fault):
    """The file of subscribers cannot be used."""
