"""The files that published texts show, and the copies that letters do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.build.output import Output
from plugins.images.mail import for_mail
from plugins.images.publish import published
from plugins.model.mail_picture import mailed, pictures_of_letters
from plugins.model.site import Site


def outputs(site: Site, content: Path) -> Iterator[Output]:
    """Yield each file at its address, and the copies for letters; a file that only a draft shows is not among them."""
    for file in site.files.values():
        yield Output(file.path, published, {"folder": str(content), "file": file})
    for file in pictures_of_letters(site):
        copy = mailed(file)
        yield Output(copy.path, for_mail, {"folder": str(content), "file": file, "copy": copy})
