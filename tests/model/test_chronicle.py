"""Chronicles: what comes back from one episode to the next."""

from __future__ import annotations

from plugins.model.chapter import CHAPTER_LINES
from plugins.model.chronicle import chronicles
from plugins.model.place import Term
from plugins.model.radio import Episode
from tests.podcast.episodes import TEXTS
from tests.towns import read_site

TERMS = (Term("poubelle-cherie", "Poubelle Chérie"), Term("portraits", "Portraits"), Term("paroles-d-ados", "Paroles d'ados"), Term("jeu", "Jeu"))


def episodes(*chapters: str) -> tuple[Episode, ...]:
    """Return an episode for each text of chapters, newest first."""
    (_, plain, _) = TEXTS
    texts = {
        f"bobine/2026-2027/e{number}.md": TEXTS[plain]
        .replace("numero: 2", f"numero: {number}\nchapitres:\n{lines}")
        .replace("08/10", f"0{number}/10")
        for number, lines in enumerate(chapters, 1)
    }
    return read_site(texts).aired


def moments(*chapters: str) -> dict[str, list[tuple[int, int, str]]]:
    """Return number of the episode, second and title of each moment, by the key of its chronicle."""
    found = chronicles(TERMS, episodes(*chapters))
    return {one.key: [(at.episode.number, at.chapter.second, at.title) for at in one.moments] for one in found}


def test_chapter_belongs_to_the_chronicle_its_title_starts_with() -> None:
    """Capitals, accents, apostrophes, the plural and the kind of dash make no difference."""
    assert moments("  00:00 Ouverture\n  01:00 poubelle cherie : les fanes\n  02:00 Portrait – un banc\n  03:00 Paroles d’ados: la rentrée") == {
        "poubelle-cherie": [(1, 60, "Les fanes")],
        "portraits": [(1, 120, "Un banc")],
        "paroles-d-ados": [(1, 180, "La rentrée")],
    }


def test_moments_are_gathered_across_episodes() -> None:
    """A chronicle has all its moments, in the order of the episodes, then of the chapters."""
    found = moments("  00:00 Jeu : un\n  05:00 Jeu : deux", "  00:10 Jeu : trois")

    assert found == {"jeu": [(2, 10, "Trois"), (1, 0, "Un"), (1, 300, "Deux")]}


def test_chapter_in_brackets_belongs_to_the_chronicle_they_name() -> None:
    """A title that says something else is marked, by name or by key; the brackets are not part of it."""
    (chapter,) = CHAPTER_LINES.read("00:12:30 [Poubelle Chérie] Que faire des fanes ?", None)

    assert (chapter.title, chapter.mark) == ("Que faire des fanes ?", "Poubelle Chérie")
    assert moments("  00:00 [poubelle-cherie] Jeu : les fanes") == {"poubelle-cherie": [(1, 0, "Jeu : les fanes")]}


def test_title_that_is_the_name_alone_belongs_to_it() -> None:
    """A chapter may say no more than which chronicle it is; a name inside a longer one does not count."""
    assert moments("  00:00 Jeu\n  01:00 Jeu et agenda\n  02:00 Jeudi : le marché") == {"jeu": [(1, 0, "Jeu")]}


def test_chronicle_has_its_page() -> None:
    """The key is the end of its address."""
    (found,) = chronicles(TERMS, episodes("  00:00 Jeu : un"))

    assert (found.name, found.address) == ("Jeu", "/la-bobine/chroniques/jeu/")
