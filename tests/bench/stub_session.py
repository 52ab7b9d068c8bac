"""A preview that does as little as a preview can: the page of a text is the text."""

from __future__ import annotations

from pathlib import Path


class Session:
    """Copies texts."""

    def __init__(self, conf: Path, **settings: object) -> None:
        """Take what a preview is given."""
        self._text = conf.parent / "texte.md"
        self._page = Path(str(settings["OUTPUT_PATH"]), "agenda/2026/11/26/fete/index.html")

    def build(self) -> int:
        """Make the page."""
        self._page.parent.mkdir(parents=True)
        print("Ce que dit un aperçu n'est pas une réponse.")  # noqa: T201  # as previews do
        return self.update({str(self._text)})

    def update(self, paths: set[str]) -> int:
        """Make it anew from what was saved."""
        (path,) = paths
        self._page.write_text(Path(path).read_text("utf-8"), "utf-8")
        return 0
