"""The few pages of the app, as data: a title, sentences, and at most one form."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from msgspec import Struct

from plugins.joining.wording import spaced
from plugins.model.site import Identity, LetterHead

HONEYPOT = "suite"
"""A field that people do not see and programs fill in."""


class Page(Struct, frozen=True):
    """What a page says."""

    title: str
    lines: tuple[str, ...]
    status: int = 200
    button: str = ""
    """Words of the button; empty: no form."""
    field: bool = False
    """Whether the form asks for an address."""
    typed: str = ""
    """What was typed before."""
    fault: str = ""
    """What is wrong with it."""
    is_asked: bool = False
    """Whether a request was kept, and a mail is to answer it."""


def form(head: LetterHead, typed: str = "", fault: str = "") -> Page:
    """Return the form, again where something is to be mended."""
    lines = (f"« {head.name} », dans votre boîte électronique. C'est gratuit, et on la quitte quand on veut.",)
    return Page("Recevoir la lettre", lines, 422 if fault else 200, "Recevoir la lettre", field=True, typed=typed, fault=fault)


def asked(head: LetterHead) -> Page:
    """Return the answer to any address, known or not."""
    return Page("Regardez votre courrier", (
        "Si cette adresse est la vôtre, un courriel vous attend, ou arrivera bientôt : il vous demande de confirmer.",
        f"Rien au bout d'une heure ? Regardez parmi les courriers indésirables. Il vient de {head.sender}, une fois par jour au plus.",
    ), is_asked=True)  # fmt: skip


def confirming(head: LetterHead) -> Page:
    """Return the question with its button: what opens links by itself presses none."""
    return Page("Encore un geste", (f"Appuyez sur ce bouton pour recevoir « {head.name} ».",), button="Oui, je veux la recevoir")


def confirmed(head: LetterHead) -> Page:
    """Return the welcome."""
    return Page("Bienvenue !", (f"Vous recevrez « {head.name} » dès le prochain envoi.", "Pour la quitter : le lien est au bas de chaque lettre."))


def leaving(head: LetterHead) -> Page:
    """Return the question with its button."""
    return Page("Quitter la lettre", (f"Appuyez sur ce bouton pour ne plus recevoir « {head.name} ».",), button="Ne plus la recevoir")


def left(head: LetterHead) -> Page:
    """Return the farewell."""
    return Page("C'est fait", (f"Vous ne recevrez plus « {head.name} ».", "Une lettre déjà partie peut encore arriver aujourd'hui."))


def stale(head: LetterHead) -> Page:
    """Return what to do with a link that is no good: cut by a mail program, or too old."""
    return Page("Ce lien ne marche pas", (
        "Il est peut-être trop ancien, ou il a été coupé en chemin.",
        f"Pour ne plus recevoir la lettre, un message à {head.leave} suffit. Pour la recevoir, refaites la demande.",
    ), 410)  # fmt: skip


def full(head: LetterHead) -> Page:
    """Return what to do when too many ask."""
    contact = f" Ou écrivez à {head.join}." if head.join else ""
    return Page("Réessayez demain", (f"Il y a eu beaucoup de demandes aujourd'hui, et nous ne pouvons pas en prendre une de plus.{contact}",), 429)


def broken(head: LetterHead) -> Page:
    """Return what to do when nothing can be written down."""
    return Page("Une panne, de notre côté", (
        "Votre demande n'a pas pu être notée. Réessayez dans un moment.",
        f"Si vous vouliez quitter la lettre, un message à {head.leave} suffit.",
    ), 503)  # fmt: skip


def missing() -> Page:
    """Return what stands at an address without a page."""
    return Page("Cette page n'existe pas", ("Le lien vient peut-être d'être coupé en chemin.",), 404)


def render(page: Page, identity: Identity) -> str:
    """Return a page as HTML, in the site's style."""
    return _environment().get_template("page.html").render(page=page, identity=identity, honeypot=HONEYPOT)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters["spaced"] = spaced
    return made
