"""Hooks of the pages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.build.generator import OutputsGenerator, outputs_generator
from plugins.build.output import Thing, page_path
from plugins.pages.environment import address_filters
from plugins.pages.known import Known, known_templates
from plugins.pages.layout import Layout
from plugins.pages.templates import Templates


def register() -> None:
    """Register at load time, as Pelican asks."""
    signals.get_generators.connect(_generators)
    signals.article_generator_init.connect(_keep_templates)


def _generators(_: Pelican) -> type[OutputsGenerator]:
    """At get_generators: plugins run in their order, so the content is read by then."""
    return outputs_generator("Pages", _declare)


def _keep_templates(generator: Generator) -> None:
    """At article_generator_init: Pelican's own generator asks for templates of tags and authors though there are none; compile them once."""
    generator.env.bytecode_cache = Templates(generator.env, _PELICANS)


_LAYOUT = Layout()
_PELICANS = Known()


def _declare(generator: OutputsGenerator) -> Iterator[Thing]:
    """Tell the templates where the site lies, which its settings say, then declare the pages and the theme's files."""
    from plugins.pages.outputs import outputs  # here, since most runs find that nothing has changed
    from plugins.pages.search import INDEX
    from plugins.pages.styles import style_sheet
    from plugins.pages.theme import theme_files

    site, settings = generator.site, generator.settings
    generator.env.filters.update(address_filters(site.identity))
    known = known_templates(generator.context["BUILD"].past, site.identity, settings)
    theme = Path(generator.theme)
    templates = Templates(generator.env, known, settings["TEMPLATE_EXTENSIONS"])
    templates = _LAYOUT.begin(templates, (path.name for path in theme.glob("templates/*.html")))
    has_index = page_path(f"{INDEX}pagefind.js") in generator.declared
    pages = outputs(site, _LAYOUT.render, templates.digest_of_page, has_index)
    return chain(pages, style_sheet(theme, site.houses, site.files.values()), theme_files(theme))
