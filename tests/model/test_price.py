"""What an event costs and how one books."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.price import BOOKINGS, PRICES, Booking, Money, Price, Way, read_booking, read_price
from plugins.model.problem import Wrong
from tests.model.samples import attempt


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("gratuit", Price(Money.FREE)),
        ("Entrée libre", Price(Money.FREE)),
        ("0 €", Price(Money.FREE)),
        ("gratuit pour les adhérents", Price(Money.FREE, who="adhérents")),
        ("prix libre", Price(Money.OPEN)),
        ("au chapeau", Price(Money.OPEN)),
        ("5 €", Price(Money.EURO, Decimal(5))),
        ("5€", Price(Money.EURO, Decimal(5))),
        ("5 euros", Price(Money.EURO, Decimal(5))),
        ("2,50 €", Price(Money.EURO, Decimal("2.5"))),
        ("2.50\u00a0€", Price(Money.EURO, Decimal("2.5"))),
        ("2 €50", Price(Money.EURO, Decimal("2.5"))),
        ("3 € Adhérents", Price(Money.EURO, Decimal(3), "Adhérents")),
        ("3 € (adhérents)", Price(Money.EURO, Decimal(3), "adhérents")),
        ("3 € pour les œuvriers", Price(Money.EURO, Decimal(3), "œuvriers")),
        ("2 tic-tac", Price(Money.TIME, Decimal(2))),
        ("1 tic tac", Price(Money.TIME, Decimal(1))),
    ],
)
def test_a_price_is_read(text: str, price: Price) -> None:
    """A price may be nothing, what one likes, euros or time, for some or for all."""
    assert read_price(text) == price


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2,50 € adhérents", "2,50\u00a0€ (adhérents)"),
        ("5 €", "5\u00a0€"),
        ("2 tic-tac", "2\u00a0tic-tac"),
        ("entrée libre", "gratuit"),
        ("au chapeau", "prix libre"),
    ],
)
def test_a_price_is_said(text: str, said: str) -> None:
    """A price is said with a comma, no needless zeros, and a space that does not break."""
    assert read_price(text).words == said


def test_several_prices_stand_in_one_line() -> None:
    """Commas part prices but not the cents of one."""
    assert [price.words for price in PRICES.read("2,50 € adhérents, 3,50 € autres", None)] == ["2,50\u00a0€ (adhérents)", "3,50\u00a0€ (autres)"]


@pytest.mark.parametrize("text", ["5", "pas cher", "cinq euros", "-3 €", "3-5 €", "à partir de 3 €", "10000 €", ""])
def test_what_is_no_price_is_refused(text: str) -> None:
    """A number without money, or words without a number, are no price."""
    with pytest.raises(Wrong, match="n'est pas un tarif"):
        read_price(text)


@pytest.mark.parametrize(
    ("text", "booking", "href"),
    [
        ("libre", Booking(Way.NONE), ""),
        ("Sans inscription", Booking(Way.NONE), ""),
        ("non", Booking(Way.NONE), ""),
        ("01 99 00 12 34", Booking(Way.PHONE, "01 99 00 12 34"), "tel:+33199001234"),
        ("+33 (0)1.99.00.12.34", Booking(Way.PHONE, "01 99 00 12 34"), "tel:+33199001234"),
        ("a@b.fr", Booking(Way.MAIL, "a@b.fr"), "mailto:a@b.fr"),
        ("https://a.fr/?m=a@b.fr", Booking(Way.LINK, "https://a.fr/?m=a@b.fr"), "https://a.fr/?m=a@b.fr"),
    ],
)
def test_a_way_to_book_is_read(text: str, booking: Booking, href: str) -> None:
    """One books by phone, mail or link, or just comes; each has its link."""
    assert read_booking(text) == booking
    assert booking.href == href


@pytest.mark.parametrize("text", ["à l'accueil", "oui", "01 99 00", "a@b", "www.a.fr", "javascript:alert(1)", "javascript://a.fr/", "https://["])
def test_what_does_not_say_how_to_book_is_refused(text: str) -> None:
    """Words that name no way to book, and links that run something, are refused."""
    with pytest.raises(Wrong):
        read_booking(text)


@given(st.decimals(0, 9999, places=2), st.sampled_from(["€", " €", " euros", "\u00a0€"]), st.sampled_from([",", "."]))
def test_an_amount_reads_back(amount: Decimal, money: str, mark: str) -> None:
    """Any amount is read to the cent."""
    price = read_price(f"{amount:.2f}".replace(".", mark) + money)
    assert price.amount == amount


@given(st.text(max_size=30))
def test_no_text_breaks_a_price_or_a_booking(text: str) -> None:
    """Any text is read or refused, never anything else."""
    for kind in (PRICES, BOOKINGS):
        wrong = attempt(kind.read, text, None)
        assert wrong is None or wrong.instead
