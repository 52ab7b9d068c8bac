"""`inv newsletter.handover`: another program sends the letter."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.problem import Wrong
from plugins.subscribers.commands import add, erase_one, remove
from plugins.subscribers.handover.command import Wish, hand_over
from plugins.subscribers.handover.http import service
from plugins.subscribers.handover.letter import OURS, addressed
from tests.subscribers.house import LETTER, House
from tests.subscribers.takers import Listmonk, Relay, listmonk, relay

MESSAGE = (
    b'Content-Type: multipart/alternative;\r\n boundary="=_1"\r\nMIME-Version: 1.0\r\n'
    b"From: =?utf-8?q?La_lettre_d=C3=A9t=C3=A9?= <lettre@villeneuve.example>\r\n"
    b"Date: Thu, 26 Nov 2026 08:00:00 +0100\r\n"
    b"To: undisclosed-recipients:;\r\nSubject: =?utf-8?q?Une_soupe_=7B=7B_=C3=A0_midi?=\r\nMessage-ID: <2026-s48@villeneuve.example>\r\n"
    b"List-Unsubscribe:\r\n <mailto:stop@villeneuve.example?subject=desabonnement>\r\nList-Id: <lettre.villeneuve.example>\r\n"
    b"Auto-Submitted: auto-generated\r\n"
    b"Precedence: bulk\r\n\r\n--=_1\r\n\r\nTo: personne\r\n.\r\n--=_1--\r\n"
)
HTML = '<p>{{ soupe }} <a href="mailto:stop@villeneuve.example?subject=desabonnement">Ne plus recevoir cette lettre</a></p>'
LIST = "annonces@listes.villeneuve.example"


@pytest.fixture
def built(house: House) -> House:
    """Return an office with two built letters, three readers and its secrets."""
    for key in ("2026-s47", "2026-s48"):
        folder = house.root / "build" / "lettres" / key
        folder.mkdir(parents=True)
        (folder / "lettre.eml").write_bytes(MESSAGE)
        (folder / "lettre.html").write_text(HTML, "utf-8")
        (folder / "lettre.txt").write_text("Une soupe {{ à midi\n", "utf-8")
    for name in "abc":
        house.run(add, f"{name}@exemple.fr", "accueil", "01/10/2026", "")
    house.environment = {"LISTMONK_USER": "robot", "LISTMONK_TOKEN": "secret"}
    return house


@pytest.fixture
def other() -> Iterator[Listmonk]:
    """Return a listmonk."""
    with listmonk() as running:
        yield running


@pytest.fixture
def post() -> Iterator[Relay]:
    """Return a relay."""
    with relay() as running:
        yield running


def to_listmonk(house: House, other: Listmonk, week: str = "") -> int:
    """Hand the letter to listmonk."""
    return house.run(hand_over, Wish(week=week, listmonk=other.address, listed=3, sure=True))


def to_list(house: House, post: Relay, again: bool = False) -> int:
    """Post the letter to a list."""
    house.settings = {"LETTER": LETTER, "SENDING": {"relay": f"127.0.0.1:{post.port}", "security": "none"}}
    return house.run(hand_over, Wish(announce=LIST, sure=True, again=again))


def campaigns(house: House) -> list[tuple[str, str, str]]:
    """Return what our own journal says of letters."""
    with house.store() as connection:
        return connection.execute(
            "SELECT key, campaigns.state, coalesce(recipients.state, '') FROM campaigns LEFT JOIN recipients ON campaign = key"
        ).fetchall()


def test_listmonk_gets_readers_and_a_draft(built: House, other: Listmonk) -> None:
    """Everybody who gets the letter is on its list, and the letter stands there whole, to be sent by a person."""
    assert to_listmonk(built, other) == 0
    assert other.members(3) == {"a@exemple.fr", "b@exemple.fr", "c@exemple.fr"}
    campaign = other.campaigns[0]
    assert (campaign["name"], campaign["status"], campaign["lists"], campaign["from_email"]) == (
        "2026-s48", "draft", [3], "La lettre dété <lettre@villeneuve.example>",
    )  # fmt: skip
    assert campaign["subject"] == 'Une soupe {{ "{{" }} à midi'
    assert campaign["body"] == '<p>{{ "{{" }} soupe }} <a href="{{ UnsubscribeURL }}">Ne plus recevoir cette lettre</a></p>'
    assert campaign["altbody"] == 'Une soupe {{ "{{" }} à midi\n\nNe plus recevoir cette lettre :\n{{ UnsubscribeURL }}\n'
    assert other.templates[campaign["template_id"] - 1]["body"] == '{{ template "content" . }}'
    assert "exemple.fr" not in built.said
    assert "3 adresses ajoutées" in built.said
    assert campaigns(built) == [("2026-s48", "done", "")]


def test_the_next_letter_brings_the_list_up_to_date(built: House, other: Listmonk) -> None:
    """Who left or was erased here leaves there; who left there, or is known there otherwise, is not put back."""
    to_listmonk(built, other, "2026-s47")
    built.run(remove, "a@exemple.fr")
    built.run(erase_one, "b@exemple.fr")
    built.run(add, "d@exemple.fr", "accueil", "01/10/2026", "")
    built.run(add, "e@exemple.fr", "accueil", "01/10/2026", "")
    other.people[2]["lists"][3] = "unsubscribed"
    other.people.append({"id": 9, "email": "E@exemple.fr", "lists": {}})
    other.people.append({"id": 10, "email": "pas une adresse", "lists": {3: "confirmed"}})
    assert to_listmonk(built, other) == 0
    assert other.members(3) == {"d@exemple.fr", "pas une adresse"}
    assert "1 adresse ajoutée, 0 déjà là, 2 retirées" in built.said
    assert "1 adresse que listmonk connaissait hors de cette liste" in built.said
    assert len(other.templates) == 2
    other.campaigns.clear()
    with built.store() as connection:
        connection.execute("DELETE FROM campaigns")
    assert to_listmonk(built, other) == 0
    assert "0 adresse ajoutée, 1 déjà là, 0 retirée" in built.said


def test_a_letter_is_given_once(built: House, other: Listmonk, post: Relay) -> None:
    """What is in somebody's hands is not given again, by whatever way."""
    assert to_listmonk(built, other) == 0
    assert to_listmonk(built, other) == 2
    assert to_list(built, post) == 2
    assert len(other.campaigns) == 1
    assert post.taken == []


@pytest.mark.parametrize(
    ("path", "broken"),
    [
        ("/api/subscribers", (500, None)), ("/api/templates", None), ("/api/campaigns", b"<html>"), ("/api/campaigns", (302, None)),
        ("/api/subscribers", b'{"data": null}'),
    ],
)  # fmt: skip
def test_what_breaks_halfway_is_done_by_doing_it_again(built: House, other: Listmonk, path: str, broken: object) -> None:
    """A server that fails, hangs up, answers something else or sends us elsewhere: exit status 3, nothing noted, and again mends it."""
    other.broken[path] = broken  # type: ignore[assignment]
    assert to_listmonk(built, other) == 3
    assert "secret" not in built.said
    assert campaigns(built) == []
    other.broken.clear()
    assert to_listmonk(built, other) == 0
    assert (len(other.members(3)), len(other.campaigns)) == (3, 1)


def test_a_wrong_login_is_told(built: House, other: Listmonk) -> None:
    """What listmonk says stands in the message; without a login nothing is tried."""
    built.environment["LISTMONK_TOKEN"] = "faux"
    assert to_listmonk(built, other) == 3
    assert "403 : c'est ainsi" in built.said
    built.environment.clear()
    assert to_listmonk(built, other) == 2


def test_a_login_never_goes_in_the_clear() -> None:
    """Over a network it is https, or nothing."""
    assert service("https://listes.villeneuve.example/", "robot", "secret").address == "https://listes.villeneuve.example"
    assert "secret" not in repr(service("http://localhost:9000", "robot", "secret"))
    for address in ("http://listes.villeneuve.example", "ftp://localhost", "listes.villeneuve.example", "http://localhost.villeneuve.example"):
        with pytest.raises(Wrong, match="https"):
            service(address, "robot", "secret")


def test_a_list_gets_one_mail(built: House, post: Relay) -> None:
    """One message to the list's address, from the address that failures come back to, without headers that speak of our own readers."""
    assert to_list(built, post) == 0
    assert post.said[1:] == ["mail FROM:<lettre@villeneuve.example>", f"rcpt TO:<{LIST}>", "data", "QUIT"]
    (taken,) = post.taken
    message = message_from_bytes(taken, policy=policy.default)
    assert (message["To"], message["Subject"], message["Message-ID"]) == (LIST, "Une soupe {{ à midi", "<2026-s48@villeneuve.example>")
    assert {name.lower() for name in message} & OURS == {"to"}
    assert taken.endswith(b"--=_1\r\n\r\nTo: personne\r\n..\r\n--=_1--\r\n")
    assert campaigns(built) == [("2026-s48", "done", "accepted")]
    assert to_list(built, post) == 2


@pytest.mark.parametrize(
    "answers",
    [{"EHLO": ""}, {"MAIL": "550 non"}, {"RCPT": "550 5.1.1 inconnue"}, {"RCPT": ""}, {"DATA": "451 plus tard"}, {".": "554 trop lourd"}],
)
def test_what_certainly_did_not_leave_may_be_posted_again(built: House, post: Relay, answers: dict[str, str]) -> None:
    """A refusal, or a drop before the letter: exit status 3, nothing noted, and again posts it once."""
    post.answers = answers
    assert to_list(built, post) == 3
    assert campaigns(built) == []
    post.answers, post.taken = {}, []
    assert to_list(built, post) == 0
    assert len(post.taken) == 1


def test_what_may_have_left_is_not_posted_again_unasked(built: House, post: Relay) -> None:
    """A drop after the letter leaves it uncertain: it is said, and only an explicit word posts it again."""
    post.answers = {".": ""}
    assert to_list(built, post) == 3
    assert "personne ne sait" in built.said
    assert campaigns(built) == [("2026-s48", "done", "ambiguous")]
    post.answers = {}
    assert to_list(built, post) == 2
    assert "--encore" in built.said
    assert to_list(built, post, again=True) == 0
    assert campaigns(built) == [("2026-s48", "done", "accepted")]


def test_nothing_leaves_unasked(built: House, other: Listmonk) -> None:
    """Without a terminal one says yes beforehand; at a terminal one is asked, with how many addresses leave."""
    wish = Wish(listmonk=other.address, listed=3)
    assert built.run(hand_over, wish) == 2
    built.answers = ["non"]
    assert built.run(hand_over, wish) == 2
    assert (other.people, other.campaigns) == ([], [])
    built.answers = ["oui"]
    assert built.run(hand_over, wish) == 0


@pytest.mark.parametrize(
    "wish",
    [
        Wish(), Wish(listmonk="https://a.fr", announce=LIST), Wish(listmonk="https://a.fr"), Wish(announce=LIST), Wish(announce="annonces"),
        Wish(announce=LIST, week="2026-s01"), Wish(announce="é@listes.fr"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_wrong_use(built: House, wish: Wish) -> None:
    """Nobody or two to give it to, no list, no relay, no such letter."""
    assert built.run(hand_over, wish) == 2


def test_without_a_built_letter_it_says_how(house: House) -> None:
    """What is not built cannot be given."""
    assert house.run(hand_over, Wish(announce=LIST)) == 2
    assert "inv newsletter.build" in house.said


@given(
    st.lists(st.sampled_from(("To: a\r\n b", "X-To: c", "precedence: bulk", "LIST-ID: <x>", "Subject: s\r\n\tt")), max_size=6), st.binary(max_size=40)
)
def test_only_those_headers_go(headers: list[str], body: bytes) -> None:
    """Folded or not, in capitals or not; everything else keeps its bytes and its order."""
    message = "\r\n".join(("From: x", *headers)).encode() + b"\r\n\r\n" + body
    kept = [header for header in headers if header.partition(":")[0].lower() not in OURS]
    assert addressed(message, LIST) == "\r\n".join(("From: x", *kept, f"To: {LIST}")).encode() + b"\r\n\r\n" + body
