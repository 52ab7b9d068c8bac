"""Words as they are searched: one rule for what is written and for what is asked.

The page's script (theme/static/recherche.js) folds questions by the same rule; a test compares the two.
"""

from __future__ import annotations

import re
from html import unescape

from plugins.model.text import fold

_ELIDED = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'", re.ASCII)
_PLURAL = re.compile(r"\b(\w{2,}[aou]|\w+[b-np-z]i)s\b|\b(\w{1,3}[eo]u)x\b", re.ASCII)
"""Plurals that the French stemmer leaves alone: `vélos`, `amis`, `jeux`."""
_INLINE = re.compile(r"</?(?:a|abbr|b|code|em|i|strong|sub|sup)\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")


def searched(text: str) -> str:
    """Return a text in the form in which it is searched: folded, without elided articles (`l'œuvre` gives `oeuvre`)."""
    folded: str = fold.__wrapped__(text)  # whole texts are not worth remembering
    return _PLURAL.sub(r"\1\2", _ELIDED.sub("", folded).replace("'", " "))


def text_of(html: str) -> str:
    """Return the text of safe HTML; what stands in two blocks stays two words, what is partly emphasised stays one."""
    return " ".join(unescape(_TAG.sub(" ", _INLINE.sub("", html))).split())


WEAK = tuple(
    dict.fromkeys(
        searched(
            "à a au aux avec ce ces cet cette comment dans de des du elle en est et il ils je la le les leur ma mes mon nos notre nous on ou par pas "
            "pour quand que quel quelle qui quoi sa se ses son sur ta te tes ton tu un une vos votre vous y"
        ).split()
    )
)
"""Words, in the form in which they are searched, that a question may do without."""
