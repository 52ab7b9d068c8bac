"""Failures: the standard's status first, then what servers write, and a full mailbox is never an unknown one."""

from email import message_from_bytes

import pytest

from plugins.joining.bounces import read_failures
from tests.joining.town import mail, report

DAEMON = "MAILER-DAEMON@relais.example"
TOLD = [
    ("5.1.1", "550 5.1.1 unknown", "5.1.1"),
    ("5.2.2", "552 5.2.2 mailbox full", "5.2.2"),
    ("4.2.2", "452 4.2.2 over quota", "5.2.2"),
    ("5.0.0", "552 boîte pleine", "5.2.2"),
    ("5.0.0", "550 5.1.1 <x> Mailbox full", "5.2.2"),
    ("5.0.0", "550 5.1.1 Adresse d au moins un destinataire invalide", "5.1.1"),
    ("5.0.0", "550 User unknown", "5.1.1"),
    ("5.0.0", "554 non", "5.0.0"),
    ("", "", "5.0.0"),
    ("5.7.1", "554 5.7.1 spam", "5.7.1"),
    ("4.4.7", "expired", "4.4.7"),
]


@pytest.mark.parametrize(("status", "said", "meant"), TOLD)
def test_the_status_is_the_most_exact_one(status: str, said: str, meant: str) -> None:
    """The report's own status; where it says nothing, what the other server said; a full mailbox whatever else is said."""
    failures = read_failures(message_from_bytes(report("jeanne@exemple.fr", status, said)))
    assert failures is not None
    assert [failure.status for failure in failures] == [meant]


def test_the_address_that_was_written_to_counts() -> None:
    """Where mail was sent on, the report's original recipient is ours; its encoded signs are read (RFC 3461)."""
    raw = report("interne@ailleurs.example", "5.1.1").replace(
        b"Final-Recipient", b"Original-Recipient: utf-8; jeanne+2Bx@exemple.fr\nFinal-Recipient"
    )
    failures = read_failures(message_from_bytes(raw))
    assert failures is not None
    assert failures[0].address == "jeanne+x@exemple.fr"


QMAIL = """Hi. This is the qmail-send program at relais.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<jeanne@exemple.fr>:
{said}

--- Below this line is a copy of the message.
Subject: mailbox full
"""


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Sorry, no mailbox here by that name. (#5.1.1)", "5.1.1"),
        ("Recipient's mailbox is full, message returned. (#5.2.2)", "5.2.2"),
        ("Non.", "5.0.0"),
    ],
)
def test_older_servers_are_understood(said: str, meant: str) -> None:
    """Without a standard report the words count; those of the message given back do not."""
    failures = read_failures(message_from_bytes(mail("x@y.fr", sender=DAEMON, text=QMAIL.format(said=said))))
    assert failures is not None
    assert [(failure.address, failure.status) for failure in failures] == [("jeanne@exemple.fr", meant)]
