"""Asking a JSON service, which knows us by a login: nothing is followed elsewhere, where the login would go along."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from http.client import HTTPException, HTTPMessage
from typing import IO, Any
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from msgspec import Struct, field

from plugins.model.problem import Wrong
from plugins.subscribers.fault import Fault

LARGEST = 100_000_000
"""Bytes of an answer."""
_STRANGE = "« {} » ne répond pas comme listmonk : vérifiez l'adresse."
PATIENCE = 60
"""Seconds without a byte."""


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str) -> None:  # noqa: PLR0913, PLR0917
        """Follow nothing."""


def _opener() -> OpenerDirector:
    return build_opener(_Stay)


class RefusedError(Fault):
    """The service answered, and did not do it."""

    def __init__(self, status: int, said: str) -> None:
        """Keep the status of HTTP, for callers that know what to make of it."""
        super().__init__(f"Le serveur a refusé ({status}{f' : {said}' if said else ''}).")
        self.status = status


class Service(Struct, frozen=True):
    """One program, at its address."""

    address: str
    user: str
    token: str
    opener: OpenerDirector = field(default_factory=_opener)

    __repr__ = object.__repr__  # no trace tells the token

    def all(self, path: str, **query: str | int) -> list[dict[str, Any]]:
        """Return everything that stands under a path. Raise Fault."""
        data = self._ask("GET", f"{path}?{urlencode({**query, 'page': 1, 'per_page': 'all'})}", None)
        found = data.get("results") or [] if isinstance(data, dict) else data
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            raise Fault(_STRANGE.format(self.address))
        return found

    def send(self, method: str, path: str, body: Mapping[str, object]) -> None:
        """Send something. Raise Fault."""
        self._ask(method, path, json.dumps(body).encode())

    def _ask(self, method: str, path: str, body: bytes | None) -> Any:  # noqa: ANN401  # whatever it answers
        login = base64.b64encode(f"{self.user}:{self.token}".encode()).decode()
        headers = {"Authorization": f"Basic {login}", "Content-Type": "application/json", "Accept": "application/json"}
        request = Request(f"{self.address}{path}", body, headers, method=method)  # noqa: S310  # `service` let http and https through
        try:
            with self.opener.open(request, timeout=PATIENCE) as answer:
                return json.loads(answer.read(LARGEST))["data"]
        except HTTPError as error:
            with error:
                raise RefusedError(error.code, _said(error.read(10_000))) from None
        except (OSError, HTTPException) as error:
            raise Fault(f"« {self.address} » ne répond pas : vérifiez l'adresse et la connexion, puis relancez.") from error
        except (ValueError, KeyError, TypeError):
            raise Fault(_STRANGE.format(self.address)) from None


def service(address: str, user: str, token: str) -> Service:
    """Return a service by its address. Raise Wrong for one that would carry the login in the clear over a network."""
    parts = urlsplit(address)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in {"localhost", "127.0.0.1", "::1"}):
        raise Wrong(f"« {address} » n'est pas en https.", "Donnez l'adresse entière, qui commence par https://.")
    if not (user and token):
        raise Wrong("Il manque l'identifiant de listmonk.", "Écrivez LISTMONK_USER et LISTMONK_TOKEN dans « prive/secrets.env ».")
    return Service(address.rstrip("/"), user, token)


def _said(body: bytes) -> str:
    try:
        return str(json.loads(body)["message"])
    except (ValueError, KeyError, TypeError):
        return ""
