"""The ledger of what calendars were told."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from plugins.model.revision import Ledger, Revision, ledger_text, read_ledger

FILE = "content/evenements/calendriers.txt"
SOUP = Revision(2, datetime(2026, 11, 22, 7, tzinfo=UTC), "aa", "bb")

words = st.text("abcdef0123456789", min_size=1, max_size=8)
moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(lambda found: found.replace(microsecond=0))  # noqa: DTZ001  # the zone is added
ledgers = st.dictionaries(words, st.builds(Revision, st.integers(0, 999), moments, words, words))


@given(ledgers)
def test_a_ledger_reads_back(ledger: Ledger) -> None:
    """What is written down is what was known, without a problem."""
    assert read_ledger(ledger_text(ledger), FILE) == (ledger, [])


@given(ledgers)
def test_the_order_is_that_of_the_uids(ledger: Ledger) -> None:
    """The same revisions give the same bytes, so that two people's work goes together line by line."""
    assert ledger_text(ledger) == ledger_text(dict(reversed(list(ledger.items()))))


def test_of_two_lines_for_an_event_the_later_counts() -> None:
    """Two people published: their lines both stand, and calendars were told the higher number."""
    early = Revision(1, SOUP.modified, "cc", "dd")
    both = ledger_text({"soupe": early}) + ledger_text({"soupe": SOUP}) + ledger_text({"soupe": early})
    assert read_ledger(both, FILE) == ({"soupe": SOUP}, [])


def test_marks_of_a_conflict_are_told() -> None:
    """The marks that git leaves are an error with its line, and the lines between them still count."""
    text = f"<<<<<<< HEAD\n{ledger_text({'soupe': SOUP})}=======\n>>>>>>> autre\n"
    ledger, problems = read_ledger(text, FILE)
    assert ledger == {"soupe": SOUP}
    assert [(problem.line, problem.is_error) for problem in problems] == [(1, True), (5, True), (6, True)]
    assert "Effacez cette ligne" in problems[0].instead


@given(st.text())
def test_any_damage_is_told(text: str) -> None:
    """Whatever stands in the file, each line is read, is a remark, or is told of."""
    ledger, problems = read_ledger(text, FILE)
    assert ledger == {}
    assert all(problem.is_error for problem in problems)
