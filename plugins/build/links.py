"""Links to pages that will not be there."""

from __future__ import annotations

from collections.abc import Collection

from plugins.build.output import page_path
from plugins.model.problem import Problem
from plugins.model.site import Link
from plugins.model.text import nearest


def dead_links(links: Collection[Link], paths: Collection[str]) -> list[Problem]:
    """Return a problem for each link of a text to a page that will not be at any of these paths."""
    dead = {address for address in {link.address for link in links} if page_path(address) not in paths}
    return [_dead(link, paths) for link in links if link.address in dead] if dead else []


def _dead(link: Link, paths: Collection[str]) -> Problem:
    near = nearest(link.address, ("/" + path.removesuffix("index.html") for path in paths if path.endswith(".html")))
    hint = f"Vouliez-vous « {near} » ?" if near else "Vérifiez l'adresse."
    return Problem(link.file, link.line, "", f"Le lien « {link.address} » ne mène à aucune page.", hint)
