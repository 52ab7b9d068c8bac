"""What an event costs and how one books: `3 € adhérents, 5 € autres`, `2 tic-tac`, `libre`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from plugins.model.kinds import link, list_of, mail, phone
from plugins.model.problem import Wrong
from plugins.model.text import fold


class Money(Enum):
    """In what a price is paid."""

    FREE = "gratuit"
    OPEN = "prix libre"
    EURO = "€"
    TIME = "tic-tac"


@dataclass(frozen=True, slots=True)
class Price:
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
        amount = f"{self.amount:.2f}".replace(".", ",").removesuffix(",00")
        return f"{amount}\u00a0{self.money.value}{who}"


class Way(Enum):
    """How one books."""

    NONE = "libre"
    PHONE = "téléphone"
    MAIL = "courriel"
    LINK = "lien"


@dataclass(frozen=True, slots=True)
class Booking:
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
_EURO = re.compile(rf"{_AMOUNT} ?(?:€|euros?|eur)(?P<cents>\d\d)?(?P<who>.*)")
_TIME = re.compile(rf"{_AMOUNT} ?(?:tics?[- ]?tacs?)(?P<who>.*)")
_FREE = re.compile(r"(?:gratuit|entree libre|0 ?€)(?P<who>.*)")
_OPEN = re.compile(r"(?:prix libre|participation libre|au chapeau|libre participation)(?P<who>.*)")


def read_price(text: str) -> Price:
    """Return one price. Raise Wrong."""
    folded = fold(text)
    for pattern, money in ((_FREE, Money.FREE), (_OPEN, Money.OPEN), (_EURO, Money.EURO), (_TIME, Money.TIME)):
        if match := pattern.fullmatch(folded):
            groups = match.groupdict()
            amount = Decimal((groups.get("amount") or "0").replace(",", ".")) + Decimal(groups.get("cents") or 0) / 100
            return Price(money, amount, _who(text, match["who"]))
    raise Wrong(f"« {text} » n'est pas un tarif.", "Écrivez « gratuit », « 5 € », « prix libre », « 2 tic-tac » ou « 3 € adhérents, 5 € autres ».")


def _who(text: str, folded: str) -> str:
    """Return the words after the amount with their accents, as the writer typed them."""
    count = len(folded.split())
    words = " ".join(text.split()[-count:]) if count else ""
    return re.sub(r"^(?:pour (?:les )?|les |:|\()+", "", words.strip("() ")).strip()


def read_booking(text: str) -> Booking:
    """Return how one books: `libre`, a number, a mail address or a link. Raise Wrong."""
    if fold(text) in {"libre", "non", "sans inscription", "entree libre"}:
        return Booking(Way.NONE)
    if "@" in text:
        return Booking(Way.MAIL, mail(text))
    if "://" in text:
        return Booking(Way.LINK, link(text))
    if re.search(r"\d", text):
        return Booking(Way.PHONE, phone(text))
    raise Wrong(f"« {text} » ne dit pas comment s'inscrire.", "Écrivez « libre », un numéro de téléphone, une adresse électronique ou un lien.")


PRICES = list_of("un ou plusieurs tarifs", read_price)
BOOKINGS = list_of("« libre », un téléphone, une adresse électronique ou un lien", read_booking)
