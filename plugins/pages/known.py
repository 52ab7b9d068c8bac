"""What one build finds out about the templates and leaves for the next."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from msgspec import Struct, field

from plugins.build.past import Past
from plugins.model.site import Identity

MEMORY = "gabarits"
"""What the build calls this."""
Names = tuple[str | None, ...]
"""Names of the templates that one takes in; None stands for a name that is only known when a page is made."""


class Known(Struct):
    """What was found out about templates; nothing in it is used for another source than it was found in."""

    around: bytes = b""
    """Fingerprint of what stands around all of them: the settings and filters with which they are compiled."""
    names: dict[str, tuple[str, Names]] = field(default_factory=dict)
    """By template: checksum of its source, and what it takes in."""
    code: dict[str, bytes] = field(default_factory=dict)
    """By Jinja's key of a template: its compiled source, with the checksum of that."""


def known_templates(past: Past, identity: Identity, settings: Mapping[str, Any]) -> Known:
    """Return what an earlier build found out under the same settings, to which this one adds; with some that cannot be compared, nothing is kept.

    Jinja works out at once what it can: `'/agenda/'|url` is compiled as the address, so what a filter knows counts as a setting.
    """
    jinja = {name: value for name, value in settings.items() if name.startswith("JINJA_")}
    try:
        around = past.prints.of((identity.url, jinja))
    except TypeError:
        return Known()
    known = past.recall(MEMORY, Known)
    if known.around != around:
        known = _of_this_process(around)
    past.remember(MEMORY, known)
    return known


@lru_cache(maxsize=1)
def _of_this_process(around: bytes) -> Known:
    """Return what this process itself has found out, for a preview whose first runs end with errors and leave nothing."""
    return Known(around)
