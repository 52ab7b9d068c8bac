"""What comes first, and what stays together."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.build.output import Output
from plugins.build.turns import in_batches, turn

LETTERS = [Output(f"{key}/lettre.{end}", bytes, is_public=False) for key in ("2026-s47", "2026-s48", "le-fil-47") for end in ("html", "txt", "eml")]
PUBLIC = [Output(path, bytes) for path in ("a.jpg", "agenda.ics", "agenda/a-venir.ics", "flux.xml", "index.html", "agenda/index.html")]


@given(st.lists(st.sampled_from([*LETTERS, *PUBLIC]), max_size=60))
def test_every_output_is_in_one_batch(outputs: list[Output]) -> None:
    """In their order, and none is empty."""
    batches = [[outputs[number] for number in batch] for batch in in_batches(outputs)]
    assert [output for batch in batches for output in batch] == outputs
    assert all(batches)


def test_pictures_come_first_and_pages_last() -> None:
    """Letters, which take longest, come before calendars and feeds."""
    found = sorted([PUBLIC[4], PUBLIC[1], LETTERS[0], PUBLIC[0]], key=turn)
    assert [output.path for output in found] == ["a.jpg", "2026-s47/lettre.html", "agenda.ics", "index.html"]


def test_the_files_of_a_letter_are_made_by_one_process() -> None:
    """The message holds what the two other files hold; nothing else is made with them."""
    assert [list(batch) for batch in in_batches([*LETTERS, *PUBLIC])] == [[0, 1, 2], [3, 4, 5], [6, 7, 8], [9], [10, 11, 12], [13, 14]]
