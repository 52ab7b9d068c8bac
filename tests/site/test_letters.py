"""Letters of a real site: what they show is there to be shown."""

import re

from PIL import Image

from tests.site.building import Built

SITE = "https://maisonsdequartier.fr"


def test_every_picture_of_a_letter_is_published(romans: Built) -> None:
    """As a JPEG or a PNG no wider than two pixels for one of the column; a picture that is not there is an empty frame in every mailbox."""
    letters = [path.read_text("utf-8") for path in romans.folder.glob("build/lettres/*/lettre.html")]
    sources = {source for letter in letters for source in re.findall(r'<img[^>]* src="([^"]*)"', letter)}
    assert sources
    for source in sources:
        with Image.open(romans.output / source.removeprefix(f"{SITE}/")) as image:
            assert image.format in {"JPEG", "PNG"}
            assert image.width <= 1200


def test_every_letter_is_in_the_archive(romans: Built) -> None:
    """Each has its page and its line."""
    archive = (romans.output / "lettre/index.html").read_text("utf-8")
    for folder in romans.folder.glob("build/lettres/*"):
        assert (romans.output / "lettre" / folder.name / "index.html").is_file()
        assert f'href="/lettre/{folder.name}/"' in archive
