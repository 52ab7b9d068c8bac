"""The way from the home page to each other one: people and machines see the same."""

from __future__ import annotations

import json
import re

import pytest

from plugins.pages.linked_data.things import script
from tests.pages.linked_data.graphs import SCRIPT, graph_of, of_kind
from tests.pages.radios import radio
from tests.pages.sites import full_site, rendered
from tests.towns import IDENTITY

PATH = re.compile(r'<nav class="path" aria-label="Fil d’Ariane">\n<ol>\n(.*?)</ol>', re.DOTALL)
HIDDEN = ("404.html", "agenda/cadre/", "hors-ligne/")
"""Pages that ask not to be found."""


def test_the_way_on_the_page_is_that_of_machines() -> None:
    """All but the page itself, which its title names; a page right under the home page shows none."""
    for path, text in {**rendered(full_site()), **rendered(radio())}.items():
        if path.startswith((*HIDDEN, "agenda/texte/")) or path == "index.html":
            continue
        told = [item["item"].removeprefix(IDENTITY.url) for item in of_kind(graph_of(text), "BreadcrumbList")["itemListElement"]]
        shown = PATH.findall(text)
        assert len(shown) == (len(told) > 2), path
        assert told[-1] == f"/{path.removesuffix('index.html')}"
        assert told[0] == "/"
        assert not shown or re.findall(r'href="([^"]*)"', shown[0]) == told[:-1]


def test_each_step_of_a_way_has_its_page() -> None:
    """Nobody is led to where nothing is."""
    made = rendered(full_site())
    for text in made.values():
        for address in re.findall(r'href="([^"]*)"', "".join(PATH.findall(text))):
            assert f"{address[1:]}index.html" in made


def test_what_is_not_to_be_found_tells_machines_nothing() -> None:
    """And asks not to be found."""
    for path, text in rendered(full_site()).items():
        assert ('content="noindex"' in text) == path.startswith(HIDDEN), path
        assert bool(SCRIPT.search(text)) == (not path.startswith(HIDDEN)), path


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--<script>", "« é » & ' \" \\"])
def test_no_text_ends_the_script(text: str) -> None:
    """What a writer types stays in the data."""
    made = script([{"@type": "Thing", "name": text}])
    assert "<" not in made
    assert json.loads(made)["@graph"][0]["name"] == text
