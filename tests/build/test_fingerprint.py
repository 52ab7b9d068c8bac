"""What has the same fingerprint is the same, and what differs anywhere has another."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.build.fingerprint import Fingerprints

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.binary(max_size=5) | st.dates() | st.times(),
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@dataclass(frozen=True)
class Leaf:
    """A value with a part."""

    name: str
    day: date


@dataclass(frozen=True)
class Branch:
    """A value with parts of its own kind."""

    leaf: Leaf
    others: tuple[Leaf, ...] = ()


LEAF = Leaf("a", date(2026, 11, 28))


def typed(value: object) -> object:
    """Return a value told apart from those that Python calls equal: 1, True and 1.0, or a list and a tuple."""
    if isinstance(value, dict):
        return "dict", [(typed(key), typed(item)) for key, item in value.items()]
    if isinstance(value, tuple | list):
        return "list", [typed(item) for item in value]
    return type(value).__name__, value


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
    fresh.know(known, b"made of this")
    assert fresh.of((LEAF, known)) != before
    assert fresh.of(known) == b"made of this"


def test_both_hours_of_an_october_night_differ() -> None:
    """An hour that exists twice is not the same hour."""
    first = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Paris"))
    assert Fingerprints().of(first) != Fingerprints().of(first.replace(fold=1))


def test_what_cannot_be_compared_is_refused() -> None:
    """An object whose content nobody can tell has no fingerprint: better made again than wrongly kept."""
    with pytest.raises(TypeError):
        Fingerprints().of(object())
