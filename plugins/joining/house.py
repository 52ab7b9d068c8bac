"""What joining and leaving need of the settings."""

from __future__ import annotations

import runpy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from plugins.content_types.config import read_config
from plugins.joining.acting import Rules
from plugins.joining.judging import Ways
from plugins.joining.relay import Login
from plugins.joining.wording import House
from plugins.model.problem import Wrong
from plugins.subscribers.places import read_secrets, store_path
from plugins.subscribers.settings import Sending, read_sending

_INSTEAD = "docs/reglages.md dit les réglages de LETTER et de SENDING."


class Setup(Struct, frozen=True):
    """Everything, read once."""

    house: House
    sending: Sending
    rules: Rules
    envelope: str
    store: Path
    spool: Path | None
    """Where requests of the web wait; None: the app writes into the database."""
    smtp: Login
    imap: Login


def read_conf(conf: Path) -> Mapping[str, Any]:
    """Return the settings of a file without loading Pelican, which a web host need not have."""
    return {name: value for name, value in runpy.run_path(str(conf)).items() if name.isupper()}


def read_setup(settings: Mapping[str, Any], root: Path, environment: Mapping[str, str]) -> Setup:
    """Return what is set; `root` is the folder of pelicanconf.py. Raise Wrong for what cannot work."""
    sending, problems = read_sending(settings)
    if problems:
        raise Wrong(problems[0].what, problems[0].instead)
    identity = read_config(settings).identity
    head = identity.letter
    if head is None:
        raise Wrong("Il n'y a pas de lettre : LETTER manque dans pelicanconf.py, ou n'est pas complet.", _INSTEAD)
    envelope, secrets = sending.envelope or head.sender, read_secrets(root, environment)
    spool = environment.get("SPOOL", "")
    return Setup(
        house=House(identity, head, sending.join if sending.mailbox else "", sending.endpoint),
        sending=sending,
        rules=Rules(Ways(sending.join, sending.leave, envelope, head.sender), sending.plus),
        envelope=envelope,
        store=store_path(root, environment),
        spool=Path(spool).expanduser() if spool else None,
        smtp=Login(secrets.get("SMTP_USER", ""), secrets.get("SMTP_PASSWORD", "")),
        imap=Login(secrets.get("IMAP_USER", ""), secrets.get("IMAP_PASSWORD", "")),
    )
