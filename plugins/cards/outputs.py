"""The cards of pages, and the icons of the site, as outputs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path

from plugins.build.output import Group, Output, Thing
from plugins.cards.card import Card
from plugins.cards.icons import icons
from plugins.cards.making import make_card, make_picture_card
from plugins.cards.wording import article_card, event_card, house_card
from plugins.model.article import Article
from plugins.model.event import Event
from plugins.model.share_card import share_card
from plugins.model.site import Site


def outputs(site: Site, content: Path) -> Iterator[Thing]:
    """Yield a card for each house, each text that is out, and each event that is not over; then the icons."""
    for house in site.houses:
        yield _drawn(house.address, house_card(house, site.identity.name))
    for article in _out(site):
        yield _of_article(article, article_card(article, site.identity), content)
    for month, events in _coming(site):
        yield Group(f"cards {month}", _of_events, {"events": events, "today": site.today, "site": site.identity.name})
    yield from icons(site, content)


def _out(site: Site) -> Iterator[Article]:
    """Yield the texts that have a page: those of an issue once it is out too."""
    numbers = {None, *(issue.number for issue in site.issues if site.is_out(issue))}
    return (text for text in chain(site.articles, site.news) if site.is_out(text) and text.number in numbers)


def _coming(site: Site) -> Iterable[tuple[str, tuple[Event, ...]]]:
    """Return the events of which a date is left, by the month in which they began."""
    found: dict[str, list[Event]] = defaultdict(list)
    for event in site.agenda.events_between(site.today, date.max):
        found[f"{event.first.start:%Y-%m}"].append(event)
    return ((month, tuple(events)) for month, events in found.items())


def _of_events(events: tuple[Event, ...], today: date, site: str) -> Iterator[Output]:
    return (_drawn(event.address, event_card(event, today, site)) for event in events)


def _of_article(article: Article, card: Card, content: Path) -> Output:
    if article.picture is None:
        return _drawn(article.address, card)
    path = share_card(article.address, has_picture=True).path
    return Output(path, make_picture_card, {"card": card, "folder": str(content), "file": article.picture.file})


def _drawn(address: str, card: Card) -> Output:
    return Output(share_card(address).path, make_card, {"card": card})
