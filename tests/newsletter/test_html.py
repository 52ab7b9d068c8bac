"""The HTML of a letter, by the rules of mailboxes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from plugins.model.entry import File, Picture
from plugins.model.site import Site
from plugins.newsletter import html as newsletter_html
from plugins.newsletter.compose import compose
from plugins.newsletter.html import render_html
from plugins.newsletter.lines import LONGEST, folded
from tests.newsletter.weeks import CALM, HEAD, PREHEADER, TOWN, WEEKS, letter_of, site_of

SITES = [pytest.param(site, id=name) for name, site in WEEKS.items()]
TEMPLATES = Path(newsletter_html.__file__).with_name("templates")


def rendered(site: Site) -> str:
    """Return the HTML of the site's letter."""
    return render_html(compose(site, site.letters[0]), TOWN, HEAD)


@pytest.mark.parametrize("site", SITES)
def test_no_rule_of_mailboxes_is_broken(site: Site) -> None:
    """Size, line length, and nothing that La Poste, Orange or Outlook drop."""
    source = rendered(site)
    body = source.partition("<body")[2]

    assert len(source.encode()) < 60_000
    assert max(len(line.encode()) for line in source.split("\n")) <= LONGEST
    assert not re.search(r"flex|grid|float|var\(|rem\b|rgba|radius|data:|<svg|<script|href=\"#", body)
    assert not re.search(r"#[0-9a-f]{3}\b", body)
    assert len(re.findall(r"<style", source)) == 1
    assert "data-premailer" not in source


@pytest.mark.parametrize("site", SITES)
def test_every_element_keeps_the_rules(site: Site) -> None:
    """Layout tables are named so, padding is on cells only, pictures have text and size, links are whole."""
    root = html.document_fromstring(rendered(site))

    assert all(table.get("role") == "presentation" for table in root.iter("table"))
    assert {element.tag for element in root.iter() if "padding" in str(element.get("style"))} == {"td"}
    for image in root.iter("img"):
        assert str(image.get("src")).startswith("https://")
        assert all(image.get(name) for name in ("alt", "width", "height"))
    for link in root.iter("a"):
        href = str(link.get("href"))
        assert re.match(r"mailto:|tel:|https://villeneuve\.example/[^?]*\?campagne=2026-s\d\d$", href), href


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
    states = enumerate(("annulé", "reporté", "complet"))
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


def luminance(color: str) -> float:
    """Return the relative luminance of `#rrggbb` (WCAG 2.2)."""
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def inverted(color: str) -> str:
    """Return the colour as a mailbox that inverts everything shows it."""
    return "#" + "".join(f"{255 - int(color[i : i + 2], 16):02x}" for i in (1, 3, 5))


def pairs() -> Iterator[tuple[str, str]]:
    """Yield each text colour with each ground it stands on, by day and by night."""
    yield from ((ink, ground) for ink in ("#23211e", "#5a554d", "#0b4f8a") for ground in ("#ffffff", "#f2efe9"))
    yield "#ffffff", "#1f3a5f"
    yield from ((ink, ground) for ink in ("#f0eeea", "#bdb8b0", "#9cc9f5") for ground in ("#202328", "#16181b"))
    yield "#16181b", "#9cc9f5"


@pytest.mark.parametrize(("ink", "ground"), list(pairs()))
def test_colours_can_be_read(ink: str, ground: str) -> None:
    """4.5 to 1 as written and inverted (WCAG 2.2, 1.4.3)."""
    assert contrast(ink, ground) >= 4.5
    assert contrast(inverted(ink), inverted(ground)) >= 4.5


def test_every_colour_is_checked() -> None:
    """No colour of the style sheets escapes the test above."""
    written = {color for name in ("inlined.css", "ignored.css") for color in re.findall(r"#[0-9a-f]{6}", (TEMPLATES / name).read_text("utf-8"))}

    assert written == {color for pair in pairs() for color in pair}


def test_empty_editorial_leaves_no_gap() -> None:
    """A letter of lists alone goes from its title to the agenda."""
    source = rendered(site_of({}, letter_of("2026-s48", editorial=""), html=""))

    assert re.search(r"</h1></td></tr>\s*<tr><td class=\"title\"", source)


def test_pictures_that_mailboxes_do_not_show_stay_on_the_site() -> None:
    """A WebP picture is left out, a JPEG is shown with its text and size."""
    shown = [rendered(pictured(name)) for name in ("soupe.jpg", "soupe.webp")]

    assert 'images/soupe.jpg" alt="Une marmite" width="552" height="310"' in shown[0]
    assert "soupe.webp" not in shown[1]


def pictured(name: str) -> Site:
    """Return a site whose featured event has a picture of that name."""
    site = site_of(CALM, letter_of("2026-s48", "a-la-une: soupe"))
    picture = Picture(File(f"images/{name}", "eeee", 1200, 675), "Une marmite")
    return replace(site, events=tuple(replace(event, picture=picture) for event in site.events))
