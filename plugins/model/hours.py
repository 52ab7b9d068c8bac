"""Several hours of one day: `à 10h et 15h`, `10h, 14h30 et 16h`."""

from __future__ import annotations

import re
from datetime import time

from plugins.model.dates import read_hour
from plugins.model.problem import Wrong

HOUR = r"(?:\d{1,2} ?(?:heures?|h|:)(?: ?\d{2}(?!\d| ?h| ?:\d))?|midi|minuit)(?!\w)"
"""One hour in a folded text; a regular expression without groups."""
_HOURS = re.compile(
    rf"(?:^|,? )(?:a |de |des )?{HOUR}"
    rf"(?:(?:, (?:et )?|,| et | puis )(?:a |de )?{HOUR})*"
    rf"(?P<end> ?(?:-|–|a|jusqu'a) ?{HOUR})?"
)


def take_hours(folded: str) -> tuple[str, tuple[time, ...]]:
    """Return a folded text without the hours written in it, and these hours in order. Raise Wrong when one of them is an end."""
    match = _HOURS.search(folded)
    if not match:
        return folded, ()
    said = match[0].strip(" ,")
    if match["end"]:
        raise Wrong(f"« {said.replace(' a ', ' à ')} » : ici on n'écrit que des heures de début.",
                    "Écrivez par exemple « à 10h et 15h », et la fin de la première avec la clé « fin » ou « duree ».")  # fmt: skip
    hours = {read_hour(hour) for hour in re.findall(HOUR, said)}
    return f"{folded[: match.start()]}{folded[match.end() :]}".strip(), tuple(sorted(hours))


def spelled(hour: time) -> str:
    """Return an hour as writers type it: `14h`, `14h30`."""
    return f"{hour.hour}h" + (f"{hour.minute:02}" if hour.minute else "")
