"""The service worker: one script for all sites, under the few facts that differ from one to the other."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from plugins.build.output import Output
from plugins.model.site import Identity

PAGE = "hors-ligne/"
"""The light page, from the folder of the site; `plugins/pages/light.py` says what is on it."""
ASSETS = ("theme/site.css", "theme/icone.svg", "theme/fil.svg")
"""What that page is shown with."""
APART = "lettre/s-abonner/"
"""Where one asks for the letter: a form is for the network alone."""


def make_worker(script: str, assets: tuple[Output, ...], apart: tuple[str, ...]) -> bytes:
    """Return the worker. Its bytes change, and browsers install it anew, only when what the page is shown with does, or the script itself."""
    facts = {"VERSION": _version(assets), "PAGE": PAGE, "ASSETS": [output.path for output in assets], "APART": apart}
    head = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in facts.items())
    return (head + script).encode()


def apart(identity: Identity) -> tuple[str, ...]:
    """Return the addresses, from the folder of the site, that the worker has nothing to do with: where forms are, and who takes them."""
    home = f"{identity.url}/"
    joining = identity.joining.removeprefix(home) if identity.joining.startswith(home) else ""
    return (APART, joining) if joining else (APART,)


def _version(assets: tuple[Output, ...]) -> str:
    """Return a digest of the bytes of some files, whatever folder the site is built in."""
    digest = sha256()
    for output in assets:
        content = output.render().content
        digest.update(content.read_bytes() if isinstance(content, Path) else content)
    return digest.hexdigest()[:12]
