"""What the rooms declare in one run: outputs by key, of which those of a group that stands are known without being declared."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from plugins.build.lately import by_identity
from plugins.build.output import ASIDE, Group, Output, Thing
from plugins.build.past import Batch, Past


class Declared(Mapping[str, Output]):
    """The outputs of a run by key; asking for one declares the group that it is in, asking whether it is there does not."""

    def __init__(self, past: Past) -> None:
        """Start with nothing."""
        self._past = past
        self._owners: dict[str, Thing] = {}
        self._opened: dict[str, Mapping[str, Output]] = {}
        self._pages: dict[str, None] = {}
        self.prints: dict[str, bytes] = {}
        """Fingerprint of each thing that was declared, by its key."""
        self.things: dict[str, Thing] = {}
        """What was declared, by key; the very same object as in the last run of this process where it is equal."""

    def add(self, things: Iterable[Thing]) -> None:
        """Take what a room declares; of two outputs with one path the later one counts. Raise ValueError when two groups have one name."""
        for new in things:
            key = new.key
            if isinstance(new, Group) and key in self.things:
                raise ValueError(new.name)
            thing = self.things[key] = self._past.same(new)
            self.prints[key] = self._past.print_of(thing)
            keys = self._keys(thing)
            self._owners.update(dict.fromkeys(keys, thing))
            self._pages.update(_pages(keys))

    def _keys(self, thing: Thing) -> Mapping[str, object]:
        """Return a table by the keys of a thing's outputs: those that it had when it was last made of the same."""
        batch = self.last(thing)
        return batch.looks if batch else self.open(thing)

    def last(self, thing: Thing) -> Batch | None:
        """Return what became of a thing when it was last made, None when it was made of something else."""
        batch = self._past.manifest.batches.get(thing.key)
        return batch if batch and batch.fingerprint == self.prints[thing.key] else None

    def open(self, thing: Thing) -> Mapping[str, Output]:
        """Return the outputs of a thing by key, declared once in a run."""
        found = self._opened.get(thing.key)
        if found is None:
            found = self._opened[thing.key] = {output.key: output for output in thing.outputs}
        return found

    def owner(self, key: str) -> Thing:
        """Return the thing in which an output was declared. Raise KeyError."""
        return self._owners[key]

    @property
    def pages(self) -> Collection[str]:
        """The paths of all pages."""
        return self._pages.keys()

    def __getitem__(self, key: str) -> Output:
        """Return an output. Raise KeyError."""
        return self.open(self._owners[key])[key]

    def __contains__(self, key: object) -> bool:
        """Return whether there is such an output."""
        return key in self._owners

    def __iter__(self) -> Iterator[str]:
        """Go through the keys."""
        return iter(self._owners)

    def __len__(self) -> int:
        """Count the outputs."""
        return len(self._owners)


@by_identity()
def _pages(keys: Mapping[str, object]) -> dict[str, None]:
    """Return those of some keys that are paths of pages."""
    return dict.fromkeys(key for key in keys if key.endswith(".html") and not key.startswith(ASIDE))
