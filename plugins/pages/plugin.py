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
    return outputs_generator("Pages", _declare, prepare=_prepare, needs=("plugins.pages.outputs",))


def _keep_templates(generator: Generator) -> None:
    """At article_generator_init: Pelican's own generator asks for templates of tags and authors though there are none; compile them once."""
    generator.env.bytecode_cache = Templates(generator.env, _PELICANS)


_LAYOUT = Layout()
_PELICANS = Known()


def _prepare(generator: OutputsGenerator) -> None:
    """Tell the templates where the site lies, which its settings say, and have those compiled that are not known."""
    run, identity, settings = generator.context["BUILD"], generator.context["identity"], generator.settings
    generator.env.filters.update(address_filters(identity))
    templates = Templates(generator.env, known_templates(run.past, identity, settings), settings["TEMPLATE_EXTENSIONS"])
    _LAYOUT.begin(templates, (path.name for path in Path(generator.theme).glob("templates/*.html")), run.share)


def _declare(generator: OutputsGenerator) -> Iterator[Thing]:
    """Declare the pages and the theme's files."""
    from plugins.pages.outputs import outputs  # here, since most runs find that nothing has changed
    from plugins.pages.search import INDEX
    from plugins.pages.styles import style_sheet
    from plugins.pages.theme import theme_files

    site, theme = generator.site, Path(generator.theme)
    has_index = page_path(f"{INDEX}pagefind.js") in generator.declared
    pages = outputs(site, _LAYOUT.render, _LAYOUT.digest, has_index)
    return chain(pages, style_sheet(theme, site.houses, site.files.values()), theme_files(theme))
