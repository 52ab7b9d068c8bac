"""Invented events: what people may type, with all that iCalendar writes its own way."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from hypothesis import assume
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.model.coordinates import Coordinates
from plugins.model.entry import File, Picture
from plugins.model.event import Event
from plugins.model.place import Term, Venue
from plugins.model.price import Booking, Money, Price, Way
from plugins.model.state import State
from tests.agenda.repetitions import changed_headers
from tests.towns import try_event

T = TypeVar("T")
_WITHOUT_RULE = (
    "debut: 28/11/2026",
    "debut: 28/11/2026 21h",
    "debut: 24/10/2026 21h\nfin: 3h",
    "debut: 12/06/2027\nfin: 14/06/2027",
    "debut: 28/11/2026 10h\nfin: 12h\naussi: 05/12/2026, 02/01/2027 14h",
)
_POINTS = st.builds(Coordinates, st.floats(-90, 90), st.floats(-180, 180))
_LETTERS = st.one_of(st.sampled_from("aé€🎉nN \\;,:\"^'\r\n\t\u00a0"), st.characters(codec="utf-8"))


def words() -> st.SearchStrategy[str]:
    r"""Return texts, short and long enough to be folded several times; without `\N`, which the icalendar library takes for a line end."""
    return st.one_of(st.text(_LETTERS, max_size=20), st.text(_LETTERS, min_size=60, max_size=300)).filter(lambda text: r"\N" not in text)


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Return an event on any dates, with any texts, with or without each of what an event may have."""
    event = try_event(draw(changed_headers() | st.sampled_from(_WITHOUT_RULE)))
    assume(event is not None)  # the model refuses an hour that the change of hour skips
    assert event is not None
    return replace(
        event,
        title=draw(words()),
        summary=draw(words()),
        uid=draw(words()),
        state=draw(st.sampled_from(State)),
        venue=draw(st.none() | st.builds(Venue, st.just(""), words(), words(), coordinates=st.none() | _POINTS)),
        themes=draw(_some(st.builds(Term, st.just("x"), words()))),
        prices=draw(_some(st.builds(Price, st.just(Money.OPEN), who=words()))),
        booking=draw(_some(st.builds(Booking, st.sampled_from(Way), words()))),
        book_before=draw(st.none() | st.just(date(2026, 11, 20))),
        picture=draw(st.none() | st.builds(Picture, st.builds(File, words(), st.just("")), st.just(""))),
    )


def _some(one: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(one, max_size=3).map(tuple)
