"""The way to the relay, certificate checked: who sends, asks to confirm or posts to a list goes it, and tells in its own words what went wrong."""

from __future__ import annotations

import smtplib
import ssl

from plugins.subscribers.settings import Server

_NAME = "[127.0.0.1]"
"""Whom EHLO says we are (RFC 5321 §4.1.3): asking the network for the name of this machine may take a minute, and tells it to everybody."""


def connect(server: Server, security: str, context: ssl.SSLContext, patience: float) -> smtplib.SMTP:
    """Return a connection, encrypted from the first byte with `tls`, that waits so many seconds for an answer. Raise OSError."""
    if security == "tls":
        return smtplib.SMTP_SSL(server.host, server.port, _NAME, timeout=patience, context=context)
    return smtplib.SMTP(server.host, server.port, _NAME, timeout=patience)


def greet(smtp: smtplib.SMTP, security: str, context: ssl.SSLContext, login: tuple[str, str]) -> None:
    """Encrypt with `starttls`, and log in when there is a name; nothing of a password is written without encryption. Raise OSError."""
    if security == "starttls":
        smtp.starttls(context=context)
    smtp.ehlo_or_helo_if_needed()
    user, password = login
    if user and security != "none":
        smtp.login(user, password)
