"""The templates of a theme: what a page depends on beside what it shows, and their compiled code.

Both are worked out once for each source and kept for the next build: compiling the templates takes longer than making a day's pages.
"""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import BytecodeCache, Environment, TemplateNotFound, TemplateSyntaxError
from jinja2.bccache import Bucket
from jinja2.meta import find_referenced_templates

from plugins.build.fingerprint import Fingerprints
from plugins.pages.known import Known, Names

Loaded = tuple[str, str | None]
"""Source of a template, and its file."""


class Templates(BytecodeCache):
    """The templates of one run; Jinja finds their compiled code here."""

    def __init__(self, environment: Environment, known: Known) -> None:
        """Take the templates that an environment loads, and what is known of them, to which more is added."""
        self._environment = environment
        self._known = known
        self._prints = Fingerprints()
        self._loaded: dict[str, Loaded | None] = {}
        self._digests: dict[tuple[str, ...], bytes] = {}

    def digest(self, *names: str) -> bytes:
        """Return the digest of some templates, all that they include, extend or import, and what stands around them."""
        if names not in self._digests:
            sources = tuple((name, *(self._load(name) or ())[:1]) for name in sorted(self._reached(names)))
            self._digests[names] = self._prints.of((self._known.around, sources))
        return self._digests[names]

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja the code it asks for; it sees whether that is of the same source."""
        if found := self._known.code.get(bucket.key):
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what Jinja has compiled."""
        self._known.code[bucket.key] = bucket.bytecode_to_string()

    def _reached(self, names: Iterable[str]) -> set[str]:
        """Return the names of some templates and of all that they take in; of all there are, where that cannot be told."""
        found: set[str] = set()
        waiting = list(names)
        while waiting:
            if (name := waiting.pop()) not in found:
                found.add(name)
                taken_in = self._taken_in(name)
                if None in taken_in:
                    return found | set(self._environment.list_templates())
                waiting += (self._environment.join_path(other, name) for other in taken_in if other)
        return found

    def _taken_in(self, name: str) -> Names:
        """Return what a template takes in; nothing when it does not exist, for Jinja can go on without some."""
        if (loaded := self._load(name)) is None:
            return ()
        checksum = self.get_source_checksum(loaded[0])
        known = self._known.names.get(name)
        if known is None or known[0] != checksum:
            known = self._known.names[name] = checksum, self._read(name, *loaded)
        return known[1]

    def _read(self, name: str, source: str, filename: str | None) -> Names:
        """Return what a source takes in, and keep its code, since a page will show it; a broken one is told of when a page does."""
        bucket = self.get_bucket(self._environment, name, filename, source)
        try:
            tree = self._environment.parse(source, name, filename)
            names = tuple(find_referenced_templates(tree))
            bucket.code = self._environment.compile(tree, name, filename)
        except TemplateSyntaxError:
            return ()
        self.set_bucket(bucket)
        return names

    def _load(self, name: str) -> Loaded | None:
        """Return a template; None when there is none, or none that is text."""
        if name not in self._loaded:
            assert self._environment.loader
            try:
                self._loaded[name] = self._environment.loader.get_source(self._environment, name)[:2]
            except (TemplateNotFound, UnicodeDecodeError):
                self._loaded[name] = None
        return self._loaded[name]
