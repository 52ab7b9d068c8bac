"""An event for search engines, read back from its page by the rules of Google's documentation of events."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from plugins.model.site import Site
from tests.pages.linked_data.graphs import graph_of, of_kind
from tests.pages.sites import agenda, event, rendered
from tests.towns import TODAY, read_site

WEEKLY = "debut: 24/11/2026 14h\nfin: 16h\nrepetition: chaque mardi, 12 fois\nmaison: pont"


def _of_site(site: Site) -> dict[str, Any]:
    (text,) = (text for path, text in rendered(site).items() if path.startswith("agenda/") and path.count("/") == 5)
    return of_kind(graph_of(text), "Event")


def _of(header: str, today: date = TODAY) -> dict[str, Any]:
    return _of_site(agenda(header, today=today))


def test_a_simple_event() -> None:
    """All that is said on the page, and the title alone for a name."""
    found = _of(
        "debut: 28/11/2026 10h\nfin: 13h\nmaison: pont\nresume: On goûte.\nplaces: 12\npublic: familles\nimage: images/soupe.jpg\nimage-alt: Soupe"
    )
    assert found == {
        "@type": "Event",
        "name": "Fête 1",
        "startDate": "2026-11-28T10:00+01:00",
        "endDate": "2026-11-28T13:00+01:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": "Maison du Pont",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "1 quai du Pont",
                "postalCode": "26000",
                "addressLocality": "Villeneuve",
                "addressCountry": "FR",
            },
        },
        "url": "https://villeneuve.example/agenda/2026/11/28/fete-1/",
        "description": "On goûte.",
        "organizer": [
            {
                "@type": "Organization",
                "@id": "https://villeneuve.example/maisons/pont/#maison",
                "name": "Maison du Pont",
                "url": "https://villeneuve.example/maisons/pont/",
                "telephone": "+33 4 75 00 00 01",
            }
        ],
        "image": ["https://villeneuve.example/images/soupe.jpg"],
        "audience": [{"@type": "Audience", "audienceType": "Familles"}],
        "maximumAttendeeCapacity": 12,
        "inLanguage": "fr",
    }


@pytest.mark.parametrize(
    ("header", "start", "end"),
    [
        ("debut: 28/11/2026", "2026-11-28", "2026-11-28"),
        ("debut: 28/11/2026\nfin: 30/11/2026", "2026-11-28", "2026-11-30"),
        ("debut: 28/11/2026 10h", "2026-11-28T10:00+01:00", None),
        ("debut: 12/06/2027 21h\nfin: 2h", "2027-06-12T21:00+02:00", "2027-06-13T02:00+02:00"),
    ],
)
def test_moments(header: str, start: str, end: str | None) -> None:
    """A day alone when nobody wrote an hour, the offset of the season, no end when nobody wrote one."""
    found = _of(header)
    assert (found["startDate"], found.get("endDate")) == (start, end)


@pytest.mark.parametrize(
    ("state", "status", "start", "previous"),
    [
        ("maintenu", "EventScheduled", "2026-11-28T10:00+01:00", None),
        ("complet", "EventScheduled", "2026-11-28T10:00+01:00", None),
        ("annulé", "EventCancelled", "2026-11-28T10:00+01:00", None),
        ("reporté sans date", "EventPostponed", "2026-11-28T10:00+01:00", "2026-11-28T10:00+01:00"),
        ("reporté au 12/12/2026", "EventRescheduled", "2026-12-12T10:00+01:00", "2026-11-28T10:00+01:00"),
    ],
)
def test_states(state: str, status: str, start: str, previous: str | None) -> None:
    """Each state has its status; the name never says it."""
    found = _of(f"debut: 28/11/2026 10h\netat: {state}")
    assert found["eventStatus"] == f"https://schema.org/{status}"
    assert (found["startDate"], found.get("previousStartDate"), found["name"]) == (start, previous, "Fête 1")


@pytest.mark.parametrize(
    ("price", "free", "offers"),
    [
        ("gratuit", True, [{"price": 0, "priceCurrency": "EUR"}]),
        ("3 € adhérents, 5,50 €", False, [{"name": "adhérents", "price": 3, "priceCurrency": "EUR"}, {"price": 5.5, "priceCurrency": "EUR"}]),
        ("2 tic-tac", False, [{"price": 2, "priceCurrency": "tic-tac"}]),
        (
            "prix libre",
            True,
            [{"name": "prix libre", "priceSpecification": {"@type": "PriceSpecification", "minPrice": 0, "priceCurrency": "EUR"}}],
        ),
    ],
)
def test_prices(price: str, free: bool, offers: list[dict[str, Any]]) -> None:
    """Numbers with their currency; nothing to pay is a price of 0."""
    found = _of(f"debut: 28/11/2026\ntarif: {price}")
    common = {"@type": "Offer", "url": "https://villeneuve.example/agenda/2026/11/28/fete-1/", "availability": "https://schema.org/InStock"}
    assert found["isAccessibleForFree"] is free
    assert found["offers"] == [{**common, **offer} for offer in offers]


def test_a_full_event_is_sold_out() -> None:
    """Even when nobody wrote a price; and the link to book is the offer's."""
    (offer,) = _of("debut: 28/11/2026\netat: complet\ninscription: https://billets.example/1\ninscription-avant: 27/11/2026")["offers"]
    assert (offer["availability"], offer["url"]) == ("https://schema.org/SoldOut", "https://billets.example/1")
    assert offer["validThrough"] == "2026-11-27"


@pytest.mark.parametrize(("more", "today"), [("etat: annulé", TODAY), ("inscription-avant: 20/11/2026", TODAY), ("", date(2027, 1, 1))])
def test_what_cannot_be_had_is_not_in_stock(more: str, today: date) -> None:
    """Cancelled, closed or over, an event keeps its price and promises nothing."""
    (offer,) = _of(f"debut: 28/11/2026\ntarif: 5 €\n{more}", today)["offers"]
    assert "availability" not in offer


def test_a_series_tells_its_next_dates() -> None:
    """The whole lasts from the next date to the last one; the first ten dates to come stand in it, each with what has changed about it."""
    found = _of(f"{WEEKLY}\nchangements:\n  01/12/2026 : annulé\n  08/12/2026 : reporté au 09/12/2026 15h\n  15/12/2026 : 16h", date(2026, 11, 25))
    dates = found["subEvent"]
    assert (found["startDate"], found["endDate"], found["eventStatus"]) == (
        "2026-12-09T15:00+01:00", "2027-02-09T16:00+01:00", "https://schema.org/EventScheduled",
    )  # fmt: skip
    assert len(dates) == 10
    assert [(one["startDate"][5:16], one["eventStatus"][24:], one.get("previousStartDate", "")[5:16]) for one in dates[:4]] == [
        ("12-01T14:00", "Cancelled", ""),
        ("12-09T15:00", "Rescheduled", "12-08T14:00"),
        ("12-15T16:00", "Rescheduled", "12-15T14:00"),
        ("12-22T14:00", "Scheduled", ""),
    ]
    assert all(one["location"]["name"] == "Maison du Pont" for one in dates)


def test_a_date_elsewhere_has_its_own_place() -> None:
    """The usual place is told once for all dates; another one stands in its date."""
    found = _of(f"{WEEKLY}\nchangements: 01/12/2026 : lieu 3 rue Haute, 26000 Villeneuve")
    assert [one["location"]["name"] for one in found["subEvent"][:3]] == ["Maison du Pont", "3 rue Haute, 26000 Villeneuve", "Maison du Pont"]


def test_the_last_date_of_a_series_stands_for_itself() -> None:
    """With one date left there is nothing to list."""
    found = _of(WEEKLY, date(2027, 2, 9))
    assert (found["startDate"], "subEvent" in found) == ("2027-02-09T14:00+01:00", False)


def test_a_series_that_is_over_is_told_whole() -> None:
    """From its first date to its last one."""
    found = _of(WEEKLY, date(2028, 1, 1))
    assert (found["startDate"][:10], found["endDate"][:10], "subEvent" in found) == ("2026-11-24", "2027-02-09", False)


def test_a_place_has_its_point_and_what_helps_to_get_in() -> None:
    """As schema.org has them for places."""
    place = "---\ntitre: Le Préau\nville: Villeneuve\ncoordonnees: 45.0466, 5.0517\nacces: fauteuil\n---\n"
    found = _of_site(read_site({"lieux/preau.md": place, "evenements/2026/x.md": event("debut: 28/11/2026\nlieu: preau")}))["location"]
    assert found["geo"] == {"@type": "GeoCoordinates", "latitude": 45.0466, "longitude": 5.0517}
    assert found["amenityFeature"] == [{"@type": "LocationFeatureSpecification", "name": "fauteuil", "value": True}]


def test_an_address_as_typed_is_the_address() -> None:
    """It cannot be taken apart, which schema.org allows."""
    found = _of("debut: 28/11/2026\nlieu: 3 rue Haute, 26000 Villeneuve")["location"]
    assert found == {"@type": "Place", "name": "3 rue Haute, 26000 Villeneuve", "address": "3 rue Haute, 26000 Villeneuve"}


def test_nothing_is_said_of_a_place_that_nobody_wrote() -> None:
    """The centre itself organises what no house does."""
    found = _of("debut: 28/11/2026")
    assert "location" not in found
    assert found["organizer"] == [
        {
            "@type": "Organization",
            "@id": "https://villeneuve.example/#organisation",
            "name": "Maisons de Villeneuve",
            "url": "https://villeneuve.example/",
        }
    ]


def test_no_text_ends_the_script() -> None:
    """What a writer types stays in the data."""
    site = read_site({"evenements/2026/x.md": event("debut: 28/11/2026", "</script><script>alert(1)</script> & <b>")})
    assert _of_site(site)["name"] == "</script><script>alert(1)</script> & <b>"


def test_moments_are_real() -> None:
    """Python reads every moment back, with its offset."""
    assert datetime.fromisoformat(_of(WEEKLY)["startDate"]).utcoffset() is not None
