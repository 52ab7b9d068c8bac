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
from plugins.pages.kept import Kept
from plugins.pages.known import Known, known_templates
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


class _Layout:
    """The templates of the run under way; a preview's pages are made by the same function from run to run."""

    generator: Generator
    kept = Kept()
    rows_of: tuple[bytes, str] = b"", ""
    """What the kept rows were laid out with: the digest of their template, and where the site lies."""

    def begin(self, generator: Generator, rows_of: tuple[bytes, str]) -> None:
        """Take the templates of a run; rows that would be the same are kept, as long as they are asked for."""
        self.generator = generator
        if rows_of != self.rows_of:
            self.kept, self.rows_of = Kept(), rows_of
        generator.env.globals["kept"] = self.kept

    def render(self, template: str, **given: object) -> str:
        """Return a template of the theme filled with what it is given, and nothing else."""
        text: str = self.generator.get_template(template).render(given)
        return text


ROWS = "_event.html"
"""The template whose macros are kept."""
_LAYOUT = _Layout()
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
    templates = generator.env.bytecode_cache = Templates(generator.env, known)
    templates.learn(path.name for path in Path(generator.theme, "templates").glob("*.html"))
    _LAYOUT.begin(generator, (templates.digest(ROWS), site.identity.url))
    has_index = page_path(f"{INDEX}pagefind.js") in generator.declared
    pages = outputs(site, _LAYOUT.render, lambda name: templates.digest(*(name + ending for ending in settings["TEMPLATE_EXTENSIONS"])), has_index)
    theme = Path(generator.theme)
    return chain(pages, style_sheet(theme, site.houses, site.files.values()), theme_files(theme))
