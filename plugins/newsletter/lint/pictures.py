"""Pictures that show in every mailbox, and say what they show where none does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from plugins.newsletter.lint.facts import Broken
from plugins.newsletter.lint.page import Page

WIDEST = 600
"""CSS pixels: the column."""
SMALLEST = 8
"""CSS pixels: a smaller picture is there to be counted, not to be seen."""
_SHOWN = (".jpg", ".jpeg", ".png")
_FILE_NAME = re.compile(r"[\w-]+\.(?:jpe?g|png|gif|webp)|(?:img|dsc|image|photo)[\s_-]*\d*", re.IGNORECASE)


def described(page: Page) -> Iterator[Broken]:
    """Yield pictures without words: most mailboxes show no picture before their reader asks."""
    for image in page.all("img"):
        alt = image.get("alt", "").strip()
        if not alt or _FILE_NAME.fullmatch(alt):
            what = f"l'image « {_name(image)} » ne dit pas ce qu'elle montre."
            yield Broken("texte des images", what, "Décrivez-la : « image-alt: … » dans l'en-tête, ou entre les crochets de « ![…](image.jpg) ».")


def sized(page: Page) -> Iterator[Broken]:
    """Yield pictures without width or height, wider than the column, or so small that they only count who reads."""
    for image in page.all("img"):
        sizes = [image.get(name, "") for name in ("width", "height")]
        if not all(size.isdigit() for size in sizes) or not SMALLEST <= int(sizes[0]) <= WIDEST or int(sizes[1]) < SMALLEST:
            what = f"l'image « {_name(image)} » doit avoir une largeur de {SMALLEST} à {WIDEST} et une hauteur."
            yield Broken("taille des images", what, "Vérifiez que l'image s'ouvre sur votre ordinateur, ou retirez-la.")


def shown(page: Page) -> Iterator[Broken]:
    """Yield pictures that Outlook or Gmail do not show: Outlook knows no WebP, Gmail no SVG and none that lies in the message."""
    for image in page.all("img", "svg", "picture", "video", "object"):
        path = urlsplit(image.get("src", "")).path.casefold()
        if image.tag != "img" or image.get("srcset") or image.get("src", "").startswith("data:") or not path.endswith(_SHOWN):
            yield Broken("format des images", f"« {_name(image)} » n'est ni un JPEG ni un PNG.")


def secured(page: Page) -> Iterator[Broken]:
    """Yield pictures not had over https, or from another site, which could count who opens the letter."""
    for image in page.all("img"):
        source = image.get("src", "")
        if not source.startswith(("https://", "data:")) or (source.startswith("https://") and not source.startswith(f"{page.facts.url}/")):
            instead = "L'adresse publique du site (SITEURL) doit commencer par https://, et les images doivent être de content/images/."
            yield Broken("adresse des images", f"« {source[:80]} » ne vient pas du site en https.", instead)


def _name(image: HtmlElement) -> str:
    """Return what a writer calls the picture."""
    source: str = image.get("src", "")
    return source[:30] if source.startswith("data:") else source.rsplit("/", 1)[-1] or str(image.tag)
