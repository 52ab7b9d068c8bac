"""`--dry-run`: every message as it would leave, in a folder."""

from __future__ import annotations

from pathlib import Path

from plugins.model.problem import Wrong
from plugins.newsletter.built import Built
from plugins.sending.campaign import Recipient
from plugins.sending.headers import message
from plugins.sending.journal import Journal
from plugins.sending.settings import Post
from plugins.sending.wire import template
from plugins.subscribers.people import active
from plugins.subscribers.places import private


def write_all(town: Post, journal: Journal, letter: Built, written: str) -> int:
    """Write a message for each reader of today, none of them sent; return how many. Raise Wrong for a folder where others could see them."""
    folder = _folder(town.office.root, written)
    cut = template(letter.message)
    count = 0
    for count, (subscriber, address) in enumerate(active(journal.store), 1):  # the last one counts
        data = message(cut, letter.key, Recipient(address, subscriber, 0), town.sender, town.office.now())
        (folder / f"{count:06}.eml").write_bytes(data.replace(b"\r\n..", b"\r\n."))
    return count


def _folder(root: Path, written: str) -> Path:
    path = Path(written).expanduser()
    if path.is_dir() and any(path.iterdir()):
        raise Wrong(f"Le dossier « {written} » n'est pas vide.", "Donnez le nom d'un dossier qui n'existe pas encore.")
    if not path.is_dir():
        private(root, written).mkdir(mode=0o700)
    return path
