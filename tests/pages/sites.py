"""Small sites for the tests of the pages, and their pages as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from msgspec.structs import replace

from plugins.model.entry import Status
from plugins.model.letter import Letter, read_week
from plugins.model.page import Page as ContentPage
from plugins.model.place import Project
from plugins.model.site import Identity, LetterHead, Site
from plugins.pages.environment import FILTERS, OPTIONS, address_filters
from plugins.pages.frame import Frame
from plugins.pages.kept import Kept
from plugins.pages.outputs import outputs
from plugins.pages.page import Page
from tests.towns import IDENTITY, TODAY, read_site

LETTER = LetterHead("La lettre", "lettre@villeneuve.example", "stop@villeneuve.example", "Vous l'avez demandée.", "")
SOUP = """debut: 28/11/2026 10h
fin: 13h
maison: pont
tarif: 3 € adhérents, 5 €
places: 12
age: dès 8 ans
public: familles
thematique: cuisine
inscription: 04 75 00 00 01, libre
inscription-avant: 27/11/2026
acces: fauteuil
coup-de-main: éplucher"""
ISSUE = "---\ntitre: Rentrée\nnumero: 47\nsaison: automne 2026\ndate: 18/09/2026\nimage: images/soupe.jpg\nimage-alt: Une soupe\n---\nÉdito.\n"
TEMPLATES = Path(__file__).parents[2] / "theme" / "templates"


def event(header: str, title: str = "Soupe partagée") -> str:
    """Return an event's file."""
    return f"---\ntitre: {title}\n{header.strip()}\n---\nVenez.\n"


def agenda(*headers: str, today: date = TODAY, identity: Identity = IDENTITY) -> Site:
    """Return a site whose events have these headers and the titles `Fête 1`, `Fête 2` and so on."""
    texts = {f"evenements/2026/fete-{n}.md": event(header, f"Fête {n}") for n, header in enumerate(headers, 1)}
    return read_site(texts, identity, today)


def episode(day: str, number: int) -> str:
    """Return the file of an episode broadcast on a day, `08/10/2026`."""
    name = "-".join(reversed(day.split("/")))
    header = f"titre: Onde {number}\nnumero: {number}\nsaison: 2026-2027\ndiffusion: {day} 18h\naudio: {name}.mp3\nresume: On parle."
    return f"---\n{header}\n---\nNotes.\n"


def article(title: str, day: str, number: int | None = None) -> str:
    """Return the file of an article, or of a piece of news without a number."""
    return f"---\ntitre: {title}\ndate: {day}\nresume: {title} en deux mots.\n" + (f"numero: {number}\n" if number else "") + "---\nTexte.\n"


def _common(path: str, title: str) -> dict[str, object]:
    slug = path.rsplit("/", 1)[-1].removesuffix(".md")
    texts = {"path": path, "slug": slug, "title": title, "summary": "", "body": ""}
    return {**texts, "picture": None, "status": Status.PUBLISHED, "keywords": (), "body_line": 1}


def letter(week: str, featured: tuple[str, ...] = (), hidden: tuple[str, ...] = ()) -> Letter:
    """Return the letter of a week."""
    common = _common(f"lettres/{week}.md", f"Lettre {week}")
    rest = {"preheader": "Une accroche.", "featured": featured, "hidden": hidden, "number": None}
    return Letter(**common, **rest, week=read_week(week))  # type: ignore[arg-type]  # the fields by name


def with_letters(site: Site, *letters: Letter) -> Site:
    """Return the site with letters, newest first, and a town that sends them."""
    return replace(site, identity=replace(site.identity, letter=LETTER), letters=letters)


def project(slug: str) -> Project:
    """Return a project of no house."""
    return Project(**_common(f"projets/{slug}.md", slug.capitalize()), houses=())  # type: ignore[arg-type]  # as above


def content_page(slug: str) -> ContentPage:
    """Return a page that stands by itself."""
    return ContentPage(**_common(f"pages/{slug}.md", slug.capitalize()))  # type: ignore[arg-type]  # as above


def full_site() -> Site:
    """Return a site with something in each section."""
    texts = {
        "evenements/2026/soupe.md": event(SOUP),
        "evenements/2026/velo.md": event("debut: 24/11/2026 14h\nrepetition: chaque mardi, 12 fois\nmaison: pont\netat: annulé", "Vélo"),
        "evenements/2026/expo.md": event("debut: 01/11/2026\nfin: 05/12/2026\nlieu: pont", "Exposition"),
        "actualites/a.md": article("Semis", "01/11/2026"),
        "fil/47/numero.md": ISSUE,
        "fil/47/a.md": article("Haies", "18/09/2026", 47),
        "bobine/2026-2027/onde.md": episode("01/10/2026", 1),
    }
    site = with_letters(read_site(texts), letter("2026-s48", ("soupe",)))
    return replace(site, projects=(project("jardin"),), pages=(content_page("accessibilite"),))


def pages(site: Site) -> list[Page]:
    """Return every page of a site."""
    return [output.given["page"] for thing in outputs(site, render, digest) for output in thing.outputs]  # type: ignore[misc]  # of each page


def page_at(site: Site, address: str) -> Page:
    """Return the page at an address."""
    return next(page for page in pages(site) if page.address == address)


def given_at(site: Site, address: str) -> Mapping[str, Any]:
    """Return what the page at an address shows, by name."""
    return page_at(site, address).face.given


def addresses(site: Site) -> set[str]:
    """Return the address of every page."""
    return {page.address for page in pages(site)}


@lru_cache
def _environment(identity: Identity) -> Environment:
    environment = Environment(loader=FileSystemLoader(TEMPLATES), **OPTIONS)  # OPTIONS turn autoescape on
    environment.filters.update({**FILTERS, **address_filters(identity)})
    environment.globals["kept"] = Kept()
    return environment


def render(template: str, frame: Frame, **given: object) -> str:
    """Return a template of the theme filled as Pelican fills it."""
    return _environment(frame.identity).get_template(f"{template}.html").render(given, frame=frame)


def digest(template: str) -> bytes:
    """Return a digest of a template that never changes."""
    return template.encode()


def rendered(site: Site, only: Iterable[str] = ()) -> dict[str, str]:
    """Return the text of each page by the path of its file; only some paths when they are named."""
    found = (output for thing in outputs(site, render, digest) for output in thing.outputs)
    made = (output for output in found if output.path.endswith(".html") and (not only or output.path in only))
    return {output.path: bytes_of(output.render().content) for output in made}


def bytes_of(made: bytes | Path) -> str:
    """Return a made page as text."""
    assert isinstance(made, bytes)
    return made.decode()
