"""What a letter must say whatever it tells, and how a broken rule is told."""

from __future__ import annotations

from msgspec import Struct

from plugins.model.problem import Problem, Severity

OURS = "Ce n'est pas dans votre texte : c'est un défaut du générateur, à signaler à qui s'occupe du site."
"""What to do when no writer can mend it."""


class Facts(Struct, frozen=True):
    """Whose letter it is."""

    file: str
    """The letter's file, as problems name it."""
    url: str
    """Public address of the site, no final slash."""
    online: str
    """Whole address of the letter's page, without the campaign."""
    tag: str
    """The campaign as links carry it: `campagne=2026-s48`."""
    leave: str
    """Mail address to write to in order to leave."""
    postal: str
    """Postal address, one line; empty: the town gives none."""
    reason: str
    """Why one gets the letter."""


class Broken(Struct, frozen=True):
    """One rule that a letter breaks."""

    rule: str
    """Its French name."""
    what: str
    """One French sentence."""
    instead: str = OURS
    """What its writer can do about it."""
    key: str = ""
    """Key of the letter's header; empty when none is meant."""
    severity: Severity = Severity.ERROR

    def told(self, facts: Facts) -> Problem:
        """Return the problem of the letter's file."""
        return Problem(facts.file, 0, self.key, f"Règle « {self.rule} » : {self.what}", self.instead, self.severity)
