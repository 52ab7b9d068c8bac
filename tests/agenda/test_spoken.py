"""The agenda read aloud: on the answering machine and on the air."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.agenda.answering_machine import answering_machine
from plugins.agenda.broadcast import length
from plugins.agenda.spoken import next_air, spoken_outputs
from plugins.model.event import Event
from plugins.model.live import Live
from plugins.model.site import Site
from plugins.model.speech import count_words, reading_seconds
from plugins.model.state import State
from tests.agenda.invented import words
from tests.agenda.weeks import LIFE, SEWING, SOUP, WEEKS, crowd, week
from tests.towns import PARIS, SHOW, TODAY, read_event, read_site

GOLDEN = Path(__file__).with_name("spoken_weeks")
COMPARED = sorted(GOLDEN.iterdir())
EPISODE = "---\ntitre: Onde\nnumero: 1\nsaison: 2026-2027\ndiffusion: 01/10/2026 18h\naudio: 2026-10-01.mp3\nresume: On parle.\n---\n"
MACHINE, RADIO = "agenda/repondeur.txt", "agenda/radio.txt"
SPOKEN = re.compile(r"[\w\s.,;:!?'’-]*")
"""What a voice can say: words, numbers and pauses."""
STARTS = ("debut: 24/11/2026 9h\nmaison: pont", "debut: 20/11/2026\nfin: 30/11/2026", "debut: 17/11/2026 14h30\nrepetition: chaque mardi, 20 fois")


def texts(site: Site) -> Mapping[str, str]:
    """Return the texts by path, with plain spaces."""
    made = {output.path: output.render().content for output in spoken_outputs(site)}
    return {path: content.decode().replace("\u00a0", " ") for path, content in made.items() if isinstance(content, bytes)}


def machine(headers: Mapping[str, str], today: date = TODAY) -> str:
    """Return what the answering machine says of some headers."""
    return texts(week(headers, today))[MACHINE]


def radio(headers: Mapping[str, str], today: date = TODAY) -> str:
    """Return what the radio says of some headers."""
    return texts(week(headers, today))[RADIO]


@st.composite
def events(draw: st.DrawFn) -> tuple[Event, ...]:
    """Return events of a week with any titles, in any state."""
    drawn = draw(st.lists(st.tuples(st.sampled_from(STARTS), words(), st.sampled_from(State)), max_size=60))
    made = ((read_event(header), title, state) for header, title, state in drawn)
    return tuple(replace(event, title=title, state=state, path=f"{n}.md") for n, (event, title, state) in enumerate(made))


@pytest.mark.parametrize("path", COMPARED, ids=lambda path: path.name)
def test_a_week_is_read_so(path: Path) -> None:
    """The same week gives the same text, byte for byte."""
    name, _, file = path.name.partition(".")
    made = {output.path: output for output in spoken_outputs(WEEKS[name])}
    assert made[f"agenda/{file}"].render().content == path.read_bytes()


def test_every_week_is_compared() -> None:
    """Each week has both its texts."""
    assert {path.name for path in COMPARED} == {f"{name}.{file}" for name in WEEKS for file in ("repondeur.txt", "radio.txt")}


@given(events())
def test_the_answering_machine_never_takes_two_minutes(found: tuple[Event, ...]) -> None:
    """Whatever the week holds, a clear voice has said it within two minutes."""
    said = answering_machine("Maisons de Villeneuve", TODAY, found).decode()
    assert reading_seconds(said) <= 120


@given(events())
def test_nothing_is_said_that_has_no_sound(found: tuple[Event, ...]) -> None:
    """The text holds words, numbers and pauses, and no abbreviated hour."""
    said = answering_machine("Maisons de Villeneuve", TODAY, found).decode()
    assert SPOKEN.fullmatch(said)
    assert not re.search(r"\b\d\d? ?h\b", said)


def test_what_does_not_fit_is_counted() -> None:
    """Of forty dates those that are not said are counted, and the sum is right."""
    said = machine(crowd(40))
    left = re.search(r"Et (\d+) autres rendez-vous, à retrouver auprès des maisons\.", said)
    assert left
    assert said.count("Rencontre ") + int(left[1]) == 40


def test_one_date_left_is_in_the_singular() -> None:
    """A single date that does not fit is one other."""
    told = next(count for count in range(10, 60) if "autre" in machine(crowd(count)))
    assert "Et 1 autre rendez-vous," in machine(crowd(told))


def test_a_last_line_ends() -> None:
    """Both texts are UTF-8 and end with a line feed."""
    for output in spoken_outputs(WEEKS["pleine"]):
        content = output.render().content
        assert isinstance(content, bytes)
        assert content.decode().endswith(".\n")


def test_what_takes_place_once_comes_first() -> None:
    """The fête of Saturday is said before the workshop of Tuesday, which everybody knows."""
    said = machine(LIFE)
    assert said.index("Soupe partagée") < said.index("Atelier couture")


def test_what_is_cancelled_is_said_before_all() -> None:
    """Nobody waits for the end to hear that they would come in vain."""
    for text in texts(week({**LIFE, "evenements/2026/conte.md": "titre: Contes\ndebut: 28/11/2026 20h\netat: annulé"})).values():
        assert text.index("Attention : annulé. Contes") < text.index("Soupe partagée")


def test_a_date_that_was_moved_away_is_said() -> None:
    """Who planned to come on Saturday hears that it is another day, though the week no longer has it."""
    assert "Attention : nouvelle date. Soupe partagée, samedi 12 décembre" in machine(
        {"evenements/2026/soupe.md": f"{SOUP}\netat: reporté au 12/12/2026"}
    )


def test_the_answering_machine_never_points() -> None:
    """It is recorded on one day and heard on another: no `ce soir`, no `demain`."""
    assert not re.search(r"aujourd'hui|demain|ce (?:soir|matin|samedi)|cet après-midi", machine(LIFE), re.IGNORECASE)


def test_an_empty_week_says_so() -> None:
    """A week without anything is no silence."""
    assert "Il n'y a pas de rendez-vous du dimanche 22 novembre au samedi 28 novembre." in machine({})


def test_a_workshop_is_said_once_with_its_days() -> None:
    """What comes back twice in the week is one sentence."""
    said = machine({"evenements/2026/couture.md": SEWING})
    assert "Mardi et jeudi, de 14 heures à 16 heures 30, à la Maison du Pont : Atelier couture." in said
    assert said.count("Atelier couture") == 1


def test_a_full_workshop_says_so() -> None:
    """Who cannot come in any more is told."""
    assert "Soupe partagée. C'est complet." in machine({"evenements/2026/soupe.md": f"{SOUP}\netat: complet"})


def test_there_is_no_radio_text_without_a_programme() -> None:
    """A town without a programme has the answering machine alone."""
    site = week({})
    assert list(texts(replace(site, identity=replace(site.identity, show=None)))) == [MACHINE]


def test_a_programme_of_no_known_weekday_has_no_text() -> None:
    """Nobody knows for which days to write when the settings do not say when the programme is."""
    site = week({})
    assert RADIO not in texts(replace(site, identity=replace(site.identity, show=replace(SHOW, weekday=""))))


@pytest.mark.parametrize(("today", "air"), [(22, 26), (26, 26), (27, 3)])
def test_the_text_is_for_the_next_programme(today: int, air: int) -> None:
    """On a Thursday it is that evening's, and from Friday on that of the next Thursday."""
    found = next_air(week({}, date(2026, 11, today)), SHOW)
    assert found
    assert found.day == air


def test_in_summer_the_text_is_for_the_first_programme_of_the_season() -> None:
    """Where the settings say hour and months, nothing is written for a Thursday without a programme."""
    show = replace(SHOW, live=Live(time(18), time(18, 55), 10, 7))
    assert next_air(week({}, date(2026, 8, 20)), show) == datetime(2026, 10, 1, 18, tzinfo=PARIS)


def test_the_programme_goes_on_the_air_at_its_hour() -> None:
    """What is over when the programme begins is not announced in it, and what comes before the next one is."""
    site = read_site(
        {
            "bobine/2026-2027/onde.md": EPISODE,
            "evenements/2026/avant.md": "---\ntitre: Avant\ndebut: 26/11/2026 14h\nmaison: pont\n---\n",
            "evenements/2026/apres.md": "---\ntitre: Après\ndebut: 26/11/2026 20h\nmaison: pont\n---\n",
            "evenements/2026/jeudi.md": "---\ntitre: Le jeudi suivant\ndebut: 03/12/2026 14h\nmaison: pont\n---\n",
            "evenements/2026/loin.md": "---\ntitre: Trop loin\ndebut: 03/12/2026 20h\nmaison: pont\n---\n",
        }
    )
    said = texts(site)[RADIO]
    assert [title for title in ("Avant", "Après", "Le jeudi suivant", "Trop loin") if title in said] == ["Après", "Le jeudi suivant"]


def test_the_radio_tells_its_length() -> None:
    """The head of the text tells how long the rest takes to read."""
    said = radio(crowd(40))
    head, _, body = said.partition("\n\n")
    assert head.endswith(f"Durée de lecture : {length(reading_seconds(body))}".replace("\u00a0", " "))
    assert reading_seconds(body) == -(-count_words(body) * 60 // 150 // 10) * 10


@pytest.mark.parametrize(("seconds", "said"), [(40, "40 s"), (120, "2 min"), (200, "3 min 20"), (310, "5 min 10")])
def test_a_length_is_minutes_and_seconds(seconds: int, said: str) -> None:
    """A length has its seconds unless they are none."""
    assert length(seconds).replace("\u00a0", " ") == said


def test_the_radio_speaks_house_by_house() -> None:
    """Each house has its paragraph, in the site's order, with its telephone; what has no house comes last."""
    paragraphs = radio(LIFE).split("\n\n")
    assert [paragraph.split("\n")[0] for paragraph in paragraphs[2:]] == ["Maison du Pont.", "Ailleurs."]
    assert "Pour joindre la maison : 04 75 00 00 01." in paragraphs[2]


def test_the_radio_may_point_at_a_day() -> None:
    """It is read on a known evening, and the date stands beside for who hears it again."""
    assert "Ce soir, jeudi 26 novembre, à 20 heures, à la Salle des Fêtes : Agora, bien manger" in radio(LIFE)


def test_a_voice_is_given_the_events_of_its_days() -> None:
    """What is far off, or long over, is not among what the texts are made of."""
    far = {"evenements/2026/loin.md": "titre: Loin\ndebut: 28/02/2027 10h", "evenements/2026/vieux.md": "titre: Vieux\ndebut: 28/02/2026 10h"}
    for output in spoken_outputs(week({**LIFE, **far})):
        found = output.given["events"]
        assert isinstance(found, tuple)
        assert not {event.title for event in found} & {"Loin", "Vieux"}
