"""The writers' guide: every key, every way of writing, every example is true."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from msgspec import Struct

from plugins.guide.tables import heading, with_tables
from plugins.model.changes import CHANGES
from plugins.model.dates import read_date, read_duration, read_end, read_hour, read_moment
from plugins.model.exceptions import read_except
from plugins.model.library import TYPES, Type
from plugins.model.price import BOOKINGS, PRICES
from plugins.model.problem import Problem, Wrong
from plugins.model.repetition import read_rule
from plugins.model.schedule import EXTRA
from plugins.model.schema import Key
from plugins.model.standing import STATE
from tests.docs.examples import read_among_content, said
from tests.docs.markdown import GUIDE, Row, fenced, rows, section

TEXT = GUIDE.read_text("utf-8")
EXAMPLES, FALSE = fenced(TEXT, "markdown"), fenced(TEXT, "markdown faux")
NEAR = date(2026, 11, 28)
KEYS = [pytest.param(key, id=f"{type_.title}-{key.name}") for type_ in TYPES for key in type_.keys]
BY_TYPE = pytest.mark.parametrize("type_", TYPES, ids=lambda type_: type_.title)
READERS: dict[str, Callable[[str, str], object]] = {
    "Les dates": lambda text, _: read_date(text),
    "Les heures": lambda text, _: read_hour(text),
    "Le début": lambda text, _: read_moment(text),
    "La fin": lambda text, _: read_end(text, NEAR),
    "Les durées": lambda text, _: read_duration(text),
    "Les répétitions": lambda text, start: read_rule(text, read_moment(start).day),
    "Les jours sans": lambda text, _: read_except(text, NEAR),
    "Les jours en plus": lambda text, _: EXTRA.kind.read(text, NEAR),
    "Les changements": lambda text, _: CHANGES.kind.read(text, NEAR),
    "L'état": lambda text, _: STATE.kind.read(text, NEAR),
    "Les tarifs": lambda text, _: PRICES.read(text, None),
    "L'inscription": lambda text, _: BOOKINGS.read(text, None),
}
ROWS = [pytest.param(kind, row, id=f"{kind}-{row.ways[0]}") for kind in READERS for row in rows(TEXT, kind)]


class Told(Struct, frozen=True):
    """What the site says of the guide's files."""

    addresses: dict[str, str]
    """Of the files that were read, by path; empty for a venue, which has no page."""
    problems: list[Problem]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Read the guide's files, the good ones and the one with mistakes, among the town's content."""
    reading, problems = read_among_content({**EXAMPLES, **FALSE}, tmp_path_factory.mktemp("guide"))
    site = reading.site
    venues = {f"lieux/{venue.key}.md": "" for venue in site.venues}
    return Told(venues | {entry.path: entry.address for entry in site.entries}, problems)


def test_the_tables_are_those_of_the_schema() -> None:
    """`inv guide` changes nothing: the tables of the guide say what the schema says."""
    assert with_tables(TEXT) == TEXT, "lancez « inv guide »"


@BY_TYPE
def test_every_key_is_in_the_guide(type_: Type) -> None:
    """Each key of each type has its row, under that type or among the keys that all share."""
    said = section(TEXT, "Les clés communes") + section(TEXT, heading(type_))
    assert [key.name for key in type_.keys if f"| `{key.name}`" not in said] == []


@pytest.mark.parametrize("key", KEYS)
def test_every_example_of_a_key_can_be_copied(key: Key[object]) -> None:
    """The example of a key is read by its kind."""
    assert key.kind.read(key.example, NEAR) is not None


def test_a_guide_without_markers_is_refused() -> None:
    """A guide that lost a marker is left as it is."""
    with pytest.raises(ValueError, match="substring"):
        with_tables("# Guide")


@pytest.mark.parametrize("kind", READERS)
def test_every_kind_of_value_has_its_table(kind: str) -> None:
    """Each heading on how to write something has at least three ways that are read."""
    assert sum(row.is_good for row in rows(TEXT, kind)) >= 3


@pytest.mark.parametrize(("kind", "row"), ROWS)
def test_every_way_of_writing_is_read_as_said(kind: str, row: Row) -> None:
    """What the guide's tables say can be written is read; what they say cannot be is refused."""
    for way in row.ways:
        if row.is_good:
            assert READERS[kind](way, row.start) is not None
        else:
            with pytest.raises(Wrong):
                READERS[kind](way, row.start)


@BY_TYPE
def test_every_type_has_an_example(type_: Type) -> None:
    """Each type of content has a complete file in the guide."""
    assert any(next(t for t in TYPES if t.takes(path)) is type_ for path in EXAMPLES)


@pytest.mark.parametrize("path", EXAMPLES)
def test_an_example_is_read_without_problem(path: str, told: Told) -> None:
    """Each complete file of the guide can be copied into content/ as it is, and the line above it names it."""
    assert [problem for problem in told.problems if problem.file == f"content/{path}"] == []
    assert path in told.addresses
    assert f"`content/{path}`\n\n```markdown {path}\n" in TEXT


def test_the_addresses_shown_are_those_of_the_examples(told: Told) -> None:
    """Each address in the first table of the guide is that of one of its examples."""
    shown = re.findall(r"`(/[^`]+/)` \|$", TEXT.partition("\n## Comment")[0], re.MULTILINE)
    assert len(shown) > 5
    assert set(shown) <= {told.addresses[path] for path in EXAMPLES}


@pytest.mark.parametrize("path", FALSE)
def test_the_messages_shown_are_those_of_the_site(path: str, told: Told) -> None:
    """The file with mistakes gets exactly the messages that the guide shows under it."""
    problems = [problem for problem in told.problems if problem.file == f"content/{path}"]
    assert len(problems) > 1
    assert f"```text\n{said(problems)}\n```" in TEXT


def test_the_examples_do_no_harm_to_other_texts(told: Told) -> None:
    """With the guide's files among it, the rest of the content has no problem either."""
    files = {f"content/{path}" for path in FALSE}
    assert [problem for problem in told.problems if problem.file not in files] == []
