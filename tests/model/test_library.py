"""From documents to the content of the site, with every problem of every file."""

from __future__ import annotations

import pytest

from plugins.model.article import Article, Issue
from plugins.model.event import Event
from plugins.model.letter import Letter
from plugins.model.library import TYPES
from plugins.model.page import Page
from plugins.model.place import House, Project, Venue
from plugins.model.problem import Problem, by_file
from plugins.model.radio import Episode
from tests.model.samples import event, library, try_event

EVENT = "---\ntitre: Soupe\ndebut: 28/11/2026 14h\n{}---\nOn goûte.\n"
ARTICLE = "---\ntitre: Un texte\nnumero: {}\ndate: 18/09/2026\n---\nLire.\n"
ISSUE = "---\ntitre: Le numéro\nnumero: {}\ndate: 18/09/2026\n---\nLire.\n"
EPISODE = "---\ntitre: Le port\nnumero: {}\nsaison: 2026-2027\ndiffusion: 01/10/2026\naudio: un.mp3\n---\nOn parle.\n"
LETTER = "---\nsemaine: 2026-s48\nobjet: Cette semaine\naccroche: Mercredi on écoute, samedi on répare, dimanche on se repose.\n---\n\n"


def told(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    """Return file and key of each problem."""
    return [(problem.file, problem.key) for problem in problems]


def test_each_folder_has_its_type() -> None:
    """A document has the type of its folder; the file numero.md of an issue is the issue, whatever its capitals."""
    found = library(
        {
            "lieux/salle.md": "---\ntitre: La salle\nville: Val\n---\n",
            "projets/velo.md": "---\ntitre: Vélo\n---\n",
            "evenements/2026/soupe.md": EVENT.format("lieu: salle\nprojet: velo\nmaison: pont\n"),
            "fil/47/Numero.MD": ISSUE.format(47),
            "fil/47/texte.md": ARTICLE.format(47),
            "actualites/nouvelle.md": "---\ntitre: Une nouvelle\ndate: 18/09/2026\n---\n",
            "bobine/2026-2027/port.md": EPISODE.format(1),
            "lettres/a.md": LETTER,
            "pages/nous.md": "---\ntitre: Nous\n---\n",
        }
    )
    assert found.problems == ()
    counts = {kind: len(found.of(kind)) for kind in (House, Venue, Project, Event, Issue, Article, Episode, Letter, Page)}
    assert counts == {House: 1, Venue: 1, Project: 1, Event: 1, Issue: 1, Article: 2, Episode: 1, Letter: 1, Page: 1}


def test_what_an_event_names_is_found() -> None:
    """A house, a venue and a project are found by file name or by title; the house is the place when none is written."""
    found = library(
        {
            "lieux/salle.md": "---\ntitre: La Salle\nville: Val\n---\n",
            "evenements/2026/a.md": EVENT.format("lieu: la salle\nmaison: PONT\n"),
            "evenements/2026/b.md": EVENT.format("maison: maison du pont\n"),
            "evenements/2026/c.md": EVENT.format("lieu: 3 rue du Port, Val\n"),
        }
    )
    assert found.problems == ()
    assert [item.venue.name if item.venue else "" for item in found.of(Event)] == ["La Salle", "Maison du Pont", "3 rue du Port, Val"]


@pytest.mark.parametrize(
    ("line", "key", "instead"),
    [
        ("maison: pond", "maison", "Vouliez-vous écrire « pont » ?"),
        ("lieu: le pont neuf", "lieu", "Écrivez pont."),
        ("projet: velo", "projet", "Créez-le d'abord."),
        ("thematique: cuisin", "thematique", "Vouliez-vous écrire « cuisine » ?"),
        ("public: chats", "public", "Écrivez familles ou tous."),
    ],
)
def test_what_does_not_exist_is_told_with_the_nearest(line: str, key: str, instead: str) -> None:
    """A name that nothing has is told with the one that was meant, or with those that exist."""
    (problem,) = library({"evenements/2026/soupe.md": EVENT.format(f"{line}\n")}).problems
    assert (problem.line, problem.key, problem.instead) == (4, key, instead)


@pytest.mark.parametrize(
    ("texts", "file", "key"),
    [
        ({"pages/a.md": "---\ntitre: A\n---\n", "pages/b.md": "---\ntitre: B\nslug: a\n---\n"}, "content/pages/b.md", ""),
        ({"evenements/2026/a.md": EVENT.format(""), "evenements/2026/b.md": EVENT.format("slug: a\n")}, "content/evenements/2026/b.md", ""),
        ({"evenements/2026/a.md": EVENT.format("uid: x\n"), "evenements/2026/b.md": EVENT.format("uid: x\n")}, "content/evenements/2026/b.md", "uid"),
        ({"bobine/a.md": EPISODE.format(1), "bobine/b.md": EPISODE.format(1)}, "content/bobine/b.md", "numero"),
        ({"lettres/a.md": LETTER, "lettres/b.md": LETTER}, "content/lettres/b.md", ""),
        ({"fil/47/numero.md": ISSUE.format(47), "fil/48/numero.md": ISSUE.format(47)}, "content/fil/48/numero.md", ""),
        ({"fil/47/texte.md": ARTICLE.format(47)}, "content/fil/47/texte.md", "numero"),
    ],
)
def test_what_must_be_one_of_its_kind_is(texts: dict[str, str], file: str, key: str) -> None:
    """An address, a uid, an episode's number and an issue belong to one file, and an article to an issue that exists."""
    assert told(library(texts).problems) == [(file, key)]


def test_the_same_slug_on_another_day_is_another_address() -> None:
    """The first day is part of an event's address, so each year may have its own."""
    assert library({"evenements/2026/a.md": EVENT.format(""), "evenements/2027/a.md": EVENT.format("").replace("2026", "2027")}).problems == ()


def test_a_draft_is_left_out_but_for_the_preview() -> None:
    """A draft is read for its problems and kept only when drafts are asked for."""
    texts = {"evenements/2026/a.md": EVENT.format("statut: brouillon\ntarif: cher\n")}
    published, preview = library(texts), library(texts, drafts=True)
    assert (published.of(Event), published.drafts) == ((), frozenset({"evenements/2026/a.md"}))
    assert (len(preview.of(Event)), preview.drafts) == (1, frozenset())
    assert told(published.problems) == told(preview.problems) == [("content/evenements/2026/a.md", "tarif")]


def test_what_cannot_be_read_is_known() -> None:
    """A document too wrong to be read is named, so that a link to it is not blamed as well."""
    assert library({"evenements/2026/a.md": "---\ntitre: A\ndebut: bientôt\n---\n"}).unread == {"evenements/2026/a.md"}


def test_a_document_elsewhere_is_told() -> None:
    """A document in no folder of the site is told with the nearest one."""
    (problem,) = library({"evenement/a.md": EVENT.format("")}).problems
    assert problem.instead == "Vouliez-vous « content/evenements/ » ?"


def test_a_uid_stays_as_long_as_the_file() -> None:
    """Without a written uid, the file's path gives one that does not change; a written one is kept."""
    assert event("debut: 28/11/2026").uid == event("debut: 05/12/2026").uid
    assert event("debut: 28/11/2026\nuid: abc").uid == "abc"


def test_problems_stand_by_file_and_line() -> None:
    """Problems are grouped by file, in the order of lines, each once."""
    problems = [Problem("b", 2, "", "x", ""), Problem("a", 3, "", "x", ""), Problem("a", 1, "", "x", ""), Problem("a", 1, "", "x", "")]
    assert [(file, [problem.line for problem in group]) for file, group in by_file(problems)] == [("a", [1, 3]), ("b", [2])]


def test_all_problems_of_an_event_come_at_once() -> None:
    """Reading goes on after a problem, so that the writer sees all of them."""
    _, problems = try_event("debut: 28/11/2026 14h\nfin: 12h\ntarif: cher\nmaison: pond\nplaces: douze\nzzz: 1")
    assert sorted(problem.key for problem in problems) == ["fin", "maison", "places", "tarif", "zzz"]


def test_every_type_says_what_it_is() -> None:
    """Every key of every type has a purpose and an example for the guide, and no name means two keys."""
    for type_ in TYPES:
        names = [name for key in type_.keys for name in (key.name, *key.also)]
        assert len(names) == len(set(names)), type_.title
        assert all(key.purpose.endswith(".") and key.example for key in type_.keys)
