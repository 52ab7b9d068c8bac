"""The magazine, number by number, and the news."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from plugins.model.article import Article, Issue
from plugins.model.site import Site
from plugins.pages import sections
from plugins.pages.card import doors, teaser, teasers
from plugins.pages.frame import Link
from plugins.pages.page import Page, picture_of


def pages(site: Site) -> Iterator[Page]:
    """Yield the pages of the magazine, then those of the news; a section for which nothing is written has none."""
    issues = sections.issues(site)
    if site.issues:
        yield _magazine(site, issues)
    by_issue: dict[int | None, list[Article]] = defaultdict(list)
    for article in sections.articles(site):
        by_issue[article.number].append(article)
    for issue in issues:
        texts = sorted(by_issue[issue.number], key=lambda article: article.title)
        yield _issue(site, issue, texts)
        yield from (_article(site, text, Link(issue.address, _name(site, issue)), _neighbours(texts, text)) for text in texts)
    yield from _news(site)


def _name(site: Site, issue: Issue) -> str:
    """Return how an issue is called: `Le Fil n° 47`."""
    return f"{sections.magazine_name(site)} n°\u00a0{issue.number}"


def _magazine(site: Site, issues: tuple[Issue, ...]) -> Page:
    name = site.identity.magazine or sections.magazine_name(site)
    given = {"issues": tuple((issue.number, issue.season, teaser(issue)) for issue in issues)}
    return Page(
        "/le-fil/", "magazine", name, "Le journal écrit par les habitants, numéro par numéro.", picture_of(issues[0]) if issues else None, given
    )


def _issue(site: Site, issue: Issue, texts: list[Article]) -> Page:
    given = {
        "issue": issue,
        "name": _name(site, issue),
        "html": site.html.get(issue.path, ""),
        "articles": teasers(texts),
        "parent": Link("/le-fil/", sections.magazine_name(site)),
    }
    title = f"{_name(site, issue)}, {issue.season}" if issue.season else _name(site, issue)
    return Page(issue.address, "issue", title, issue.summary or issue.title, picture_of(issue), given)


def _neighbours(texts: list[Article], text: Article) -> tuple[Link, ...]:
    """Return the other articles of the issue."""
    return tuple(Link(other.address, other.title) for other in texts if other is not text)


def _news(site: Site) -> Iterator[Page]:
    news = sections.news(site)
    if site.news:
        given = {"news": teasers(news)}
        yield Page("/actualites/", "news", "Les actualités", "Ce qui est nouveau dans les maisons et les projets.", given=given)
    parent = Link("/actualites/", "Les actualités")
    for text in news:
        yield _article(site, text, parent, ())


def _article(site: Site, text: Article, parent: Link, others: tuple[Link, ...]) -> Page:
    given = {"article": text, "html": site.html.get(text.path, ""), "houses": doors(text.houses), "parent": parent, "others": others}
    return Page(text.address, "article", text.title, text.summary, picture_of(text), given)
