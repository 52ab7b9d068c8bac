"""All that `inv check` asks about."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.model.problem import Problem
from plugins.model.site import Site
from plugins.model.town import Town
from plugins.watch.calendar import ending_series, late_deadlines, on_public_holidays
from plugins.watch.coming import coming
from plugins.watch.houses import quiet_houses
from plugins.watch.practical import missing_access, missing_prices
from plugins.watch.put_off import put_off
from plugins.watch.rooms import double_bookings


def doubts(site: Site, town: Town) -> Iterator[Problem]:
    """Yield a warning for each thing in the content that its writers should look at again before people come in vain."""
    folder = town.folder
    found = tuple(coming(site.events, site.today))
    houses = {house.key: house.path for house in site.houses}
    yield from double_bookings(found, houses, folder)
    yield from quiet_houses(site, folder)
    yield from missing_prices(found, folder)
    yield from missing_access(found, houses, folder)
    yield from late_deadlines(found, folder)
    yield from ending_series(found, site.today, folder)
    yield from put_off(found, folder)
    yield from on_public_holidays(found, town.off.public, folder)
