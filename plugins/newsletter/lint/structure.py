"""What stands where: language, first words, headings, one column of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lxml.html import HtmlElement

from plugins.model.letter import PREHEADER
from plugins.newsletter.lint.facts import Broken
from plugins.newsletter.lint.page import Page, style_of, words_of

COLUMN = 600
"""CSS pixels."""
TARGET = 44
"""CSS pixels that a thumb needs."""
_GHOST = re.compile(r"<!--\[if mso\]><table role=\"presentation\" width=\"600\"[^>]*>.*?<!\[endif\]-->", re.DOTALL)
_GHOSTS_END = re.compile(r"<!--\[if mso\]></td></tr></table><!\[endif\]-->")


def spoken(page: Page) -> Iterator[Broken]:
    """Yield a missing language: on html, and on what stands around it all, since webmails drop html."""
    wrappers = [child for child in page.body if isinstance(child.tag, str)]
    if page.root.get("lang") != "fr" or len(wrappers) != 1 or wrappers[0].get("lang") != "fr":
        yield Broken("langue", 'il manque lang="fr" sur la balise html ou sur l\'enveloppe de toute la lettre.')


def announced(page: Page) -> Iterator[Broken]:
    """Yield a missing preheader, one that does not come first, and one of another length than mailboxes show."""
    first = page.texts[0] if page.texts else None
    if first is None or not first.look.is_hidden:
        yield Broken("accroche", "la lettre n'a pas d'accroche.", f"Ajoutez « {PREHEADER.name}: {PREHEADER.example} ».", PREHEADER.name)
    elif not 40 <= (length := len(" ".join(first.words.split()))) <= 90:
        yield Broken("accroche", f"elle a {length} signes.", "Écrivez-en entre 40 et 90.", PREHEADER.name)


def headed(page: Page) -> Iterator[Broken]:
    """Yield headings out of order: one h1, first, and no level left out, as those who listen go from one to the next."""
    titles = [(int(element.tag[1]), words_of(element)) for element in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    if [level for level, _ in titles].count(1) != 1 or titles[0][0] != 1:
        yield Broken("ordre des titres", "il faut un grand titre, un seul, et le premier.")
    for (above, _), (level, words) in pairwise(titles):
        if level > above + 1:
            yield Broken("ordre des titres", f"« {words} » saute un niveau.", "Dans l'éditorial, commencez par « ## », puis « ### ».")
    if any(not words for _, words in titles):
        yield Broken("ordre des titres", "un titre est vide.", "Écrivez quelque chose après « ## », ou retirez-le.")


def laid_out(page: Page) -> Iterator[Broken]:
    """Yield layout tables that say they are data, and data tables that say they are layout."""
    data = {_table(head) for head in page.all("th")}
    for table in page.all("table"):
        if (table in data) == (table.get("role") == "presentation"):
            what = f'le tableau « {words_of(table)[:30]} » doit dire role="presentation" s\'il met en page, et seulement alors.'
            yield Broken("tableaux", what)
            return


def one_column(page: Page) -> Iterator[Broken]:
    """Yield what is wider than the column, or stands beside something else; and padding that Outlook does not know, which is any but of cells."""
    data = {_table(head) for head in page.all("th")}
    for row in page.all("tr"):
        if sum(cell.tag == "td" for cell in row) > 1 and _table(row) not in data:
            yield Broken("une colonne", f"« {words_of(row)[:40]} » est sur deux colonnes.")
    for table in page.all("table", "td"):
        width = table.get("width", "")
        if width != "100%" and width and (not width.isdigit() or int(width) > COLUMN):
            yield Broken("une colonne", f"un tableau a une largeur de « {width} », au lieu de {COLUMN} au plus.")
    padded = (
        element for element in page.elements if element.tag not in {"td", "th"} and any(name.startswith("padding") for name in style_of(element))
    )
    for element in padded:
        yield Broken("une colonne", f"une balise {element.tag} a une marge intérieure : Outlook n'en connaît que dans les cellules.")


def ghosted(page: Page) -> Iterator[Broken]:
    """Yield a column without the table that Outlook needs around it: it does not know max-width."""
    columns = sum("max-width" in style_of(table) for table in page.all("table"))
    if not columns or not len(_GHOST.findall(page.source)) == len(_GHOSTS_END.findall(page.source)) == columns:
        yield Broken("tableau d'Outlook", f"une colonne n'a pas autour d'elle le tableau de {COLUMN} px qu'Outlook demande.")


def pushable(page: Page) -> Iterator[Broken]:
    """Yield buttons, which are cells of a colour with a link alone in them, that a thumb would miss."""
    for cell in page.all("td"):
        links = list(cell.iter("a"))
        if cell.get("bgcolor") and len(links) == 1 and words_of(cell) == words_of(links[0]) and next(cell.iter("table"), None) is None:
            heights = (cell.get("height", ""), style_of(links[0]).get("line-height", "").removesuffix("px"))
            if not all(height.isdigit() and int(height) >= TARGET for height in heights):
                yield Broken("boutons", f"« {words_of(cell)} » n'a pas {TARGET} px de haut.")


def _table(part: HtmlElement) -> HtmlElement:
    """Return the table that a row or cell belongs to."""
    return next(part.iterancestors("table"))
