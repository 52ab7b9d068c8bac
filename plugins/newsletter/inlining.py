"""Styles moved onto each element: La Poste and SFR take `<style>` away. A room of its own, since premailer is slow to import."""

from __future__ import annotations

import logging

from premailer import Premailer
from premailer.premailer import cssutils

cssutils.ser.prefs.minimizeColorHash = False  # premailer writes through cssutils, and old Outlooks know no #fff


def inlined(page: str) -> str:
    """Return the HTML document with its styles on each element; nothing is fetched."""
    text: str = Premailer(
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
