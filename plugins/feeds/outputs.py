"""The feeds, the map of the site and robots.txt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from plugins.build.output import Output
from plugins.feeds.atom import Channel, Text, atom
from plugins.feeds.robots import SITEMAP, robots, sitemap
from plugins.model.article import Article, Issue
from plugins.model.site import Site

MOST_ENTRIES = 20
"""Readers come back more often than twenty texts appear."""


def outputs(site: Site, addresses: Sequence[str]) -> Iterator[Output]:
    """Yield the feeds, and the map of the pages at these addresses (from the root, without the site's base)."""
    identity = site.identity
    yield _feed(site, Channel("/flux.xml", identity.name, identity.tagline, "/"), newest(site))
    if identity.letter and site.letters:
        channel = Channel("/lettre/flux.xml", identity.letter.name, "Chaque jeudi, les rendez-vous des dix jours qui viennent.", "/lettre/")
        yield _feed(site, channel, sent(site))
    yield Output(SITEMAP.lstrip("/"), sitemap, {"identity": identity, "addresses": tuple(addresses)})
    yield Output("robots.txt", robots, {"identity": identity})


def newest(site: Site) -> tuple[Text, ...]:
    """Return the texts that have appeared by the day of the build, newest first."""
    texts: Iterator[Article | Issue] = chain(site.news, site.articles, site.issues)
    appeared = (text for text in texts if text.date <= site.today)
    found = sorted(appeared, key=lambda text: (-text.date.toordinal(), text.address))[:MOST_ENTRIES]
    return tuple(
        Text(text.title, text.address, text.date, text.summary, site.html.get(text.path, ""), text.authors if isinstance(text, Article) else ())
        for text in found
    )


def sent(site: Site) -> tuple[Text, ...]:
    """Return the letters that have gone out by the day of the build, newest first: their editorial, and the way to the rest."""
    gone = (letter for letter in site.letters if letter.day <= site.today)
    return tuple(
        Text(letter.title, letter.address, letter.day, letter.preheader, site.html.get(letter.path, "") + _rest(site, letter.address))
        for letter in islice(gone, MOST_ENTRIES)
    )


def _rest(site: Site, address: str) -> str:
    return f'<p><a href="{site.identity.base}{address}">Lire toute la lettre, avec l’agenda</a></p>'


def _feed(site: Site, channel: Channel, texts: tuple[Text, ...]) -> Output:
    return Output(channel.address.lstrip("/"), atom, {"identity": site.identity, "channel": channel, "texts": texts})
