"""What a page depends on beside what it shows: its template, with all that this takes in."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader, TemplateSyntaxError
from msgspec.structs import replace
from pelican.generators import Generator
from pelican.settings import read_settings

from plugins.build.fingerprint import Fingerprints
from plugins.pages.environment import FILTERS, OPTIONS, address_filters
from plugins.pages.known import Known, known_templates
from plugins.pages.outputs import outputs
from plugins.pages.templates import Templates
from tests.pages.sites import TEMPLATES, full_site, pages, render
from tests.towns import IDENTITY

WAYS = {
    "extends": '{% extends "part.html" %}',
    "includes": '{% include "part.html" %}',
    "imports": '{% import "part.html" as part %}',
    "imports a name": '{% from "part.html" import word %}',
    "may include": '{% include ["none.html", "part.html"] ignore missing %}',
    "names when made": "{% include which %}",
}
INCLUDES = WAYS["includes"]
PLACES = {
    "if": "{% if x %}@{% endif %}",
    "elif": "{% if x %}{% elif y %}@{% endif %}",
    "else": "{% if x %}{% else %}{% if y %}{% else %}@{% endif %}{% endif %}",
    "for": "{% for x in y %}@{% endfor %}",
    "for nothing": "{% for x in y %}{% else %}@{% endfor %}",
    "block": "{% block x %}@{% endblock %}",
    "macro": "{% macro x() %}@{% endmacro %}",
    "call": "{% call x() %}@{% endcall %}",
    "filter": "{% filter upper %}@{% endfilter %}",
    "set": "{% set x %}@{% endset %}",
    "with": "{% with x = 1 %}@{% endwith %}",
    "autoescape": "{% autoescape true %}@{% endautoescape %}",
}


def _environment(texts: Mapping[str, str]) -> Environment:
    return Environment(loader=DictLoader(texts), autoescape=True)


def _digest(texts: Mapping[str, str], name: str = "page.html") -> bytes:
    return Templates(_environment(texts), Known()).digest(name)


@pytest.mark.parametrize("way", WAYS)
def test_a_change_reaches_what_takes_it_in(way: str) -> None:
    """However a template takes another in, through others too, its digest tells of a change there."""
    texts = {"page.html": '{% import "middle.html" as middle %}', "middle.html": WAYS[way], "part.html": "{% macro word() %}{% endmacro %}"}
    assert _digest(texts) == _digest(dict(reversed(texts.items())))
    assert _digest(texts) != _digest({**texts, "part.html": texts["part.html"] + "!"})


@pytest.mark.parametrize("place", PLACES)
def test_a_change_reaches_what_takes_it_in_anywhere(place: str) -> None:
    """In every statement that holds others."""
    texts = {"page.html": PLACES[place].replace("@", INCLUDES), "part.html": ""}
    assert _digest(texts) != _digest({**texts, "part.html": "!"})


def test_a_change_elsewhere_does_not() -> None:
    """What no page of its kind shows has no part in a digest."""
    texts = {"page.html": "Un.", "other.html": '{% include "page.html" %}'}
    assert _digest(texts) == _digest({**texts, "other.html": "Deux."})


def test_a_template_that_comes_is_seen() -> None:
    """One that was missing until now changes the pages that may take it in."""
    texts = {"page.html": '{% include "part.html" ignore missing %}'}
    assert _digest(texts) != _digest({**texts, "part.html": ""})


def test_templates_in_a_ring_have_a_digest() -> None:
    """Two that take each other in, on some condition, are no riddle."""
    ring = {"page.html": '{% include "part.html" %}', "part.html": '{% if deeper %}{% include "page.html" %}{% endif %}'}
    assert _digest(ring) != _digest({**ring, "part.html": ring["part.html"] + "!"})


def test_a_file_that_is_no_template_does_no_harm(tmp_path: Path) -> None:
    """A picture among the templates is none, even for a page that might show any of them."""
    (tmp_path / "page.html").write_text("{% include which %}")
    (tmp_path / "logo.png").write_bytes(b"\x89PNG\xff")
    assert Templates(Environment(loader=FileSystemLoader(tmp_path), autoescape=True), Known()).digest("page.html")


def test_a_broken_template_is_told_of_when_it_is_shown() -> None:
    """Declaring pages breaks nothing: a part that no page shows may be broken."""
    environment = _environment({"page.html": '{% if never %}{% include "part.html" %}{% endif %}', "part.html": "{% endif %}"})
    assert Templates(environment, Known()).digest("page.html", "part.html")
    assert environment.get_template("page.html").render() == ""
    with pytest.raises(TemplateSyntaxError):
        environment.get_template("part.html")


def test_what_stands_around_is_in_every_digest() -> None:
    """A change of the filters or settings reaches every page."""
    one, other = (Templates(_environment({"page.html": ""}), Known(around)).digest("page.html") for around in (b"1", b"2"))
    assert one != other


def _run(texts: Mapping[str, str], known: Known) -> tuple[str, int]:
    """Return what the page shows in a run that knows of earlier ones, and how many templates were compiled for it."""
    environment = _environment(texts)
    compiled: list[object] = []
    plainly = environment._compile
    environment._compile = lambda source, filename: compiled.append(filename) or plainly(source, filename)  # type: ignore[method-assign,func-returns-value]
    templates = environment.bytecode_cache = Templates(environment, known)
    templates.digest("page.html")
    return environment.get_template("page.html").render(), len(compiled)


def test_a_template_is_compiled_once() -> None:
    """In a later run only what has changed is compiled again, and the page shows it."""
    known, texts = Known(), {"page.html": '{% include "part.html" %}', "part.html": "Un."}
    assert _run(texts, known) == ("Un.", 2)
    assert _run(texts, known) == ("Un.", 0)
    assert _run({**texts, "part.html": "Deux."}, known) == ("Deux.", 1)


class _Past:
    """A build's memory that ends with the test."""

    def __init__(self) -> None:
        self.prints, self._kept = Fingerprints(), Known()

    def recall(self, _name: str, _kind: type) -> Known:
        return self._kept

    def remember(self, _name: str, value: Known) -> None:
        self._kept = value


def test_what_is_known_holds_under_the_same_settings() -> None:
    """Filters and addresses are compiled into templates: when the settings say others, all is found out anew."""
    past: Any = _Past()
    first = known_templates(past, IDENTITY, {"JINJA_FILTERS": FILTERS})
    assert known_templates(past, IDENTITY, {"JINJA_FILTERS": dict(FILTERS), "SITENAME": "Autre"}) is first
    moved = known_templates(past, replace(IDENTITY, url="https://villeneuve.example/centre"), {"JINJA_FILTERS": FILTERS})
    other = known_templates(past, IDENTITY, {"JINJA_FILTERS": {**FILTERS, "cap": FILTERS["tel"]}})
    assert len({first.around, moved.around, other.around}) == 3


def test_settings_that_cannot_be_compared_leave_nothing_known() -> None:
    """Nothing is kept of templates compiled with something that may be another next time."""
    past: Any = _Past()
    settings = {"JINJA_GLOBALS": {"any": SimpleNamespace()}}
    assert known_templates(past, IDENTITY, settings) is not known_templates(past, IDENTITY, settings)


def _changed(tmp_path: Path, name: str) -> set[str]:
    """Return the templates of the pages that an edit of a file of the theme remakes."""
    site = full_site()
    shutil.copytree(TEMPLATES, tmp_path, dirs_exist_ok=True)

    def given() -> dict[str, tuple[str, object]]:
        environment = Environment(loader=FileSystemLoader(tmp_path), **OPTIONS)  # OPTIONS turn autoescape on
        environment.filters.update({**FILTERS, **address_filters(site.identity)})
        templates = Templates(environment, Known())
        found = outputs(site, render, lambda template: templates.digest(f"{template}.html"))
        return {output.path: (getattr(output.given.get("page"), "template", ""), output.given) for thing in found for output in thing.outputs}

    before = given()
    (tmp_path / name).write_text((tmp_path / name).read_text("utf-8") + "\n", "utf-8")
    return {template for path, (template, made_of) in given().items() if made_of != before[path][1]}


EDITS: Mapping[str, set[str]] = {
    "event.html": {"event"},
    "_street.html": {"home", "404"},
    "_teaser.html": {"article", "event", "home", "house", "issue", "news", "project"},
    "base.html": {page.template for page in pages(full_site())} - {"cadre", "offline", "paper"},
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_of_the_theme_remakes_the_pages_that_show_it(name: str, tmp_path: Path) -> None:
    """And no other page, nor the colours of the houses."""
    assert _changed(tmp_path, name) == EDITS[name]


@pytest.mark.parametrize("name", ["theme/templates/base.html", "overrides/part.html"])
def test_pelican_s_ways_to_a_template_are_followed(name: str, tmp_path: Path) -> None:
    """A theme may take in what lies in itself, in the town's own folder before it, or in Pelican's simple theme."""
    for path, text in {
        "theme/templates/page.html": '{% extends "!theme/base.html" %}{% include "part.html" %}{% import "!simple/article.html" as it %}',
        "theme/templates/base.html": "Un.",
        "theme/templates/part.html": "Deux.",
        "overrides/other.html": "",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    settings = read_settings(override={"THEME_TEMPLATES_OVERRIDES": [str(tmp_path / "overrides")]})

    def digest() -> bytes:
        return Templates(Generator({}, settings, None, str(tmp_path / "theme"), None).env, Known()).digest("page.html")

    before = digest()
    assert digest() == before
    (tmp_path / name).write_text("Autre.")
    assert digest() != before
