"""DKIM (RFC 6376), where the relay does not sign: with dkimpy."""

from __future__ import annotations

from pathlib import Path

from plugins.model.problem import Wrong
from plugins.sending.headers import Sign

SIGNED = (
    "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type",
    "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post", "List-Help", "List-Archive", "Feedback-ID",
)  # fmt: skip
"""Fields that the signature covers where they are there; RFC 8058 §4 wants those of leaving."""


def signer(selector: str, domain: str, key_path: str) -> Sign:
    """Return what signs messages with a private key in a file. Raise Wrong when that cannot be done."""
    import dkim  # for towns that sign

    try:
        private = Path(key_path).expanduser().read_bytes()
        dkim.parse_pem_private_key(private)
    except OSError as error:
        raise Wrong(f"La clé DKIM ne se lit pas ({error.strerror}).", "Donnez son chemin dans DKIM_KEY.") from None
    except (dkim.KeyFormatError, dkim.UnparsableKeyError):
        raise Wrong("La clé DKIM n'est pas une clé privée RSA.", "Faites-en une : « openssl genrsa -out cle.pem 2048 ».") from None

    def sign(message: bytes) -> bytes:
        head = message.partition(b"\r\n\r\n")[0].lower()
        there = [name.encode() for name in SIGNED if f"\r\n{name.lower()}:".encode() in b"\r\n" + head]
        signature: bytes = dkim.sign(
            message, selector.encode(), domain.encode(), private, canonicalize=(b"relaxed", b"relaxed"), include_headers=there
        )
        return signature

    return sign
