"""The agenda on other people's sites."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from msgspec.structs import replace

from plugins.model.site import Site
from tests.pages.sites import agenda, event, full_site, given_at, page_at, rendered
from tests.towns import IDENTITY, read_site

CADRE = "agenda/cadre/index.html"
STYLE = Path(__file__).parents[2] / "theme" / "static" / "cadre.css"
LONG = "Grande journée de rencontres, de cuisine et de musique à l’occasion de la fête d’été des habitants "


def _text(site: Site, path: str = CADRE) -> str:
    return rendered(site, [path])[path]


def _busy(title: str, slug: str) -> Site:
    header = "debut: {}/12/2026 10h\nfin: 18h\nmaison: pont"
    return read_site({f"evenements/2026/{slug}-{day}.md": event(header.format(day), f"{title}{day}") for day in range(10, 31)})


@pytest.mark.parametrize(("title", "slug"), [("Soupe ", "soupe"), (LONG, "grande-journee-de-rencontres-et-de-musique"), ("é" * 500, "e" * 200)])
@pytest.mark.parametrize("path", [CADRE, "agenda/cadre/pont/index.html"])
def test_a_framed_page_is_under_five_kilobytes(title: str, slug: str, path: str) -> None:
    """With its style sheet, and it asks for nothing else, from anybody."""
    text = _text(_busy(title, slug), path)
    assert len(text.encode()) + STYLE.stat().st_size < 5000
    assert re.findall(r'<(?:link|script|img|iframe)[^>]*(?:href|src)="([^"]+)"', text) == ["/theme/cadre.css", "data:,"]


def test_a_framed_page_shows_the_next_eight_dates() -> None:
    """In order, and its links leave the frame."""
    text = _text(_busy("Soupe ", "soupe"))
    assert re.findall(r">Soupe (\d+)</a>", text) == [str(day) for day in range(10, 18)]
    assert '<base target="_top">' in text
    assert '<meta name="robots" content="noindex">' in text


def test_a_house_has_its_own() -> None:
    """What it organises or welcomes, and nothing else."""
    site = agenda("debut: 28/11/2026\nmaison: pont", "debut: 28/11/2026\nlieu: pont", "debut: 28/11/2026\nlieu: 3 rue Haute, Villeneuve")
    text = _text(site, "agenda/cadre/pont/index.html")
    assert re.findall(r"Fête \d", text) == ["Fête 1", "Fête 2"]
    assert '<h1><a href="/maisons/pont/">Maison du Pont</a></h1>' in text


def test_a_framed_page_warns() -> None:
    """Whoever meets a cancelled date there does not come in vain."""
    assert "<strong>ANNULÉ</strong> Fête 1" in _text(agenda("debut: 28/11/2026\netat: annulé"))


def test_an_empty_frame_reads_well() -> None:
    """And leads to the agenda."""
    text = _text(agenda())
    assert "Rien n’est encore annoncé" in text
    assert 'href="/agenda/"' in text


def test_a_framed_page_is_remade_when_a_date_passes() -> None:
    """And not each day."""
    site = agenda("debut: 28/11/2026\nmaison: pont", "debut: 20/11/2026\nfin: 30/11/2026\nmaison: pont")
    assert page_at(site, "/agenda/cadre/") == page_at(replace(site, today=date(2026, 11, 28)), "/agenda/cadre/")
    assert page_at(site, "/agenda/cadre/") != page_at(replace(site, today=date(2026, 11, 29)), "/agenda/cadre/")


def test_the_line_to_copy_is_the_frame() -> None:
    """Whole addresses, a title that says what it is, the same text in the page and for the button."""
    site = replace(full_site(), identity=replace(IDENTITY, name='Centre "du Pont" & Cie', url="https://villeneuve.example/centre"))
    text = _text(site, "agenda/integrer/index.html")
    shown, copied = re.findall(r"<code>(.*?)</code>", text), re.findall(r'data-copy="(.*?)"', text)
    assert [unescape(line) for line in shown] == [unescape(line) for line in copied]
    assert [re.findall(r'src="(.*?)"', unescape(line)) for line in shown] == [
        ["https://villeneuve.example/centre/agenda/cadre/"],
        ["https://villeneuve.example/centre/agenda/cadre/pont/"],
    ]
    assert 'title="Agenda – Centre &quot;du Pont&quot; &amp; Cie"' in unescape(shown[0])


def test_the_explanation_leads_to_the_open_data() -> None:
    """For whoever wants more than a frame."""
    assert 'href="/agenda/evenements.json"' in _text(full_site(), "agenda/integrer/index.html")


def test_a_town_without_houses_has_one_frame() -> None:
    """And the explanation offers no other."""
    site = replace(full_site(), houses=())
    assert given_at(site, "/agenda/integrer/")["lines"] == ()
