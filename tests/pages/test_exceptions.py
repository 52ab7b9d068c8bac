"""What is unlike the rhythm of a series, in a few words."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.model.agenda import Date
from plugins.pages.exceptions import exceptions, pauses
from tests.pages.sites import agenda

WEEKLY = "debut: 24/11/2026 14h\nfin: 16h\nrepetition: chaque mardi jusqu'au 26/01/2027\n"


def _dates(header: str) -> list[Date]:
    return agenda(header).agenda.between(date(2026, 11, 22), date(2027, 1, 31))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ("08/12/2026 : annulé", ("pas le 8 décembre",)),
        ("08/12/2026 : annulé ; 15/12/2026 : annulé ; 05/01/2027 : annulé", ("pas les 8 et 15 décembre ni le 5 janvier",)),
        ("01/12/2026 : complet", ("complet le 1er décembre",)),
        ("22/12/2026 : reporté au 23/12/2026", ("le 22 décembre\u00a0: reporté au 23 décembre",)),
        ("22/12/2026 : reporté au 23/12/2026 15h", ("le 22 décembre\u00a0: reporté au 23 décembre à 15\u00a0h",)),
        ("22/12/2026 : 15h", ("le 22 décembre\u00a0: à 15\u00a0h",)),
        ("22/12/2026 : 15h, lieu pont", ("le 22 décembre\u00a0: à 15\u00a0h, Maison du Pont",)),
        ("22/12/2026 : complet, lieu pont", ("complet le 22 décembre, Maison du Pont",)),
        ("08/12/2026 : annulé ; 22/12/2026 : complet", ("pas le 8 décembre", "complet le 22 décembre")),
    ],
)
def test_changed_dates_are_told_briefly(changes: str, said: tuple[str, ...]) -> None:
    """Those that do not take place first and together, then the others in order."""
    assert exceptions(_dates(f"{WEEKLY}changements: {changes}")) == said


def test_one_hour_of_a_day_is_told_with_its_hour() -> None:
    """When the other of two hours stays, the day is not said to be without."""
    header = "debut: 24/11/2026 10h\nduree: 1h\nrepetition: chaque mardi à 10h et 15h jusqu'au 26/01/2027\nchangements: 08/12/2026 15h : annulé"
    assert exceptions(_dates(header)) == ("pas le 8 décembre à 15\u00a0h",)


def test_days_without_are_told_apart_from_changes() -> None:
    """Holidays between the first and the last date are a pause, and no change."""
    dates = _dates(f"{WEEKLY}sauf: vacances scolaires")
    assert pauses(dates) == "pas les 22 et 29 décembre"
    assert exceptions(dates) == ()
    assert pauses(_dates(WEEKLY)) == ""


def test_many_days_without_are_not_listed() -> None:
    """More than six days would be read by nobody."""
    header = "debut: 23/11/2026 14h\nrepetition: chaque lundi, mardi et jeudi jusqu'au 28/01/2027\nsauf: du 01/12/2026 au 20/12/2026"
    assert pauses(_dates(header)) == "avec des pauses"
