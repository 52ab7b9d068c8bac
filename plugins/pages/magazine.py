"""The magazine, number by number, and the news."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from plugins.model.article import Article, Issue
from plugins.model.site import Site
from plugins.pages import sections
from plugins.pages.card import doors, teaser, teasers
from plugins.pages.frame import Link
from plugins.pages.on_air import OnAir, spoken_links
from plugins.pages.page import Face, Page, picture_of


def pages(site: Site) -> Iterator[Page]:
    """Yield the pages of the magazine, then those of the news; a section for which nothing is written has none."""
    issues, magazine, on_air = sections.issues(site), sections.magazine_name(site), spoken_links(site)
    if site.issues:
        yield Page("/le-fil/", "magazine", magazine_face, {"name": site.identity.magazine or magazine, "issues": issues})
    by_issue: dict[int | None, list[Article]] = defaultdict(list)
    for article in sections.articles(site):
        by_issue[article.number].append(article)
    for issue in issues:
        texts = tuple(sorted(by_issue[issue.number], key=lambda article: article.title))
        of = {"issue": issue, "html": site.html.get(issue.path, ""), "articles": texts, "magazine": magazine}
        yield Page(issue.address, "issue", issue_face, of)
        links = tuple(Link(text.address, text.title) for text in texts)
        yield from _articles(site, texts, Link(issue.address, _name(magazine, issue)), links, on_air)
    yield from _news(site, on_air)


def _news(site: Site, on_air: OnAir) -> Iterator[Page]:
    news = sections.news(site)
    if site.news:
        yield Page("/actualites/", "news", news_face, {"news": news})
    yield from _articles(site, news, Link("/actualites/", "Les actualités"), (), on_air)


def _articles(site: Site, texts: Iterable[Article], parent: Link, links: tuple[Link, ...], on_air: OnAir) -> Iterator[Page]:
    for text in texts:
        of = {"article": text, "html": site.html.get(text.path, ""), "parent": parent, "links": links, "on_air": on_air.get(text.path, ())}
        yield Page(text.address, "article", article_face, of)


def _name(magazine: str, issue: Issue) -> str:
    """Return how an issue is called: `Le Fil n° 47`."""
    return f"{magazine} n°\u00a0{issue.number}"


def magazine_face(name: str, issues: tuple[Issue, ...]) -> Face:
    """Return the page of all issues."""
    given = {"issues": tuple((issue.number, issue.season, teaser(issue)) for issue in issues)}
    return Face(name, "Le journal écrit par les habitants, numéro par numéro.", picture_of(issues[0]) if issues else None, given)


def issue_face(issue: Issue, html: str, articles: tuple[Article, ...], magazine: str) -> Face:
    """Return the page of an issue: its editorial, then its articles."""
    name = _name(magazine, issue)
    given = {"issue": issue, "name": name, "html": html, "articles": teasers(articles), "parent": Link("/le-fil/", magazine)}
    return Face(f"{name}, {issue.season}" if issue.season else name, issue.summary or issue.title, picture_of(issue), given)


def news_face(news: tuple[Article, ...]) -> Face:
    """Return the page of all news."""
    return Face("Les actualités", "Ce qui est nouveau dans les maisons et les projets.", given={"news": teasers(news)})


def article_face(article: Article, html: str, parent: Link, links: tuple[Link, ...], on_air: tuple[Link, ...]) -> Face:
    """Return the page of an article or a piece of news; the links lead to the articles of its issue, itself among them, and to episodes."""
    others = tuple(link for link in links if link.address != article.address)
    given = {"article": article, "html": html, "houses": doors(article.houses), "parent": parent, "others": others, "on_air": on_air}
    return Face(article.title, article.summary, picture_of(article), given)
