"""How far a site follows the RGAA, the French rules of accessibility, and who says so."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

from msgspec import Struct

from plugins.model.kinds import DATE, LINE, PERCENT
from plugins.model.problem import Wrong
from plugins.model.schema import Key, Sheet

ADDRESS = "/accessibilite/"
"""Of the statement: the page that tells it, in every town."""
VALID = 3
"""Years for which a review counts: a statement is made anew within that time (decree 2019-768, RGAA « Obligations »)."""

REVIEW_DAY = Key(
    "audit-du", DATE, "Page « accessibilite » seulement : le jour où une personne a fini de contrôler le site selon le RGAA.", "12/01/2027"
)
RATE = Key("conformite", PERCENT, "Page « accessibilite » seulement : la part des critères du RGAA que ce contrôle a trouvés respectés.", "82 %")
REVIEWER = Key("audit-par", LINE, "Page « accessibilite » seulement : qui a fait ce contrôle.", "Association Exemple")
REVIEW_KEYS = (REVIEW_DAY, RATE, REVIEWER)


class Review(Struct, frozen=True):
    """A whole review by a person, of all criteria."""

    day: date
    rate: Decimal
    """Per cent of the criteria that are met."""
    by: str


class Conformity(Enum):
    """The three states that the law knows, as it calls them."""

    FULL = "totalement conforme"
    PARTIAL = "partiellement conforme"
    NONE = "non conforme"


def conformity(review: Review | None, today: date) -> Conformity:
    """Return the state on a day: all criteria met, at least half of them, or less; without a review that still counts, none."""
    if review is None or not review.day <= today <= last_day(review):
        return Conformity.NONE
    if review.rate == 100:
        return Conformity.FULL
    return Conformity.PARTIAL if review.rate >= 50 else Conformity.NONE


def last_day(review: Review) -> date:
    """Return the last day on which a review counts."""
    day = review.day
    return day.replace(year=day.year + VALID, day=min(day.day, 28) if day.month == 2 else day.day)


def read_review(sheet: Sheet, address: str) -> Review | None:
    """Return the review that a page tells of; its three keys go together, on the page of the statement alone."""
    found = {key.name for key in REVIEW_KEYS} & sheet.fields.keys()
    if not found:
        return None
    if address != ADDRESS:
        key = next(key for key in REVIEW_KEYS if key.name in found)
        sheet.wrong(key, Wrong(f"« {key.name} » n'a de sens que sur la page « accessibilite ».", "Retirez cette ligne."))
        return None
    day, rate, by = sheet.get(REVIEW_DAY), sheet.get(RATE), sheet.get(REVIEWER)
    if missing := [key.name for key in REVIEW_KEYS if key.name not in found]:
        what = f"Il manque « {missing[0]} » : un contrôle se dit avec son jour, son résultat et son auteur."
        sheet.wrong(None, Wrong(what, "Écrivez « audit-du », « conformite » et « audit-par », ou aucune des trois lignes."))
    return Review(day, rate, by) if day and rate is not None and by else None
