"""Every command finds what builds keep in the same folder."""

from pathlib import Path

import pytest

from plugins.places import build_folder
from plugins.subscribers.office import Office

ROOT = Path("/site")


@pytest.mark.parametrize(
    ("settings", "folder"),
    [
        ({"OUTPUT_PATH": "output"}, "/site/build"),
        ({"OUTPUT_PATH": "/srv/www/public"}, "/srv/www/build"),
        ({"OUTPUT_PATH": "output", "BUILD_PATH": "ailleurs"}, "/site/ailleurs"),
        ({"OUTPUT_PATH": "/srv/www/public", "BUILD_PATH": "/srv/build"}, "/srv/build"),
    ],
)
def test_builds_keep_things_beside_the_public_folder_unless_told(settings: dict[str, str], folder: str) -> None:
    """Those who send a letter look for it where the build left it, wherever the town has put the site."""
    assert build_folder(settings, ROOT) == Path(folder)
    assert Office(ROOT, settings).letters == Path(folder, "lettres")
