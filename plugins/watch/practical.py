"""What people must know before they come: what it costs, and whether they can get in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from plugins.model.event import PRICE
from plugins.model.place import ACCESS, Venue
from plugins.model.problem import Problem
from plugins.model.text import plural
from plugins.watch.coming import Coming, doubt

_ENTER = "Écrivez par exemple « acces: fauteuil », ou ce qui gêne : « acces: trois marches à l'entrée »"


def missing_prices(found: Iterable[Coming], folder: str) -> Iterator[Problem]:
    """Yield a problem for each coming event without a price: who counts each euro stays at home."""
    for one in found:
        if not one.event.prices:
            what = "On ne sait pas ce que cela coûte."
            yield doubt(f"{folder}/{one.event.path}", PRICE.name, what, "Ajoutez « tarif: gratuit », « tarif: prix libre » ou le prix.")


def missing_access(found: Iterable[Coming], houses: Mapping[str, str], folder: str) -> Iterator[Problem]:
    """Yield a problem for each place of coming events of which nothing says how one gets in, and for each such event without a known place.

    A known place is told of once, whatever takes place there; `houses` gives the paths of those that are houses.
    """
    places: Counter[str] = Counter()
    for one in found:
        for venue in dict.fromkeys(date.venue for date in one.dates):
            if one.event.access or (venue and venue.access):
                continue
            if venue and venue.key:
                places[_file(venue, houses)] += 1
            else:
                yield doubt(f"{folder}/{one.event.path}", ACCESS.name, "On ne sait pas comment on entre.", f"{_ENTER}.")
    for path, count in places.items():
        what = f"On ne sait pas comment on entre ici, et il y vient {plural(count, 'événement')}."
        yield doubt(f"{folder}/{path}", ACCESS.name, what, f"{_ENTER}.")


def _file(venue: Venue, houses: Mapping[str, str]) -> str:
    return houses.get(venue.key, f"lieux/{venue.key}.md")
