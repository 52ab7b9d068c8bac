"""One year of the corpus, and what the site reads of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pelican.settings import read_settings

from bench.corpus import write
from plugins.content_types.config import read_config
from plugins.content_types.reading import Reading, read


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of one year, written once."""
    folder = tmp_path_factory.mktemp("corpus")
    write(folder, 1)
    return folder


@pytest.fixture
def reading(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> Reading:
    """Return what the site reads of it."""
    monkeypatch.setenv("BUILD_DATE", "2026-11-22")
    return read(read_config(read_settings(str(corpus / "pelicanconf.py"))))
