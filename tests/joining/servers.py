"""Dovecot and Postfix of this machine, on high ports, with files of their own."""

from __future__ import annotations

import imaplib
import os
import pwd
import shutil
import smtplib
import socket
import ssl
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from msgspec import Struct

PASSWORD = "mot-de-passe"
PATIENCE = 60
NEEDED = ("dovecot", "postfix", "openssl")
DOMAIN, ELSEWHERE = "villeneuve.example", "ailleurs.example"
OURS, PEOPLE = "lettre", ("jeanne", "paul")
"""The mailbox that all the letter's addresses come to."""

DOVECOT = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
listen = 127.0.0.1
protocols = imap
ssl = required
ssl_cert = <{folder}/cert.pem
ssl_key = <{folder}/key.pem
mail_location = maildir:~/Maildir
first_valid_uid = 1
passdb {{
  driver = passwd-file
  args = scheme=PLAIN {folder}/users
}}
userdb {{
  driver = static
  args = uid=mail gid=mail home={folder}/mail/%n
}}
namespace inbox {{
  inbox = yes
  {namespace}
}}
service imap-login {{
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {imap}
    ssl = yes
  }}
}}
service auth {{
  unix_listener {folder}/auth {{
    mode = 0666
  }}
}}
"""
MAIN = """
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file = {folder}/postfix.log
maillog_file_prefixes = {folder}
myhostname = relais.{domain}
mydestination =
inet_interfaces = loopback-only
inet_protocols = ipv4
alias_maps =
local_recipient_maps =
recipient_delimiter = +
virtual_mailbox_domains = {domain}
virtual_mailbox_base = {folder}/mail
virtual_mailbox_maps = texthash:{folder}/boxes
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
virtual_minimum_uid = 1
relay_domains = {elsewhere}
transport_maps = texthash:{folder}/transport
smtpd_tls_cert_file = {folder}/cert.pem
smtpd_tls_key_file = {folder}/key.pem
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = {folder}/auth
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = permit_sasl_authenticated, reject
smtpd_client_connection_rate_limit = 0
refusing = check_recipient_access static:{{550 5.1.1 inconnu}}, reject
"""
MASTER = """
{smtp} inet n - n - - smtpd
{refusing} inet n - n - - smtpd -o smtpd_relay_restrictions=$refusing
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
"""


class Servers(Struct, frozen=True):
    """Where they listen."""

    folder: Path
    imap: int
    smtp: int

    def send(self, user: str, raw: bytes, *to: str) -> None:
        """Hand a mail over in somebody's name."""
        with smtplib.SMTP("localhost", self.smtp, timeout=PATIENCE) as connection:
            connection.starttls(context=ssl.create_default_context())
            connection.login(user, PASSWORD)
            connection.sendmail(f"{user}@{DOMAIN}", to, raw)

    @contextmanager
    def box(self, user: str) -> Iterator[imaplib.IMAP4_SSL]:
        """Open somebody's inbox."""
        with imaplib.IMAP4_SSL("localhost", self.imap, ssl_context=ssl.create_default_context(), timeout=PATIENCE) as connection:
            connection.login(user, PASSWORD)
            connection.select("INBOX")
            yield connection

    def mails(self, user: str, folder: str = "INBOX") -> list[bytes]:
        """Return what lies in one of somebody's folders, named as IMAP writes it."""
        with self.box(user) as connection:
            if connection.select(f'"{folder}"', readonly=True)[0] != "OK":
                return []
            numbers = connection.search(None, "ALL")[1][0].split()
            return [connection.fetch(number.decode(), "(BODY.PEEK[])")[1][0][1] for number in numbers]  # type: ignore[misc,index]

    def arrived(self, user: str, count: int) -> list[bytes]:
        """Wait until somebody's inbox holds so many mails; return them."""
        until(lambda: len(self.mails(user)) >= count)
        return self.mails(user)


def until(is_so: Callable[[], bool]) -> None:
    """Wait for what other programs do; fail after PATIENCE."""
    never = threading.Event()
    for _ in range(PATIENCE * 10):
        if is_so():
            return
        never.wait(0.1)
    raise AssertionError("it never came")


def missing() -> str:
    """Return why the servers cannot be started here; empty when they can."""
    lacking = [name for name in NEEDED if not _program(name)]
    return (
        f"needs {', '.join(lacking)} (script/setup test installs them as root)"
        if lacking
        else ""
        if os.getuid() == 0
        else "Postfix starts as root alone"
    )


@contextmanager
def started(namespace: str = "") -> Iterator[Servers]:
    """Start both, stop both; their files are thrown away."""
    folder = Path(tempfile.mkdtemp(prefix="courrier-"))
    folder.chmod(0o755)  # their users read it
    imap, smtp, refusing = _ports(3)
    owner = pwd.getpwnam("mail")
    values = {
        "folder": folder, "imap": imap, "smtp": smtp, "refusing": refusing, "domain": DOMAIN, "elsewhere": ELSEWHERE, "uid": owner.pw_uid,
        "gid": owner.pw_gid, "namespace": namespace,
    }  # fmt: skip
    _certificate(folder)
    _write(folder, values)
    try:
        _run("dovecot", "-c", str(folder / "dovecot.conf"))
        _run("postfix", "-c", str(folder / "postfix"), "start")
        until(lambda: _listens(imap) and _listens(smtp))
        yield Servers(folder, imap, smtp)
    finally:
        with suppress(AssertionError):
            _run("postfix", "-c", str(folder / "postfix"), "stop")
        with suppress(AssertionError):
            _run("doveadm", "-c", str(folder / "dovecot.conf"), "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _write(folder: Path, values: dict[str, object]) -> None:
    people = (OURS, *PEOPLE)
    (folder / "users").write_text("".join(f"{name}:{PASSWORD}\n" for name in people))
    boxes = {f"{name}@{DOMAIN}": name for name in people} | {f"lettre-{end}@{DOMAIN}": OURS for end in ("oui", "stop")}
    (folder / "boxes").write_text("".join(f"{address} {name}/Maildir/\n" for address, name in boxes.items()))
    (folder / "transport").write_text(f"{ELSEWHERE} smtp:[127.0.0.1]:{values['refusing']}\n")
    (folder / "dovecot.conf").write_text(DOVECOT.format(**values))
    (folder / "postfix").mkdir()
    (folder / "postfix" / "main.cf").write_text(MAIN.format(**values))
    (folder / "postfix" / "master.cf").write_text(MASTER.format(**values))
    for name, user in (("mail", "mail"), ("data", "postfix"), ("queue", "root")):
        (folder / name).mkdir()
        shutil.chown(folder / name, user)


def _certificate(folder: Path) -> None:
    files = ("-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem"))
    _run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost", *files)  # fmt: skip


def _ports(count: int) -> list[int]:
    taken = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    found = [one.getsockname()[1] for one in taken]
    for one in taken:
        one.close()
    return found


def _listens(port: int) -> bool:
    with suppress(OSError), closing(socket.create_connection(("127.0.0.1", port), PATIENCE)):
        return True
    return False


def _program(name: str) -> str:
    return shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin") or ""


def _run(name: str, *arguments: str) -> None:
    with tempfile.TemporaryFile() as said:  # a pipe would be held open by what goes on running
        done = subprocess.run([_program(name), *arguments], stdin=subprocess.DEVNULL, stdout=said, stderr=said, check=False, timeout=PATIENCE)
        said.seek(0)
        assert done.returncode == 0, said.read().decode()
