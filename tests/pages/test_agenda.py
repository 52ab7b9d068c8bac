"""The pages of the agenda."""

from __future__ import annotations

import gzip
import re
from datetime import date

import pytest

from plugins.pages.agenda import coming, weekend
from plugins.pages.months import Month
from tests.pages.sites import addresses, agenda, given_at, page_at, rendered
from tests.towns import TODAY


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 11, 23), date(2026, 11, 28), date(2026, 11, 29)),
        (date(2026, 11, 27), date(2026, 11, 28), date(2026, 11, 29)),
        (date(2026, 11, 28), date(2026, 11, 28), date(2026, 11, 29)),
        (date(2026, 11, 29), date(2026, 11, 29), date(2026, 11, 29)),
    ],
    ids=["lundi", "vendredi", "samedi", "dimanche"],
)
def test_this_weekend(today: date, first: date, last: date) -> None:
    """Until Friday it is the next one, then what is left of it."""
    assert weekend(today) == (first, last)


def test_the_weekend_page_lists_only_the_weekend() -> None:
    """Friday evening and Monday are not in it."""
    site = agenda("debut: 27/11/2026 20h", "debut: 28/11/2026 10h", "debut: 30/11/2026 10h", today=date(2026, 11, 25))
    assert [card.title for day in given_at(site, "/agenda/ce-week-end/")["days"] for card in day.cards] == ["Fête 2"]


def test_months_know_their_neighbours() -> None:
    """A month leads to the nearest months that have dates, over those that have none; the first and last have one neighbour."""
    site = agenda("debut: 05/11/2026", "debut: 20/12/2026", "debut: 10/03/2027")
    found = [given_at(site, address) for address in ("/agenda/2026/11/", "/agenda/2026/12/", "/agenda/2027/03/")]
    assert [(given["before"], given["after"]) for given in found] == [
        (None, Month(2026, 12)), (Month(2026, 11), Month(2027, 3)), (Month(2026, 12), None),
    ]  # fmt: skip


def test_only_months_with_dates_have_a_page() -> None:
    """An empty agenda has its other pages, so that links to them hold, and no month."""
    found = {address for address in addresses(agenda()) if address.startswith("/agenda/") and not address.startswith("/agenda/cadre")}
    assert not any(re.match(r"/agenda/\d", address) for address in found)
    assert {"/agenda/", "/agenda/aujourd-hui/", "/agenda/ce-week-end/", "/agenda/s-abonner/"} <= found
    assert given_at(agenda(), "/agenda/")["month"] == ""


def test_a_month_changes_only_while_it_goes_on() -> None:
    """Long before and long after, a month's page is the same whichever day the site is built on."""
    header = "debut: 05/11/2026 14h\nrepetition: chaque jeudi, 6 fois"
    before, during, after = (
        [page_at(agenda(header, today=day), "/agenda/2026/11/") for day in days]
        for days in (
            (date(2026, 9, 1), date(2026, 10, 31)),
            (date(2026, 11, 1), date(2026, 11, 2)),
            (date(2026, 12, 1), date(2027, 9, 1)),
        )
    )
    assert before[0] == before[1]
    assert during[0] != during[1]
    assert after[0] == after[1]


def test_every_view_leads_to_this_month() -> None:
    """To the next month that has a page where this one has none, and to the last one when nothing is to come."""
    headers = ("debut: 05/10/2026", "debut: 05/12/2026")
    assert given_at(agenda(*headers), "/agenda/")["month"] == "/agenda/2026/12/"
    assert given_at(agenda(*headers), "/agenda/2026/10/")["month"] == "/agenda/2026/10/"
    assert given_at(agenda(*headers, today=date(2027, 2, 1)), "/agenda/")["month"] == "/agenda/2026/12/"


def test_the_coming_weeks_are_cut_at_sixty_days() -> None:
    """What lies further ahead is left to its month."""
    assert [day.day for day in coming(agenda("debut: 20/01/2027", "debut: 21/01/2027").events, TODAY).days] == [date(2027, 1, 20)]


def test_the_agenda_page_stays_light() -> None:
    """With a hundred dates a day the page stops after the first day."""
    assert len(coming(agenda(*["debut: 28/11/2026"] * 61, "debut: 29/11/2026").events, TODAY).days) == 1


def test_past_months_are_not_offered() -> None:
    """The agenda leads to this month and the next ones."""
    site = agenda("debut: 05/10/2026", "debut: 05/11/2026", "debut: 05/12/2026")
    assert given_at(site, "/agenda/")["months"] == (Month(2026, 11), Month(2026, 12))


def test_the_page_of_the_day_says_which_day_it_is() -> None:
    """It may be read on another day: its title names the day, and the word « Aujourd'hui » has an end."""
    text = rendered(agenda("debut: 22/11/2026 10h"), ["agenda/aujourd-hui/index.html"])["agenda/aujourd-hui/index.html"]
    assert "<title>Aujourd’hui, dimanche 22 novembre 2026 – " in text
    assert '<h1><span data-fin="2026-11-23T00:00+01:00">Aujourd’hui&nbsp;: </span>dimanche 22 novembre 2026</h1>' in text
    assert '<p class="banner" data-des="2026-11-23T00:00+01:00" hidden>' in text


def test_what_lasts_for_weeks_stands_below_the_day() -> None:
    """On the page of the day an exhibition that began long ago does not come first."""
    given = given_at(agenda("debut: 01/11/2026\nfin: 05/12/2026", "debut: 22/11/2026 10h"), "/agenda/aujourd-hui/")
    assert [card.title for day in given["days"] for card in day.cards] == ["Fête 2"]
    assert [card.title for card in given["long"]] == ["Fête 1"]


def test_rows_say_when_they_are_over() -> None:
    """At their end, two hours after a start without an end, at midnight after a whole day: then the script hides them."""
    site = agenda("debut: 28/11/2026 14h\nfin: 16h", "debut: 28/11/2026 20h", "debut: 28/11/2026", "debut: 28/11/2026\nfin: 05/12/2026")
    text = rendered(site, ["agenda/index.html"])["agenda/index.html"]
    assert sorted(re.findall(r'<li data-fin="([^"]*)"', text)) == [
        "2026-11-28T16:00+01:00", "2026-11-28T22:00+01:00", "2026-11-29T00:00+01:00", "2026-12-06T00:00+01:00",
    ]  # fmt: skip


def test_rows_of_the_agenda_say_what_holds_of_them() -> None:
    """Only of what the form offers, and only on the page that has the form."""
    free = "debut: 28/11/2026 14h\nmaison: pont\nthematique: velo\ntarif: gratuit\ninscription: libre"
    site = agenda(free, "debut: 29/11/2026\nlieu: Gymnase, 2 rue Haute")
    made = rendered(site, ["agenda/index.html", "agenda/gratuit/index.html"])
    assert re.findall(r' data-f="([^"]*)"', made["agenda/index.html"]) == ["maison:pont thematique:velo gratuit:1 sans-inscription:1"]
    assert " data-f=" not in made["agenda/gratuit/index.html"]


def test_the_form_is_hidden_until_the_script_runs() -> None:
    """Without script the links to the pages of the choices are there instead."""
    text = rendered(agenda("debut: 28/11/2026"), ["agenda/index.html"])["agenda/index.html"]
    (form,) = re.findall(r"<form[^>]*>", text)
    assert form.endswith(" hidden>")
    for address in ("maisons/pont", "thematiques/velo", "publics/familles", "gratuit", "accessible", "sans-inscription"):
        assert f'href="/agenda/{address}/"' in text


def test_the_agenda_of_ten_years_stays_light() -> None:
    """With sixty dates ahead and sixty workshops the page weighs far less than 150 kB, and 14 kB on the way."""
    single = (f"debut: {1 + n % 28:02}/12/2026 {8 + n % 12}h\nfin: 22h\nmaison: pont\nthematique: velo\ntarif: gratuit" for n in range(60))
    weekly = (f"debut: {23 + n % 7}/11/2026 {8 + n % 12}h\nfin: 22h\nrepetition: chaque semaine, 12 fois\nmaison: pont" for n in range(60))
    text = rendered(agenda(*single, *weekly), ["agenda/index.html"])["agenda/index.html"].encode()
    assert len(text) < 150_000
    assert len(gzip.compress(text)) < 14_000


def test_the_same_views_stand_on_every_page() -> None:
    """In one order, with the one that is shown marked; the page of a choice is none of them."""
    site = agenda("debut: 28/11/2026")
    views = ("", "aujourd-hui/", "ce-week-end/", "2026/11/", "s-abonner/")
    made = rendered(site, [f"agenda/{view}index.html" for view in (*views, "gratuit/")])
    for here in (*views, "gratuit/"):
        (nav,) = re.findall(r'<nav class="views".*?</nav>', made[f"agenda/{here}index.html"], re.DOTALL)
        assert re.findall(r'href="/agenda/([^"]*)"', nav) == list(views)
        assert re.findall(r'href="/agenda/([^"]*)" aria-current="page"', nav) == [here for here in (here,) if here in views]
