"""The measured sending: what it tells is what happened."""

from bench.sending.measure import Case, measure


def test_a_sending_far_away_is_measured() -> None:
    """Every reader gets the letter over the long way, and time and memory are told."""
    cost = measure(Case("loin", 10, 3000, connections=2, round_trip=0.002))
    assert cost.seconds > 0
    assert 1e6 < cost.memory < 1e9
