"""Repetition in plain French, and what never takes place in it."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.exceptions import DaysOff, Except, read_except
from plugins.model.occurrence import Occurrence
from plugins.model.problem import Wrong
from plugins.model.repetition import MOST_DATES, Frequency, Rule, read_rule
from plugins.model.schedule import Series
from plugins.model.words import series_words
from tests.model.samples import at, attempt

TUESDAY = date(2026, 9, 1)
JUNE = date(2027, 6, 30)
WORDS = ("chaque", "le", "1er", "mardi", "du", "mois", "sur", "deux", "jusqu'au", "fin", "juin", "9999", "0", "fois", ",")
WEEKLY, MONTHLY, DAILY = Frequency.WEEKLY, Frequency.MONTHLY, Frequency.DAILY


@pytest.mark.parametrize(
    "text",
    [
        "chaque mardi", "tous les mardis", "le mardi", "les mardis", "chaque mardi de chaque semaine", "chaque semaine, le mardi",
        "toutes les semaines le mardi", "Chaque Mardi", "chaque\u00a0mardi",
    ],
)  # fmt: skip
def test_every_week_is_said_in_many_ways(text: str) -> None:
    """A weekday each week is read from every way of saying it."""
    assert read_rule(f"{text} jusqu'au 30/06/2027", TUESDAY) == Rule(WEEKLY, 1, (1,), until=JUNE)


@pytest.mark.parametrize(
    "text", ["chaque mardi et jeudi", "tous les mardis et jeudis", "les mardis, et le jeudi", "chaque semaine le mardi et le jeudi"]
)
def test_several_weekdays_are_read(text: str) -> None:
    """Several weekdays are read together, in the order of the week."""
    assert read_rule(f"{text}, 6 fois", TUESDAY).weekdays == (1, 3)


@pytest.mark.parametrize(
    "text",
    [
        "chaque mardi à 10h et 15h30", "chaque mardi à 10 h et à 15 h 30", "chaque mardi, à 10:00 et 15:30,", "à 10h et 15h30 chaque mardi",
        "chaque mardi 15h30 et 10h", "chaque mardi à 10 heures puis à 15h30", "chaque mardi à 10h, 15h30",
        "chaque mardi\u00a0à 10\u00a0h et 15\u00a0h\u00a030",
    ],
)  # fmt: skip
def test_several_hours_are_read(text: str) -> None:
    """The hours of a day stand anywhere, in any order."""
    assert read_rule(f"{text} jusqu'au 30/06/2027", TUESDAY) == Rule(WEEKLY, 1, (1,), until=JUNE, hours=(time(10), time(15, 30)))


def test_hours_may_stand_at_the_end() -> None:
    """Behind the last day too; noon is an hour."""
    assert read_rule("chaque mardi jusqu'au 30/06/2027 à 10h et midi", TUESDAY) == Rule(WEEKLY, 1, (1,), until=JUNE, hours=(time(10), time(12)))


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("jusqu'au 30/06/2027", JUNE),
        ("jusqu’au 30 juin", JUNE),
        ("jusqu'au mercredi 30 juin 2027 inclus", JUNE),
        ("jusqu'à fin juin", JUNE),
        ("jusqu'à la fin juin 2028", date(2028, 6, 30)),
        ("jusqu'en février", date(2027, 2, 28)),
        ("jusqu'à fin septembre", date(2026, 9, 30)),
    ],
)
def test_an_end_is_a_day_or_a_month(text: str, until: date) -> None:
    """A series ends on a day, or on the last day of a month; without a year, the next one."""
    assert read_rule(f"chaque mardi {text}", TUESDAY).until == until
    assert read_rule(f"chaque mardi, {text}", TUESDAY).until == until


def test_an_end_may_be_a_number_of_times() -> None:
    """`8 fois` counts the first date too."""
    days = list(read_rule("chaque mardi, 8 fois", TUESDAY).days(TUESDAY))
    assert (len(days), days[0], days[-1]) == (8, TUESDAY, TUESDAY + timedelta(weeks=7))


@pytest.mark.parametrize(
    "text",
    [
        "tous les 15 jours", "tous les quinze jours", "tous les 14 jours", "tous les 15 jours, le mardi", "toutes les deux semaines",
        "un mardi sur deux", "un mardi sur 2", "une semaine sur deux, le mardi",
    ],
)  # fmt: skip
def test_a_fortnight_is_two_weeks(text: str) -> None:
    """`tous les 15 jours` counts both ends, as French does: two weeks."""
    days = list(read_rule(f"{text}, 3 fois", TUESDAY).days(TUESDAY))
    assert days == [TUESDAY, TUESDAY + timedelta(14), TUESDAY + timedelta(28)]


@pytest.mark.parametrize(
    ("text", "step"), [("tous les 8 jours", 7), ("tous les jours", 1), ("chaque jour", 1), ("tous les 3 jours", 3), ("tous les 21 jours", 21)]
)
def test_days_are_counted(text: str, step: int) -> None:
    """`tous les 8 jours` is each week; other numbers are what they say."""
    assert list(read_rule(f"{text}, 2 fois", TUESDAY).days(TUESDAY)) == [TUESDAY, TUESDAY + timedelta(step)]


@pytest.mark.parametrize(
    ("text", "start", "days"),
    [
        ("le 1er jeudi du mois", date(2026, 9, 3), [date(2026, 9, 3), date(2026, 10, 1), date(2026, 11, 5)]),
        ("tous les premiers jeudis du mois", date(2026, 9, 3), [date(2026, 9, 3), date(2026, 10, 1), date(2026, 11, 5)]),
        ("chaque mois, le 1er jeudi", date(2026, 9, 3), [date(2026, 9, 3), date(2026, 10, 1), date(2026, 11, 5)]),
        ("les 2e et 4e mardis de chaque mois", date(2026, 9, 8), [date(2026, 9, 8), date(2026, 9, 22), date(2026, 10, 13)]),
        ("le dernier vendredi du mois", date(2026, 9, 25), [date(2026, 9, 25), date(2026, 10, 30), date(2026, 11, 27)]),
        ("l’avant-dernier vendredi du mois", date(2026, 9, 18), [date(2026, 9, 18), date(2026, 10, 23), date(2026, 11, 20)]),
        ("le 5e lundi du mois", date(2026, 11, 30), [date(2026, 11, 30), date(2027, 3, 29), date(2027, 5, 31)]),
        ("le 1er du mois", TUESDAY, [TUESDAY, date(2026, 10, 1), date(2026, 11, 1)]),
        ("le 15 de chaque mois", date(2026, 9, 15), [date(2026, 9, 15), date(2026, 10, 15), date(2026, 11, 15)]),
        ("tous les mois", date(2026, 8, 31), [date(2026, 8, 31), date(2026, 10, 31), date(2026, 12, 31)]),
    ],
)
def test_months_are_counted(text: str, start: date, days: list[date]) -> None:
    """The nth, last or dated day of each month; a month that lacks it is left out."""
    assert list(read_rule(f"{text}, 3 fois", start).days(start)) == days


@pytest.mark.parametrize(
    ("text", "start", "weekdays"),
    [
        ("du lundi au vendredi", TUESDAY, (0, 1, 2, 3, 4)),
        ("tous les jours, du lundi au vendredi", TUESDAY, (0, 1, 2, 3, 4)),
        ("du samedi au lundi", date(2026, 9, 5), (0, 5, 6)),
    ],
)
def test_a_span_of_weekdays_is_read(text: str, start: date, weekdays: tuple[int, ...]) -> None:
    """`du lundi au vendredi` is each of those days, over Sunday too."""
    assert read_rule(f"{text} jusqu'au 30/06/2027", start).weekdays == weekdays


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("chaque samedi", "ne dit pas quand cela s'arrête"),
        ("quand on peut, 3 fois", "ne se comprend pas"),
        ("tous les ans, 3 fois", "ne se comprend pas"),
        ("tous les 0 jours, 3 fois", "ne se comprend pas"),
        ("toutes les 999 semaines, 3 fois", "ne se comprend pas"),
        ("chaque mercredi, 3 fois", "ne tombe pas le 01/09/2026"),
        ("le 2e mardi du mois, 3 fois", "ne tombe pas le 01/09/2026"),
        ("le 2 du mois, 3 fois", "ne tombe pas le 01/09/2026"),
        ("chaque mardi jusqu'à Noël", "n'est pas une date"),
        ("chaque mardi jusqu'à fin juin 0000", "n'est pas une date"),
        ("", "ne dit pas quand cela s'arrête"),
    ],
)
def test_a_rule_that_nobody_can_follow_is_refused(text: str, what: str) -> None:
    """A rule without an end, in other words than ours, or that misses its first date is refused."""
    with pytest.raises(Wrong, match=what):
        read_rule(text, TUESDAY)


def test_no_time_is_no_date() -> None:
    """`0 fois` gives no date at all."""
    assert list(read_rule("chaque mardi, 0 fois", TUESDAY).days(TUESDAY)) == []


def test_a_series_has_a_limit() -> None:
    """No rule gives more dates than any real series has."""
    with pytest.raises(Wrong) as refused:
        read_rule("chaque jour jusqu'au 31/12/2100", TUESDAY)
    assert refused.value.what == f"« chaque jour jusqu'au 31/12/2100 » donne plus de {MOST_DATES} dates."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("vacances scolaires", Except(school=True)),
        ("pendant les vacances scolaires et les jours fériés", Except(school=True, public=True)),
        ("[jours fériés, 24/12]", Except(public=True, days=(date(2026, 12, 24),))),
        ("- vacances scolaires\n- 24/12/2026", Except(school=True, days=(date(2026, 12, 24),))),
        ("du 20 décembre au 5 janvier", Except(spans=((date(2026, 12, 20), date(2027, 1, 5)),))),
        ("du 20 au 24 décembre 2026", Except(spans=((date(2026, 12, 20), date(2026, 12, 24)),))),
        ("samedi 26 décembre et le 02/01", Except(days=(date(2026, 12, 26), date(2027, 1, 2)))),
        ("", Except()),
    ],
)
def test_exceptions_are_read(text: str, said: Except) -> None:
    """`sauf` takes holidays, dates and spans, in any mixture; a date without a year is the next one."""
    assert read_except(text, TUESDAY) == said


@pytest.mark.parametrize(
    "text", ["quand il pleut", "du 24 décembre 2026 au 20 décembre 2026", "du ፩ au 3/4/2026", "mardi 24/12/2026", "vacances de Noël"]
)
def test_an_exception_that_nobody_can_read_is_refused(text: str) -> None:
    """An exception that is no holiday, date or span is refused."""
    with pytest.raises(Wrong):
        read_except(text, TUESDAY)


def test_an_exception_holds_on_its_days() -> None:
    """Nothing takes place on a day that is excepted in any of the ways."""
    off = DaysOff(school=frozenset({date(2026, 12, 21)}), public=frozenset({date(2026, 12, 25)}))
    skip = read_except("vacances scolaires, jours fériés, 10/12/2026, du 1er au 3 janvier 2027", TUESDAY)
    held = [date(2026, 12, 21), date(2026, 12, 25), date(2026, 12, 10), date(2027, 1, 1), date(2027, 1, 3)]
    assert all(skip.holds(day, off) for day in held)
    free = [date(2026, 12, 20), date(2026, 12, 22), date(2026, 12, 26), date(2026, 12, 11), date(2026, 12, 31), date(2027, 1, 4)]
    assert not any(skip.holds(day, off) for day in free)


def test_an_exception_that_hits_nothing_is_known() -> None:
    """A written date or span that hits no day of the series is given back as a reader would write it."""
    skip = read_except("06/12/2026, 12/12/2026, du 13/12/2026 au 14/12/2026", TUESDAY)
    assert skip.idle(frozenset({date(2026, 12, 12)})) == ["06/12/2026", "du 13/12/2026 au 14/12/2026"]


@st.composite
def rules(draw: st.DrawFn) -> tuple[Rule, date]:
    """Draw a rule that words can say, and a first date that fits it."""
    start = draw(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
    end: dict[str, date | int] = draw(
        st.one_of(st.builds(lambda n: {"until": start + timedelta(n)}, st.integers(0, 900)), st.builds(lambda n: {"times": n}, st.integers(1, 40)))
    )
    others = draw(st.sets(st.integers(0, 6)))
    weekdays = tuple(sorted({start.weekday(), *others}))
    nth = (start.day - 1) // 7 + 1
    positions = tuple(sorted({nth, *draw(st.sets(st.integers(1, 5)))}))
    shape = draw(
        st.sampled_from(
            [
                Rule(DAILY, draw(st.sampled_from([1, 2, 3, 10, 30]))),
                Rule(WEEKLY, draw(st.integers(1, 12)), weekdays),
                Rule(MONTHLY, 1, (start.weekday(),), positions),
                Rule(MONTHLY),
            ]
        )
    )
    return Rule(shape.frequency, shape.interval, shape.weekdays, shape.positions, **end), start  # type: ignore[arg-type]  # either until or times


@given(rules())
def test_every_day_of_a_rule_keeps_it(drawn: tuple[Rule, date]) -> None:
    """Every day lies within start and end, on a right weekday and position, and they strictly ascend."""
    rule, start = drawn
    days = list(rule.days(start))
    assert days[:1] in ([start], [])
    assert days == sorted(set(days))
    assert all(rule.until is None or day <= rule.until for day in days)
    assert rule.times is None or len(days) == rule.times
    assert all(day.weekday() in rule.weekdays for day in days if rule.weekdays)
    assert all((day.day - 1) // 7 + 1 in rule.positions for day in days if rule.positions)
    assert all((day.toordinal() - start.toordinal()) % rule.interval == 0 for day in days if rule.frequency is DAILY)


@given(rules())
def test_what_a_series_says_reads_back(drawn: tuple[Rule, date]) -> None:
    """The words of a series, typed as a repetition, give the same days."""
    rule, start = drawn
    said = series_words(Series(rule, Except(), (), (), Occurrence(at(start), None, all_day=True)))
    assert list(read_rule(said, start).days(start)) == list(rule.days(start))


@given(st.text(max_size=40) | st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join))
def test_no_text_breaks_a_rule(text: str) -> None:
    """Any text is a rule or refused, never anything else, and its days can be counted."""
    wrong = attempt(lambda: list(read_rule(text, TUESDAY).days(TUESDAY)))
    assert wrong is None or wrong.instead
