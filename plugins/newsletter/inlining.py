"""Styles moved onto each element: La Poste and SFR take `<style>` away. A room of its own, since premailer is slow to import."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any


@contextmanager
def _without(name: str) -> Iterator[None]:
    """Have an empty module stand for one that is imported meanwhile and not used."""
    found = sys.modules.get(name)
    sys.modules[name] = found or ModuleType(name)
    yield
    if found is None:
        del sys.modules[name]


with _without("requests"):  # to fetch style sheets with, which nobody does here; a third of the time and memory that premailer takes
    from premailer import Premailer
    from premailer.premailer import cssutils

cssutils.ser.prefs.minimizeColorHash = False  # premailer writes through cssutils, and old Outlooks know no #fff

_KEPT: dict[tuple[str, int], Any] = {}


class _Inliner(Premailer):  # type: ignore[misc]  # premailer has no types
    """Takes a style sheet apart once: all letters have the same, and to read it costs half of moving it."""

    def _parse_style_rules(self, css_body: str, ruleset_index: int) -> Any:  # noqa: ANN401  # as premailer has it
        key = css_body, ruleset_index
        if key not in _KEPT:
            _KEPT[key] = super()._parse_style_rules(css_body, ruleset_index)
        return _KEPT[key]


def inlined(page: str) -> str:
    """Return the HTML document with its styles on each element; nothing is fetched."""
    text: str = _Inliner(
        page,
        strip_important=False,
        preserve_internal_links=True,
        allow_network=False,
        disable_basic_attributes=["width", "height", "bgcolor", "align"],
        cssutils_logging_level=logging.CRITICAL,
        disable_validation=True,  # of our own style sheet
        align_floating_images=False,  # nothing floats in a letter
    ).transform(pretty_print=False)
    return text
