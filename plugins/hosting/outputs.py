"""The header files of the public folder."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from plugins.build.output import Output
from plugins.hosting.apache import htaccess
from plugins.hosting.netlify import branches, netlify
from plugins.hosting.rules import Rules


def outputs(rules: Rules, addresses: Iterable[str], wanted: Collection[str]) -> Iterator[Output]:
    """Yield the files for the web servers that are wanted, for pages at these addresses (from the root, without the site's base)."""
    if "netlify" in wanted:
        yield Output("_headers", netlify, {"rules": rules, "folders": branches(rules, addresses)})
    if "apache" in wanted:
        yield Output(".htaccess", htaccess, {"rules": rules})
