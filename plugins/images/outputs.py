"""The files that published texts show, and the copies that pages and letters offer of pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.build.output import Output
from plugins.images import copying, publish
from plugins.images.cache import MadeOf
from plugins.images.mail import for_mail
from plugins.model.copies import LOGO, Copy, copies, offered
from plugins.model.entry import File
from plugins.model.mail_picture import mailed, pictures_of_letters
from plugins.model.site import Site


def outputs(site: Site, content: Path, cache: Path) -> Iterator[Output]:
    """Yield each file at its address, and the copies for pages and letters; a file that only a draft shows is not among them.

    What is costly to make is kept in the folder `cache`.
    """
    places = {"folder": str(content), "cache": str(cache)}
    for file in site.files.values():
        yield Output(file.address.lstrip("/"), publish.published, {**places, "file": file})
    for copy in page_copies(site):
        yield Output(copy.path, copying.copied, {**places, "copy": copy})
    for file in pictures_of_letters(site):
        copy_for_mail = mailed(file)
        yield Output(copy_for_mail.path, for_mail, {"folder": str(content), "file": file, "copy": copy_for_mail})


def needed(site: Site) -> Iterator[MadeOf]:
    """Yield what is kept of the pictures of a site."""
    yield from map(copying.made_of, page_copies(site))
    yield from map(publish.made_of, site.files.values())


def page_copies(site: Site) -> Iterator[Copy]:
    """Yield the copies of every picture that pages show; one that is only linked to, shared or sent has none."""
    for file in _each_once(_shown(site)):
        yield from copies(file)
    if logo := site.files.get(site.identity.logo):
        yield from copies(logo, LOGO)


def _shown(site: Site) -> Iterator[File]:
    yield from (entry.picture.file for entry in site.entries if entry.picture)
    if site.identity.show and (cover := site.files.get(site.identity.show.cover)):
        yield cover
    yield from offered(site.html.values(), site.files.values(), site.identity.base)


def _each_once(files: Iterable[File]) -> Iterable[File]:
    return dict.fromkeys(files)
