"""Which outputs stand as they were made last, and what is known of all of them once the others are made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from plugins.build.declared import Declared
from plugins.build.making import Made
from plugins.build.output import Output, Thing
from plugins.build.past import Batch, Past
from plugins.build.trees import Look
from plugins.build.turns import turn
from plugins.model.problem import Problem

Looks = Mapping[str, Look]
"""How files look, by key of the output."""


class Split(Struct, frozen=True):
    """The outputs of a run: those that stand as they were made, and those to make."""

    batches: Mapping[str, Batch]
    """By key of what was declared. One with a fingerprint stands as a whole; of another those outputs stand that have a look."""
    to_make: Mapping[str, Output]
    """By key, in the order in which they are made."""

    @property
    def standing(self) -> dict[str, Look]:
        """The looks of the outputs that stand, by key."""
        found: dict[str, Look] = {}
        for batch in self.batches.values():
            found |= batch.looks
        return found

    @property
    def told(self) -> Iterator[Problem]:
        """What was told of those when they were made."""
        return (problem for batch in self.batches.values() for problems in batch.told.values() for problem in problems)


def split(declared: Declared, past: Past, looks: Looks) -> Split:
    """Return which outputs stand and which are to make; `looks` need not be right for what `past` has declared."""
    batches: dict[str, Batch] = {}
    to_make: list[Output] = []
    for key, thing in declared.things.items():
        batch = declared.last(thing)
        if batch is None or not (past.declared.get(key) is thing or _hold(batch.looks, looks)):
            mine = [output for path, output in declared.open(thing).items() if declared.owner(path) is thing]
            prints = {output.key: declared.prints[key] if output is thing else past.prints.of(output.made_of) for output in mine}
            batch = _still(past.manifest.batches.get(key, Batch()), prints, looks)
            to_make += (output for output in mine if output.key not in batch.looks)
        batches[key] = batch
    return Split(batches, {output.key: output for output in sorted(to_make, key=turn)})


def _hold(wanted: Looks, looks: Looks) -> bool:
    """Return whether files look as they should."""
    return list(map(looks.get, wanted)) == list(wanted.values())


def _still(last: Batch, prints: Mapping[str, bytes], looks: Looks) -> Batch:
    """Return outputs with these fingerprints, and what is known of those that were made of the same and look as they did."""
    keys = [key for key, fingerprint in prints.items() if last.prints.get(key) == fingerprint and last.looks[key] == looks.get(key)]
    return Batch(b"", prints, {key: last.looks[key] for key in keys}, {key: last.told[key] for key in keys if key in last.told})


def concluded(declared: Declared, found: Split, made: Sequence[Made], looks: Looks) -> dict[str, Batch]:
    """Return what became of everything that was declared, now that the files have these looks."""
    told = {key: one.problems for key, one in zip(found.to_make, made, strict=True) if one.problems}
    return {key: _batch(declared, thing, found.batches[key], told, looks) for key, thing in declared.things.items()}


def _batch(declared: Declared, thing: Thing, found: Batch, told: Mapping[str, tuple[Problem, ...]], looks: Looks) -> Batch:
    """Return what became of one thing; what plugins of others took away, or changed though it stood, is not known any more."""
    if found.fingerprint and _hold(found.looks, looks):
        return found
    keys = [key for key in found.prints if key in looks and found.looks.get(key, looks[key]) == looks[key]]
    of_all = {**found.told, **told}
    return Batch(
        declared.prints[thing.key] if len(keys) == len(declared.open(thing)) else b"",
        {key: found.prints[key] for key in keys},
        {key: looks[key] for key in keys},
        {key: of_all[key] for key in keys if key in of_all},
    )
