"""The theme's templates as pages are laid out with them: loaded once, and kept from run to run as long as they stay the same."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import Environment

from plugins.pages.kept import Kept
from plugins.pages.templates import Share, Templates


class Layout:
    """The templates of the run under way; a preview's pages are made by the same function from run to run."""

    templates: Templates | None = None

    def begin(self, templates: Templates, names: Iterable[str], share: Share) -> None:
        """Take the templates of a run, where they are not those of the run before; `names` are some that will be asked for.

        Those of before stay loaded, with the rows that they laid out.
        """
        if self.templates is None or not templates.equal(self.templates):
            self.templates = templates
            _prepare(templates.environment, templates)
            templates.learn(names, share)

    def digest(self, template: str) -> bytes:
        """Return the digest of all that pages of a template are laid out by."""
        assert self.templates
        return self.templates.digest_of_page(template)

    def render(self, template: str, **given: object) -> str:
        """Return a template of the theme filled with what it is given, and nothing else."""
        assert self.templates
        return self.templates.page(template).render(given)


def _prepare(environment: Environment, templates: Templates) -> None:
    environment.bytecode_cache = templates
    environment.globals["kept"] = Kept()
    # a plain dictionary, for each import compares names of globals, and those of Jinja's own ChainMap one by one
    environment.make_globals = lambda d: {**environment.globals, **(d or {})}  # type: ignore[method-assign]
