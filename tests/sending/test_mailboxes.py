"""What mailboxes judge a letter by, asked of the programs that many of them run: OpenDKIM and SpamAssassin, without network."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from plugins.sending.headers import Sender
from plugins.sending.journal import Journal
from plugins.sending.signing import signer
from tests.newsletter.weeks import HEAD, WEEKS, files
from tests.sending.letters import NOW, FakeClock, freeze, sender, sent, town, way
from tests.sending.relay import Relay, running

DOMAIN = HEAD.sender.partition("@")[2]
ENDPOINT = f"https://service.{DOMAIN}/"
PATHS = f"{os.environ.get('PATH', '')}:/usr/sbin"
"""Where programs are: opendkim is out of an ordinary user's way."""


def needs(*programs: str) -> pytest.MarkDecorator:
    """Return what skips a test where programs are missing, and says which."""
    lacking = [name for name in programs if not shutil.which(name, path=PATHS)]
    return pytest.mark.skipif(bool(lacking), reason=f"needs {', '.join(lacking)} (script/setup test installs them as root)")


def ran(*command: str | Path, home: Path, message: bytes = b"") -> str:
    """Return what a program says of a message; its preferences are those of a new user, kept in a folder of the test."""
    environment = {**os.environ, "PATH": PATHS, "HOME": str(home), "LC_ALL": "C"}
    return subprocess.run(command, input=message, check=True, capture_output=True, env=environment).stdout.decode("utf-8", "replace")


def arrived(folder: Path, week: str, endpoint: str, key: Path | None = None) -> bytes:
    """Return the letter of an invented week as a relay received it for one reader, signed where there is a key."""
    site = WEEKS[week]
    letter = site.letters[0].key
    made = next(output for output in files(site) if output.path == f"{letter}/lettre.eml").render().content
    assert isinstance(made, bytes)
    journal = town(folder, 1)
    freeze(journal, letter, made)
    with running(Relay()) as relay:
        how = replace(way(journal, relay.port, FakeClock(NOW).clock()), sender=house(journal, endpoint, key))
        sent(journal, folder, how, letter)
    return relay.delivered[0].message


def house(journal: Journal, endpoint: str, key: Path | None) -> Sender:
    """Return who sends the letters of the invented town."""
    sign = signer("s1", DOMAIN, str(key)) if key else None
    return replace(sender(journal, endpoint), domain=DOMAIN, envelope=HEAD.sender, leave=HEAD.leave, sign=sign)


def new_key(folder: Path) -> tuple[Path, str]:
    """Return a private key's file, and the text that the name's zone holds of it (RFC 6376 §3.6.1)."""
    path = folder / "key.pem"
    ran("openssl", "genrsa", "-out", path, "2048", home=folder)
    public = ran("openssl", "rsa", "-in", path, "-pubout", home=folder)
    return path, f"v=DKIM1; k=rsa; p={''.join(public.splitlines()[1:-1])}"


def verdict(folder: Path, record: str, message: bytes) -> str:
    """Return what OpenDKIM finds of a message's signature, with a file in the place of the DNS."""
    zone, config, mail = folder / "zone", folder / "opendkim.conf", folder / "message.eml"
    zone.write_text(f"s1._domainkey.{DOMAIN} {record}\n", "ascii")
    config.write_text(f"Mode v\nSyslog no\nTestDNSData file:{zone}\n", "utf-8")
    mail.write_bytes(message)
    said = ran("opendkim", "-x", config, "-t", mail, "-vv", home=folder)
    found = re.search(r"dkim=(\w+)", said)
    assert found, said
    return found[1]


@needs("opendkim", "openssl")
def test_a_signature_holds_for_opendkim(tmp_path: Path) -> None:
    """A letter that was signed passes as it arrived; it fails with another text, another way to leave or another key."""
    key, record = new_key(tmp_path)
    message = arrived(tmp_path, "calme", ENDPOINT, key)
    assert b"\r\n." in message  # a dot that SMTP doubles on its way must not break the signature
    assert verdict(tmp_path, record, message) == "pass"
    for before, after in ((b"soupe", b"soude"), (b"=One-Click", b"=Two-Click")):
        assert before in message
        assert verdict(tmp_path, record, message.replace(before, after)) == "fail"
    assert verdict(tmp_path, new_key(tmp_path)[1], message) == "fail"


@needs("spamassassin")
@pytest.mark.parametrize(
    ("week", "endpoint"), [("calme", ""), ("calme", ENDPOINT), ("pleine", ENDPOINT), ("changements", ENDPOINT), ("le-fil", ENDPOINT)]
)
def test_a_letter_is_no_spam(tmp_path: Path, week: str, endpoint: str) -> None:
    """A whole letter with its reader's own head scores under 1 with SpamAssassin, where 5 is spam."""
    message = arrived(tmp_path, week, endpoint)
    said = ran("spamassassin", "-L", "-t", home=tmp_path, message=message)
    found = re.search(r"^X-Spam-Status: \w+, score=(-?[\d.]+)", said, re.MULTILINE)
    assert found, said
    assert float(found[1]) < 1, said[said.find("Content analysis details") :]
