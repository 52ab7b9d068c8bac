"""What search engines fetch first."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from plugins.model.site import Identity

SITEMAP = "/sitemap.xml"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(identity: Identity, addresses: Iterable[str]) -> bytes:
    """Return the map of the pages at these addresses (sitemaps.org 0.9), sorted."""
    urls = etree.Element("urlset", xmlns=_NAMESPACE)
    for address in sorted(set(addresses)):
        etree.SubElement(etree.SubElement(urls, "url"), "loc").text = identity.absolute(address)
    return bytes(etree.tostring(urls, encoding="UTF-8", xml_declaration=True, pretty_print=True))


def robots(identity: Identity) -> bytes:
    """Return robots.txt (RFC 9309): everything may be read, and here is the map."""
    return f"User-agent: *\nDisallow:\n\nSitemap: {identity.absolute(SITEMAP)}\n".encode()
