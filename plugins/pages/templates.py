"""The templates of a theme: what a page depends on beside what it shows, and their compiled code.

Both are worked out once for each source and kept for the next build: compiling the templates takes longer than making a day's pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from jinja2 import BytecodeCache, Environment, Template, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.bccache import Bucket
from jinja2.meta import find_referenced_templates

from plugins.build.fingerprint import Fingerprints
from plugins.pages.known import Known, Names

Loaded = tuple[str, str | None]
"""Source of a template, and its file."""
Read = tuple[Names, str, bytes]
"""Names of what a template takes in, Jinja's key of it, and its code; without code it is broken."""
Share = Callable[[Callable[[tuple[str, Loaded]], Read], Sequence[tuple[str, Loaded]], int], Callable[[], list[Read]]]
"""Has something begun for each of many on other cores, when they are worth it; returns what finishes it."""
WORTH_A_PROCESS = 10
"""Templates to read below which a second process costs more than it saves."""


class Templates(BytecodeCache):
    """The templates of one run; Jinja finds their compiled code here."""

    def __init__(self, environment: Environment, known: Known, endings: Sequence[str] = (".html",)) -> None:
        """Take the templates that an environment loads, and what is known of them, to which more is added; those of pages end so."""
        self.environment = environment
        self._known = known
        self._endings = endings
        self._names = environment.list_templates()
        self._prints = Fingerprints()
        self._loaded: dict[str, Loaded | None] = {}
        self._digests: dict[tuple[str, ...], bytes] = {}
        self._awaited: Callable[[], None] | None = None

    def equal(self, last: Templates) -> bool:
        """Return whether the templates of another run, as far as they were read, are these, and what is known of them is too.

        Those of a run that ended before they were asked for are not: who compiled them ended with it.
        """
        is_known = self._known is last._known and self._names == last._names and not last._awaited
        return is_known and all(self._load(name) == loaded for name, loaded in last._loaded.items())

    def page(self, name: str) -> Template:
        """Return the template of pages that has a name. Raise TemplatesNotFound."""
        return self.environment.select_template(self._endings_of(name))

    def digest_of_page(self, name: str) -> bytes:
        """Return the digest of all that such pages are laid out by."""
        return self.digest(*self._endings_of(name))

    def _endings_of(self, name: str) -> list[str]:
        return [name + ending for ending in self._endings]

    def learn(self, names: Iterable[str], share: Share) -> None:
        """Begin to find out what is not known yet of some templates that will be asked for: they take a tenth of a small site.

        The longest come first, so that at the end no core waits long for another.
        """
        found = [(name, loaded) for name in names if (loaded := self._load(name))]
        unknown = [(name, loaded) for name, loaded in found if not self._is_known(name, loaded[0])]
        if unknown:
            unknown.sort(key=lambda template: len(template[1][0]), reverse=True)
            self._awaited = partial(self._keep_all, unknown, share(self._read, unknown, WORTH_A_PROCESS))

    def _keep_all(self, templates: Sequence[tuple[str, Loaded]], answer: Callable[[], list[Read]]) -> None:
        for (name, loaded), read in zip(templates, answer(), strict=True):
            self._keep(name, loaded[0], read)

    def _settle(self) -> None:
        """Finish what is being found out."""
        awaited, self._awaited = self._awaited, None
        if awaited:
            awaited()

    def digest(self, *names: str) -> bytes:
        """Return the digest of some templates, all that they include, extend or import, and what stands around them."""
        self._settle()
        if names not in self._digests:
            sources = tuple((name, *(self._load(name) or ())[:1]) for name in sorted(self._reached(names)))
            self._digests[names] = self._prints.of((self._known.around, sources))
        return self._digests[names]

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja the code it asks for; it sees whether that is of the same source."""
        self._settle()
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
                    return found | set(self.environment.list_templates())
                waiting += (self.environment.join_path(other, name) for other in taken_in if other)
        return found

    def _taken_in(self, name: str) -> Names:
        """Return what a template takes in; nothing when it does not exist, for Jinja can go on without some."""
        if (loaded := self._load(name)) is None:
            return ()
        if not self._is_known(name, loaded[0]):
            self._keep(name, loaded[0], self._read((name, loaded)))
        return self._known.names[name][1]

    def _is_known(self, name: str, source: str) -> bool:
        return self._known.names.get(name, ("",))[0] == self.get_source_checksum(source)

    def _keep(self, name: str, source: str, read: Read) -> None:
        names, key, code = read
        self._known.names[name] = self.get_source_checksum(source), names
        if code:
            self._known.code[key] = code

    def _read(self, template: tuple[str, Loaded]) -> Read:
        """Return what a template takes in and its code, since a page will show it; a broken one is told of when a page does."""
        name, (source, filename) = template
        bucket = self.get_bucket(self.environment, name, filename, source)
        try:
            tree = self.environment.parse(source, name, filename)
            names = _names(tree)
            bucket.code = self.environment.compile(tree, name, filename)
        except TemplateSyntaxError:
            return (), bucket.key, b""
        return names, bucket.key, bucket.bytecode_to_string()

    def _load(self, name: str) -> Loaded | None:
        """Return a template; None when there is none, or none that is text."""
        if name not in self._loaded:
            assert self.environment.loader
            try:
                self._loaded[name] = self.environment.loader.get_source(self.environment, name)[:2]
            except (TemplateNotFound, UnicodeDecodeError):
                self._loaded[name] = None
        return self._loaded[name]


def _names(tree: nodes.Template) -> Names:
    """Return the names of what a template takes in; looked for among its statements, of which no expression holds any."""
    taking = (nodes.Extends, nodes.FromImport, nodes.Import, nodes.Include)
    return tuple(find_referenced_templates(nodes.Template([node for node in _statements(tree) if isinstance(node, taking)])))


def _statements(node: nodes.Node) -> Iterator[nodes.Node]:
    for child in node.iter_child_nodes(only=("body", "elif_", "else_")):
        yield child
        yield from _statements(child)
