"""The music of an episode: whatever its writer knows is read."""

from __future__ import annotations

import pytest

from plugins.model.track import TRACKS, Track


def read(text: str) -> tuple[Track, ...]:
    """Return the pieces of a value."""
    return TRACKS.read(text, None)


@pytest.mark.parametrize(
    ("text", "track"),
    [
        ("La valse", Track("La valse")),
        ("La valse – La chorale", Track("La valse", "La chorale")),
        ("« La valse » - La chorale", Track("La valse", "La chorale")),
        ("La valse — La chorale (Trad.)", Track("La valse", "La chorale", "Trad.")),
        ("La valse – La chorale (A. Bé, C. Dé ; Autoproduit ; 3:45)", Track("La valse", "La chorale", "A. Bé, C. Dé", "Autoproduit", 225)),
        ("La valse – La chorale (3 min 45)", Track("La valse", "La chorale", seconds=225)),
        ("La valse – La chorale (Trad. ; 2'30 ; Label)", Track("La valse", "La chorale", "Trad.", "Label", 150)),
        ("La valse – La chorale (; Autoproduit)", Track("La valse", "La chorale", "", "Autoproduit")),
        ("La valse – La chorale (Bé (fils) ; Autoproduit ; 95 s)", Track("La valse", "La chorale", "Bé (fils)", "Autoproduit", 95)),
        ("Suite – n° 2 – L'orchestre", Track("Suite – n° 2", "L'orchestre")),
        ("Demi-mot – -M-", Track("Demi-mot", "-M-")),
        ("00:14:20 La valse – La chorale", Track("La valse", "La chorale", second=860)),
    ],
)
def test_piece_is_read_as_far_as_it_is_told(text: str, track: Track) -> None:
    """Title, artist, authors, label, length and moment are each found, or left empty."""
    assert read(text) == (track,)


@pytest.mark.parametrize(
    "text",
    [
        "Un – A (b, c ; d ; 3:00), Deux – E",
        "Un – A (b, c ; d ; 3:00); Deux – E",
        "[Un – A (b, c ; d ; 3:00), Deux – E]",
        "- Un – A (b, c ; d ; 3:00)\n- Deux – E",
    ],
)
def test_pieces_stand_one_a_line_or_apart(text: str) -> None:
    """Lists are written as everywhere else; what stands in parentheses does not part them."""
    assert read(text) == (Track("Un", "A", "b, c", "d", 180), Track("Deux", "E"))


def test_comma_stays_in_a_title_on_its_own_line() -> None:
    """One piece a line may have commas and semicolons, and so may a number."""
    assert read("Un, deux, trois – A\nQuatre ; cinq – B") == (Track("Un, deux, trois", "A"), Track("Quatre ; cinq", "B"))
    assert read("3,14 – Zed") == (Track("3,14", "Zed"),)


def test_listeners_read_title_and_artist() -> None:
    """A piece without an artist is its title."""
    assert [track.name for track in read("Un – A (b), Deux")] == ["Un – A", "Deux"]
