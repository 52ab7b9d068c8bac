"""What one reader's message says in its head, its signature, and what the web log tells."""

import subprocess
from email import message_from_bytes
from pathlib import Path

import pytest

from plugins.joining.tokens import LEAVE, read_token, token_key
from plugins.model.problem import Wrong
from plugins.sending.campaign import Recipient
from plugins.sending.clicks import clicks
from plugins.sending.headers import identifier, message
from plugins.sending.signing import signer
from plugins.sending.wire import template
from tests.sending.letters import KEY, MESSAGE, NOW, sender, town

ANNE = Recipient("anne@exemple.fr", 7, 0)
LINE = '203.0.113.7 - - [26/Nov/2026:10:00:00 +0100] "{} HTTP/1.1" {} 123 "https://mail.example/" "{}"'


def test_a_head_is_one_readers_own(tmp_path: Path) -> None:
    """To, Date in the town's zone, Message-ID, how to leave and Feedback-ID, each once; the letter's other fields stay."""
    journal = town(tmp_path, 0)
    head = message_from_bytes(message(template(MESSAGE), KEY, ANNE, sender(journal), NOW))
    assert head["To"] == "<anne@exemple.fr>"
    assert head["Date"] == "Thu, 26 Nov 2026 10:00:00 +0100"
    assert head["Message-ID"] == f"<{identifier(journal.key, KEY, ANNE.address)}@ville.example>"
    assert head["List-Unsubscribe"] == "<mailto:stop@ville.example?subject=desabonnement>"
    assert head["List-Unsubscribe-Post"] is None
    assert head["Feedback-ID"] == "2026-s48:lettre:ville.example"
    assert head["Subject"] == "Une soupe"
    assert len(head.keys()) == len(set(head.keys()))


def test_one_click_is_said_where_it_is_heard(tmp_path: Path) -> None:
    """With an app, the link is first, carries a token that lets this reader leave, and List-Unsubscribe-Post is there."""
    journal = town(tmp_path, 0)
    head = message_from_bytes(message(template(MESSAGE), KEY, ANNE, sender(journal, "https://app.example/"), NOW))
    link, by_mail = head["List-Unsubscribe"].split(", ")
    assert head["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert by_mail.startswith("<mailto:")
    assert link.startswith("<https://app.example/")
    assert read_token(token_key(journal.key), LEAVE, link.strip("<>").rpartition("/")[2], NOW) == ANNE.subscriber


def test_an_identifier_tells_nothing(tmp_path: Path) -> None:
    """The same letter to the same reader has the same one, any other another, and the address is not in it."""
    key = town(tmp_path, 0).key
    found = {identifier(key, letter, address) for letter in ("a", "b") for address in ("x@y.fr", "z@y.fr") for _ in range(2)}
    assert len(found) == 4
    assert not any("y.fr" in one for one in found)


def test_a_signature_covers_how_to_leave(tmp_path: Path) -> None:
    """The signature holds for dkimpy, covers the fields of leaving, and breaks when one is changed."""
    dkim = pytest.importorskip("dkim")
    path = tmp_path / "key.pem"
    subprocess.run(["openssl", "genrsa", "-out", str(path), "2048"], check=True, capture_output=True)
    made = subprocess.run(["openssl", "rsa", "-in", str(path), "-pubout", "-outform", "PEM"], check=True, capture_output=True, text=True)
    record = b"v=DKIM1; k=rsa; p=" + "".join(made.stdout.splitlines()[1:-1]).encode()
    journal = town(tmp_path, 0)
    whole = message(template(MESSAGE.replace(b"\r\n.", b"\r\n ")), KEY, ANNE, sender(journal, "https://app.example/"), NOW)
    signed = signer("s1", "ville.example", str(path))(whole) + whole
    assert dkim.verify(signed, dnsfunc=lambda *_args, **_named: record)
    covered = signed.partition(b"h=")[2].partition(b";")[0].lower()
    assert {b"list-unsubscribe", b"list-unsubscribe-post"} <= {name.strip() for name in covered.split(b":")}
    assert not dkim.verify(signed.replace(b"One-Click", b"Two-Click"), dnsfunc=lambda *_args, **_named: record)


@pytest.mark.parametrize("content", [None, b"nothing"])
def test_a_key_that_cannot_sign_is_told(tmp_path: Path, content: bytes | None) -> None:
    """A key that is not there, or is none, is said before anything goes out."""
    path = tmp_path / "key.pem"
    if content:
        path.write_bytes(content)
    with pytest.raises(Wrong, match="clé DKIM"):
        signer("s1", "ville.example", str(path))


def test_clicks_are_counted_by_campaign_and_page() -> None:
    """Pages that were opened by people count, with their campaign; robots, errors, other methods and other pages do not."""
    log = [
        LINE.format("GET /agenda/?campagne=2026-s48", 200, "Firefox"),
        LINE.format("GET /agenda/?a=b&campagne=2026-s48", 304, "Firefox"),
        LINE.format("GET /?campagne=2026-s47", 200, "Firefox"),
        LINE.format("GET /agenda/?campagne=2026-s48", 404, "Firefox"),
        LINE.format("GET /agenda/?campagne=2026-s48", 200, "SomeBot/1.0 (bot)"),
        LINE.format("HEAD /agenda/?campagne=2026-s48", 200, "Firefox"),
        LINE.format("GET /agenda/", 200, "Firefox"),
        "nonsense campagne=2026-s48",
    ]
    assert clicks(log) == {"2026-s48": {"/agenda/": 2}, "2026-s47": {"/": 1}}
