"""The names of `a-la-une` and `masquer`."""

from __future__ import annotations

from plugins.newsletter.names import name_problems
from tests.newsletter.weeks import CALM, letter_of, site_of


def problems(keys: str) -> list[tuple[str, str, str]]:
    """Return key, fault and hint of each problem with the names of a letter."""
    letter = letter_of("2026-s48", keys)
    return [(problem.key, problem.what, problem.instead) for problem in name_problems(site_of(CALM, letter))]


def test_known_names_are_fine() -> None:
    """Events, articles and news, with or without folder and `.md`, in any case."""
    assert problems("a-la-une: soupe, evenements/2026/couture.md\nmasquer: Plaquette") == []


def test_unknown_name_gets_the_nearest() -> None:
    """A slip of the finger is told with the name that was meant."""
    assert problems("a-la-une: soupes\nmasquer: coutures") == [
        ("a-la-une", "« soupes » : aucun événement ni texte ne porte ce nom.", "Vouliez-vous écrire « soupe » ?"),
        ("masquer", "« coutures » : aucun événement ni texte ne porte ce nom.", "Vouliez-vous écrire « couture » ?"),
    ]


def test_name_like_nothing_gets_a_rule() -> None:
    """Without a likely name the message says what names are possible."""
    ((_, _, hint),) = problems("a-la-une: zzzz")

    assert hint.startswith("Écrivez le nom du fichier")


def test_event_that_is_over_cannot_come_first() -> None:
    """A name that would show nothing is a problem."""
    letter = letter_of("2026-s52", "a-la-une: soupe")
    (problem,) = name_problems(site_of(CALM, letter))

    assert problem.file == "content/lettres/2026-s52.md"
    assert problem.what == "« soupe » n'a plus de date à partir du 24/12/2026."


def test_text_that_is_not_out_cannot_come_first() -> None:
    """Its page would not be there when the letter arrives."""
    letter = letter_of("2026-s47", "a-la-une: plaquette")
    (problem,) = name_problems(site_of(CALM, letter))

    assert problem.what == "« plaquette » ne paraît que le 24/11/2026, après le départ de la lettre."
