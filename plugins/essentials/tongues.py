"""The six languages: French as the rest of the site says it, the five others by CLDR, read when the first of them speaks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from decimal import Decimal
from functools import cache, lru_cache

from plugins.essentials.glossaries import fr
from plugins.essentials.glossary import Glossary
from plugins.essentials.tongue import Part, Tongue
from plugins.model.dates import WEEKDAYS
from plugins.model.place import Venue
from plugins.model.place_words import at_place
from plugins.model.text import listed
from plugins.model.words import NBSP, date_words, day_words

_LOCALES = {"en": "en_GB"}
"""Where the language alone would mean another country's dates."""


def hour_in_full(hour: time) -> str:
    """Return `14 heures 30`, with no-break spaces."""
    return f"{hour.hour}{NBSP}heure{'s' if hour.hour > 1 else ''}" + (f"{NBSP}{hour.minute:02}" if hour.minute else "")


def euros_in_full(amount: Decimal) -> str:
    """Return `3 euros`, `2,50 euros`, `1 euro`."""
    said = f"{amount:.2f}".removesuffix(".00").replace(".", ",")
    return f"{said}{NBSP}euro" + ("s" if amount >= 2 else "")


def _at(venue: Venue) -> Part:
    """Return a venue with its preposition; a name with none that is known stands after a colon."""
    said = at_place(venue)
    is_bare = said == (venue.name or venue.address) and said[:1].isupper()
    return Part(f"à cet endroit{NBSP}: {said}" if is_bare else said)


FRENCH = Tongue(
    glossary=fr.GLOSSARY,
    day=day_words,
    short_day=lambda day: f"le {date_words(day)}",
    hour=hour_in_full,
    weekday=WEEKDAYS.__getitem__,
    euros=euros_in_full,
    listed=listed,
    plural=lambda _: "other",
    place=_at,
)
"""What is said of every event."""


@cache
def tongues() -> tuple[Tongue, ...]:
    """Return the five other languages, in the order in which they are offered."""
    from plugins.essentials.glossaries import ar, en, es, tr, uk

    return tuple(_by_cldr(one.GLOSSARY) for one in (en, ar, tr, uk, es))


def _by_cldr(glossary: Glossary) -> Tongue:
    """Return a language that says dates, hours, sums and lists as CLDR wants it; each day and hour is worked out once."""
    from babel import Locale, dates, lists, numbers

    locale = Locale.parse(_LOCALES.get(glossary.code, glossary.code))
    weekdays = locale.days["stand-alone"]["wide"]

    def euros(amount: Decimal) -> str:
        digits = 0 if amount == int(amount) else 2
        return numbers.format_currency(amount, "EUR", locale=locale, format_type="name", currency_digits=False, format=f"0.{'0' * digits}")

    def listed_there(words: Iterable[str]) -> str:
        return lists.format_list(list(words), locale=locale)

    return Tongue(
        glossary=glossary,
        day=lru_cache(2048)(lambda day: dates.format_date(day, glossary.day, locale)),
        short_day=lru_cache(2048)(lambda day: dates.format_date(day, glossary.short_day, locale)),
        hour=lru_cache(512)(lambda hour: dates.format_skeleton("Hm", hour, locale=locale)),
        weekday=lambda number: weekdays[number],
        euros=euros,
        listed=listed_there,
        plural=locale.plural_form,
        place=lambda venue: Part(venue.name or venue.address, is_french=True),
    )
