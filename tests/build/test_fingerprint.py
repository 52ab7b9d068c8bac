"""What has the same fingerprint is the same, and what differs anywhere has another."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from enum import Enum
from functools import partial
from pathlib import Path
from typing import overload
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct, defstruct, field
from msgspec.structs import replace

from plugins.build.fingerprint import Fingerprints, digested
from plugins.model.collection import CollectionMeta

SIGNS = (b"(1", b"{1", b"<1", b"#", b"P", "(1", "None", "1", 1.0, 0.0, -0.0)
"""What could be taken for the sign of something else."""
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.binary(max_size=5) | st.dates() | st.times() | st.sampled_from(SIGNS),
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


class Leaf(Struct, frozen=True):
    """A value with a part."""

    name: str
    day: date


class Branch(Struct, frozen=True):
    """A value with parts of its own kind."""

    leaf: Leaf
    others: tuple[Leaf, ...] = ()


class Basket(Struct):
    """A value that may change."""

    names: list[str] = field(default_factory=list)


class Week(Struct, Sequence[date], frozen=True, metaclass=CollectionMeta):
    """A value with parts that is also the list of what it works out."""

    monday: date
    note: str = ""

    def __len__(self) -> int:
        """Return how many days it has."""
        return 7

    @overload
    def __getitem__(self, index: int) -> date: ...
    @overload
    def __getitem__(self, index: slice) -> list[date]: ...
    def __getitem__(self, index: int | slice) -> date | list[date]:
        """Return one or more of its days."""
        return list(self)[index]

    def __iter__(self) -> Iterator[date]:
        """Return its days."""
        return (date.fromordinal(self.monday.toordinal() + number) for number in range(len(self)))


class Color(Enum):
    """A value with a name."""

    RED = 1
    BLUE = 2


def add(one: int, other: int) -> int:
    """Return the sum."""
    return one + other


LEAF = Leaf("a", date(2026, 11, 28))


def typed(value: object) -> object:
    """Return a value told apart from those that Python calls equal: 1, True and 1.0, or a list and a tuple."""
    if isinstance(value, dict):
        return "dict", [(typed(key), typed(item)) for key, item in value.items()]
    if isinstance(value, tuple | list):
        return "list", [typed(item) for item in value]
    return type(value).__name__, repr(value)


@given(one=PLAIN, other=PLAIN)
def test_fingerprints_agree_when_values_do(one: object, other: object) -> None:
    """Two values have the same fingerprint exactly when they are the same, in type too."""
    assert (Fingerprints().of((one,)) == Fingerprints().of((other,))) == (typed(one) == typed(other))


@pytest.mark.parametrize(
    "other",
    [
        Branch(replace(LEAF, name="b")),
        Branch(replace(LEAF, day=date(2026, 11, 29))),
        Branch(LEAF, (LEAF,)),
        LEAF,
    ],
)
def test_a_change_anywhere_is_seen(other: object) -> None:
    """A change in any part of frozen data, however deep, gives another fingerprint."""
    assert Fingerprints().of(other) != Fingerprints().of(Branch(LEAF))


def test_equal_data_made_twice_is_the_same() -> None:
    """Identity does not count, only content."""
    prints = Fingerprints()
    assert prints.of(Branch(Leaf("a", date(2026, 11, 28)))) == prints.of(Branch(LEAF))


def test_what_is_known_is_not_looked_into() -> None:
    """A value whose makings are known has their fingerprint, wherever it stands."""
    prints, known = Fingerprints(), Leaf("a", date(2026, 1, 1))
    before = prints.of((LEAF, known))
    fresh = Fingerprints()
    fresh.know(digested([(known, b"made of this")]))
    assert fresh.of((LEAF, known)) != before
    assert fresh.of(known) == b"made of this"
    assert fresh.of((LEAF, known)) != fresh.of((LEAF, b"made of this"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Week(date(2026, 11, 23)), Week(date(2026, 11, 23), "férié")),
        (Week(date(2026, 11, 23)), tuple(Week(date(2026, 11, 23)))),
        (Leaf("a", date(2026, 11, 28)), defstruct("Leaf", ["name", "day"], module="elsewhere", frozen=True)("a", date(2026, 11, 28))),
        (partial(add, 1), partial(add, 2)),
        (partial(add, one=1), partial(add, other=1)),
        (add, partial(add)),
        (add, typed),
        (Leaf, Branch),
        (Color.RED, Color.BLUE),
        (Path("a"), "a"),
        (frozenset({"a", "b"}), frozenset({"a"})),
        (frozenset({"a"}), ("a",)),
        ({"a": "b"}, ("a", "b")),
        (time(12), time(12, tzinfo=ZoneInfo("Europe/Paris"))),
        (datetime(2026, 1, 1, tzinfo=ZoneInfo("Europe/Paris")), datetime(2026, 1, 1, tzinfo=ZoneInfo("Europe/Berlin"))),
    ],
)
def test_different_things_differ(one: object, other: object) -> None:
    """Things of other kinds, classes, arguments or zones have other fingerprints, alone and inside something; each keeps its own."""
    assert Fingerprints().of(one) == Fingerprints().of(one)
    assert Fingerprints().of(one) != Fingerprints().of(other)
    assert Fingerprints().of({"given": one}) != Fingerprints().of({"given": other})


def test_the_order_of_a_set_does_not_count() -> None:
    """Equal sets have the same fingerprint, in whatever order they give their members."""
    one, other = frozenset([0, 8]), frozenset([8, 0])  # their places in memory collide, so the first comes first
    assert list(one) != list(other)
    assert Fingerprints().of(one) == Fingerprints().of(other)


def test_where_a_thing_was_met_first_does_not_count() -> None:
    """What is remembered of a shared thing gives the same fingerprint as looking into it again."""
    prints = Fingerprints()
    branch = Branch(LEAF, (LEAF, Leaf("b", date(2026, 1, 1))))
    assert [prints.of((branch, 1)), prints.of(branch), prints.of((branch, 1))] == [
        Fingerprints().of((branch, 1)),
        Fingerprints().of(branch),
        Fingerprints().of((branch, 1)),
    ]


def test_what_may_change_is_not_remembered() -> None:
    """A list, a dictionary or data that is not frozen is looked into each time."""
    prints, basket = Fingerprints(), Basket()
    before = [prints.of(value) for value in (basket, basket.names, {"basket": basket})]
    basket.names.append("pomme")
    assert all(prints.of(value) != old for value, old in zip((basket, basket.names, {"basket": basket}), before, strict=True))


def test_both_hours_of_an_october_night_differ() -> None:
    """An hour that exists twice is not the same hour."""
    first = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Paris"))
    assert Fingerprints().of(first) != Fingerprints().of(first.replace(fold=1))


@pytest.mark.parametrize("value", [object(), (object(),), {"a": iter(())}, Branch(LEAF, object()), memoryview(b"a")])  # type: ignore[arg-type]  # on purpose
def test_what_cannot_be_compared_is_refused(value: object) -> None:
    """An object whose content nobody can tell has no fingerprint, wherever it stands: better made again than wrongly kept."""
    with pytest.raises(TypeError):
        Fingerprints().of(value)
