"""The setting SENDING."""

from __future__ import annotations

import pytest
from msgspec.structs import fields

from plugins.subscribers.settings import READERS, Sending, Server, read_sending

LETTER = {"join": "oui@villeneuve.example", "leave": "stop@villeneuve.example"}


def test_without_it_nothing_is_sent() -> None:
    """A town that says nothing has no relay, no mailbox, and nothing wrong."""
    sending, problems = read_sending({})
    assert (sending, problems) == (Sending(), ())
    assert sending.per_minute == 20


def test_the_addresses_of_the_letter_hold() -> None:
    """Where to join and leave stands in LETTER; SENDING may name another address to join."""
    assert read_sending({"LETTER": LETTER})[0] == Sending(join="oui@villeneuve.example", leave="stop@villeneuve.example")
    assert read_sending({"LETTER": LETTER, "SENDING": {"join": "moi@villeneuve.example"}})[0].join == "moi@villeneuve.example"


def test_all_of_it_is_read() -> None:
    """Each key has its kind."""
    table = {
        "relay": "smtp.villeneuve.example:587", "security": "tls", "per_minute": 10, "per_hour": 60, "per_day": 1440, "connections": 2,
        "envelope": "retour@villeneuve.example", "plus": True, "mailbox": "[::1]:993", "endpoint": "https://villeneuve.example/lettre",
        "dkim_selector": "S1", "dkim_domain": "Villeneuve.example", "join": "",
    }  # fmt: skip
    sending, problems = read_sending({"SENDING": table})
    assert problems == ()
    assert set(table) == set(READERS) == {field.name for field in fields(Sending)} - {"leave"}
    assert (sending.relay, sending.mailbox) == (Server("smtp.villeneuve.example", 587), Server("::1", 993))
    assert (sending.endpoint, sending.dkim_domain) == ("https://villeneuve.example/lettre/", "villeneuve.example")


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("relay", "smtp.villeneuve.example"), ("relay", "smtp:0"), ("relay", "smtp:99999"), ("relay", 25), ("security", "ssl"), ("security", None),
        ("per_minute", "20"), ("per_minute", -1), ("per_hour", 1.5), ("per_day", True), ("connections", 0), ("connections", 21), ("envelope", "moi"),
        ("plus", "oui"), ("endpoint", "http://villeneuve.example/"), ("endpoint", "villeneuve.example"), ("dkim_selector", "a b"), ("relai", "x"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_and_left_at_its_usual_value(key: str, written: object) -> None:
    """One problem, in pelicanconf.py, with what to write instead."""
    sending, problems = read_sending({"SENDING": {key: written}})
    assert sending == Sending()
    assert [(problem.file, problem.key.partition(",")[0]) for problem in problems] == [("pelicanconf.py", "SENDING")]
    assert problems[0].instead


def test_a_signature_needs_both_its_parts() -> None:
    """A selector without a domain signs nothing."""
    assert len(read_sending({"SENDING": {"dkim_selector": "s1"}})[1]) == 1
