"""What was asked for lately is remembered, and no more than that."""

from __future__ import annotations

from plugins.build.lately import Lately, by_identity, forget


class Thing:
    """Something that is equal to any other of its kind."""

    def __eq__(self, other: object) -> bool:
        """Be equal."""
        return isinstance(other, Thing)

    def __hash__(self) -> int:
        """Have one hash."""
        return 1


def test_what_is_asked_for_stays() -> None:
    """A thing that each run asks for is kept; one that two runs did not ask for is not."""
    known: Lately[str] = Lately()
    known.know("always", "a")
    known.know("once", "b")
    for _ in range(2):
        forget()
        assert known.get("always") == "a"
    assert known.get("once") is None


def test_it_holds_no_more_than_two_generations() -> None:
    """However many things there are within one run, the first of them go."""
    known: Lately[int] = Lately(most=3)
    for number in range(10):
        known.know(number, number)
    assert [number for number in range(10) if known.get(number) is not None] == [6, 7, 8, 9]


def test_things_are_known_by_sight() -> None:
    """A function is called again for an equal thing that is another, and not for the very same one."""
    seen: list[Thing] = []

    @by_identity()
    def look(thing: Thing) -> int:
        seen.append(thing)
        return len(seen)

    one, other = Thing(), Thing()
    assert [look(one), look(one), look(other), look(one)] == [1, 1, 2, 1]


def test_a_thing_that_is_gone_leaves_its_place_to_nobody() -> None:
    """What is remembered is remembered with the thing itself, so that a new thing never passes for an old one."""

    @by_identity(1)
    def look(thing: list[int]) -> int:
        return thing[0]

    assert [look([number]) for number in range(50)] == list(range(50))
