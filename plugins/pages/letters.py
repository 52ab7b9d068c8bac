"""The letter on the web: its archive, each number, and how to get it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain, groupby
from urllib.parse import quote

from msgspec.structs import replace

from plugins.model.entry import Entry
from plugins.model.letter import Letter
from plugins.model.place import House
from plugins.model.site import Identity, LetterHead, Site
from plugins.model.words import date_words
from plugins.newsletter.composition import Carrier, Composition, Weekly
from plugins.newsletter.gathering import gathered
from plugins.newsletter.material import Material
from plugins.pages import announced, sections, trails
from plugins.pages.card import doors, teaser
from plugins.pages.frame import JOIN, Link
from plugins.pages.letter_parts import parts
from plugins.pages.linked_data.texts import letter_things
from plugins.pages.page import Face, Page, Pages, Published, picture_of

SUBJECT = "Recevoir la lettre"
"""Of the mail by which one asks for it."""
TEMPLATE = "letter"
"""Of the page of a letter."""


def pages(site: Site) -> Iterator[Page | Pages]:
    """Yield the archive, how to get the letter, and a page for each one sent or about to be; none in a town that sends none."""
    head = site.identity.letter
    if head is None or not sections.has_letter(site):
        return
    readable = sections.readable(site)
    there = [one for one in chain.from_iterable(gathered("letters", site).values()) if all(map(readable, one.needed))]
    letters = tuple(one.letter for one in there)
    yield Page("/lettre/", "letters", letters_face, {"letters": letters})
    privacy = next((Link(page.address, page.title) for page in site.pages if page.address == "/confidentialite/"), None)
    of = {"head": head, "joining": site.identity.joining, "houses": site.houses, "last": letters[0] if letters else None, "privacy": privacy}
    yield Page(JOIN, "join", join_face, of)
    yield from _by_month(there, readable)


def _by_month(there: Sequence[Material], readable: Callable[[Entry], bool]) -> Iterator[Pages]:
    """Yield the pages of the letters of each month: what is long gone out changes no more, whichever day it is."""
    links = (None, *(Link(one.letter.address, one.letter.title) for one in there), None)
    around = zip(there, links, links[2:], strict=False)
    for month, found in groupby(around, key=lambda one: one[0].month):
        letters = tuple(found)
        unread = frozenset(entry.path for material, _, _ in letters for entry in material.entries if not readable(entry))
        yield Pages(f"letters {month}", TEMPLATE, of_month, {"letters": letters, "unread": unread})


def of_month(letters: tuple[tuple[Material, Link | None, Link | None], ...], unread: frozenset[str]) -> Iterator[Page]:
    """Yield the page of each letter, with the newer and the older one; what is `unread` has no page yet."""
    from plugins.newsletter.compose import composed  # here, since it takes in what reads HTML, and most runs compose no letter

    for material, newer, older in letters:
        told = _readable(composed(material.letter.key, material), unread)
        of = {"told": told, "html": material.html, "identity": material.identity, "newer": newer, "older": older}
        yield Page(material.letter.address, TEMPLATE, letter_face, of)


def _readable(told: Composition, unread: frozenset[str]) -> Composition:
    """Return what a letter tells of that can be read by now: its page is there a week before it goes out, some texts are not."""
    if isinstance(told, Weekly):
        return replace(
            told,
            features=tuple(feature for feature in told.features if feature.entry.path not in unread),
            texts=tuple(text for text in told.texts if text.path not in unread),
            episode=told.episode if told.episode and told.episode.path not in unread else None,
        )
    assert isinstance(told, Carrier)
    return replace(told, excerpts=tuple(excerpt for excerpt in told.excerpts if excerpt.article.path not in unread))


def letters_face(letters: tuple[Letter, ...]) -> Face:
    """Return the archive, by year."""
    years = groupby(letters, key=lambda letter: letter.day.year)
    given = {"years": tuple((year, tuple((letter.day, letter.preheader, teaser(letter)) for letter in found)) for year, found in years)}
    return Face("La lettre", "La lettre de la semaine, et toutes les précédentes.", given=given, feeds=(announced.LETTERS,))


def letter_face(told: Composition, html: str, identity: Identity, newer: Link | None, older: Link | None) -> Face:
    """Return a letter: its editorial, then all that the mail tells of."""
    letter = told.letter
    given = {"letter": letter, "html": html, "parts": parts(told, identity), "newer": newer, "older": older}
    picture, day = picture_of(letter), date_words(letter.day)
    return Face(
        letter.title,
        f"Lettre du {day}. {letter.preheader}",
        picture,
        given,
        mark=f"lettre du {day}",
        trail=trails.LETTERS,
        feeds=(announced.LETTERS,),
        published=Published(letter.day, "La lettre"),
        things=partial(letter_things, letter, picture),
    )


def join_face(head: LetterHead, houses: tuple[House, ...], last: Letter | None, privacy: Link | None, joining: str = "") -> Face:
    """Return how to get the letter, how to leave it, and what becomes of one's address."""
    ask = f"mailto:{head.join}?subject={quote(SUBJECT)}" if head.join else ""
    given = {"head": head, "ask": ask, "houses": doors(houses), "last": teaser(last) if last else None, "privacy": privacy, "joining": joining}
    said = "Chaque jeudi, les rendez-vous des dix jours qui viennent, par courrier électronique."
    return Face("Recevoir la lettre", said, given=given, trail=trails.LETTERS, feeds=(announced.LETTERS,))
