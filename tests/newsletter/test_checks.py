"""The files of a letter, and the rules that they keep."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from plugins.model.entry import File, Picture
from plugins.model.site import Site
from plugins.newsletter import inlining
from plugins.newsletter.checks import facts
from plugins.newsletter.compose import compose
from tests.newsletter.weeks import HEAD, TOWN, WEEKS, files, letter_of


@pytest.mark.parametrize("site", WEEKS.values(), ids=WEEKS)
def test_letters_keep_every_rule(site: Site) -> None:
    """Nothing is told of the letters of the invented weeks."""
    assert [problem.what for output in files(site) for problem in output.render().problems] == []


def test_facts_are_those_of_the_letter_and_its_town() -> None:
    """Which page, which campaign, whose address."""
    known = facts(compose(WEEKS["calme"], WEEKS["calme"].letters[0]), TOWN, HEAD)

    assert (known.file, known.online, known.tag, known.leave) == (
        "content/lettres/2026-s48.md",
        "https://villeneuve.example/lettre/2026-s48/",
        "campagne=2026-s48",
        "stop@villeneuve.example",
    )


def test_broken_rule_is_told_of_the_file_that_breaks_it() -> None:
    """The HTML of a letter comes with its problems, so that it is never made without them being told."""
    site = replace(WEEKS["vide"], letters=(replace(letter_of("2026-s48"), preheader=""),))

    assert [[problem.key for problem in output.render().problems] for output in files(site)] == [["accroche"], [], []]


def test_picture_without_words_is_no_letter() -> None:
    """What was told of a picture by no one stops the letter here."""
    letter = replace(letter_of("2026-s48"), picture=Picture(File("images/soupe.jpg", "a", 1200, 600), ""))
    (problem,) = files(replace(WEEKS["vide"], letters=(letter,)))[0].render().problems

    assert problem.is_error
    assert problem.what == "Règle « texte des images » : l'image « soupe.jpg » ne dit pas ce qu'elle montre."


def test_pale_house_is_told_by_night() -> None:
    """A colour that passes on white may fail where Outlook turns it over; the message names the setting."""
    site = WEEKS["calme"]
    houses = tuple(replace(house, color="#0044ff") for house in site.houses)
    (problem,) = files(replace(site, houses=houses))[0].render().problems

    assert problem.what.startswith("Règle « contraste inversé » : ")
    assert "HOUSE_COLORS" in problem.instead


def test_three_files_a_letter_and_none_public() -> None:
    """HTML, text and message lie in the letter's folder, for the sender's eyes."""
    made = files(WEEKS["calme"])

    assert [output.path for output in made] == [f"2026-s48/lettre.{end}" for end in ("html", "txt", "eml")]
    assert not any(output.is_public for output in made)


def test_no_letterhead_no_files() -> None:
    """A town that sends no letter has none, whatever lies in its folder."""
    site = replace(WEEKS["calme"], identity=replace(TOWN, letter=None))

    assert files(site) == []


def test_styles_are_inlined_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message takes the HTML that the page file has just made."""
    pages: list[str] = []

    def inlined(page: str) -> str:
        pages.append(page)
        return page

    monkeypatch.setattr(inlining, "inlined", inlined)
    for output in files(replace(WEEKS["calme"], identity=replace(TOWN))):
        output.render()

    assert len(pages) == 1
