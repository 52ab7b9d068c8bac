"""What letters are composed of: enough for each of them, and nothing that does not concern it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from plugins.model.agenda import dates
from plugins.model.letter import Letter
from plugins.model.site import Site
from plugins.newsletter.changed import changed_events
from plugins.newsletter.compose import composed
from plugins.newsletter.composition import Weekly
from plugins.newsletter.gathering import gather
from plugins.newsletter.material import WeeklyMaterial
from plugins.newsletter.outputs import outputs
from plugins.newsletter.weekly import weekly
from plugins.pages.letters import pages
from plugins.pages.page import Pages
from tests.newsletter.weeks import CALM, CHANGED, MAGAZINE, NEWS, SHOW, SOUP, TOWN, letter_of, site_of

OLD = "evenements/2026/conte.md"
HEADERS = {**CALM, OLD: "titre: Conte\ndebut: 05/06/2026 15h\nlieu: pont"}
LETTERS = (letter_of("2026-s47"), letter_of("2026-s23"))


def site(headers: Mapping[str, str], day: date = date(2026, 11, 22)) -> Site:
    """Return the site of some headers on a day, with a letter of each of its seasons."""
    return replace(site_of(headers, letter_of("2026-s48"), earlier=LETTERS), today=day)


def declared_again(before: Site, after: Site) -> set[str]:
    """Return the months of which the letters, or their pages, are declared again once a site has become another one."""
    mails = [{group.name: group for group in outputs(each)} for each in (before, after)]
    webs = [{found.name: found for found in pages(each) if isinstance(found, Pages)} for each in (before, after)]
    return {name for last, now in (mails, webs) for name in now if last.get(name) != now[name]}


@pytest.mark.parametrize(
    ("path", "header", "months"),
    [
        ("evenements/2026/soupe.md", SOUP.replace("Soupe", "Potée"), {"letters 2026-11"}),
        ("evenements/2026/soupe.md", f"{SOUP}\netat: annulé", {"letters 2026-11"}),
        (OLD, HEADERS[OLD].replace("Conte", "Contes"), {"letters 2026-06"}),
        (OLD, HEADERS[OLD].replace("05/06/2026", "25/01/2027"), {"letters 2026-06"}),
        ("evenements/2026/grand-spectacle.md", SHOW.replace("grand", "petit"), {"letters 2026-06", "letters 2026-11"}),
        ("actualites/plaquette.md", NEWS.replace("là", "prête"), {"letters 2026-11"}),
        ("actualites/autre.md", NEWS.replace("24/11/2026", "01/08/2026"), {"letters 2026-11"}),
    ],
    ids=["new title", "cancelled", "title of an old one", "moved away", "next show of all", "news", "old news"],
)
def test_only_the_letters_that_it_concerns_are_declared_again(path: str, header: str, months: set[str]) -> None:
    """What is far from the days of a letter does not touch it, and what is near does; a show is told of until it is over."""
    assert declared_again(site(HEADERS), site({**HEADERS, path: header})) == months


def test_the_day_of_the_build_concerns_no_old_letter() -> None:
    """Only what was not to be read yet on the page of a letter is shown later."""
    assert declared_again(site(HEADERS), site(HEADERS, date(2026, 11, 23))) == set()
    assert declared_again(site(HEADERS), site(HEADERS, date(2026, 11, 24))) == {"letters 2026-11"}


def test_a_letter_is_composed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Declaring letters composes none; the mail and the web version of one are of the same composition."""
    count: list[Letter] = []

    def counted(week: WeeklyMaterial, common: Mapping[str, Any]) -> Weekly:
        count.append(week.letter)
        return weekly(week, common)

    monkeypatch.setattr("plugins.newsletter.compose.weekly", counted)
    found = replace(site(HEADERS), identity=replace(TOWN, name="Une ville dont nul test n'a composé les lettres"))
    groups, webs = list(outputs(found)), [each for each in pages(found) if isinstance(each, Pages)]
    assert count == []
    for group in groups:
        assert len(group.outputs) == 3 * len(group.given["materials"])  # type: ignore[arg-type]  # a tuple
    assert [page for each in webs for page in each.declare(**each.of)] != []
    assert sorted(letter.key for letter in count) == sorted(letter.key for letter in found.letters)


@pytest.mark.parametrize("headers", [HEADERS, CHANGED, {}, {"evenements/2026/a.md": SHOW}, MAGAZINE], ids=range(5))
@pytest.mark.parametrize("keys", ["", "a-la-une: soupe", "masquer: soupe, couture", "a-la-une: grand-spectacle"])
def test_what_is_gathered_is_enough(headers: dict[str, str], keys: str) -> None:
    """A letter that is given the whole agenda shows the same."""
    letters = tuple(letter_of(f"2026-s{week}", keys) for week in range(53, 38, -1))
    found = replace(site_of(headers, letters[0]), letters=letters)
    agenda = found.agenda
    changed = tuple(one for ones in changed_events(agenda).values() for one in ones)
    for week in gather(found, letters):
        assert isinstance(week, WeeklyMaterial)
        shows = dates((event for event in found.events if event.season), date.min, date.max)
        after = tuple(one for one in shows if one.occurrence.day > week.letter.last_day)
        whole = replace(week, months=tuple(agenda.by_month.values()), changed=changed, shows=after)
        assert composed("whole", whole) == composed("near", week)
