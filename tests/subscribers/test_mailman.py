"""The letter through a true Mailman 3, which is not ours: what it makes of our one mail."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

import pytest

from plugins.subscribers.handover.command import Wish, hand_over
from tests.joining.servers import until
from tests.subscribers.house import LETTER, House
from tests.subscribers.mailman import PROGRAMS, mailman
from tests.subscribers.takers import Relay, relay

pytestmark = pytest.mark.skipif(not (PROGRAMS / "master").exists(), reason="needs Mailman 3 (script/setup test installs it, up to Python 3.12)")

LIST, SENDER = "annonces@listes.villeneuve.example", LETTER["sender"]
MEMBERS = ["jeanne@exemple.fr", "marie@ailleurs.example", "paul@exemple.fr"]
HEAD = (
    f"MIME-Version: 1.0\r\nFrom: La lettre <{SENDER}>\r\nDate: Thu, 26 Nov 2026 08:00:00 +0100\r\nTo: undisclosed-recipients:;\r\n"
    "Subject: =?utf-8?q?Une_soupe_=C3=A0_midi?=\r\nMessage-ID: <2026-s48@villeneuve.example>\r\nList-Id: <lettre.villeneuve.example>\r\n"
    "List-Unsubscribe: <mailto:stop@villeneuve.example>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
    'Auto-Submitted: auto-generated\r\nPrecedence: bulk\r\nContent-Type: multipart/alternative; boundary="=_1"\r\n\r\n'
)
BODY = (
    "--=_1\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nUne soupe =C3=A0 midi.\r\n.\r\n..\r\n"
    "--=_1\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + "<p>Une soupe.</p>\r\n" * 3000 + "--=_1--\r\n"
)


def build(house: House) -> None:
    """Put a letter where the build leaves one."""
    folder = house.root / "build" / "lettres" / "2026-s48"
    folder.mkdir(parents=True)
    for name, text in (("lettre.eml", HEAD + BODY), ("lettre.html", ""), ("lettre.txt", "")):
        (folder / name).write_bytes(text.encode())


def give(house: House, post: Relay) -> int:
    """Type the command; return its exit status."""
    house.settings = {"LETTER": LETTER, "SENDING": {"relay": f"127.0.0.1:{post.port}", "security": "none"}}
    return house.run(hand_over, Wish(announce=LIST, sure=True))


def test_mailman_sends_the_letter_once_to_each_member(house: House, tmp_path: Path) -> None:
    """From a sender whom the list accepts, a letter over its limit reaches everybody once; the command typed again posts nothing."""
    build(house)
    with mailman(tmp_path, LIST, SENDER, *MEMBERS) as posts, relay() as post:
        assert give(house, post) == 0
        assert len(post.taken) == 1
        assert len(post.taken[0]) > posts.largest * 1024
        posts.take(post)
        until(lambda: len(posts.reached()) >= len(MEMBERS))
        assert give(house, post) == 2
        assert len(post.taken) == 1
    # Mailman has stopped: nothing more can come.
    assert posts.reached() == MEMBERS
    assert posts.out.taken
    for taken in posts.out.taken:
        check(taken)


def check(taken: bytes) -> None:
    """Our letter stands whole in what a member gets, and only the list says whose it is and how to leave."""
    assert BODY.replace("\r\n.", "\r\n..").encode().rstrip() in taken
    message = message_from_bytes(taken, policy=policy.default)
    assert (message["From"], message["To"], message["Message-ID"]) == (f"La lettre <{SENDER}>", LIST, "<2026-s48@villeneuve.example>")
    assert message["Subject"] == "[Annonces] Une soupe à midi"
    assert message.get_all("List-Id") == ["<annonces.listes.villeneuve.example>"]
    assert message.get_all("List-Unsubscribe") == ["<mailto:annonces-leave@listes.villeneuve.example>"]
    assert message.get_all("Precedence") == ["list"]
    assert not {"Auto-Submitted", "List-Unsubscribe-Post", "Feedback-ID"} & set(message)
