"""Which headers each address gets."""

from __future__ import annotations

import pytest

from plugins.hosting.kinds import KINDS
from plugins.hosting.policy import origin
from plugins.hosting.rules import rules
from plugins.joining.app import _headers
from tests.hosting.sites import PAGES, directives, expected, policies, town, with_recording_at
from tests.towns import IDENTITY

EVERY = "default-src", "base-uri", "form-action", "frame-ancestors"
"""Directives that no other stands in for, and the one that stands in for all."""


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_allowed_that_is_not_named(path: str) -> None:
    """Every policy starts from nothing, says what nothing stands in for, and allows no inline script or style."""
    policy = policies(town())[path]
    assert policy["default-src"] == policy["base-uri"] == "'none'"
    assert set(EVERY) <= set(policy)
    assert not any(word in value for value in policy.values() for word in ("unsafe-inline", "'unsafe-eval'", "unsafe-hashes", "http:"))


def test_only_the_pages_for_partners_may_be_framed() -> None:
    """Anybody may frame what is made for it, and nobody anything else."""
    framed = {path for path, policy in policies(town()).items() if policy["frame-ancestors"] != "'none'"}
    assert framed == {"/agenda/cadre/", "/agenda/cadre/pont/"}


def test_what_is_framed_runs_nothing() -> None:
    """The framed pages have no script and no form."""
    policy = policies(town())["/agenda/cadre/"]
    assert "script-src" not in policy
    assert policy["form-action"] == "'none'"


@pytest.mark.parametrize(
    ("path", "name", "value"),
    [("/agenda/integrer/", "frame-src", "'self'"), ("/recherche/", "script-src", "'self' 'wasm-unsafe-eval'")],
)
def test_what_one_page_needs_no_other_may(path: str, name: str, value: str) -> None:
    """One page shows a frame, one compiles the search."""
    found = policies(town())
    assert found[path][name] == value
    assert [other for other, policy in found.items() if policy.get(name) == value] == [path]


def test_the_form_may_go_to_the_app() -> None:
    """Pages of the letter may send their form to what takes it, others to the site alone."""
    found = policies(town(joining="https://lettre.villeneuve.example/bureau/"))
    assert found["/lettre/s-abonner/"]["form-action"] == "'self' https://lettre.villeneuve.example"
    assert found["/"]["form-action"] == "'self'"
    assert policies(town())["/lettre/s-abonner/"] == policies(town())["/"]


def test_recordings_that_stay_elsewhere_are_heard() -> None:
    """Hosts send on to others: pages of the radio play what comes by https, as soon as one recording is kept by others."""
    assert policies(with_recording_at(""))["/la-bobine/"]["media-src"] == "'self'"
    found = policies(with_recording_at("https://sons.example/onde.mp3"))
    assert found["/la-bobine/2026-2027/onde/"]["media-src"] == "'self' https:"
    assert found["/"]["media-src"] == "'self'"


@pytest.mark.parametrize(
    ("url", "is_promised"),
    [("https://villeneuve.example", True), ("http://villeneuve.example", False), ("https://ville.example/centre", False)],
)
def test_https_is_promised_for_a_host_of_our_own(url: str, is_promised: bool) -> None:
    """A site in somebody's folder promises nothing for their host, one without https has nothing to promise."""
    assert ("Strict-Transport-Security" in dict(rules(town(url)).everywhere)) is is_promised


@pytest.mark.parametrize("path", ["/agenda.ics", "/flux.xml", "/agenda/evenements.json", "/onde.vtt", "/onde.mp3"])
def test_what_is_for_everybody_is_read_from_elsewhere(path: str) -> None:
    """Scripts of other sites may read calendars, feeds, open data, chapters, transcripts and recordings."""
    assert expected(path, rules(town()))["Access-Control-Allow-Origin"] == "*"


def test_a_page_is_always_asked_for() -> None:
    """Neither pages nor calendars of yesterday are shown without asking whether they still hold."""
    assert {expected(path, rules(town()))["Cache-Control"] for path in (*PAGES, "/agenda.ics", "/flux.xml")} == {"no-cache"}


def test_every_ending_is_known_once() -> None:
    """No file would be two things."""
    endings = [ending for kind in KINDS for ending in kind.endings]
    assert len(endings) == len(set(endings))


def test_the_app_may_wear_the_style_of_the_site() -> None:
    """The app's pages, on a host of their own, ask the site for its style sheet, and the site gives it to them."""
    asked = directives(_headers(IDENTITY.url)["Content-Security-Policy"])
    assert asked["style-src"] == asked["img-src"] == origin(IDENTITY.url)
    assert dict(rules(town()).everywhere)["Cross-Origin-Resource-Policy"] == "cross-origin"
