"""What episodes speak of, both ways."""

from __future__ import annotations

from datetime import date

from plugins.model.mentions import Mentions, links
from plugins.model.site import Site
from tests.podcast.episodes import TEXTS
from tests.towns import read_site

PLAIN = "bobine/2026-2027/2026-10-08-temps.md"
FULL = "bobine/2026-2027/2026-10-01-pelote.md"
EVENT = "---\ntitre: Soupe\ndebut: {} 12h\n---\n"
ARTICLE = "---\ntitre: Du fil\ndate: {}\n{}---\n"
ISSUE = "---\ntitre: Le numéro\ndate: {}\nnumero: 47\n---\n"


def site(about: str, others: dict[str, str], today: date = date(2026, 11, 22)) -> Site:
    """Return a site in which the second episode speaks of something."""
    return read_site({FULL: TEXTS[FULL], PLAIN: TEXTS[PLAIN].replace("audio:", f"parle-de: {about}\naudio:"), **others}, today=today)


def paths(found: Mentions) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return both ways, as paths."""
    of = {path: [entry.path for entry in entries] for path, entries in found.of.items()}
    return of, {path: [episode.path for episode in episodes] for path, episodes in found.to.items()}


def test_episode_and_what_it_speaks_of_name_each_other() -> None:
    """Events, news and articles are named by their files, with or without folder and end, in the writer's order."""
    news, event = "actualites/du-fil.md", "evenements/2026/soupe.md"
    found = links(site("actualites/du-fil.md, Soupe, soupe", {event: EVENT.format("28/11/2026"), news: ARTICLE.format("01/10/2026", "")}))

    assert paths(found) == ({PLAIN: [news, event]}, {news: [PLAIN], event: [PLAIN]})


def test_nearest_of_a_name_is_meant() -> None:
    """Of an event that is written again each year, the one nearest to the broadcast."""
    others = {f"evenements/{year}/soupe.md": EVENT.format(f"28/11/{year}").replace("Soupe", f"Soupe {year}") for year in (2025, 2026, 2027)}
    of, _ = paths(links(site("soupe", others)))

    assert of == {PLAIN: ["evenements/2026/soupe.md"]}


def test_nothing_leads_to_what_is_not_out() -> None:
    """News of tomorrow, an article whose number is not out, and an episode to come are not linked."""
    others = {
        "actualites/du-fil.md": ARTICLE.format("23/11/2026", ""),
        "fil/47/bocaux.md": ARTICLE.format("01/11/2026", "numero: 47\n"),
        "fil/47/numero.md": ISSUE.format("01/12/2026"),
    }

    assert paths(links(site("du-fil, bocaux", others))) == ({PLAIN: []}, {})
    assert paths(links(site("du-fil", others, date(2026, 10, 7)))) == ({}, {})
    assert paths(links(site("du-fil, bocaux", others, date(2026, 12, 1))))[0] == {PLAIN: ["actualites/du-fil.md", "fil/47/bocaux.md"]}


def test_newest_episode_comes_first() -> None:
    """An event that several episodes speak of names the newest first."""
    event = "evenements/2026/soupe.md"
    found = site("soupe", {event: EVENT.format("28/11/2026"), FULL: TEXTS[FULL].replace("audio:", "parle-de: soupe\naudio:")})

    assert paths(links(found))[1] == {event: [PLAIN, FULL]}
