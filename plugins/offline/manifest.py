"""The manifest: how the site is called and opened once somebody has put it on their home screen (W3C, Web Application Manifest)."""

from __future__ import annotations

import json
from collections.abc import Iterator

GROUND = "#fff8ec"
SUN = "#f4b63f"
"""The paper and the thread of theme/styles/base.css; a manifest knows no dark."""
LABEL = 12
"""Letters that a home screen shows under an icon."""
_SMALL = frozenset({"de", "du", "des", "la", "le", "les", "et", "à", "au", "aux", "d'", "l'", "en", "sur", "–", "-", ","})
"""Words that a name does not end with."""
SHORTCUTS = (("Aujourd’hui", "/agenda/aujourd-hui/"), ("Ce week-end", "/agenda/ce-week-end/"), ("Tout l’agenda", "/agenda/"))


def manifest(name: str, tagline: str, base: str) -> bytes:
    """Return the manifest. `minimal-ui` leaves a way back and a way to reload, which a site of pages needs."""
    said = {
        "name": name,
        "short_name": short_name(name),
        "description": tagline,
        "lang": "fr",
        "dir": "ltr",
        "id": f"{base}/",
        "start_url": f"{base}/",
        "scope": f"{base}/",
        "display": "minimal-ui",
        "background_color": GROUND,
        "theme_color": SUN,
        "icons": list(_icons(base)),
        "shortcuts": [{"name": label, "url": base + address} for label, address in SHORTCUTS],
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def _icons(base: str) -> Iterator[dict[str, str]]:
    for name, size, purpose in (("icone-192", 192, "any"), ("icone-512", 512, "any"), ("icone-masque-512", 512, "maskable")):
        yield {"src": f"{base}/{name}.png", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}


def short_name(name: str) -> str:
    """Return the first words of a name that stand under an icon, the whole name when its first word is too long for that."""
    words = name.split()
    while words and (len(" ".join(words)) > LABEL or words[-1].replace("’", "'").lower() in _SMALL):
        words.pop()
    return " ".join(words) or name
