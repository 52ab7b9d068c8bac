"""What has been published by the day of the build, and which sections there are.

A section exists as soon as something is written for it, so that links to it hold before its first day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from plugins.model.article import Article, Issue
from plugins.model.entry import Entry
from plugins.model.letter import Letter
from plugins.model.site import Site

E = TypeVar("E", bound=Entry)


def out(site: Site, entries: Iterable[E]) -> tuple[E, ...]:
    """Return the entries that have appeared."""
    return tuple(entry for entry in entries if site.is_out(entry))


def issues(site: Site) -> tuple[Issue, ...]:
    """Return the issues of the magazine that are out, newest first."""
    return out(site, site.issues)


def magazine_name(site: Site) -> str:
    """Return the everyday name of the magazine: what stands before a dash in its full one."""
    return site.identity.magazine.partition(" – ")[0] or "Le journal"


def readable(site: Site) -> Callable[[Entry], bool]:
    """Return what tells whether an entry has its page: it has appeared, and so has the issue that it is of."""
    numbers = {None, *(issue.number for issue in issues(site))}
    return lambda entry: site.is_out(entry) and (not isinstance(entry, Article) or entry.number in numbers)


def articles(site: Site) -> tuple[Article, ...]:
    """Return the articles that are out and whose issue is."""
    return tuple(filter(readable(site), site.articles))


def news(site: Site) -> tuple[Article, ...]:
    """Return the news that is out, newest first."""
    return out(site, site.news)


def letters(site: Site) -> tuple[Letter, ...]:
    """Return the letters sent or about to be, newest first; none when the town sends no letter."""
    return out(site, site.letters) if site.identity.letter else ()


def has_letter(site: Site) -> bool:
    """Return whether the letter has its archive, be it only announced yet."""
    return site.identity.letter is not None and bool(site.letters)


def has_radio(site: Site) -> bool:
    """Return whether the programme has its page, be its season only announced yet."""
    return site.identity.show is not None and bool(site.episodes)
