"""The HTML of a letter, by the rules of mailboxes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from msgspec.structs import replace

from plugins.model.agenda import agenda_of
from plugins.model.entry import File, Picture
from plugins.model.site import Site
from plugins.newsletter import html as newsletter_html
from plugins.newsletter.compose import compose
from plugins.newsletter.html import render_html
from plugins.newsletter.lines import folded
from plugins.newsletter.lint.colors import contrast, darkened, negative
from plugins.newsletter.lint.weight import LARGE
from tests.newsletter.weeks import CALM, HEAD, PREHEADER, TOWN, WEEKS, letter_of, site_of

SITES = [pytest.param(site, id=name) for name, site in WEEKS.items()]
TEMPLATES = Path(newsletter_html.__file__).with_name("templates")


def rendered(site: Site) -> str:
    """Return the HTML of the site's letter."""
    return render_html(compose(site, site.letters[0]), TOWN, HEAD)


@pytest.mark.parametrize("site", SITES)
def test_letters_are_light(site: Site) -> None:
    """The fullest week stays under what Gmail shows whole, and nothing of the tools that make it is left."""
    source = rendered(site)

    assert len(source.encode()) < LARGE
    assert "data-premailer" not in source


@pytest.mark.parametrize("site", SITES)
def test_night_has_a_style_sheet_of_its_own(site: Site) -> None:
    """A program that drops a whole sheet for one rule that it does not know still has the one for narrow screens."""
    sheets = re.findall(r"<style>(.*?)</style>", rendered(site), re.DOTALL)

    assert [("max-width: 480px" in sheet, "data-ogsc" in sheet) for sheet in sheets] == [(True, False), (False, True)]


def test_letter_starts_with_preheader_and_link_to_the_page() -> None:
    """What mailboxes show beside the subject comes first, then « Voir en ligne »."""
    words = " ".join(str(html.document_fromstring(rendered(WEEKS["calme"])).xpath("string(//body)")).split())

    assert words.startswith(f"{PREHEADER} Voir en ligne")


def test_foot_says_who_why_and_how_to_leave() -> None:
    """Name, postal address, reason and the address to write to."""
    foot = rendered(WEEKS["vide"])[-3500:]

    assert all(said in foot for said in (TOWN.name, TOWN.postal, HEAD.reason, "mailto:stop@villeneuve.example?subject=desabonnement"))


def test_house_has_its_colour_and_its_name() -> None:
    """A colour alone tells nothing to who does not see it."""
    tag = next(html.document_fromstring(rendered(WEEKS["calme"])).iter("span"))

    assert "background-color:#1d4ed8" in str(tag.get("style"))
    assert tag.text == "\u00a0Maison\u00a0du\u00a0Pont\u00a0"


def test_states_are_words() -> None:
    """Cancelled, postponed and full are said in words, before the title."""
    states = enumerate(("annulé", "reporté au 29/11/2026", "complet"))
    headers = {f"evenements/2026/{n}.md": f"titre: Bal\ndebut: 28/11/2026 {8 + n}h\netat: {state}" for n, state in states}
    source = rendered(site_of(headers, letter_of("2026-s48")))

    assert all(f"<strong>{state} – </strong>" in source for state in ("ANNULÉ", "REPORTÉ", "COMPLET"))


def test_titles_are_inert() -> None:
    """Markup typed in a title or summary is shown, not run."""
    headers = {"evenements/2026/x.md": 'titre: <script>alert(1)</script> & "co"\ndebut: 28/11/2026 10h\nresume: <img src=x onerror=alert(1)>'}
    source = rendered(site_of(headers, letter_of("2026-s48", "a-la-une: x")))

    assert "<script" not in source
    assert "<img src=x" not in source


def test_long_text_is_broken_at_spaces() -> None:
    """A paragraph of one line stays the same words on several."""
    source = "<p>" + "mot " * 500 + "<b>fin</b></p>"

    assert max(map(len, folded(source).splitlines())) < 300
    assert folded(source).split() == source.split()


def pairs() -> Iterator[tuple[str, str]]:
    """Yield each text colour with each ground it stands on, by day and by night."""
    yield from ((ink, ground) for ink in ("#23211e", "#5a554d", "#0b4f8a") for ground in ("#ffffff", "#f2efe9"))
    yield "#ffffff", "#1f3a5f"
    yield from ((ink, ground) for ink in ("#f0eeea", "#bdb8b0", "#9cc9f5") for ground in ("#202328", "#16181b"))
    yield "#16181b", "#9cc9f5"


@pytest.mark.parametrize(("ink", "ground"), list(pairs()))
def test_colours_can_be_read(ink: str, ground: str) -> None:
    """4.5 to 1 as written, for the night too, and turned over once more by a program that does not know it is night already."""
    assert contrast(ink, ground) >= 4.5
    assert contrast(darkened(ink), darkened(ground)) >= 4.5
    assert contrast(negative(ink), negative(ground)) >= 4.5


def test_every_colour_is_checked() -> None:
    """No colour of the style sheets escapes the test above."""
    written = {
        color for name in ("inlined.css", "narrow.css", "dark.css") for color in re.findall(r"#[0-9a-f]{6}", (TEMPLATES / name).read_text("utf-8"))
    }

    assert written == {color for pair in pairs() for color in pair}


def test_whatever_has_a_colour_by_day_has_one_by_night() -> None:
    """Dark letters on a dark ground cannot be read: each selector that gives a colour is in the sheet for the night too."""
    day, night = (coloured((TEMPLATES / name).read_text("utf-8")) for name in ("inlined.css", "dark.css"))

    assert day - night == {".preheader"}


def coloured(sheet: str) -> set[str]:
    """Return the selectors that give their element a colour to write in."""
    rules = re.findall(r"([^{}]+){([^{}]*)}", re.sub(r"@media[^{]*{", "", sheet))
    return {selector.strip() for selectors, style in rules if re.search(r"(?<!-)color:", style) for selector in selectors.split(",")}


def test_empty_editorial_leaves_no_gap() -> None:
    """A letter of lists alone goes from its title to the agenda."""
    source = rendered(site_of({}, letter_of("2026-s48", editorial=""), html=""))

    assert re.search(r"</h1></td></tr>\s*<tr><td class=\"title\"", source)


@pytest.mark.parametrize(("name", "copy"), [("soupe.jpg", "soupe.jpg"), ("soupe.PNG", "soupe.PNG"), ("soupe.webp", "soupe.webp.jpg")])
def test_pictures_are_the_copies_made_for_letters(name: str, copy: str) -> None:
    """JPEG or PNG, no wider than the column needs, with its text and its size."""
    source = rendered(pictured(name))

    assert f'src="https://villeneuve.example/lettre/images/{copy}" alt="Une marmite" width="552" height="310"' in source


def pictured(name: str) -> Site:
    """Return a site whose featured event has a picture of that name."""
    site = site_of(CALM, letter_of("2026-s48", "a-la-une: soupe"))
    picture = Picture(File(f"images/{name}", "eeee", 1200, 675), "Une marmite")
    return replace(site, agenda=agenda_of(replace(event, picture=picture) for event in site.events))
