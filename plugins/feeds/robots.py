"""What search engines fetch first."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from plugins.model.site import Identity

SITEMAP = "/sitemap.xml"
UNNAMED = ("/agenda/cadre/", "/hors-ligne/")
"""Where pages lie that ask not to be found, so that the map does not name them: those that stand in other people's sites, and the light one."""
_URLSET = """<?xml version='1.0' encoding='UTF-8'?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{}</urlset>
"""
_URL = """  <url>
    <loc>{}</loc>
  </url>
"""


def sitemap(identity: Identity, addresses: Iterable[str]) -> bytes:
    """Return the map of the pages at these addresses (sitemaps.org 0.9), sorted."""
    named = sorted({address for address in addresses if not address.startswith(UNNAMED)})
    urls = (_URL.format(escape(identity.absolute(address))) for address in named)
    return _URLSET.format("".join(urls)).encode()


def robots(identity: Identity) -> bytes:
    """Return robots.txt (RFC 9309): everything may be read, and here is the map."""
    return f"User-agent: *\nDisallow:\n\nSitemap: {identity.absolute(SITEMAP)}\n".encode()
