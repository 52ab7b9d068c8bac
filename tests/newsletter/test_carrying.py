"""A letter that carries an issue of the magazine."""

from __future__ import annotations

from msgspec.structs import replace

from plugins.model.article import Issue
from plugins.model.entry import Status
from plugins.newsletter.compose import compose
from plugins.newsletter.composition import Carrier
from plugins.newsletter.html import render_html
from plugins.newsletter.names import name_problems
from plugins.newsletter.text import render_text
from tests.newsletter.weeks import HEAD, MAGAZINE, TOWN, WEEKS, files, letter_of, site_of

SITE = WEEKS["le-fil"]
LETTER = SITE.letters[0]


def test_it_has_an_address_and_a_folder_of_its_own() -> None:
    """It may go out in the same week as the weekly letter, and its links are counted apart."""
    both = replace(SITE, letters=(letter_of("2026-s48"), LETTER))

    assert LETTER.address == "/lettre/le-fil-47/"
    assert {output.path.partition("/")[0] for output in files(both)} == {"2026-s48", "le-fil-47"}
    assert "?campagne=le-fil-47" in render_text(compose(SITE, LETTER), TOWN, HEAD)


def test_it_shows_the_issue_and_no_agenda() -> None:
    """Cover, contents and first lines; nothing of the ten days."""
    page = render_html(compose(SITE, LETTER), TOWN, HEAD)
    said = render_text(compose(SITE, LETTER), TOWN, HEAD).replace("\u00a0", " ")

    assert "Une marmite sur la couverture" in page
    assert "LE TRAIT N° 47, AUTOMNE 2026" in said
    assert "- Une veste, deux boutons, quatre points · Le groupe Économie de partage" in said
    assert "https://villeneuve.example/le-fil/47/une-veste/?campagne=le-fil-47" in said
    assert all("Soupe partagée" not in text and "agenda" not in text.casefold() for text in (page, said))


def test_an_article_of_tomorrow_is_not_in_it() -> None:
    """Only what is out on the day of the letter has a page to lead to; the order is that of the issue's page."""
    composition = compose(SITE, LETTER)

    assert isinstance(composition, Carrier)
    assert [excerpt.article.slug for excerpt in composition.excerpts] == ["trois-spectacles", "une-veste"]


def test_a_picture_of_the_letter_takes_the_place_of_the_cover() -> None:
    """Two large pictures one above the other would hide the contents."""
    cover = SITE.issues[0].picture
    assert cover is not None
    letter = replace(LETTER, picture=replace(cover, alt="Une autre image"))
    page = render_html(compose(replace(SITE, letters=(letter,)), letter), TOWN, HEAD)

    assert "Une autre image" in page
    assert "Une marmite sur la couverture" not in page


def problems(week: str, number: int = 47) -> list[str]:
    """Return what is wrong with a letter of that week that carries that issue."""
    return [problem.what for problem in name_problems(site_of(MAGAZINE, letter_of(week, f"numero: {number}")))]


def test_the_issue_must_exist_and_be_out() -> None:
    """A letter whose links lead nowhere must not go out."""
    assert problems("2026-s48") == []
    assert problems("2026-s48", 99) == ["Le numéro 99 n'existe pas, ou c'est un brouillon."]
    assert problems("2026-s47") == ["Le numéro 47 ne paraît que le 20/11/2026, et la lettre part le 19/11/2026."]


def test_a_missing_or_draft_issue_gives_no_files() -> None:
    """What is wrong is told, and nothing else breaks; a draft may stand in the preview."""
    issue: Issue = replace(SITE.issues[0], status=Status.DRAFT)

    assert files(replace(SITE, issues=())) == files(replace(SITE, issues=(issue,))) == []
