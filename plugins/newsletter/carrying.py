"""What a letter shows that carries an issue of the magazine: its cover, its contents and its first lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plugins.newsletter.composition import Carrier, Excerpt
from plugins.newsletter.material import CarrierMaterial
from plugins.newsletter.plain import opening

OPENING = 280
"""Characters of an article's first lines: three or four lines on a screen."""


def carrier(material: CarrierMaterial, common: Mapping[str, Any]) -> Carrier:
    """Return the letter that carries an issue; the rest of it is given."""
    articles = sorted((article for article in material.articles if not article.is_draft), key=lambda article: article.title)
    excerpts = (Excerpt(article, opening(article.body, OPENING)) for article in articles)
    return Carrier(**common, issue=material.issue, opening=opening(material.issue.body, OPENING), excerpts=tuple(excerpts))
