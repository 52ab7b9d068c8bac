"""The magazine, number by number, and the news."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial

from plugins.model.article import Article, Issue
from plugins.model.share_card import share_card
from plugins.model.site import Site
from plugins.model.words import date_words
from plugins.pages import announced, sections, trails
from plugins.pages.card import doors, teaser, teasers
from plugins.pages.frame import Link
from plugins.pages.heads import opening
from plugins.pages.linked_data.texts import article_things, issue_things, magazine_things
from plugins.pages.on_air import OnAir, spoken_links
from plugins.pages.page import Face, Page, Pages, Published, picture_of

TEMPLATE = "article"


def pages(site: Site) -> Iterator[Page | Pages]:
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
        trail = (*trails.magazine(magazine), Link(issue.address, _name(magazine, issue)))
        yield _together(f"articles {issue.number}", site, texts, {"trail": trail, "links": links}, on_air)
    yield from _news(site, on_air)


def _news(site: Site, on_air: OnAir) -> Iterator[Page | Pages]:
    news = sections.news(site)
    if site.news:
        yield Page("/actualites/", "news", news_face, {"news": news})
    yield _together("news", site, news, {"trail": trails.NEWS, "links": ()}, on_air)


def _together(name: str, site: Site, texts: tuple[Article, ...], around: Mapping[str, object], on_air: OnAir) -> Pages:
    """Return the pages of the articles of an issue, or of the news."""
    bodies = tuple([site.html.get(text.path, "") for text in texts])
    spoken = tuple([on_air.get(text.path, ()) for text in texts])
    return Pages(name, TEMPLATE, articles, {"texts": texts, "bodies": bodies, "on_air": spoken, **around})


def articles(
    texts: tuple[Article, ...], bodies: tuple[str, ...], on_air: tuple[tuple[Link, ...], ...], trail: tuple[Link, ...], links: tuple[Link, ...]
) -> Iterator[Page]:
    """Yield a page for each text."""
    for text, html, spoken in zip(texts, bodies, on_air, strict=True):
        of = {"article": text, "html": html, "trail": trail, "links": links, "on_air": spoken}
        yield Page(text.address, TEMPLATE, article_face, of)


def _name(magazine: str, issue: Issue) -> str:
    """Return how an issue is called: `Le Fil n° 47`."""
    return f"{magazine} n°\u00a0{issue.number}"


def magazine_face(name: str, issues: tuple[Issue, ...]) -> Face:
    """Return the page of all issues."""
    given = {"issues": tuple((issue.number, issue.season, teaser(issue)) for issue in issues)}
    return Face(
        name,
        "Le journal écrit par les habitants, numéro par numéro.",
        picture_of(issues[0]) if issues else None,
        given,
        feeds=(announced.NEWS,),
        things=partial(magazine_things, name),
    )


def issue_face(issue: Issue, html: str, articles: tuple[Article, ...], magazine: str) -> Face:
    """Return the page of an issue: its editorial, then its articles."""
    name = _name(magazine, issue)
    given = {"issue": issue, "name": name, "html": html, "articles": teasers(articles)}
    return Face(
        f"{name}, {issue.season}" if issue.season else name,
        issue.summary or opening(html) or issue.title,
        picture_of(issue),
        given,
        trail=trails.magazine(magazine),
        feeds=(announced.NEWS,),
        things=partial(issue_things, issue, name, magazine),
    )


def news_face(news: tuple[Article, ...]) -> Face:
    """Return the page of all news."""
    return Face("Les actualités", "Ce qui est nouveau dans les maisons et les projets.", given={"news": teasers(news)}, feeds=(announced.NEWS,))


def article_face(article: Article, html: str, trail: tuple[Link, ...], links: tuple[Link, ...], on_air: tuple[Link, ...]) -> Face:
    """Return the page of an article or a piece of news; the links lead to the articles of its issue, itself among them, and to episodes."""
    others = tuple(link for link in links if link.address != article.address)
    given = {"article": article, "html": html, "houses": doors(article.houses), "others": others, "on_air": on_air}
    picture = picture_of(article)
    card = share_card(article.address, has_picture=picture is not None)
    return Face(
        article.title,
        article.summary or opening(html),
        card,
        given,
        mark=date_words(article.date) if article.number is None else trail[-1].label,
        trail=trail,
        feeds=(announced.NEWS,),
        published=Published(article.date, trail[-1].label, article.authors),
        things=partial(article_things, article, picture or card, trail[0].label),
    )
