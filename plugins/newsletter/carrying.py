"""What a letter shows that carries an issue of the magazine: its cover, its contents and its first lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plugins.model.article import Issue
from plugins.model.site import Site
from plugins.newsletter.composition import Carrier, Excerpt
from plugins.newsletter.plain import opening

OPENING = 280
"""Characters of an article's first lines: three or four lines on a screen."""


def carrier(site: Site, issue: Issue, common: Mapping[str, Any]) -> Carrier:
    """Return the letter that carries an issue; the rest of it is given."""
    found = (article for article in site.articles if article.number == issue.number and article.date <= common["letter"].day)
    articles = sorted((article for article in found if not article.is_draft), key=lambda article: article.title)
    excerpts = (Excerpt(article, opening(article.body, OPENING)) for article in articles)
    return Carrier(**common, issue=issue, opening=opening(issue.body, OPENING), excerpts=tuple(excerpts))
