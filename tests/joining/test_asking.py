"""Questions: one a day for each, so many a day for all, and never twice whatever breaks."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from email import message_from_bytes
from email.header import decode_header, make_header
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.joining.asking import PER_DAY, answer_all, ask, due, forget_silent
from plugins.joining.relay import Refused, Unreachable
from plugins.joining.wording import question, reminder
from plugins.subscribers.people import Consent, Person, confirm, find, leave
from plugins.subscribers.store import open_store
from tests.joining.town import START, Clock, setup

JEANNE = "jeanne@exemple.fr"


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Yield an empty database."""
    found = open_store(tmp_path / "prive" / "abonnes.sqlite3")
    yield found
    found.close()


class Post:
    """What was sent; it may break."""

    def __init__(self, fault: BaseException | None = None) -> None:
        """Send everything, or raise."""
        self.sent: list[str] = []
        self._fault = fault

    def __call__(self, found: Person) -> None:
        """Send to one person."""
        self.sent.append(found.address)
        if self._fault:
            raise self._fault


def test_one_question_a_day(connection: sqlite3.Connection) -> None:
    """However often somebody asks, the next question goes the day after."""
    clock, post = Clock(), Post()
    for _ in range(4):
        for _ in range(3):
            ask(connection, JEANNE, clock(), "test")
            answer_all(connection, post, clock)
        clock.later(hours=9)
    assert post.sent == [JEANNE, JEANNE]


def test_the_day_has_an_end_and_the_rest_waits(connection: sqlite3.Connection) -> None:
    """More than the day's share wait, in the order of asking, and are not forgotten."""
    clock, post = Clock(), Post()
    for number in range(PER_DAY + 5):
        ask(connection, f"a{number}@exemple.fr", clock(), "test")
    answer_all(connection, post, clock)
    assert len(post.sent) == PER_DAY
    clock.later(hours=25)
    answer_all(connection, post, clock)
    assert post.sent[PER_DAY:] == [f"a{number}@exemple.fr" for number in range(PER_DAY, PER_DAY + 5)]


def test_a_relay_that_is_away_loses_nothing(connection: sqlite3.Connection) -> None:
    """What certainly did not go is sent the next time, once."""
    clock, post = Clock(), Post()
    ask(connection, JEANNE, clock(), "test")
    with pytest.raises(Unreachable):
        answer_all(connection, Post(Unreachable()), clock)
    answer_all(connection, post, clock)
    answer_all(connection, post, clock)
    assert post.sent == [JEANNE]


@pytest.mark.parametrize("fault", [OSError(), KeyboardInterrupt()])
def test_what_may_have_gone_is_not_sent_again(fault: BaseException, connection: sqlite3.Connection) -> None:
    """A connection lost in the middle, or a kill: nobody knows, so nobody is asked twice."""
    clock, post = Clock(), Post()
    ask(connection, JEANNE, clock(), "test")
    with pytest.raises(type(fault)):
        answer_all(connection, Post(fault), clock)
    answer_all(connection, post, clock)
    assert post.sent == []


def test_an_address_that_does_not_exist_is_given_up(connection: sqlite3.Connection) -> None:
    """The relay's refusal counts as any failure; the others still get theirs."""
    clock = Clock()
    ask(connection, JEANNE, clock(), "test")
    assert answer_all(connection, Post(Refused("5.1.1", "no such user")), clock) == 0
    found = find(connection, JEANNE)
    assert found
    assert found.state == "bounced"
    assert list(due(connection, clock())) == []


def test_who_never_answers_is_forgotten(connection: sqlite3.Connection) -> None:
    """After a week an address that nobody confirmed is erased; who had once agreed is kept as having left."""
    clock = Clock()
    ask(connection, JEANNE, clock(), "test")
    ask(connection, "paul@exemple.fr", clock(), "test")
    paul = find(connection, "paul@exemple.fr")
    assert paul
    confirm(connection, paul.id, Consent("2026-12-03", "test", "oui"), clock())
    leave(connection, paul.id, clock(), "test")
    ask(connection, "paul@exemple.fr", clock(), "test")
    clock.later(days=6)
    assert forget_silent(connection, clock()) == 0
    clock.later(days=2)
    assert forget_silent(connection, clock()) == 1
    assert find(connection, JEANNE) is None
    again = find(connection, "paul@exemple.fr")
    assert again
    assert again.state == "left"


@given(st.from_regex(r"[a-z!#$%&'*+=?^_`{|}~.-]{1,40}@[a-z]{1,20}\.fr", fullmatch=True), st.text(max_size=80))
def test_the_question_is_one_mail_to_one_address(address: str, name: str) -> None:
    """Whatever the address and the letter's name, no field is added and no program is invited to answer (RFC 3834)."""
    house = setup(Path("nulle-part")).house
    for raw in (question(house, address, "7.1.aa", START), reminder(house, address, "7.1.aa", START)):
        message = message_from_bytes(raw)
        assert message.get_all("To") == [address]
        assert "Bcc" not in message
        assert message["Auto-Submitted"] == "auto-replied"
        assert "lettre" in str(make_header(decode_header(message["Subject"])))
    assert name is not None
