"""What is read of a whole town: its texts, its files, its drafts, and every problem at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from plugins.model.problem import by_file
from tests.content_types.town import copy_town, event, read_town, write

PHARE = (Path(__file__).parents[1] / "autre-ville/content/images/phare.png").read_bytes()
EVENT = "---\ntitre: Soupe partagée\ndebut: 28/11/2026 14h30\nmaison: la-fabrique\n{}---\n{}\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a copy of the other town's content."""
    return copy_town(tmp_path)


def test_the_other_town_is_sound(content: Path) -> None:
    """The other town reads without a problem, from its own content and settings alone."""
    reading = read_town(content)
    assert reading.problems == ()
    assert [house.name for house in reading.site.houses] == ["La Fabrique", "Le Phare"]
    assert (len(reading.site.events), len(reading.site.articles), len(reading.site.news), len(reading.site.letters)) == (5, 2, 2, 1)
    assert reading.site.identity.show is None


@pytest.mark.parametrize(("zone", "without"), [("A", (17, 24)), ("B", (24, 3)), ("", ())])
def test_school_holidays_are_those_of_the_zone(content: Path, zone: str, without: tuple[int, ...]) -> None:
    """`sauf: vacances scolaires` takes away the days of the town's own zone, and none without a zone."""
    days = {found.day for found in event(read_town(content, SCHOOL_ZONE=zone), "contes-du-mercredi").occurrences}
    winter = {date(2027, 2, 10), date(2027, 2, 17), date(2027, 2, 24), date(2027, 3, 3), date(2027, 3, 10)}
    assert {day.day for day in winter - days} == set(without)


def test_every_problem_of_every_file_comes_at_once(content: Path) -> None:
    """Several problems in several files come all in one report, files by name and lines in order."""
    write(content, "actualites/z.md", "---\ndate: 2026\ntitr: La mer\n---\n[x](javascript:x)\n")
    write(content, "evenements/2026/a.md", EVENT.format("tarif: cher\npublic: chats\n", "<b>x</b>\n\n![](rien.jpg)"))
    write(content, "images/a.png", b"rien")
    found = [(file, [problem.line for problem in problems]) for file, problems in by_file(read_town(content, SITEURL="rien").problems)]
    assert found == [
        ("content/actualites/z.md", [0, 2, 3, 5]),
        ("content/evenements/2026/a.md", [5, 6, 8, 10, 10]),
        ("content/images/a.png", [0]),
        ("pelicanconf.py", [0]),
    ]


def test_a_draft_and_what_only_it_shows_stay_at_home(content: Path) -> None:
    """A draft, its picture and a picture of its body are not in the site; with DRAFTS they are."""
    write(content, "images/une.png", PHARE)
    write(content, "images/dedans.png", PHARE)
    write(content, "evenements/2026/secret.md", EVENT.format("statut: brouillon\nimage: une.png\nimage-alt: Une\n", "![Dedans](/images/dedans.png)"))
    site, preview = read_town(content).site, read_town(content, DRAFTS=True).site
    assert "secret" not in {found.slug for found in site.events}
    assert set(site.files) == {"images/phare.png"}
    assert "evenements/2026/secret.md" not in site.html
    assert "secret" in {found.slug for found in preview.events}
    assert set(preview.files) == {"images/phare.png", "images/une.png", "images/dedans.png"}


def test_a_draft_has_its_problems_told(content: Path) -> None:
    """A draft's header is checked like any other, so that it can be published one day."""
    write(content, "evenements/2026/secret.md", EVENT.format("statut: brouillon\ntarif: cher\n", "x"))
    (problem,) = read_town(content).problems
    assert (problem.line, problem.key) == (6, "tarif")


def test_a_picture_that_a_draft_shares_is_published(content: Path) -> None:
    """A picture that something published shows too is in the site."""
    write(content, "images/une.png", PHARE)
    write(content, "evenements/2026/secret.md", EVENT.format("statut: brouillon\n", "![Une](/images/une.png)"))
    write(content, "evenements/2026/soupe.md", EVENT.format("", "![Une](/images/une.png)"))
    assert "images/une.png" in read_town(content).site.files


def test_a_file_that_nothing_shows_is_not_published(content: Path) -> None:
    """A picture that lies in the folder and stands in no text is not in the site."""
    write(content, "images/une.png", PHARE)
    assert "images/une.png" not in read_town(content).site.files


def test_a_link_out_of_the_folder_is_refused(content: Path) -> None:
    """A symbolic link to a file outside content/ is a problem, and its file is not read."""
    (content.parent / "secret.md").write_text("---\ntitre: Secret\n---\nSecret\n")
    (content / "pages/secret.md").symlink_to(content.parent / "secret.md")
    reading = read_town(content)
    assert [(problem.file, problem.what) for problem in reading.problems] == [("content/pages/secret.md", "Ce raccourci n'est pas suivi.")]
    assert "secret" not in {page.slug for page in reading.site.pages}


def test_a_link_inside_the_folder_is_read(content: Path) -> None:
    """A symbolic link to a file of the same content is read as that file."""
    (content / "pages/nous.md").symlink_to(content / "projets/repar-val.md")
    assert "Ce raccourci" not in str(read_town(content).problems)


def test_a_link_to_a_wrong_text_is_not_a_second_problem(content: Path) -> None:
    """A link to a text that cannot be read is not blamed on top of that text."""
    write(content, "evenements/2026/faux.md", "---\ntitre: Faux\ndebut: bientôt\n---\nx\n")
    write(content, "evenements/2026/soupe.md", EVENT.format("", "[Voir](faux.md)"))
    assert {problem.file for problem in read_town(content).problems} == {"content/evenements/2026/faux.md"}


def test_links_to_pages_are_kept_for_later(content: Path) -> None:
    """A link to a page of the site is handed on with its file and line, for whoever knows all the pages."""
    write(content, "evenements/2026/soupe.md", EVENT.format("", "On goûte.\n\n[L'agenda](/agenda/2026/11/)"))
    links = [(link.line, link.address) for link in read_town(content).links if link.file == "content/evenements/2026/soupe.md"]
    assert links == [(8, "/agenda/2026/11/")]


def test_a_site_in_a_folder_has_the_folder_before_its_links(content: Path) -> None:
    """Links and pictures of bodies have the folder of SITEURL before them."""
    write(content, "evenements/2026/soupe.md", EVENT.format("", "[Bal](../2027/bal-du-port.md#venir) ![Un phare](phare.png) [Agenda](/agenda/)"))
    html = read_town(content, SITEURL="https://exemple.example/val").site.html["evenements/2026/soupe.md"]
    assert 'href="/val/agenda/2027/06/05/bal-du-port/#venir"' in html
    assert 'src="/val/images/phare.png"' in html
    assert 'href="/val/agenda/"' in html


def test_texts_stand_newest_first_and_events_in_order(content: Path) -> None:
    """News stand newest first, events by their first date, houses in the order of the settings."""
    site = read_town(content).site
    assert [news.date for news in site.news] == sorted((news.date for news in site.news), reverse=True)
    assert [found.first.start for found in site.events] == sorted(found.first.start for found in site.events)
    colors = {"le-phare": "#9f1239", "la-fabrique": "#5b21b6"}
    assert [house.key for house in read_town(content, HOUSE_COLORS=colors).site.houses] == ["le-phare", "la-fabrique"]


def test_a_settings_picture_that_does_not_exist_is_a_problem(content: Path) -> None:
    """A picture that pelicanconf.py names and content/ lacks is a problem of pelicanconf.py."""
    (problem,) = read_town(content, LOGO="images/logo.png").problems
    assert (problem.file, problem.what) == ("pelicanconf.py", "L'image « images/logo.png » n'existe pas dans content/.")


def test_reading_twice_gives_the_same(content: Path) -> None:
    """The same content read twice gives the same site."""
    assert read_town(content).site == read_town(content).site
