"""`python -m plugins.joining [127.0.0.1:8377]` serves the app, for the web server of the same machine to pass requests on to."""

from __future__ import annotations

import socket
import sys
from typing import Any
from urllib.parse import urlsplit

from waitress import serve

from plugins.model.problem import Wrong
from plugins.subscribers.fault import Fault

USUAL = "127.0.0.1:8377"
LIMITS: dict[str, Any] = {"threads": 4, "max_request_header_size": 16_384, "max_request_body_size": 8192, "channel_timeout": 30}
PROXY: dict[str, Any] = {"trusted_proxy": "127.0.0.1", "trusted_proxy_headers": {"x-forwarded-for"}}


def main(arguments: list[str]) -> int:
    """Serve until stopped; return the exit status."""
    asked = urlsplit(f"//{arguments[0] if arguments else USUAL}")
    try:
        from plugins.joining.wsgi import application

        listener = socket.create_server((asked.hostname or "127.0.0.1", asked.port or 0))
    except Wrong as wrong:
        return _said(f"{wrong.what} {wrong.instead}", 2)
    except (Fault, OSError) as fault:
        return _said(f"Le service ne démarre pas : {fault}", 3)
    host, port = listener.getsockname()[:2]
    _said(f"Le service de la lettre écoute sur {host}:{port}", 0)
    serve(application, sockets=[listener], ident="", _quiet=True, **LIMITS, **PROXY)
    return 0


def _said(text: str, status: int) -> int:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
