"""Which rooms of the site are measured.

Beside Hugo stand the outputs that were there first: pages, calendars, feeds, the letter. What came later and has no twin
there, the search, the cards of shares, the copies of pictures, the reading without a network and the header files, is
measured in a build of its own. With the copies go the pictures themselves, a dozen, which Hugo copies as they are.
"""

from __future__ import annotations

from plugins.settings import PLUGINS

EVERYTHING = tuple(PLUGINS)
"""As the site is shipped."""
_OURS_ALONE = tuple(f"plugins.{name}.plugin" for name in ("search", "cards", "images", "offline", "hosting"))
FOUNDATION = tuple(name for name in PLUGINS if name not in _OURS_ALONE)
"""What the corpus's own settings have."""
ROOMS = {"foundation": FOUNDATION, "everything": EVERYTHING}
"""By the word by which `bench.build` is told."""
