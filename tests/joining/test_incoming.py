"""What a mail says, whoever wrote it and however broken it is."""

from functools import partial

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.joining.incoming import read_incoming
from plugins.joining.judging import Action, Ask, Bounced, Confirm, Ignore, Leave, Read, Ways, judge
from tests.joining.town import LETTER, mail, report

WAYS = Ways(LETTER["join"], LETTER["leave"], LETTER["sender"], LETTER["sender"])
JOIN, STOP = LETTER["join"], LETTER["leave"]
TOKEN = f"7.1796000000.{'a' * 26}"
HEADERS = ["From", "To", "Subject", "Content-Type", "Auto-Submitted", "Return-Path", "References", "Content-Transfer-Encoding", "Content-Disposition"]


def judged(raw: bytes, ways: Ways = WAYS) -> Action:
    """Return what a mail asks for, where TOKEN is that of subscriber 7."""
    return judge(read_incoming(raw), ways, lambda token: 7 if token == TOKEN else None)


AUTOMATIC = [
    {"Auto_Submitted": "auto-replied"}, {"Auto_Submitted": "auto-generated (rejected)"}, {"List_Id": "<liste.example>"}, {"Precedence": "bulk"},
    {"Precedence": "junk"}, {"X_Autoreply": "yes"}, {"Return_Path": "<>"}, {"sender": "noreply@exemple.fr"}, {"sender": "liste-bounces@exemple.fr"},
    {"subject": "Réponse automatique : absente"}, {"subject": "Out of Office: Re: lettre"}, {"subject": "Absence du bureau"},
]  # fmt: skip


@pytest.mark.parametrize("headers", AUTOMATIC, ids=str)
def test_machines_are_never_answered(headers: dict[str, str]) -> None:
    """Holidays, lists and robots neither ask nor confirm (RFC 3834)."""
    assert judged(mail(JOIN, **headers)) == Ignore()
    assert judged(mail(JOIN, in_reply_to=f"<oui.{TOKEN}@x>", **headers)) == Ignore()


def test_a_person_asks() -> None:
    """Any mail of a person to the address to join asks, whatever is in it."""
    assert judged(mail(JOIN)) == Ask("jeanne@exemple.fr")
    assert judged(mail(JOIN.upper(), sender="Jeanne <Jeanne@exemple.fr>", Auto_Submitted="no")) == Ask("Jeanne@exemple.fr")


def test_an_address_that_takes_answers_too_wants_the_subject() -> None:
    """Where people also answer letters at that address, only the subject of the site's link asks."""
    shared = Ways(WAYS.sender, STOP, WAYS.sender, WAYS.sender)
    assert judged(mail(WAYS.sender, subject="Re: Recevoir  la LETTRE"), shared) == Ask("jeanne@exemple.fr")
    assert judged(mail(WAYS.sender, subject="Quelle belle lettre !"), shared) == Read()


@pytest.mark.parametrize("where", ["in_reply_to", "References", "subject", "text"])
def test_an_answer_confirms_wherever_the_token_came_back(where: str) -> None:
    """Programs keep the reference, or quote the text: one of them is enough, and the answer may come from another address."""
    found = f"<oui.{TOKEN}@villeneuve.example>" if where != "text" else f"\nLe 3 décembre, Lettre a écrit :\n> Référence : {TOKEN}"
    assert judged(mail(JOIN, sender="autre@exemple.fr", **{where: found})) == Confirm(7)


@pytest.mark.parametrize("text", ["Non !", "STOP", "Je n'ai pas demandé ça.", "Désabonnez-moi"])
def test_an_answer_that_says_no_confirms_nothing(text: str) -> None:
    """A person reads what refuses."""
    assert judged(mail(JOIN, in_reply_to=f"<oui.{TOKEN}@x>", text=text)) == Read()


def test_our_own_words_quoted_are_no_refusal() -> None:
    """The question says « rien », « pas »…: what is quoted is not the answer's."""
    quoted = f"Oui\n\nLe jeudi 3 décembre 2026, La lettre <x@y.fr> a écrit :\n> ne faites rien, pas, non\n> {TOKEN}"
    assert judged(mail(JOIN, text=quoted)) == Confirm(7)


@pytest.mark.parametrize("headers", [{}, {"Auto_Submitted": "auto-generated"}, {"Precedence": "bulk"}])
def test_any_mail_to_leave_leaves(headers: dict[str, str]) -> None:
    """Without a word and by a program too: mail programs leave in their users' names."""
    assert judged(mail(STOP, **headers)) == Leave("jeanne@exemple.fr")
    assert judged(mail(f"{JOIN}, {STOP}", in_reply_to=f"<oui.{TOKEN}@x>", **headers)) == Leave("jeanne@exemple.fr")


def test_an_absence_does_not_leave() -> None:
    """An automatic answer that somehow comes to that address is none of its writer's will."""
    assert judged(mail(STOP, Auto_Submitted="auto-replied")) == Ignore()


def test_two_writers_are_nobody() -> None:
    """A mail from two people, or from none, is read by a person."""
    assert judged(mail(JOIN, sender="a@exemple.fr, b@exemple.fr")) == Read()
    assert judged(b"To: " + STOP.encode() + b"\n\n") == Read()


def test_our_own_mails_make_no_loop() -> None:
    """What comes from one of our own addresses is never answered."""
    assert judged(mail(JOIN, sender=WAYS.sender)) == Ignore()


def test_a_report_nobody_understands_is_read() -> None:
    """A mail server that writes without a readable failure is not ignored."""
    assert judged(mail(WAYS.sender, sender="MAILER-DAEMON@exemple.fr", text="Hmm.")) == Read()


def test_a_report_says_whose_failure() -> None:
    """A standard report names address and status; one that only waits names nobody."""
    told = judged(report("jeanne@exemple.fr", "5.1.1", "550 5.1.1 no such user"))
    assert isinstance(told, Bounced)
    assert [(failure.address, failure.status) for failure in told.failures] == [("jeanne@exemple.fr", "5.1.1")]
    assert judged(report("jeanne@exemple.fr", "4.4.1", action="delayed")) == Bounced((), (WAYS.sender,))


def test_a_mail_whose_headers_lie_adds_no_field() -> None:
    """A name with line ends and addresses in it writes to its own address alone."""
    raw = b'From: "x\\r\\nBcc: victime@exemple.fr" <jeanne@exemple.fr>\nTo: ' + JOIN.encode() + b"\n\n"
    assert judged(raw) == Ask("jeanne@exemple.fr")


@given(st.lists(st.tuples(st.sampled_from(HEADERS), st.text(max_size=60)), max_size=8), st.binary(max_size=300))
@example([("Content-Type", "text/plain; charset=nichts")], b"x")
@example([("Content-Type", "multipart/report; boundary=\x00")], b"--\x00\n")
@example([("Subject", "=?utf-8?b?a?="), ("From", "=?x?q?=41?= <a@b>")], b"")
def test_any_bytes_are_a_mail(headers: list[tuple[str, str]], body: bytes) -> None:
    """Nothing that comes in breaks the run: it is judged, or read by a person."""
    raw = "".join(f"{name}: {value}\n" for name, value in headers).encode("utf-8", "surrogatepass") + b"\n" + body
    assert partial(judged, raw)() is not None
