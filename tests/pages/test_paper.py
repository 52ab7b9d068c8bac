"""The agenda on paper."""

from __future__ import annotations

import re
from html import unescape

from plugins.model.site import Site
from tests.pages.sites import agenda, event, given_at, page_at, rendered
from tests.towns import read_site

ADDRESS, PATH = "/agenda/texte/", "agenda/texte/index.html"
SOUP = "debut: 28/11/2026 10h\nfin: 13h\nmaison: pont\ntarif: 3 €\ninscription: 04 75 00 00 01"


def text(site: Site) -> str:
    """Return what one reads on the sheet, with plain spaces."""
    made = rendered(site, [PATH])[PATH]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", made.partition("<body>")[2])).replace("\u00a0", " ").split())


def test_a_date_is_told_in_sentences() -> None:
    """When, where, what, how much and how to book stand in full."""
    said = text(agenda(SOUP))
    assert "De 10 h à 13 h, à la Maison du Pont : Fête 1 . Tarif : 3 €. Inscription au 04 75 00 00 01." in said


def test_the_days_follow_each_other() -> None:
    """Each day has its heading with its whole date, and two weeks are told."""
    sheets = given_at(agenda(SOUP, "debut: 05/12/2026 10h", "debut: 06/12/2026 10h"), ADDRESS)["sheets"]
    assert [sheet.day for sheet in sheets] == ["Samedi 28 novembre", "Samedi 5 décembre"]


def test_the_telephones_come_first() -> None:
    """Who has only a telephone finds the number before anything else."""
    said = text(agenda(SOUP))
    assert said.index("Maison du Pont : 04 75 00 00 01") < said.index("Samedi 28 novembre")


def test_what_is_cancelled_is_told_before_the_days() -> None:
    """A cancelled date stands at the head, and not among the days."""
    said = text(agenda(SOUP, "debut: 27/11/2026 10h\netat: annulé"))
    assert said.index("Attention : annulé. Fête 2") < said.index("Samedi 28 novembre")
    assert "Vendredi 27 novembre" not in said


def test_a_changed_date_stands_on_its_new_day_too() -> None:
    """Who looks at the new day finds it there, as well as at the head."""
    said = text(agenda("debut: 24/11/2026 10h\nrepetition: chaque mardi, 5 fois\nchangements: 24/11/2026 : reporté au 25/11/2026 16h"))
    assert "Attention : nouvelle date. Fête 1, mercredi 25 novembre, à 16 h, au lieu du mardi 24 novembre." in said
    assert "Mercredi 25 novembre À 16 h : Fête 1" in said


def test_a_sheet_never_points_at_a_day() -> None:
    """It hangs for two weeks: no `aujourd'hui`, no `ce soir`."""
    assert not re.search(r"aujourd|demain|ce soir", text(agenda("debut: 22/11/2026 20h", "debut: 23/11/2026 20h")), re.IGNORECASE)


def test_a_house_that_is_elsewhere_is_named() -> None:
    """Away from the house, one reads whose event it is; at the house that is plain."""
    away = text(agenda(f"{SOUP}\nlieu: Place du Marché, 26000 Villeneuve"))
    assert "De 10 h à 13 h, place du Marché, 26000 Villeneuve : Fête 1" in away
    assert "Organisé par : Maison du Pont." in away
    assert "Organisé" not in text(agenda(SOUP))


def test_what_goes_on_since_before_stands_on_the_first_day() -> None:
    """An exhibition that began long ago says until when."""
    assert "Dimanche 22 novembre Jusqu'au samedi 5 décembre : Fête 1" in text(agenda("debut: 01/11/2026\nfin: 05/12/2026"))


def test_a_title_that_ends_itself_gets_no_stop() -> None:
    """A question keeps its own mark."""
    path = "evenements/2026/x.md"
    site = read_site({path: event("debut: 28/11/2026 10h\ntarif: gratuit", "Qui vient ?")})
    assert "À 10 h : Qui vient ? C'est gratuit." in text(site)


def test_empty_weeks_say_what_to_do() -> None:
    """With nothing to tell, the sheet says so and sends people to the door and the telephone."""
    said = text(agenda())
    assert "Il n’y a pas de rendez-vous ces deux semaines. Passez nous voir ou appelez-nous" in said


def test_weeks_with_only_cancelled_dates_are_not_empty() -> None:
    """When all is cancelled, that is told, and that there is nothing else."""
    assert "Il n’y a pas d’autre rendez-vous ces deux semaines." in text(agenda("debut: 27/11/2026 10h\netat: annulé"))


def test_the_sheet_is_made_of_its_two_weeks() -> None:
    """A date of next year is not among what the page is made of."""
    page = page_at(agenda(SOUP, "debut: 28/01/2027 10h"), ADDRESS)
    events = page.of["events"]
    assert isinstance(events, tuple)
    assert [event.title for event in events] == ["Fête 1"]
