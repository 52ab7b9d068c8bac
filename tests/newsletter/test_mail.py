"""The message file, read back."""

from __future__ import annotations

import os
import subprocess
import sys
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest
from msgspec.structs import replace

from plugins.model.site import Site
from plugins.newsletter.compose import compose
from plugins.newsletter.html import render_html
from plugins.newsletter.mail import render_mail
from plugins.newsletter.text import render_text
from tests.newsletter.weeks import HEAD, TOWN, WEEKS

ROOT = Path(__file__).parents[2]
CALM = WEEKS["calme"]


def mail(site: Site) -> bytes:
    """Return the message of the site's letter."""
    return render_mail(compose(site, site.letters[0]), TOWN, HEAD)


def read(data: bytes) -> EmailMessage:
    """Return a message as a mail program reads it."""
    message = message_from_bytes(data, policy=SMTP)
    assert isinstance(message, EmailMessage)
    assert message.defects == []
    return message


def test_headers_say_what_it_is() -> None:
    """A list's letter, sent by a machine, on the Thursday at ten, to be left by mail."""
    message = read(mail(CALM))

    assert {name: message[name] for name in message.keys() if not name.startswith("Content")} == {  # noqa: SIM118  # a message is no dict
        "From": "La lettre de Villeneuve <lettre@villeneuve.example>",
        "To": "undisclosed-recipients:;",
        "Subject": "Une soupe, et après ?",
        "Date": "Thu, 26 Nov 2026 10:00:00 +0100",
        "Message-ID": "<2026-s48@villeneuve.example>",
        "List-Id": "<lettre.villeneuve.example>",
        "List-Unsubscribe": "<mailto:stop@villeneuve.example?subject=desabonnement>",
        "List-Help": "<https://villeneuve.example/lettre/>",
        "List-Archive": "<https://villeneuve.example/lettre/>",
        "Auto-Submitted": "auto-generated",
        "Precedence": "bulk",
        "MIME-Version": "1.0",
    }


@pytest.mark.parametrize("site", WEEKS.values(), ids=WEEKS)
def test_both_parts_come_back_whole(site: Site) -> None:
    """Text first, HTML last (RFC 2046 §5.1.4), each as it was written."""
    message = read(mail(site))
    text, page = message.iter_parts()
    composition = compose(site, site.letters[0])

    assert message.get_content_type() == "multipart/alternative"
    assert text.get_content().replace("\r\n", "\n") == render_text(composition, TOWN, HEAD)
    assert page.get_content().replace("\r\n", "\n") == render_html(composition, TOWN, HEAD)


def test_any_relay_carries_it() -> None:
    """ASCII only, CRLF, no line over 998 bytes (RFC 5322 §2.1.1)."""
    data = mail(WEEKS["pleine"])

    assert data.isascii()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 998


@pytest.mark.parametrize("subject", ["É" * 90, "Œuvre\u00a0: « ça » – 100 % d'émoji 🧵", "mot " * 80 + "fin", "Un mot\u202f! " * 20 + "fin"])
def test_subject_comes_back(subject: str) -> None:
    """Accents, long subjects and no-break spaces survive the folding of headers."""
    letter = replace(CALM.letters[0], title=subject)

    assert read(mail(replace(CALM, letters=(letter,))))["Subject"] == subject


@pytest.mark.parametrize("name", ["La lettre d'été", "Maison, Pont & Cie", 'La "petite" lettre'])
def test_sender_comes_back(name: str) -> None:
    """Accents, commas and quotes in the sender's name leave the address as it is."""
    site = CALM.letters[0]
    message = read(render_mail(compose(CALM, site), TOWN, replace(HEAD, name=name)))

    assert [(address.display_name, address.addr_spec) for address in message["From"].addresses] == [(name, HEAD.sender)]


def test_two_contents_have_two_boundaries() -> None:
    """The boundary depends on the content and on nothing else."""
    boundaries = [read(mail(WEEKS[week])).get_boundary() for week in ("calme", "calme", "vide")]

    assert boundaries[0] == boundaries[1] != boundaries[2]


def test_same_bytes_on_any_machine() -> None:
    """Hash seed, time zone and language of the machine change nothing."""
    script = (
        "import hashlib; from tests.newsletter.weeks import WEEKS, files\n"
        "print(hashlib.sha256(b''.join(o.render().content for site in WEEKS.values() for o in files(site))).hexdigest())"
    )
    machines = ({"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"}, {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "C.UTF-8"})
    made = [
        subprocess.run([sys.executable, "-c", script], cwd=ROOT, env={**os.environ, **machine}, check=True, capture_output=True).stdout
        for machine in machines
    ]

    assert made[0] == made[1]
