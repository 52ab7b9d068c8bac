"""How many may ask in a day, without knowing who."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from plugins.joining.limits import PER_DAY, PER_NETWORK, SLOTS, may_ask, network_of

NOW = datetime(2026, 12, 3, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.0/24"), ("2001:db8:1:2::7", "2001:db8:1::/48"), ("::ffff:192.0.2.7", "192.0.2.0/24"),
        ("fe80::1%eth0", "fe80::/48"), ("n'importe quoi", ""), ("", ""),
    ],
)  # fmt: skip
def test_neighbours_count_together(address: str, network: str) -> None:
    """A provider gives one person many addresses: their network is counted; what is no address counts as one too."""
    assert network_of(address) == network


def test_a_network_has_its_share_and_the_next_day_another(tmp_path: Path) -> None:
    """After the day's share a network is refused, others are not; at midnight (UTC) all begin anew."""
    counts = tmp_path / "compte"
    assert [may_ask(counts, "a", NOW) for _ in range(PER_NETWORK + 3)] == [True] * PER_NETWORK + [False] * 3
    assert may_ask(counts, "b", NOW)
    assert may_ask(counts, "a", NOW + timedelta(days=1))


def test_ten_thousand_networks_are_held_to_the_day(tmp_path: Path) -> None:
    """However many networks ask, the day has an end, and the file never grows."""
    counts = tmp_path / "compte"
    assert sum(may_ask(counts, f"réseau {number}", NOW) for number in range(10_000)) == PER_DAY
    assert counts.stat().st_size <= SLOTS + 64
    assert counts.stat().st_mode & 0o777 == 0o600


def test_nothing_of_yesterday_is_kept(tmp_path: Path) -> None:
    """The salt that a network was hashed with is gone the next day, and so are the counts."""
    counts = tmp_path / "compte"
    may_ask(counts, "a", NOW, lambda size: b"s" * size)
    may_ask(counts, "b", NOW + timedelta(days=1), lambda size: b"t" * size)
    held = counts.read_bytes()
    assert b"s" * 16 not in held
    assert sum(held[20:]) == 6
