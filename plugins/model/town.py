"""The town as its texts know it: what a header may refer to."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from msgspec import Struct, field

from plugins.model.entry import Files
from plugins.model.exceptions import DaysOff
from plugins.model.place import House, Project, Term, Venue
from plugins.model.radio import Recording
from plugins.model.transcript import Transcript


class Town(Struct, frozen=True):
    """Everything that reading a document needs besides the document."""

    zone: ZoneInfo
    files: Files = field(default_factory=dict)
    recordings: Mapping[str, Recording] = field(default_factory=dict)
    """By path of the audio from the content folder."""
    transcripts: Mapping[str, Transcript] = field(default_factory=dict)
    """By path; whoever asks has asked `files` first, which tells one state of a file from the next."""
    colors: Mapping[str, str] = field(default_factory=dict)
    """Colour of each house, `#rrggbb`."""
    houses: Mapping[str, House] = field(default_factory=dict)
    venues: Mapping[str, Venue] = field(default_factory=dict)
    projects: Mapping[str, Project] = field(default_factory=dict)
    themes: Mapping[str, Term] = field(default_factory=dict)
    audiences: Mapping[str, Term] = field(default_factory=dict)
    off: DaysOff = field(default_factory=DaysOff)
    folder: str = "content"
    """Name of the content folder, for the messages."""
