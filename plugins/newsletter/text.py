"""The text part of a letter, written from the model and from the Markdown, never from the HTML."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from plugins.build.lately import by_identity
from plugins.model.site import Identity, LetterHead
from plugins.model.text import french_spaces
from plugins.model.words import day_words
from plugins.newsletter import carrier_text, weekly_text, wording
from plugins.newsletter.composition import Carrier, Composition, Weekly
from plugins.newsletter.html import LETTERS_KEPT
from plugins.newsletter.plain import COLUMNS, plain_text, underlined, wrapped


@by_identity(LETTERS_KEPT)
def render_text(composition: Composition, identity: Identity, head: LetterHead) -> str:
    """Return the letter as text, COLUMNS wide, addresses on lines of their own."""
    parts = (_head(composition, head), [plain_text(composition.markdown)], _body(composition, identity), _foot(composition, identity, head))
    blocks = chain.from_iterable(parts)
    return french_spaces("\n\n".join(block for block in blocks if block)) + "\n"


def _body(it: Composition, identity: Identity) -> Iterator[str]:
    if isinstance(it, Weekly):
        yield from weekly_text.blocks(it, identity)
    elif isinstance(it, Carrier):
        yield from carrier_text.blocks(it, identity)


def _head(it: Composition, head: LetterHead) -> Iterator[str]:
    yield wrapped(f"{head.name}{wording.DOT}{day_words(it.letter.day)}")
    yield underlined(it.letter.title, "=")
    yield f"Voir en ligne :\n{it.links.page(it.letter.address)}"


def _foot(it: Composition, identity: Identity, head: LetterHead) -> Iterator[str]:
    yield "-" * COLUMNS
    yield "\n".join(wrapped(wording.DOT.join(p for p in (h.short, h.venue.address, wording.unbroken(h.phone)) if p), "", "  ") for h in it.houses)
    yield "\n".join([*(wrapped(line) for line in (identity.name, identity.postal, identity.mail) if line), it.links.page("/")])
    yield wrapped(head.reason)
    yield wrapped(f"Pour ne plus la recevoir, écrivez à {head.leave}")
