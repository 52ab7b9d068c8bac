"""What writers type and other tools stumble over is read as it is meant."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plugins.content_types.reading import Reading
from plugins.model.price import Way
from tests.content_types.test_cases import CASES
from tests.content_types.town import copy_town, event, read_town

PARIS = ZoneInfo("Europe/Paris")


def read_case(tmp_path: Path, path: str) -> Reading:
    """Return what is read of the other town with one case in it."""
    content = copy_town(tmp_path)
    (content / path).parent.mkdir(exist_ok=True)
    shutil.copy(CASES / path, content / path)
    return read_town(content)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("bon-heure-avec-deux-points", datetime(2026, 11, 28, 14, 30, tzinfo=PARIS)),
        ("bon-jour-avant-mois", datetime(2027, 4, 3, 10, tzinfo=PARIS)),
        ("bon-sans-annee-dans-un-dossier-d-annee", datetime(2026, 11, 28, 14, 30, tzinfo=PARIS)),
        ("bon-accent-et-espace-avant-deux-points", datetime(2026, 11, 28, 14, 30, tzinfo=PARIS)),
        ("bon-crlf-et-marque", datetime(2026, 11, 28, 14, 30, tzinfo=PARIS)),
    ],
)
def test_a_start_is_read_as_it_is_meant(tmp_path: Path, name: str, start: datetime) -> None:
    """Hours with a colon, days before months, spaces, accents and a byte order mark give the moment that was meant."""
    assert event(read_case(tmp_path, f"evenements/2026/{name}.md"), name).first.start == start


def test_an_end_in_the_night_is_the_next_day(tmp_path: Path) -> None:
    """`fin: 2h` after an evening start means the next day, and the event stays on its own day."""
    first = event(read_case(tmp_path, "evenements/2026/bon-fin-apres-minuit.md"), "bon-fin-apres-minuit").first
    assert first.end == datetime(2027, 1, 1, 2, tzinfo=PARIS)
    assert first.last_day == first.day


def test_no_stays_a_word(tmp_path: Path) -> None:
    """`titre: non` is a title, and `inscription: non` says that one just comes."""
    found = event(read_case(tmp_path, "evenements/2026/bon-non-reste-du-texte.md"), "bon-non-reste-du-texte")
    assert found.title == "non"
    assert [booking.way for booking in found.booking] == [Way.NONE]


def test_a_colon_stays_in_the_value(tmp_path: Path) -> None:
    """A title may hold a colon."""
    found = event(read_case(tmp_path, "evenements/2026/bon-deux-points-dans-la-valeur.md"), "bon-deux-points-dans-la-valeur")
    assert found.title == "Vélo : apprendre"


def test_a_name_in_capitals_is_a_text(tmp_path: Path) -> None:
    """A file whose name ends in .MD is read like any other."""
    assert event(read_case(tmp_path, "evenements/2026/BON-MAJUSCULES.MD"), "bon-majuscules").title == "Soupe partagée"


def test_a_post_of_pelican_just_works(tmp_path: Path) -> None:
    """Title, Date, Summary, Status, Slug, Tags and Authors are read as their French twins."""
    (news,) = (news for news in read_case(tmp_path, "actualites/bon-article-de-pelican.md").site.news if news.slug == "nouvelle-d-avant")
    assert (news.title, news.summary) == ("Une nouvelle d'avant", "Elle vient d'un autre site.")
    assert (news.keywords, news.authors) == (("mer", "vent"), ("Le groupe Mémoire",))
    assert news.body == "Le texte, tel quel."


def test_week_53_exists_where_it_does(tmp_path: Path) -> None:
    """2026 has a week 53, whose Thursday is the last day of the year."""
    (letter,) = (letter for letter in read_case(tmp_path, "lettres/bon-semaine-53-de-2026.md").site.letters if letter.week.number == 53)
    assert (letter.address, f"{letter.day:%d/%m/%Y}") == ("/lettre/2026-s53/", "31/12/2026")


@pytest.mark.parametrize("path", [".DS_Store", "evenements/2026/._bon-reste-du-mac.md", "images/Thumbs.db", "evenements/README.md"])
def test_what_editors_leave_behind_is_not_content(tmp_path: Path, path: str) -> None:
    """A file that an editor or a file manager leaves behind changes nothing in the site."""
    without = read_town(copy_town(tmp_path / "sans")).site
    assert read_case(tmp_path, path).site == without
