"""The statement of accessibility: what the law asks for, what was found, and nothing that nobody knows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from lxml import html
from msgspec.structs import replace

from plugins.model.audit import Barrier
from plugins.model.conformity import ADDRESS, Review
from plugins.model.site import Site
from plugins.pages.frame import frame
from plugins.pages.statement import Own, own
from tests.model.test_audit import AUDIT
from tests.pages.sites import agenda, content_page, episode, rendered
from tests.towns import read_site

REVIEW = Review(date(2026, 10, 5), Decimal("82.5"), "Association Exemple")
HEADINGS = [
    "État de conformité", "Résultats des tests", "Contenus non accessibles", "Établissement de cette déclaration", "Retour d’information et contact",
    "Voies de recours",
]  # fmt: skip


def reviewed(review: Review, site: Site | None = None) -> Site:
    """Return a site whose page tells of a review."""
    return replace(site or agenda(), pages=(replace(content_page("accessibilite"), review=review),))


def text(site: Site) -> str:
    """Return what the page says, its spaces made plain."""
    (page,) = rendered(site, ["accessibilite/index.html"]).values()
    return " ".join("".join(map(str, html.fromstring(page).itertext())).split())


def headings(site: Site) -> list[str]:
    """Return the headings of the page's own part."""
    (page,) = rendered(site, ["accessibilite/index.html"]).values()
    return ["".join(map(str, heading.itertext())) for heading in html.fromstring(page).iterfind(".//main//h2")]


def test_every_town_has_its_statement() -> None:
    """A town that wrote nothing has all the parts that the law asks for, with its own address, telephone and mail."""
    assert headings(agenda()) == HEADINGS
    said = text(agenda())
    for part in ("Maisons de Villeneuve", "article 47 de la loi n° 2005-102", "04 75 00 00 01", "accueil@villeneuve.example", "1 quai du Pont"):
        assert part in said
    for part in ("Libre réponse 71120, 75342 Paris CEDEX 07", "09 69 39 00 00"):
        assert part in said


def test_without_any_audit_it_says_so() -> None:
    """No rate, no tool, no date that nobody knows."""
    said = text(agenda())
    assert "est non conforme avec" in said
    assert "Aucun contrôle complet" in said
    assert "Aucun contrôle par des programmes n’a encore été enregistré" in said
    assert "Outils utilisés" not in said
    assert "critères du RGAA respectés" not in said


def test_an_audit_by_programs_claims_no_conformity() -> None:
    """What they found is told with day, tools and pages; the state stays that of a site that nobody reviewed."""
    said = text(replace(agenda(), audit=AUDIT))
    assert "est non conforme avec" in said
    assert (
        "Le dimanche 22 novembre 2026, des programmes ont examiné 2 pages" in said
        or "Le 22 novembre 2026, des programmes ont examiné 2 pages" in said
    )
    assert "color-contrast" in said
    assert "critère 1.4.3" in said
    for part in ("axe-core 4.14.1", "Chromium 156", "L’été : /", "au moins 96 sur 100", "à peu près un sur trois"):
        assert part in said


def test_an_audit_that_found_nothing_says_so() -> None:
    """And lists nothing."""
    said = text(replace(agenda(), audit=replace(AUDIT, barriers=())))
    assert "n’y ont trouvé aucun défaut" in said
    assert "Défauts trouvés" not in said


def test_good_practice_has_no_criterion() -> None:
    """A rule of axe that WCAG does not know is told as such."""
    assert "bonne pratique, règle region, sur 1 page" in text(replace(agenda(), audit=replace(AUDIT, barriers=(Barrier("", "region", 1),))))


def test_a_review_by_a_person_makes_the_state() -> None:
    """Its rate, its author and its day are told, and the foot of every page tells the state."""
    site = reviewed(REVIEW)
    said = text(site)
    assert "est partiellement conforme avec" in said
    assert "Association Exemple" in said
    assert "82,5 % des critères" in said
    assert "Aucun contrôle complet" not in said
    assert frame(site).pages[0].label == "Accessibilité\u00a0: partiellement conforme"


@pytest.mark.parametrize("site", [agenda(), reviewed(REVIEW, agenda(today=date(2029, 10, 6)))])
def test_the_home_page_tells_the_state(site: Site) -> None:
    """As decree 2019-768 asks, also when nobody has reviewed the site, or too long ago."""
    (page,) = rendered(site, ["index.html"]).values()
    assert f'<a href="{ADDRESS}">Accessibilité\u00a0: non conforme</a>' in page


def test_what_the_site_knows_is_missing_is_told() -> None:
    """Episodes that nobody wrote down, one by one as they are aired."""
    site = read_site({f"bobine/2026-2027/{day}.md": episode(f"0{day}/10/2026", day) for day in (1, 8)})
    assert "2 émissions n’ont pas de transcription" in text(site)
    assert "transcription" not in text(agenda())


def test_the_text_of_a_town_stands_in_its_places() -> None:
    """What comes before its headings opens the page, « Contenus non accessibles » takes its place in it, the rest comes last."""
    body = '<p>Bonjour.</p>\n<h2>Nos lieux</h2><p>Plats.</p>\n<h2 id="x">Contenus non  accessibles</h2>\n<p>Deux plans.</p>\n'
    assert own(body) == Own("<p>Bonjour.</p>\n", "<p>Deux plans.</p>", "<h2>Nos lieux</h2><p>Plats.</p>\n")
    page = content_page("accessibilite")
    site = replace(agenda(), pages=(page,), html={page.path: body})
    assert headings(site) == [*HEADINGS, "Nos lieux"]
    said = text(site)
    assert said.index("Bonjour.") < said.index("Nous nous engageons")
    assert said.index("Contenus non accessibles") < said.index("Deux plans.") < said.index("Établissement")


def test_a_town_without_a_text_leaves_nothing_empty() -> None:
    """No part of its own, no heading twice."""
    assert own("") == Own()
