"""What rooms declare: a group of which nothing has changed is known without being declared again."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

import pytest
from msgspec import Struct, field
from msgspec.structs import replace

from plugins.build.declared import Declared
from plugins.build.making import Made
from plugins.build.output import Group, Output, Thing
from plugins.build.past import Manifest, Past
from plugins.build.standing import concluded, split
from plugins.build.trees import Look
from plugins.model.problem import Problem, Severity

TOLD = (Problem("a.md", 1, "", "Long.", "Coupez.", Severity.WARNING),)
asked: list[tuple[str, ...]] = []
"""The names that groups were declared with, one entry each time."""


def text(name: str) -> bytes:
    """Return what a file holds."""
    return name.encode()


def of_each(names: tuple[str, ...]) -> Iterator[Output]:
    """Yield a file for each name."""
    asked.append(names)
    return (single(name) for name in names)


def single(name: str, said: str = "") -> Output:
    """Return a file that is declared by itself."""
    return Output(f"{name}.txt", text, {"name": said or name})


def group(*names: str, called: str = "all") -> Group:
    """Return files that are declared together."""
    return Group(called, of_each, {"names": names})


class Site(Struct):
    """A site that is built again and again, in one process or in a new one each time; a file looks as often made as it was."""

    folder: Path
    is_live: bool = False
    looks: dict[str, Look] = field(default_factory=dict)
    made: int = 0
    told: Sequence[Problem] = ()
    """By the last build."""
    keys: AbstractSet[str] = frozenset()
    """Of all that it declared."""
    _past: Past | None = None

    def build(self, *things: Thing) -> set[str]:
        """Build; return the keys of the files that were made."""
        past = self._past or Past(self.folder, {}, self.folder)
        declared = Declared(past)
        declared.add(things)
        found = split(declared, past, self.looks)
        self.made += 1
        self.looks = {key: self.looks[key] for key in found.standing} | dict.fromkeys(found.to_make, (1, self.made))
        told = [Made(output.path, True, None, TOLD if output.path == "told.txt" else ()) for output in found.to_make.values()]
        past.conclude(Manifest(concluded(declared, found, told, self.looks)), declared.things)
        self.told = [*found.told, *(problem for one in told for problem in one.problems)]
        past.save()
        self._past = past if self.is_live else None
        self.keys = set(declared)
        asked.clear()
        return set(found.to_make)


@pytest.fixture(params=[False, True], ids=["anew", "live"])
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Site:
    """Return a site without anything."""
    return Site(tmp_path, is_live=request.param)


def test_a_group_that_stands_is_not_declared(site: Site) -> None:
    """Its files are known all the same, and none is made."""
    site.build(group("a", "b"), single("c"))
    past = Past(site.folder, {}, site.folder)
    declared = Declared(past)
    declared.add([group("a", "b"), single("c")])
    assert split(declared, past, site.looks).to_make == {}
    assert list(declared) == ["a.txt", "b.txt", "c.txt"]
    assert asked == []
    assert declared["b.txt"].render().content == b"b"
    assert asked == [("a", "b")]


def test_a_page_is_a_public_file_in_html(tmp_path: Path) -> None:
    """A letter is for its sender alone."""
    declared = Declared(Past(tmp_path, {}, tmp_path))
    page = Output("agenda/index.html", text, {"name": "Agenda"})
    declared.add([page, single("robots"), replace(page, path="2026-s48/lettre.html", is_public=False)])
    assert [*declared.pages] == ["agenda/index.html"]


def test_of_a_group_that_changed_only_what_changed_is_made(site: Site) -> None:
    """What is new in it is made, what is no more in it is gone."""
    assert site.build(group("a", "b")) == {"a.txt", "b.txt"}
    assert site.build(group("a", "b", "d")) == {"d.txt"}
    assert site.build(group("a", "d")) == set()
    assert site.keys == {"a.txt", "d.txt"}
    assert site.build(group("a", "d"), single("b")) == {"b.txt"}


@pytest.mark.parametrize("damage", ["gone", "touched"])
def test_a_file_of_a_group_that_somebody_touched_is_made_again(damage: str, tmp_path: Path) -> None:
    """And no other file of the group."""
    site = Site(tmp_path)
    site.build(group("a", "b"))
    site.looks = {key: look for key, look in site.looks.items() if key != "a.txt"} | ({"a.txt": (9, 9)} if damage == "touched" else {})
    assert site.build(group("a", "b")) == {"a.txt"}
    assert site.build(group("a", "b")) == set()


def test_a_file_that_was_not_made_after_all_is_made_next_time(tmp_path: Path) -> None:
    """Plugins of others may take a file away; the group that it is in does not stand as a whole then."""
    past, declared = (found := Past(tmp_path, {}, tmp_path)), Declared(found)
    declared.add([group("a", "b")])
    made = [Made("a.txt", True), Made("b.txt", True)]
    batches = concluded(declared, split(declared, past, {}), made, looks := {"a.txt": (1, 1)})
    past.conclude(Manifest(batches), declared.things)
    again = Declared(past)
    again.add([group("a", "b")])
    assert set(again) == {"a.txt", "b.txt"}
    assert set(split(again, past, looks).to_make) == {"b.txt"}


def test_what_was_told_of_a_file_is_told_as_long_as_it_stands(site: Site) -> None:
    """Whether its group stands as a whole, was declared again, or is made of something else."""
    for names in (("told", "a"), ("told", "a"), ("told", "b"), ("told", "b")):
        site.build(group(*names))
        assert site.told == list(TOLD)
    site.build(group("b"))
    assert site.told == []


def test_of_two_that_declare_one_path_the_later_one_counts(site: Site) -> None:
    """In each run, whichever of them was there before; when one goes, the file is that of the other."""
    both = group("a", "b"), replace(single("a", "autre"), path="a.txt")
    for things, made in (
        (both[:1], {"a.txt", "b.txt"}), (both, {"a.txt"}), (both, set()), (both[:1], {"a.txt"}), (both[::-1], set()), (both[1:], {"a.txt"}),
    ):  # fmt: skip
        assert site.build(*things) == made


def test_a_preview_knows_equal_things_again(tmp_path: Path) -> None:
    """What is declared as in the run before is the very same object, and needs neither fingerprint nor look."""
    site = Site(tmp_path, is_live=True)
    site.build(group("a", "b"), single("c"))
    site.looks = dict.fromkeys(site.looks, (0, 0))
    assert site.build(group("a", "b"), single("c")) == set()


def test_two_groups_have_two_names(tmp_path: Path) -> None:
    """One would hide the other: whoever writes a room is told."""
    with pytest.raises(ValueError, match="all"):
        Site(tmp_path).build(group("a"), group("b"))
