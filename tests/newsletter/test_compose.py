"""What a letter shows, and when."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from plugins.model.agenda import agenda_of
from plugins.model.entry import Status
from plugins.newsletter.weekly import MOST_LINES
from plugins.newsletter.wording import feature_lines, line
from tests.newsletter.weeks import CALM, EPISODE, ISSUE, MAGAZINE, NEWS, SEWING, SHOW, SOUP, WEEKS, crowd, letter_of, site_of, weekly

LETTER = letter_of("2026-s48")


@pytest.mark.parametrize(("day", "shown"), [("25/11/2026", 0), ("26/11/2026", 1), ("05/12/2026", 1), ("06/12/2026", 0)])
def test_agenda_tells_of_ten_days_from_the_day_of_the_letter(day: str, shown: int) -> None:
    """The first and the last day are told of, the days around them are not."""
    composition = weekly(site_of(crowd(1, day=day), LETTER))

    assert len(composition.days) == shown


def test_only_the_day_of_the_letter_counts() -> None:
    """A letter built a year later is the same letter."""
    site = WEEKS["calme"]
    later = replace(site, today=site.today + timedelta(days=365))

    assert weekly(later) == weekly(site)


def test_what_goes_on_stands_under_the_first_day() -> None:
    """An exhibition that began before the letter stands under the day of the letter."""
    composition = weekly(site_of({"evenements/2026/expo.md": "titre: Expo\ndebut: 14/11/2026\nfin: 28/11/2026"}, LETTER))

    assert [day.day for day in composition.days] == [date(2026, 11, 26)]


def test_what_comes_back_is_gathered() -> None:
    """An event with more than two dates in the season is one line with its dates, apart from the days."""
    composition = weekly(site_of({"evenements/2026/couture.md": SEWING}, LETTER))

    assert composition.days == ()
    assert [occurrence.day.day for occurrence in composition.regulars[0].occurrences] == [26, 1, 3]


def test_a_changed_date_of_what_comes_back_stands_under_its_day() -> None:
    """A date that is full or put off is told by itself, with its state, its place and what it takes the place of; the others stay gathered."""
    changes = "changements: 26/11/2026 : complet ; 01/12/2026 : reporté au 02/12/2026, lieu 3 rue Haute"
    composition = weekly(site_of({"evenements/2026/couture.md": f"{SEWING}\n{changes}"}, LETTER))

    told = [(day.day.day, date.state.prefix, line(date).replace("\u00a0", " ")) for day in composition.days for date in day.dates]
    assert [occurrence.day.day for occurrence in composition.regulars[0].occurrences] == [3]
    assert [(day, prefix) for day, prefix, _ in told] == [(26, "COMPLET – "), (2, "REPORTÉ – ")]
    assert "au lieu du mardi 1er décembre · 3 rue Haute" in told[1][2]


def test_a_date_put_first_says_how_it_stands() -> None:
    """The prefix of what comes first is that of the date that comes next, and an event put off says from when."""
    letter = letter_of("2026-s48", "a-la-une: couture, bal")
    ball = "titre: Bal\ndebut: 27/11/2026 20h\netat: reporté au 28/11/2026"
    changes = "changements: 26/11/2026 : complet"
    first, second = weekly(site_of({"evenements/2026/couture.md": f"{SEWING}\n{changes}", "evenements/2026/bal.md": ball}, letter)).features

    assert (first.prefix, second.prefix) == ("COMPLET – ", "REPORTÉ – ")
    assert feature_lines(second, letter.day)[0].endswith(", au lieu du vendredi 27 novembre")


def test_two_dates_of_a_season_are_no_habit() -> None:
    """An event given twice stands under its days."""
    twice = "titre: Conte\ndebut: 28/11/2026 15h\naussi: 29/11/2026 15h"
    composition = weekly(site_of({"evenements/2026/conte.md": twice}, LETTER))

    assert len(composition.days) == 2


def test_what_does_not_fit_is_counted() -> None:
    """Forty lines at most, single events before regular ones, and the number of dates left out."""
    letter = letter_of("2026-s48", "a-la-une: soupe")
    composition = weekly(site_of({**CALM, **crowd(50)}, letter))

    assert sum(len(day.dates) for day in composition.days) + len(composition.features) == MOST_LINES
    assert composition.regulars == ()
    assert composition.left_out == 50 - 39 + 3


def test_regular_events_take_the_room_that_is_left() -> None:
    """With thirty-nine single dates one regular event still fits, the second does not."""
    headers = {**crowd(39), "evenements/2026/couture.md": SEWING, "evenements/2026/yoga.md": SEWING.replace("Atelier couture", "Yoga")}
    composition = weekly(site_of(headers, LETTER))

    assert [regular.event.title for regular in composition.regulars] == ["Atelier couture"]
    assert composition.left_out == 3


def test_what_is_put_first_is_not_told_twice() -> None:
    """Events and texts come first in the writer's order, and leave the lists below."""
    letter = letter_of("2026-s48", "a-la-une: plaquette, soupe.md")
    composition = weekly(site_of(CALM, letter))

    assert [feature.entry.title for feature in composition.features] == ["La plaquette est là", "Soupe partagée"]
    assert composition.days == ()
    assert composition.texts == ()


def test_regular_event_put_first_keeps_its_other_dates() -> None:
    """Only the date shown first leaves the list."""
    letter = letter_of("2026-s48", "a-la-une: couture")
    composition = weekly(site_of(CALM, letter))

    assert composition.features[0].occurrence is not None
    assert composition.features[0].occurrence.day == date(2026, 11, 26)
    assert [occurrence.day.day for occurrence in composition.regulars[0].occurrences] == [1, 3]


def test_hidden_names_are_nowhere() -> None:
    """A hidden event or text is left out of every list, even when it is also put first."""
    letter = letter_of("2026-s48", "a-la-une: soupe\nmasquer: soupe, plaquette, grand-spectacle, couture")
    composition = weekly(site_of(CALM, letter))

    assert (composition.features, composition.days, composition.regulars, composition.texts, composition.show) == ((), (), (), (), None)


def test_drafts_stay_at_home() -> None:
    """A draft shown in the preview is not in the letter."""
    site = site_of(CALM, LETTER)
    drafts = tuple(replace(event, status=Status.DRAFT) for event in site.events)

    assert weekly(replace(site, agenda=agenda_of(drafts))).days == ()


@pytest.mark.parametrize(("day", "shown"), [("19/11/2026", 0), ("20/11/2026", 1), ("26/11/2026", 1), ("27/11/2026", 0)])
def test_texts_since_the_previous_letter(day: str, shown: int) -> None:
    """What came out on the day of the previous letter was in it; what comes out tomorrow is for the next."""
    composition = weekly(site_of({"actualites/a.md": NEWS.replace("24/11/2026", day)}, LETTER))

    assert len(composition.texts) == shown


def test_texts_since_a_letter_of_long_ago() -> None:
    """After a holiday without a letter nothing that came out meanwhile is lost; a letter that carries an issue is no weekly one."""
    site = site_of({"actualites/a.md": NEWS.replace("24/11/2026", "10/11/2026")}, LETTER, earlier=(letter_of("2026-s44"),))
    others = replace(site, letters=(*site.letters, letter_of("2026-s47", "numero: 47")))

    assert [len(weekly(found).texts) for found in (site, others)] == [1, 1]


def test_an_article_waits_for_its_issue() -> None:
    """An article of an issue that is not out has no page yet."""
    headers = {**MAGAZINE, "fil/47/numero.md": ISSUE.replace("20/11/2026", "18/12/2026")}

    assert weekly(site_of(headers, LETTER)).texts == ()
    assert len(weekly(site_of(MAGAZINE, LETTER)).texts) == 2


def test_nothing_on_says_what_comes_next() -> None:
    """Days without a date name the first one after them that takes place, unless it is the next show, which is told anyway."""
    headers = {"evenements/2026/annule.md": SHOW.replace("10/12/2026", "08/12/2026") + "\netat: annulé", "evenements/2026/ensuite.md": SHOW}
    quiet = weekly(site_of(headers, LETTER))
    later = weekly(site_of({**headers, "evenements/2026/bal.md": "titre: Bal\ndebut: 12/12/2026"}, LETTER))

    assert (quiet.ahead, quiet.show and quiet.show.event.slug) == (None, "ensuite")
    assert later.ahead is not None
    assert later.ahead.event.slug == "bal"
    assert weekly(WEEKS["pleine"]).ahead is None


def test_at_most_four_texts() -> None:
    """The four newest, newest first."""
    headers = {f"actualites/n{n}.md": NEWS.replace("24/11/2026", f"{20 + n}/11/2026") for n in range(1, 7)}
    composition = weekly(site_of(headers, LETTER))

    assert [text.slug for text in composition.texts] == ["n6", "n5", "n4", "n3"]


@pytest.mark.parametrize(("week", "heard"), [("2026-s40", None), ("2026-s41", "Un pont, deux rives"), ("2026-s48", "Un pont, deux rives")])
def test_episode_has_been_on_the_air_when_the_letter_goes_out(week: str, heard: str | None) -> None:
    """The letter leaves at ten: the show of that evening is for the week after."""
    letter = letter_of(week)
    episode = weekly(site_of({"bobine/2026-2027/2026-10-01-un-pont.md": EPISODE}, letter)).episode

    assert (episode.title if episode else None) == heard


def test_next_show_comes_after_the_ten_days_and_takes_place() -> None:
    """A show of these days is in the agenda already, a cancelled one is no promise."""
    headers = {
        "evenements/2026/bientot.md": SHOW.replace("10/12/2026", "05/12/2026"),
        "evenements/2026/annule.md": SHOW.replace("10/12/2026", "08/12/2026") + "\netat: annulé",
        "evenements/2026/ensuite.md": SHOW,
        "evenements/2026/soupe.md": SOUP,
    }
    show = weekly(site_of(headers, LETTER)).show

    assert show is not None
    assert show.event.slug == "ensuite"


def test_week_53_goes_over_the_new_year() -> None:
    """2026 has a week 53; its letter tells of the first days of January."""
    site = WEEKS["semaine-53"]

    assert [day.day for day in weekly(site).days] == [date(2026, 12, 31), date(2027, 1, 3)]
