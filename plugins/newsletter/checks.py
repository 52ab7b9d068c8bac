"""What the rules ask of one of our letters."""

from __future__ import annotations

from plugins.model.site import Identity, LetterHead
from plugins.newsletter.composition import Composition
from plugins.newsletter.links import CAMPAIGN
from plugins.newsletter.lint.facts import Facts
from plugins.newsletter.names import FOLDER


def facts(composition: Composition, identity: Identity, head: LetterHead) -> Facts:
    """Return what a letter must say whatever it tells."""
    letter = composition.letter
    return Facts(
        file=f"{FOLDER}/{letter.path}",
        url=identity.url,
        online=identity.absolute(letter.address),
        tag=f"{CAMPAIGN}={letter.key}",
        leave=head.leave,
        postal=identity.postal,
        reason=head.reason,
    )
