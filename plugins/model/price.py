"""What an event costs and how one books: `3 € adhérents, 5 € autres`, `2 tic-tac`, `libre`."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import Enum

from msgspec import Struct

from plugins.model.kinds import items, link, list_of, mail, phone
from plugins.model.problem import Wrong
from plugins.model.schema import Kind
from plugins.model.text import fold


class Money(Enum):
    """In what a price is paid."""

    FREE = "gratuit"
    OPEN = "prix libre"
    EURO = "€"
    TIME = "tic-tac"


class Price(Struct, frozen=True):
    """One price of an event."""

    money: Money
    amount: Decimal = Decimal(0)
    """In euros or in units of time money; 0 for free and open prices."""
    who: str = ""
    """For whom: `adhérents`; empty: everyone."""

    @property
    def words(self) -> str:
        """The price as one reads it: `2,50 € (adhérents)`."""
        who = f" ({self.who})" if self.who else ""
        if self.money in (Money.FREE, Money.OPEN):
            return f"{self.money.value}{who}"
        amount = f"{self.amount:.2f}".removesuffix(".00") if self.money is Money.EURO else f"{self.amount.normalize():f}"
        return f"{amount.replace('.', ',')}\u00a0{self.money.value}{who}"


class Way(Enum):
    """How one books."""

    NONE = "libre"
    PHONE = "téléphone"
    MAIL = "courriel"
    LINK = "lien"


class Booking(Struct, frozen=True):
    """One way to book; `Way.NONE` says that one just comes."""

    way: Way
    to: str = ""
    """The number, address or link."""

    @property
    def href(self) -> str:
        """The link that books, empty when one just comes."""
        scheme = {Way.PHONE: "tel:+33" + self.to.replace(" ", "")[1:], Way.MAIL: f"mailto:{self.to}", Way.LINK: self.to}
        return scheme.get(self.way, "")


_AMOUNT = r"(?P<amount>\d{1,4}(?:[.,]\d{1,2})?)"
_PATTERNS = tuple(
    (re.compile(rf"{pattern}(?P<who>.*)", re.IGNORECASE), money)
    for pattern, money in (
        (r"(?:gratuit|entr[ée]e libre|0 ?€)", Money.FREE),
        (r"(?:(?:prix|participation) libre|au chapeau|libre participation)", Money.OPEN),
        (rf"{_AMOUNT} ?(?:€|euros?|eur)(?P<cents>\d\d)?", Money.EURO),
        (rf"{_AMOUNT} ?tics?[- ]?tacs?", Money.TIME),
    )
)
_BEFORE_WHO = re.compile(r"^(?:[:(/ –-]|par |pour |les )+", re.IGNORECASE)
_OR = re.compile(r" (?:ou|et) (?=\d|gratuit|prix libre|participation)", re.IGNORECASE)


def read_price(text: str) -> Price:
    """Return one price. Raise Wrong."""
    said = " ".join(text.split())
    for pattern, money in _PATTERNS:
        if match := pattern.fullmatch(said):
            groups = match.groupdict()
            amount = Decimal((groups.get("amount") or "0").replace(",", ".")) + Decimal(groups.get("cents") or 0) / 100
            return Price(money, amount, _BEFORE_WHO.sub("", match["who"]).rstrip(") "))
    raise Wrong(f"« {text} » n'est pas un tarif.", "Écrivez « gratuit », « 5 € », « prix libre », « 2 tic-tac » ou « 3 € adhérents, 5 € autres ».")


def _read_prices(text: str, _: date | None) -> tuple[Price, ...]:
    return tuple(read_price(part) for item in items(text) for part in _OR.split(item))


def read_booking(text: str) -> Booking:
    """Return how one books: `libre`, a number, a mail address or a link. Raise Wrong."""
    if fold(text) in {"libre", "non", "sans inscription", "entree libre"}:
        return Booking(Way.NONE)
    if "://" in text:
        return Booking(Way.LINK, link(text))
    if "@" in text:
        return Booking(Way.MAIL, mail(text))
    if re.search(r"\d", text):
        return Booking(Way.PHONE, phone(text))
    raise Wrong(f"« {text} » ne dit pas comment s'inscrire.", "Écrivez « libre », un numéro de téléphone, une adresse électronique ou un lien.")


PRICES = Kind("un ou plusieurs tarifs", _read_prices)
BOOKINGS = list_of("« libre », un téléphone, une adresse électronique ou un lien", read_booking)
