"""The pages as a browser gets them."""

from __future__ import annotations

import re
from datetime import date, datetime
from itertools import pairwise

import pytest
from msgspec.structs import replace

from plugins.model.occurrence import Occurrence
from plugins.model.site import Site
from plugins.pages import environment
from tests.pages.sites import agenda, event, full_site, pages, rendered
from tests.towns import IDENTITY, PARIS, TODAY, read_event, read_site

ALLOWED = r' (?:src="/theme/[\w-]+\.js" defer|type="application/ld\+json")>'
"""Scripts that a strict policy takes: our own files, and data."""


@pytest.mark.parametrize("site", [agenda(), full_site(), replace(full_site(), today=date(2026, 1, 1))], ids=["vide", "plein", "en avance"])
def test_every_page_is_whole(site: Site) -> None:
    """Empty or full, each page has one title of its own, one first heading, no heading level skipped, no inline style and no inline script."""
    for path, text in rendered(site).items():
        levels = [int(level) for level in re.findall(r"<h([1-6])", text)]
        assert levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path
        assert not re.search(rf"<script(?!{ALLOWED})|<style| style=|>None<", text), path
        assert '<html lang="fr">' in text


def test_no_two_pages_share_an_address() -> None:
    """Each address has one page."""
    found = [page.address for page in pages(full_site())]
    assert len(found) == len(set(found))


def test_two_builds_give_the_same_pages() -> None:
    """Nothing in a page depends on when or how often it is made."""
    assert rendered(full_site()) == rendered(full_site())


def test_an_empty_agenda_reads_well() -> None:
    """Nothing on is said in words."""
    text = rendered(agenda(), ["agenda/index.html", "maisons/pont/index.html", "agenda/aujourd-hui/index.html"])
    assert "Rien n’est encore annoncé" in text["agenda/index.html"]
    assert "Rien n’est annoncé ici" in text["maisons/pont/index.html"]
    assert "Rien n’est prévu" in text["agenda/aujourd-hui/index.html"]


def test_a_section_that_is_only_announced_says_so() -> None:
    """Before its first day a section has its page, to which links may lead, and the page says that it comes."""
    made = rendered(replace(full_site(), today=date(2026, 1, 1)))
    for section in ("la-bobine", "actualites", "le-fil", "lettre"):
        assert "bientôt" in made[f"{section}/index.html"]
        there = {f"{section}/index.html"} | ({"lettre/s-abonner/index.html"} if section == "lettre" else set())
        assert {path for path in made if path.startswith(f"{section}/")} == there


def test_a_cancelled_event_says_so_everywhere() -> None:
    """On its page, in the agenda and in its month."""
    made = rendered(agenda("debut: 28/11/2026 10h\netat: annulé"))
    for path in ("index.html", "agenda/index.html", "agenda/2026/11/index.html", "agenda/2026/11/28/fete-1/index.html"):
        assert "ANNULÉ" in made[path], path


def test_markup_in_a_title_is_inert() -> None:
    """What a writer types is text."""
    made = rendered(read_site({"evenements/2026/x.md": event("debut: 28/11/2026", "<script>alert(1)</script>")}))
    assert not any("<script>" in text for text in made.values())


def test_addresses_follow_the_folder_of_the_site() -> None:
    """A site that lies in a folder has it before every link, once; whole addresses too."""
    site = agenda("debut: 28/11/2026", identity=replace(IDENTITY, url="https://villeneuve.example/centre"))
    text = rendered(site, ["agenda/index.html"])["agenda/index.html"]
    links = re.findall(r'(?:href|src)="(/[^"]*)"', text)
    assert links
    assert all(re.match(r"/centre/(?!centre/)", link) for link in links)
    assert '<link rel="canonical" href="https://villeneuve.example/centre/agenda/">' in text


def test_the_missing_page_is_not_indexed() -> None:
    """It has no address of its own to give."""
    text = rendered(agenda(), ["404.html"])["404.html"]
    assert "noindex" in text
    assert "canonical" not in text


def test_an_episode_can_be_heard() -> None:
    """The player fetches nothing before one asks, and the recording says its weight."""
    text = rendered(full_site(), ["la-bobine/2026-2027/onde/index.html"])["la-bobine/2026-2027/onde/index.html"]
    assert '<audio controls preload="none" src="/la-bobine/audio/2026-10-01.mp3"' in text
    assert "39,6\u00a0Mo" in text


def test_dates_for_machines() -> None:
    """A moment has its offset, a whole day has none."""
    noon = datetime(2026, 11, 28, 12, tzinfo=PARIS)
    assert environment.iso(Occurrence(noon, None)) == "2026-11-28T12:00+01:00"
    assert environment.iso(Occurrence(noon.replace(hour=0), None, all_day=True)) == "2026-11-28"
    assert environment.iso(TODAY) == "2026-11-22"


@pytest.mark.parametrize(
    ("header", "at", "brief"),
    [
        ("debut: 28/11/2026 14h\nfin: 16h", "de 14\u00a0h à 16\u00a0h", "14\u00a0h"),
        ("debut: 28/11/2026", "toute la journée", "la journée"),
        ("debut: 28/11/2026 10h\nfin: 05/12/2026 18h", "jusqu'au samedi 5 décembre", "jusqu'au 05/12"),
    ],
)
def test_hours_in_lists(header: str, at: str, brief: str) -> None:
    """Under its day an event says its hours, or until when it lasts."""
    occurrence = read_event(header).first
    assert (environment.at(occurrence), environment.start(occurrence)) == (at, brief)


def test_a_number_is_called_with_the_country_code() -> None:
    """From abroad too."""
    assert environment.tel("04 75 00 00 01") == "tel:+33475000001"
