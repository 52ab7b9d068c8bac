"""The letter on the web: its archive, each number, and how to get it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import groupby
from urllib.parse import quote

from plugins.model.letter import Letter
from plugins.model.place import House
from plugins.model.site import Identity, LetterHead, Site
from plugins.model.words import date_words
from plugins.newsletter.composition import Carrier, Composition, Weekly
from plugins.pages import announced, sections, trails
from plugins.pages.card import doors, teaser
from plugins.pages.frame import JOIN, Link
from plugins.pages.letter_parts import parts
from plugins.pages.linked_data.texts import letter_things
from plugins.pages.page import Face, Page, Published, picture_of

SUBJECT = "Recevoir la lettre"
"""Of the mail by which one asks for it."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the archive, how to get the letter, and a page for each one sent or about to be; none in a town that sends none."""
    head = site.identity.letter
    if head is None or not sections.has_letter(site):
        return
    told = tuple(_told(site))
    letters = tuple(one.letter for one in told)
    yield Page("/lettre/", "letters", letters_face, {"letters": letters})
    privacy = next((Link(page.address, page.title) for page in site.pages if page.address == "/confidentialite/"), None)
    of = {"head": head, "joining": site.identity.joining, "houses": site.houses, "last": letters[0] if letters else None, "privacy": privacy}
    yield Page(JOIN, "join", join_face, of)
    links = [Link(letter.address, letter.title) for letter in letters]
    for one, newer, older in zip(told, [None, *links], [*links[1:], None], strict=False):
        html = site.html.get(one.letter.path, "")
        yield Page(one.letter.address, "letter", letter_face, {"told": one, "html": html, "identity": site.identity, "newer": newer, "older": older})


def _told(site: Site) -> Iterator[Composition]:
    """Yield what each letter tells of that can be read by now: its page is there a week before it goes out, some texts are not."""
    from plugins.newsletter.compose import composed  # here, since it takes in what reads HTML, and many runs have no letter

    readable = sections.readable(site)
    for told in composed("letters", site):
        if not site.is_out(told.letter):
            continue
        if isinstance(told, Weekly):
            yield replace(
                told,
                features=tuple(feature for feature in told.features if readable(feature.entry)),
                texts=tuple(text for text in told.texts if readable(text)),
                episode=told.episode if told.episode and readable(told.episode) else None,
            )
        elif isinstance(told, Carrier) and readable(told.issue):
            yield replace(told, excerpts=tuple(excerpt for excerpt in told.excerpts if readable(excerpt.article)))


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
