"""The settings of a town, typed and checked."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from plugins.content_types.config import Config, contrast_with_white, read_config
from plugins.model.problem import Wrong
from tests.content_types.town import settings

LETTER = {"name": "La lettre", "sender": "a@val.example", "leave": "b@val.example", "reason": "Parce que.", "picture": ""}


def told(config: Config) -> list[tuple[str, str, str]]:
    """Return key, what is wrong and what to write instead of each problem."""
    return [(problem.key, problem.what, problem.instead) for problem in config.problems]


def test_good_settings_have_no_problem() -> None:
    """The other town's settings are read whole, without a problem."""
    config = read_config(settings())
    assert told(config) == []
    assert (config.identity.name, config.identity.magazine, config.identity.show) == ("Les maisons du Val", "La Gazette du Val", None)
    assert config.identity.letter is not None
    assert config.identity.letter.name == "La lettre du Val"
    assert config.drafts is False


@pytest.mark.parametrize("color", ["#ffd966", "red", "#fff", "", "#12345g"])
def test_a_color_must_be_readable_on_white(color: str) -> None:
    """A colour too light for white paper, or not written #rrggbb, is a problem that names its house."""
    assert told(read_config(settings(HOUSE_COLORS={"la-fabrique": color}))) == [
        (
            "HOUSE_COLORS",
            f"La couleur « {color} » de « la-fabrique » ne se lit pas bien sur du blanc.",
            "Prenez une couleur plus foncée, écrite « #rrggbb ».",
        )
    ]


@pytest.mark.parametrize(("color", "contrast"), [("#ffffff", 1.0), ("#000000", 21.0), ("#767676", 4.54), ("#777777", 4.48)])
def test_contrast_is_that_of_wcag(color: str, contrast: float) -> None:
    """Contrast with white is WCAG's: #767676 is the lightest grey that passes AA."""
    assert contrast_with_white(color) == pytest.approx(contrast, abs=0.01)


def test_a_wrong_time_zone_is_told_and_paris_stands_in() -> None:
    """A time zone nobody knows is a problem, and reading goes on with Paris."""
    config = read_config(settings(TIMEZONE="Europe/Val"))
    assert told(config) == [("TIMEZONE", "« Europe/Val » n'est pas un fuseau horaire.", "Écrivez par exemple « Europe/Paris ».")]
    assert config.identity.zone == ZoneInfo("Europe/Paris")


@pytest.mark.parametrize("url", [None, "", "val-sur-brise.example", "https://"])
def test_the_public_address_is_needed(url: str | None) -> None:
    """A SITEURL that is missing or not a whole address is a problem."""
    assert told(read_config(settings(SITEURL=url))) == [
        ("SITEURL", "L'adresse publique du site n'est pas donnée.", "Écrivez-la entière, par exemple « https://exemple.fr ».")
    ]


def test_a_site_may_lie_in_a_folder() -> None:
    """The folder of SITEURL stands before every address, without a final slash."""
    identity = read_config(settings(SITEURL="https://exemple.example/val/")).identity
    assert (identity.url, identity.base) == ("https://exemple.example/val", "/val")


def test_a_web_server_that_nobody_writes_for_is_told() -> None:
    """A misspelt name would leave a server without its headers, and nobody would see it."""
    (found,) = told(read_config(settings(HEADER_FILES=("nginx", "apach"))))
    assert found == ("HEADER_FILES", "Serveur inconnu : apach.", "Les serveurs possibles : apache, netlify et nginx.")


def test_a_school_zone_is_a_b_or_c() -> None:
    """A zone that the ministry does not have is a problem."""
    (found,) = told(read_config(settings(SCHOOL_ZONE="Z")))
    assert found == ("SCHOOL_ZONE", "« Z » n'est pas une zone de vacances.", "Écrivez « A », « B » ou « C ».")


def test_an_unknown_key_of_the_letter_is_told() -> None:
    """A key of LETTER that is not one of its own is a problem that lists those, and the town has no letter until then."""
    config = read_config(settings(LETTER={**LETTER, "senders": "x"}))
    assert told(config) == [("LETTER", "Clé inconnue : senders.", "Les clés possibles : join, leave, name, picture, reason et sender.")]
    assert config.identity.letter is None


def test_a_missing_key_of_the_letter_is_told() -> None:
    """A key that LETTER lacks is a problem that names it."""
    (found,) = told(read_config(settings(LETTER={"name": "La lettre"})))
    assert found[:2] == ("LETTER", "Il manque leave, picture, reason et sender.")


def test_several_settings_are_told_at_once() -> None:
    """Every wrong setting is told in one go."""
    problems = told(read_config(settings(SITEURL="", TIMEZONE="x", SCHOOL_ZONE="x", HOUSE_COLORS={"a": "x"}, LETTER={})))
    assert [key for key, _, _ in problems] == ["TIMEZONE", "SITEURL", "SCHOOL_ZONE", "HOUSE_COLORS"]


def test_the_environment_says_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """BUILD_DATE of the environment comes before that of the settings."""
    monkeypatch.delenv("BUILD_DATE", raising=False)
    assert read_config(settings()).today == date(2026, 11, 22)
    monkeypatch.setenv("BUILD_DATE", "24 décembre 2026")
    assert read_config(settings()).today == date(2026, 12, 24)


def test_a_wrong_day_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A BUILD_DATE that is no date is wrong use, not a problem of the content."""
    monkeypatch.setenv("BUILD_DATE", "demain")
    with pytest.raises(Wrong, match="n'est pas une date"):
        read_config(settings())
