"""The corpus: always the same, of the size that is said, and good to publish."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bench.corpus import write
from plugins.content_types.reading import Reading
from plugins.model.event import EVENT_KEYS


def _bytes(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.parent.name != "__pycache__")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_same_bytes_each_time(corpus: Path, tmp_path: Path) -> None:
    """Two corpora of one size are the same, pictures included."""
    write(tmp_path, 1)

    assert _bytes(tmp_path) == _bytes(corpus)


def test_year_is_the_same_in_a_larger_corpus(corpus: Path, tmp_path: Path) -> None:
    """Ten years hold one year as it is, so that sizes can be compared."""
    write(tmp_path, 2)

    assert _bytes(corpus).items() <= _bytes(tmp_path).items()


def test_nothing_is_wrong(reading: Reading) -> None:
    """The corpus reads without an error or a warning."""
    assert reading.problems == ()


def test_counts_of_a_year(reading: Reading) -> None:
    """A year has 352 events, 32 articles in 4 issues and 39 episodes."""
    site = reading.site

    assert (len(site.events), len(site.articles), len(site.issues), len(site.episodes), len(site.houses), len(site.letters)) == (352, 32, 4, 39, 4, 1)


def test_a_quarter_comes_back(reading: Reading) -> None:
    """One event in four is repeated, and most of those stop for school holidays."""
    series = [event.series for event in reading.site.events if event.series]

    assert len(series) == 88
    assert sum(found.skip.school for found in series) > 30


def test_all_keys_are_used(corpus: Path) -> None:
    """Every key of an event's header stands somewhere in a year."""
    headers = "".join(path.read_text("utf-8") for path in (corpus / "content/evenements").rglob("*.md"))

    assert [key.name for key in EVENT_KEYS if f"\n{key.name}: " not in headers] == []


def test_years_go_backwards(tmp_path: Path) -> None:
    """The school holidays of the last season are known; older years come before it."""
    write(tmp_path, 2)

    assert sorted(path.name for path in (tmp_path / "content/evenements").iterdir()) == ["2025", "2026"]


def test_articles_have_two_pictures_and_length(reading: Reading) -> None:
    """Texts have about the length that was measured elsewhere: 120 words an event, 600 an article, 200 an episode."""
    site = reading.site
    lengths = {name: sum(len(entry.body.split()) for entry in entries) / len(entries) for name, entries in
               {"events": site.events, "articles": site.articles, "episodes": site.episodes}.items()}  # fmt: skip

    assert 108 <= lengths["events"] <= 132
    assert 540 <= lengths["articles"] <= 660
    assert 180 <= lengths["episodes"] <= 220
    assert all(site.html[article.path].count("<img ") == 2 for article in site.articles)
    assert all(len(episode.chapters) == 6 for episode in site.episodes)
    assert all(event.first.day >= date(2026, 9, 1) for event in site.events)
