"""Articles, news, letters, and the magazine with its issues, by the rules of Google's documentation of articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from plugins.model.article import Article, Issue
from plugins.model.entry import Entry, File
from plugins.model.letter import Letter
from plugins.model.site import Identity
from plugins.pages.frame import Frame
from plugins.pages.linked_data.organisation import organisation
from plugins.pages.linked_data.things import Thing, named, said

_GROUP = re.compile(r"(?:l[ea]s?|une?|des|l['’])\b", re.IGNORECASE)
"""How the name of a group starts in French, and that of a person does not."""


class Text(Struct, frozen=True):
    """What an article says of itself, whatever it stands in."""

    kind: str
    """Type of schema.org: `NewsArticle`."""
    entry: Entry
    day: date
    authors: tuple[str, ...] = ()
    picture: File | None = None
    """Its own, or its card."""
    part_of: Thing | None = None


def article_things(article: Article, picture: File | None, magazine: str, frame: Frame) -> Iterator[Thing]:
    """Yield an article of the magazine, in its issue, or a piece of news."""
    if article.number is None:
        yield _article(Text("NewsArticle", article, article.date, article.authors, picture), frame)
        return
    number = {**_issue(article.number, frame.identity), "isPartOf": _magazine(magazine, frame.identity)}
    yield _article(Text("Article", article, article.date, article.authors, picture, number), frame)


def letter_things(letter: Letter, picture: File | None, frame: Frame) -> Iterator[Thing]:
    """Yield a letter."""
    yield _article(Text("Article", letter, letter.day, picture=picture), frame)


def magazine_things(name: str, frame: Frame) -> Iterator[Thing]:
    """Yield the magazine."""
    yield {**_magazine(name, frame.identity), "inLanguage": "fr", "publisher": organisation(frame)}


def issue_things(issue: Issue, name: str, magazine: str, frame: Frame) -> Iterator[Thing]:
    """Yield a number of the magazine."""
    identity = frame.identity
    yield said({
        **_issue(issue.number, identity),
        "name": name,
        "url": identity.absolute(issue.address),
        "datePublished": issue.date.isoformat(),
        "isPartOf": _magazine(magazine, identity),
        "publisher": organisation(frame),
        "image": identity.absolute(issue.picture.file.address) if issue.picture else None,
        "inLanguage": "fr",
    })  # fmt: skip


def _article(text: Text, frame: Frame) -> Thing:
    url, publisher = frame.identity.absolute(text.entry.address), organisation(frame)
    return said({
        "@type": text.kind,
        "@id": f"{url}#texte",
        "headline": text.entry.title,
        "description": text.entry.summary,
        "url": url,
        "datePublished": text.day.isoformat(),
        "author": [_author(name) for name in text.authors] or [named(publisher)],
        "publisher": publisher,
        "image": [frame.identity.absolute(text.picture.address)] if text.picture else None,
        "isPartOf": text.part_of,
        "inLanguage": "fr",
    })  # fmt: skip


def _author(name: str) -> Thing:
    return {"@type": "Organization" if _GROUP.match(name) else "Person", "name": name}


def _issue(number: int, identity: Identity) -> Thing:
    return {"@type": "PublicationIssue", "@id": identity.absolute(f"/le-fil/{number}/#numero"), "issueNumber": number}


def _magazine(name: str, identity: Identity) -> Thing:
    return {"@type": "Periodical", "@id": identity.absolute("/le-fil/#revue"), "name": name, "url": identity.absolute("/le-fil/")}
