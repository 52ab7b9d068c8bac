"""What a new letter starts from."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.desk.contents import counts, lines
from plugins.desk.proposal import LONGEST, SHORTEST, Proposal, bare_letter, propose
from plugins.desk.starting import text_of
from plugins.model.header import read_header
from plugins.model.letter import Letter, Week
from plugins.model.library import KNOWN_KEYS, read_item
from plugins.model.schema import Document
from plugins.model.site import Site
from plugins.model.town import Town
from plugins.newsletter.compose import compose
from tests.newsletter.weeks import CALM, SEWING, SHOW, WEEKS, crowd, site_of, weekly
from tests.towns import FILES, PARIS

WEEK = Week(2026, 48)
BARE = bare_letter(WEEK)
PICTURE = "image: images/soupe.jpg\nimage-alt: Une marmite"


def proposed(headers: dict[str, str]) -> Proposal:
    """Return what the letter of a week starts from in which there are these events."""
    return propose(weekly(site_of(headers, BARE)))


def event(title: str, day: str, *keys: str) -> str:
    """Return the header of an event."""
    return "\n".join((f"titre: {title}", f"debut: {day}", *keys))


def is_fit(text: str) -> bool:
    """Return whether mailboxes show a text whole."""
    return SHORTEST <= len(text) <= LONGEST


def test_the_most_remarkable_come_first() -> None:
    """A show, then what has a picture, rather than what comes back or is full; in the order of their dates."""
    headers = {
        "evenements/2026/a.md": event("Réunion", "26/11/2026 18h"),
        "evenements/2026/b.md": event("Bal", "28/11/2026 20h", PICTURE),
        "evenements/2026/c.md": event("Stage", "27/11/2026 20h", PICTURE, "etat: complet"),
        "evenements/2026/d.md": SHOW.replace("10/12/2026", "30/11/2026"),
        "evenements/2026/e.md": event("Loto", "29/11/2026 14h", "resume: On joue."),
        "evenements/2026/couture.md": SEWING,
    }
    assert proposed(headers).featured == ("b", "e", "d")


def test_the_subject_names_what_comes_first_and_the_preheader_the_rest() -> None:
    """One reads both side by side: nothing is said twice."""
    headers = {f"evenements/2026/{n}.md": event(title, f"2{n}/11/2026 18h", PICTURE) for n, title in ((7, "Bal d'automne"), (8, "Loto des familles"))}
    headers |= {
        f"evenements/2026/{n}.md": event(title, f"2{n}/11/2026 19h") for n, title in ((6, "Conseil citoyen"), (9, "Réunion du groupe Culture"))
    }
    headers["evenements/2026/1.md"] = event("Atelier vélo", "01/12/2026 18h")
    found = proposed(headers)

    assert found.subject == "Conseil citoyen, Bal d'automne et Loto des familles"
    assert found.preheader == "Dimanche 29 : Réunion du groupe Culture ; mardi 1er : Atelier vélo."


def test_a_week_with_little_still_has_a_subject() -> None:
    """What is short is completed, so that the proposal can go out as it is."""
    found = proposed({"evenements/2026/a.md": event("Bal", "28/11/2026 20h")})

    assert found.subject == "Bal, et tout l'agenda jusqu'au samedi 5 décembre"
    assert found.preheader == "1 rendez-vous d'ici le samedi 5 décembre, jour par jour."


def test_a_week_with_nothing_still_has_a_subject() -> None:
    """It puts nothing first."""
    found = proposed({})

    assert found.featured == ()
    assert found.subject == "Les nouvelles de la semaine, et l'agenda jusqu'au samedi 5 décembre"
    assert found.preheader == "Pas de rendez-vous d'ici le samedi 5 décembre, mais quelques nouvelles."


@pytest.mark.parametrize("site", [pytest.param(site, id=name) for name, site in WEEKS.items() if site.letters[0].number is None])
def test_every_week_gives_a_draft_that_reads_back(site: Site) -> None:
    """The file that is written is read without a problem, and says what was proposed."""
    letter = bare_letter(site.letters[0].week)
    composition = weekly(site_with(site, letter))
    found = propose(composition)
    item, problems = read_item(Document(letter.path, read_header(text_of(letter.week, found), KNOWN_KEYS)), Town(zone=PARIS, files=FILES))

    assert problems == []
    assert isinstance(item, Letter)
    assert item.is_draft
    assert (item.title, item.preheader, item.featured, item.week) == (found.subject, found.preheader, found.featured, letter.week)
    assert is_fit(found.subject)
    assert is_fit(found.preheader)


def site_with(site: Site, letter: Letter) -> Site:
    """Return a site with one letter in the place of its letters."""
    return replace(site, letters=(letter,))


@example([":---"])
@example([":::::::", ":::::::::", "::::::::::  "])
@given(st.lists(st.text(alphabet="aé b:;'\"|>-#[]!?…«»", min_size=1, max_size=120).filter(lambda text: text.strip(" \"'|>-")), max_size=5))
def test_whatever_the_titles_the_length_fits(titles: list[str]) -> None:
    """From one letter to a hundred, with any marks, subject and preheader have 40 to 90 signs and read back as they are."""
    headers = {f"evenements/2026/e{n}.md": event(f"a{title}a", f"2{6 + n % 4}/11/2026 {10 + n}h") for n, title in enumerate(titles)}
    found = proposed(headers)
    item, problems = read_item(Document(BARE.path, read_header(text_of(WEEK, found), KNOWN_KEYS)), Town(zone=PARIS, files=FILES))

    assert problems == []
    assert isinstance(item, Letter)
    assert is_fit(item.title)
    assert is_fit(item.preheader)


def told(lines: Iterable[str]) -> list[str]:
    """Return lines with plain spaces."""
    return [line.strip().replace("\u00a0", " ") for line in lines]


def test_the_writer_is_told_what_the_letter_will_show() -> None:
    """Each day, what comes back, what is to be read and heard, on lines of their own."""
    assert told(lines(weekly(site_of(CALM, BARE)))) == [
        "Samedi 28 novembre : Soupe partagée",
        "Les rendez-vous réguliers : Atelier couture",
        "À lire : La plaquette est là",
        "À écouter : Un pont, deux rives",
        "Le prochain spectacle : Le grand spectacle",
    ]


def test_changes_and_what_is_left_out_are_told_too() -> None:
    """The writer sees what people must know, and that the letter is full."""
    assert told(lines(weekly(WEEKS["tout-annule"])))[0] == "ANNULÉ – Rencontre 00, samedi 28 novembre, à 8 h · Maison du Pont"
    assert "et 15 autres dates laissées à l'agenda" in told(lines(weekly(WEEKS["pleine"])))


@pytest.mark.parametrize(
    ("week", "said"),
    [
        ("calme", "1 rendez-vous unique, 1 rendez-vous régulier, 1 texte à lire et 1 émission"),
        ("tout-annule", "3 changements"),
        ("vide", "pas de rendez-vous"),
        ("le-fil", "2 articles du numéro 47"),
    ],
)
def test_a_letter_is_counted(week: str, said: str) -> None:
    """In one line, what there is in it."""
    site = WEEKS[week]
    assert counts(compose(site, site.letters[0])) == said


def test_a_crowd_is_counted_as_one_line() -> None:
    """What does not fit is told as dates left to the agenda."""
    assert counts(weekly(site_of(crowd(45), BARE))) == "40 rendez-vous uniques et 5 autres dates laissées à l'agenda"
