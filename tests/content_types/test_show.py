"""The settings of the radio programme that are more than words."""

from __future__ import annotations

from datetime import time

import pytest
from msgspec.structs import asdict, replace

from plugins.content_types.config import Config, read_config
from plugins.model.live import Live
from plugins.model.place import Term
from tests.content_types.town import settings
from tests.towns import SHOW

LIVE = {"from": "18:00", "until": "18h55", "months": (10, 7)}


def config(**changed: object) -> Config:
    """Return the other town's settings with a show."""
    return read_config(settings(PATH="content", SHOW={**asdict(SHOW), **changed}))


def test_show_without_more_is_as_it_is_written() -> None:
    """Everything beyond what a podcast needs is optional."""
    assert (config().identity.show, config().problems) == (SHOW, ())


def test_settings_are_typed() -> None:
    """Hours, months, pages and addresses become what they mean."""
    found = config(
        live={**LIVE, "stream": "https://radio.example/direct"},
        chronicles={"rock": "Rock", "poubelle-cherie": "Poubelle Chérie"},
        funding={"https://villeneuve.example/don": "Donner"},
        hosts=["Le comité"],
        category=["History"],
        spotify="https://open.spotify.example/show/1/",
        license_url="https://villeneuve.example/licence",
    )

    assert found.problems == ()
    assert found.identity.show == replace(
        SHOW,
        live=Live(time(18), time(18, 55), 10, 7, "https://radio.example/direct", "audio/mpeg"),
        chronicles=(Term("rock", "Rock"), Term("poubelle-cherie", "Poubelle Chérie")),
        funding=(("https://villeneuve.example/don", "Donner"),),
        hosts=("Le comité",),
        category=("History",),
        spotify="https://open.spotify.example/show/1",
        license_url="https://villeneuve.example/licence",
    )


@pytest.mark.parametrize(
    ("key", "value", "what"),
    [
        ("live", {"from": "18:00"}, "Il manque until et months."),
        ("live", {**LIVE, "url": "x"}, "Clé inconnue : url."),
        ("live", {**LIVE, "from": "six heures"}, "« six heures »"),
        ("live", {**LIVE, "until": "17:00"}, "Le direct finit avant de commencer."),
        ("live", {**LIVE, "months": (10, 13)}, "« months » n'est pas une saison."),
        ("live", {**LIVE, "months": (10,)}, "« months » n'est pas une saison."),
        ("live", {**LIVE, "months": 10}, "ne se lit pas."),
        ("live", {**LIVE, "stream": "radio.example"}, "« radio.example » n'est pas un lien."),
        ("chronicles", {"Poubelle Chérie": "Poubelle Chérie"}, "« Poubelle Chérie » ne peut pas servir d'adresse."),
        ("chronicles", ["rock"], "« ['rock'] » ne se lit pas."),
        ("funding", {"ici": "Donner"}, "« ici » n'est pas un lien."),
        ("hosts", "Le comité", "« Le comité » est seul : il faut une liste."),
        ("spotify", "La radio", "« La radio » n'est pas un lien."),
    ],
)
def test_what_cannot_be_read_is_told_and_left_out(key: str, value: object, what: str) -> None:
    """A town is told which of its settings to mend; the rest of the show is read."""
    found = config(**{key: value})
    (problem,) = found.problems

    assert (problem.file, problem.key, problem.is_error) == ("pelicanconf.py", f"SHOW, {key}", True)
    assert what in problem.what
    assert found.identity.show in {SHOW, None}


def test_category_that_is_needed_is_missed_once() -> None:
    """A setting that every show needs and that cannot be read leaves no show to go on with."""
    assert config(category="History").identity.show is None
