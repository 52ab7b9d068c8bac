"""Tokens: only ours are believed, for what they were made for, until they expire."""

from datetime import UTC, datetime

from hypothesis import assume, given
from hypothesis import strategies as st

from plugins.joining.envelopes import bounce_address, read_bounce_address
from plugins.joining.tokens import JOIN, LEAVE, NEVER, PATTERN, leave_link, leave_token, read_token, sign, token_key

NOW = datetime(2026, 12, 3, 9, tzinfo=UTC)
LATER = int(NOW.timestamp()) + 60
KEY = bytes(range(32))
SIGNER = token_key(KEY)
NUMBERS = st.integers(1, 10**12)


@given(NUMBERS, st.sampled_from([JOIN, LEAVE]), st.sampled_from([NEVER, LATER]))
def test_a_token_names_its_subscriber(subscriber: int, purpose: str, expires: int) -> None:
    """What was signed is read again, for its own purpose and for no other."""
    token = sign(SIGNER, purpose, subscriber, expires)
    assert read_token(SIGNER, purpose, token, NOW) == subscriber
    assert read_token(SIGNER, LEAVE if purpose == JOIN else JOIN, token, NOW) is None


@given(NUMBERS, st.data())
def test_a_token_cut_or_changed_is_refused(subscriber: int, data: st.DataObject) -> None:
    """One character less, more or other, and nobody is named."""
    token = leave_token(KEY, subscriber)
    at = data.draw(st.integers(0, len(token) - 1))
    other = data.draw(st.text("0123456789.abcdefghijklmnopqrstuvwxyz=-", max_size=2))
    changed = token[:at] + other + token[at + 1 :]
    assume(changed != token)
    assert read_token(SIGNER, LEAVE, changed, NOW) is None
    assert read_token(SIGNER, LEAVE, token[:at], NOW) is None


@given(st.text())
def test_any_text_is_refused_quietly(text: str) -> None:
    """What is no token names nobody, digits of other scripts neither."""
    assert read_token(SIGNER, LEAVE, text, NOW) is None


@given(NUMBERS, st.binary(min_size=32, max_size=32))
def test_a_token_of_another_key_is_refused(subscriber: int, key: bytes) -> None:
    """Nobody can make one without the key."""
    assume(key != KEY)
    assert read_token(SIGNER, LEAVE, leave_token(key, subscriber), NOW) is None


def test_a_question_expires_and_a_letter_does_not() -> None:
    """A token is good before its second, not at it; the one to leave is good for ever."""
    assert read_token(SIGNER, JOIN, sign(SIGNER, JOIN, 7, int(NOW.timestamp())), NOW) is None
    assert read_token(SIGNER, LEAVE, leave_token(KEY, 7), datetime(2099, 1, 1, tzinfo=UTC)) == 7


def test_a_token_holds_no_address_and_survives_mail() -> None:
    """It is short, in small ASCII letters, and stands in the link of the letter."""
    link = leave_link("https://exemple.fr/lettre/", KEY, 12)
    assert link.startswith("https://exemple.fr/lettre/quitter/12.0.")
    assert link == link.lower()
    assert PATTERN.findall(f"Référence : {leave_token(KEY, 12)}\n> bonjour") == [leave_token(KEY, 12)]


@given(NUMBERS, st.sampled_from(["2026-s49", "fil-47", "demande"]))
def test_an_envelope_names_whose_failure_it_is(subscriber: int, campaign: str) -> None:
    """The address is read again, also in capitals, and never with another seal or for another town."""
    address = bounce_address("lettre@ville.example", KEY, subscriber, campaign)
    assert len(address.partition("@")[0]) <= 64
    assert read_bounce_address(address.upper(), "lettre@ville.example", KEY) == (subscriber, campaign)
    assert read_bounce_address(address, "lettre@autre.example", KEY) is None
    assert read_bounce_address(address.replace("+b", "+b1"), "lettre@ville.example", KEY) is None
    assert read_bounce_address("lettre@ville.example", "lettre@ville.example", KEY) is None
