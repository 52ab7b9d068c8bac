"""What can be found: every public page worth it, and nothing that is not out."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from plugins.model.entry import Status
from plugins.model.site import Site
from plugins.search.outputs import records
from plugins.search.record import Kind, Record, document
from tests.pages.sites import addresses, agenda, article, content_page, episode, full_site
from tests.towns import IDENTITY, TODAY, read_event, read_site


def found(site: Site) -> dict[str, Record]:
    """Return the records of a site by address."""
    return {record.address: record for record in records(site)}


def only(header: str) -> Record:
    """Return the record of an event."""
    (record,) = (record for record in records(agenda(header)) if record.kind is Kind.EVENT)
    return record


def test_each_kind_of_text_is_found() -> None:
    """Events, texts, episodes, houses, projects, letters and pages are there, each at the address of its page."""
    site = full_site()
    assert {record.kind for record in records(site)} == set(Kind)
    assert set(found(site)) <= addresses(site)
    entries = {entry.address for entry in site.entries}
    assert set(found(site)) == entries & addresses(site)


def test_what_is_not_out_is_not_found() -> None:
    """A text of tomorrow, an article of an issue of tomorrow, and a draft that a preview shows are not in the index."""
    day = f"{TODAY + timedelta(days=1):%d/%m/%Y}"
    issue = f"---\ntitre: Hiver\nnumero: 48\ndate: {day}\n---\n"
    texts = {"actualites/a.md": article("Demain", day), "fil/48/numero.md": issue, "fil/48/a.md": article("Haies", "18/09/2026", 48)}
    site = read_site({**texts, "bobine/2026-2027/x.md": episode("03/12/2026", 3)})
    draft = replace(content_page("secret"), status=Status.DRAFT)
    assert set(found(replace(site, pages=(draft,)))) == {"/maisons/pont/"}


def test_a_town_without_radio_or_letter_has_no_record_of_them() -> None:
    """What has no page cannot be found."""
    site = full_site()
    kinds = {record.kind for record in records(replace(site, identity=replace(IDENTITY, show=None, letter=None)))}
    assert kinds == set(Kind) - {Kind.EPISODE, Kind.LETTER}


def test_the_page_of_the_search_does_not_find_itself() -> None:
    """Its help names everything, and would be found for many words."""
    assert "/recherche/" not in found(replace(full_site(), pages=(content_page("recherche"),)))


def test_a_series_is_one_thing_with_all_its_dates() -> None:
    """Each date is written as the results' script reads it; the last one tells when the series is over."""
    record = only("debut: 24/11/2026 14h30\nrepetition: chaque mardi, 3 fois")
    assert record.dates == "j20261124h1430j20261201h1430j20261208h1430"
    assert record.last == date(2026, 12, 8)


def test_what_lasts_says_until_when() -> None:
    """An event of whole days has no hour, one of several days has its last one."""
    record = only("debut: 01/11/2026\nfin: 05/12/2026")
    assert (record.dates, record.last) == ("j20261101f20261205", date(2026, 12, 5))


def test_dates_that_do_not_take_place_are_not_told() -> None:
    """One cancelled date is left out; when all are, the dates stay and the state is said."""
    record = only("debut: 24/11/2026 14h\nrepetition: chaque mardi, 2 fois\nchangements: 24/11/2026 : annulé")
    assert record.dates == "j20261201h1400"
    record = only("debut: 24/11/2026 14h\netat: annulé")
    assert (record.dates, record.state) == ("j20261124h1400", "ANNULÉ")


def test_the_day_changes_nothing() -> None:
    """A record does not depend on the day of the build, so that an index is made again only when there is something new."""
    texts = {"evenements/2026/a.md": "---\ntitre: A\ndebut: 24/11/2026 14h\nrepetition: chaque mardi, 12 fois\n---\n"}
    assert records(read_site(texts)) == records(read_site(texts, today=TODAY + timedelta(days=40)))


def test_houses_are_those_that_organise_and_the_one_that_welcomes() -> None:
    """What somebody else organises in a house is found there."""
    assert only("debut: 24/11/2026 14h\nlieu: pont").houses == ("pont",)
    assert only("debut: 24/11/2026 14h\nmaison: pont").houses == ("pont",)
    assert read_event("debut: 24/11/2026 14h").houses == ()


def test_what_is_said_on_the_air_is_found() -> None:
    """Chapters, guests and transcript of an episode are among its words."""
    rest = "chapitres:\n  00:00:00 Poubelle chérie\ntranscription: 2026-10-01.vtt\ninvites: Le conseil citoyen"
    site = read_site({"bobine/2026-2027/x.md": episode("01/10/2026", 1).replace("resume: On parle.", rest)})
    (record,) = (record for record in records(site) if record.kind is Kind.EPISODE)
    text = document(record)
    assert "poubelle cherie" in text
    assert "bonsoir" in text
    assert "conseil citoyen" in text


def test_a_document_is_folded_and_shows_what_is_written() -> None:
    """The words of the body are folded, what results show is as it was written, and marks of HTML stay words."""
    text = document(Record("/a/", Kind.PAGE, "L’Œuvre & <co>", "Été", ("Évènement",), day="1er décembre 2026"))
    assert "<h1>oeuvre &amp; &lt;co&gt;</h1>" in text
    assert "<p>evenement</p>" in text
    assert 'data-pagefind-meta="title[content]" content="L’Œuvre &amp; &lt;co&gt;"' in text
    assert 'content="1er décembre 2026"' in text
    assert "etat" not in text
