"""HTML and CSS that mailboxes keep, in the units and colours that all of them read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from plugins.newsletter.lint.colors import HEX
from plugins.newsletter.lint.facts import Broken
from plugins.newsletter.lint.page import Page, declarations
from plugins.newsletter.lint.support import is_known, unknown_to

_COLORS = ("color", "background-color", "border-color")
"""Properties whose value is a colour and nothing else."""
_LINES = {"solid", "dashed", "dotted", "double", "none"}
_FUNCTION = re.compile(r"([a-z-]+)\(", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w#.-])-?\d*\.?\d+([a-z%]*)", re.IGNORECASE)
_RULE = re.compile(r"\{([^{}]*)\}")
_ATTRIBUTES = {"align", "aria-describedby", "aria-hidden", "aria-label", "aria-labelledby", "background", "hidden", "loading", "popover", "role",
               "sizes", "srcset", "target", "lang"}  # fmt: skip
_ACTIVE = {"script", "iframe", "embed", "object", "form", "input", "button", "textarea", "select", "link", "base", "canvas", "svg"}
"""Elements that mailboxes throw away, or for which they throw the letter away."""


def colored(page: Page) -> Iterator[Broken]:
    """Yield colours that are not `#rrggbb`: old Outlooks know no #fff, Orange no rgba()."""
    written = {element.get(name) for element in page.elements for name in ("bgcolor", "color") if element.get(name)}
    for style in _styles(page):
        written.update(_colors(style))
    for color in sorted(color for color in written if not HEX.fullmatch(color)):
        yield Broken("couleurs", f"« {color} » n'est pas une couleur de six chiffres, comme #1f3a5f.")


def measured(page: Page) -> Iterator[Broken]:
    """Yield lengths that are not in px; % is for widths alone."""
    found = {measure for style in _styles(page) for measure in _measures(style)}
    for measure in sorted(found):
        yield Broken("unités", f"« {measure} » n'est pas en px.")


def supported(page: Page) -> Iterator[Broken]:
    """Yield CSS on elements that one of the mail programs does not know."""
    found = {feature for style in {element.get("style", "") for element in page.elements} for feature in _features(style)}
    for feature in sorted(found):
        if programs := unknown_to(feature):
            yield Broken("css", f"« {feature} » n'est pas connu de {programs}.")
        elif re.fullmatch(r"[a-z-]+", feature) and not is_known(feature):
            yield Broken("css", f"« {feature} » n'est pas dans la table de caniemail.")


def marked_up(page: Page) -> Iterator[Broken]:
    """Yield elements and attributes that one of the mail programs does not know, or will not have."""
    tags = {str(element.tag) for element in page.root.iter() if isinstance(element.tag, str)} - {"html", "head", "body", "meta", "title", "style"}
    names = {str(name) for element in page.elements for name in element.attrib}
    for feature in (*(f"<{tag}>" for tag in sorted(tags)), *(f"[{name}]" for name in sorted(names & _ATTRIBUTES))):
        if feature[1:-1] in _ACTIVE:
            yield Broken("balises", f"« {feature} » fait jeter la lettre.")
        elif programs := unknown_to(feature):
            yield Broken("balises", f"« {feature} » n'est pas connu de {programs}.")
    if any(name.startswith("on") for name in names):
        yield Broken("balises", "un attribut contient du JavaScript.")


def _styles(page: Page) -> set[str]:
    """Return what is declared anywhere: on elements, and in the rules of style sheets."""
    sheets = "".join(str(style.text or "") for style in page.root.iter("style"))
    return {element.get("style", "") for element in page.elements} | set(_RULE.findall(sheets))


@lru_cache(maxsize=1024)
def _colors(style: str) -> tuple[str, ...]:
    """Return each colour of some declarations, as it is written."""
    found: list[str] = []
    for name, value in declarations(style).items():
        bare = value.lower().removesuffix("!important").strip()
        if name in _COLORS:
            found.append(bare)
        elif name == "background" or name.startswith("border"):
            found += [word for word in bare.split() if word not in _LINES and not _NUMBER.fullmatch(word) and word != "collapse"]
    return tuple(found)


@lru_cache(maxsize=1024)
def _measures(style: str) -> tuple[str, ...]:
    """Return the lengths of some declarations that are not in px."""
    found: list[str] = []
    for name, value in declarations(style).items():
        for match in _NUMBER.finditer(HEX.sub("", value)):
            is_bare = match[1] == "" and (float(match[0]) == 0 or name == "font-weight")
            if not (is_bare or match[1].lower() == "px" or (match[1] == "%" and name.endswith("width"))):
                found.append(f"{name}: {value}")
    return tuple(found)


@lru_cache(maxsize=1024)
def _features(style: str) -> tuple[str, ...]:
    """Return what some declarations use, as the table names it: properties, properties with a value, functions."""
    found: list[str] = []
    for name, value in declarations(style).items():
        bare = value.lower().removesuffix("!important").strip()
        found += [name, f"{name}:{bare}", *(f"{function.lower()}()" for function in _FUNCTION.findall(value))]
    return tuple(found)
