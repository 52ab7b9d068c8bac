"""People come and go, and bounce."""

from __future__ import annotations

import sqlite3
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from plugins.subscribers.bounces import record_bounce
from plugins.subscribers.erasing import erase
from plugins.subscribers.known import known_of
from plugins.subscribers.making import fill
from plugins.subscribers.people import Consent, active, add_pending, confirm, find, is_suppressed, leave, person, stamp, suppress
from plugins.subscribers.store import is_sound, transaction
from plugins.subscribers.taking import Outcome, take
from tests.subscribers.house import NOON, PAPER, House

A, B = "jeanne@exemple.fr", "paul@exemple.fr"
SITE = Consent(stamp(NOON), "formulaire du site", "v1")


def memory() -> sqlite3.Connection:
    """Return a store that lies nowhere."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    with transaction(connection):
        fill(connection, lambda count: b"k" * count)
    return connection


def letter(connection: sqlite3.Connection, key: str, weeks: int, *addresses: str, state: str = "accepted") -> None:
    """Send a letter some weeks after noon."""
    connection.execute("INSERT INTO campaigns VALUES (?, 'Soupe', x'00', x'00', ?, 'done', '')", (key, stamp(NOON + timedelta(weeks=weeks))))
    connection.executemany("INSERT INTO recipients (campaign, address, state) VALUES (?, ?, ?)", [(key, address, state) for address in addresses])


def state(connection: sqlite3.Connection, address: str) -> str:
    """Return the state of somebody, empty when nobody has this address."""
    found = find(connection, address)
    return found.state if found else ""


def test_one_asks_then_confirms(house: House) -> None:
    """Nobody gets the letter before they confirm; what they agreed to is kept with its time and its words."""
    with house.store() as connection:
        asked = add_pending(connection, A, NOON, "site")
        assert (asked.state, list(active(connection))) == ("pending", [])
        assert confirm(connection, asked.id, SITE, NOON)
        assert list(active(connection)) == [(asked.id, A)]
        known = known_of(connection, A)
        assert known.consents == (SITE,)
        assert [moment.what for moment in known.history] == ["asked", "confirmed"]


def test_confirming_twice_is_confirming_once(house: House) -> None:
    """A link that is followed again changes nothing, nor does asking again."""
    with house.store() as connection:
        asked = add_pending(connection, A, NOON, "site")
        assert confirm(connection, asked.id, SITE, NOON)
        assert confirm(connection, asked.id, SITE, NOON)
        assert add_pending(connection, A.upper().replace("EXEMPLE.FR", "exemple.fr"), NOON, "site").state == "active"
        assert len(known_of(connection, A).consents) == 1


def test_the_link_of_an_old_confirmation_brings_nobody_back(house: House) -> None:
    """Who has left comes back by asking again, and by nothing else."""
    with house.store() as connection:
        asked = add_pending(connection, A, NOON, "site")
        confirm(connection, asked.id, SITE, NOON)
        assert leave(connection, asked.id, NOON, "mail")
        assert not leave(connection, asked.id, NOON, "mail")
        assert not confirm(connection, asked.id, SITE, NOON)
        assert (state(connection, A), is_suppressed(connection, A)) == ("left", "left")
        assert add_pending(connection, A, NOON, "site").id == asked.id
        assert confirm(connection, asked.id, SITE, NOON)
        assert (state(connection, A), is_suppressed(connection, A)) == ("active", "")


@pytest.mark.parametrize("why", ["left", "erased", "bounced", "complained"])
def test_who_must_not_be_written_to_is_not_brought_back_by_a_list(house: House, why: str) -> None:
    """However they came to be suppressed, known or not, only their own asking lifts it."""
    with house.store() as connection:
        suppress(connection, A, why, NOON)
        assert take(connection, "Jeanne@exemple.fr", PAPER, NOON) == (Outcome.SUPPRESSED, why)
        assert confirm(connection, add_pending(connection, A, NOON, "site").id, SITE, NOON)
        assert is_suppressed(connection, A) == ""


def test_a_wish_weighs_more_than_a_bounce(house: House) -> None:
    """Who has left stays somebody who has left when their mailbox dies, and who bounced may still leave."""
    with house.store() as connection:
        suppress(connection, A, "left", NOON)
        suppress(connection, A, "bounced", NOON)
        suppress(connection, B, "bounced", NOON)
        suppress(connection, B, "left", NOON)
        assert (is_suppressed(connection, A), is_suppressed(connection, B)) == ("left", "left")


def test_accents_before_the_at_sign_are_folded_too(house: House) -> None:
    """Capital letters with accents make nobody else, although SQLite folds ASCII alone."""
    with house.store() as connection:
        assert take(connection, "André@exemple.fr", PAPER, NOON)[0] is Outcome.ADDED
        assert take(connection, "ANDRÉ@exemple.fr", PAPER, NOON)[0] is Outcome.KNOWN
        assert take(connection, "andrÉ@exemple.org", PAPER, NOON)[0] is Outcome.ADDED


def test_the_order_is_the_order_of_coming(house: House) -> None:
    """Everybody stands always in the same place, whatever happened in between."""
    with house.store() as connection:
        for name in "dbca":
            take(connection, f"{name}@exemple.fr", PAPER, NOON)
        found = find(connection, "b@exemple.fr")
        assert found
        leave(connection, found.id, NOON, "mail")
        confirm(connection, add_pending(connection, "b@exemple.fr", NOON, "site").id, SITE, NOON)
        assert [address[0] for _, address in active(connection)] == list("dbca")


def test_the_number_of_who_is_erased_is_never_given_again(house: House) -> None:
    """The link of an old letter means them or nobody."""
    with house.store() as connection:
        take(connection, A, PAPER, NOON)
        found = find(connection, A)
        erase(connection, A, NOON)
        take(connection, B, PAPER, NOON)
        assert found
        assert person(connection, found.id) is None


def test_erasing_leaves_a_hash_alone(house: House) -> None:
    """No byte of the files holds the address any more; the letters still add up, and what was waiting does not go out."""
    with house.store() as connection:
        take(connection, A, PAPER, NOON)
        letter(connection, "2026-s47", -1, A, B)
        letter(connection, "2026-s48", 0, A, B, state="queued")
        connection.execute("UPDATE recipients SET reply = ?, subscriber = 1 WHERE address = ?", (f"250 {A} ok", A))
        record_bounce(connection, A, "4.2.2", NOON, "2026-s47", f"<{A}>: full")
        assert erase(connection, A.title(), NOON)
        assert not erase(connection, "personne@exemple.fr", NOON)
        counts = connection.execute("SELECT campaign, state, count(*) FROM recipients GROUP BY 1, 2").fetchall()
        assert sorted(counts) == [("2026-s47", "accepted", 2), ("2026-s48", "excluded", 1), ("2026-s48", "queued", 1)]
        assert is_sound(connection)
        left = b"".join(path.read_bytes() for path in house.path.parent.iterdir())
        assert b"jeanne" not in left.lower()
        assert take(connection, A, PAPER, NOON) == (Outcome.SUPPRESSED, "erased")


def test_an_unknown_mailbox_is_given_up_at_once(house: House) -> None:
    """5.1.x says that there is nobody; 5.1.7 and 5.1.8 speak of the sender, and 4.x and 5.7.x of something else."""
    with house.store() as connection:
        for address in (A, B):
            take(connection, address, PAPER, NOON)
        assert not any(record_bounce(connection, B, status, NOON) for status in ("5.1.7", "5.1.8", "4.4.1", "5.7.1", "5.2.1"))
        assert record_bounce(connection, A, "5.1.1", NOON, "2026-s48")
        assert (state(connection, A), state(connection, B)) == ("bounced", "active")


def test_a_full_mailbox_is_given_up_after_three_issues(house: House) -> None:
    """Three issues in a row, however many failures each of them brings, and whether the failure names its issue or not."""
    with house.store() as connection:
        take(connection, A, PAPER, NOON)
        for week, key in enumerate(("s1", "s2", "s3")):
            now = house.later(weeks=1)
            letter(connection, key, week + 1, A)
            named = "" if key == "s2" else key
            found = [record_bounce(connection, A.title(), "5.2.2", now, named) for _ in range(3)]
            assert found == [key == "s3"] * 3
        assert state(connection, A) == "bounced"


def test_a_mailbox_that_was_emptied_starts_anew(house: House) -> None:
    """An issue that went through, or the person's own coming back, ends the row."""
    with house.store() as connection:
        take(connection, A, PAPER, NOON)
        for week, (key, is_full) in enumerate((("s1", True), ("s2", True), ("s3", False), ("s4", True), ("s5", True), ("s6", True)), 1):
            letter(connection, key, week, A)
            gone = is_full and record_bounce(connection, A, "5.2.2", house.later(weeks=1), key)
            house.later(weeks=0 if is_full else 1)
            assert gone == (key == "s6")
        now = house.later(days=1)
        confirm(connection, add_pending(connection, A, now, "site").id, SITE, now)
        letter(connection, "s7", 7, A)
        assert not record_bounce(connection, A, "5.2.2", house.later(weeks=1), "s7")


class Comings(RuleBasedStateMachine):
    """Whatever happens in whatever order, nobody is written to who must not be."""

    who = st.sampled_from((A, B, "andré@exemple.fr"))

    def __init__(self) -> None:
        """Begin with nobody."""
        super().__init__()
        self.store = memory()
        self.agreed: set[str] = set()
        """Who got the letter last we knew, by what they did themselves or signed."""

    @rule(address=who)
    def asks(self, address: str) -> None:
        """Somebody asks."""
        add_pending(self.store, address, NOON, "site")

    @rule(address=who)
    def answers(self, address: str) -> None:
        """Somebody follows the link of a confirmation, new or old."""
        found = find(self.store, address)
        if found and confirm(self.store, found.id, SITE, NOON):
            self.agreed.add(address)

    @rule(address=who)
    def leaves(self, address: str) -> None:
        """Somebody leaves."""
        if found := find(self.store, address):
            leave(self.store, found.id, NOON, "mail")
        self.agreed.discard(address)

    @rule(address=who)
    def is_listed(self, address: str) -> None:
        """Somebody stands in a sheet."""
        if take(self.store, address, PAPER, NOON)[0] is not Outcome.SUPPRESSED:
            self.agreed.add(address)

    @rule(address=who)
    def is_erased(self, address: str) -> None:
        """Somebody asks to be forgotten."""
        erase(self.store, address, NOON)
        self.agreed.discard(address)
        assert take(self.store, address, PAPER, NOON)[0] is Outcome.SUPPRESSED

    @precondition(lambda self: self.agreed)
    @rule(address=who, status=st.sampled_from(("5.1.1", "5.2.2", "5.7.1")))
    def bounces(self, address: str, status: str) -> None:
        """Let a letter come back."""
        if record_bounce(self.store, address, status, NOON):
            self.agreed.discard(address)

    @invariant()
    def only_who_agreed_gets_it(self) -> None:
        """Compare: the list is exactly who agreed, none of them suppressed, each with what they agreed to."""
        listed = [address for _, address in active(self.store)]
        assert set(listed) == self.agreed
        assert not any(is_suppressed(self.store, address) for address in listed)
        assert all(known_of(self.store, address).consents for address in listed)

    def teardown(self) -> None:
        """Close the store."""
        self.store.close()


def test_nobody_is_written_to_against_their_will() -> None:
    """Asking, confirming, leaving, lists, erasing and bounces in any order keep the list to who agreed."""
    run_state_machine_as_test(Comings, settings=settings(max_examples=60, stateful_step_count=30, deadline=None))


@given(st.lists(st.tuples(st.sampled_from("abcABC"), st.booleans()), max_size=12))
def test_a_list_is_taken_in_once(entries: list[tuple[str, bool]]) -> None:
    """Each person stands once in the file, however often and however written they come."""
    store = memory()
    for name, _ in entries:
        take(store, f"{name}@exemple.fr", PAPER, NOON)
    assert [address[0].lower() for _, address in active(store)] == list(dict.fromkeys(name.lower() for name, _ in entries))
    store.close()
