"""The WSGI app (PEP 3333): ask for the letter, confirm, leave. No cookie, no script, nothing kept of who visits."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import datetime
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import Struct
from werkzeug.exceptions import HTTPException, NotFound
from werkzeug.routing import Map, Rule
from werkzeug.wrappers import Request, Response

from plugins.joining import pages
from plugins.joining.book import Book
from plugins.joining.limits import may_ask, network_of
from plugins.joining.tokens import JOIN, LEAVE, read_token
from plugins.model.problem import Wrong
from plugins.model.site import Identity, LetterHead
from plugins.subscribers.addresses import normalised
from plugins.subscribers.fault import StoreError

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_ROUTES = Map([
    Rule("/", endpoint="form"), Rule("/inscription", endpoint="form"),
    Rule("/confirmer/<token>", endpoint="confirm"), Rule("/quitter/<token>", endpoint="leave"),
], merge_slashes=False)  # fmt: skip
_LOG = logging.getLogger(__name__)


class _Small(Request):
    """A request that is an address at most: RFC 5321 §4.5.3.1 allows 254 characters."""

    max_content_length = 4096
    max_form_memory_size = 4096
    max_form_parts = 8


class App(Struct, frozen=True):
    """The app of one town; call it as WSGI says."""

    identity: Identity
    head: LetterHead
    book: Book
    counts: Path
    """The file that counts requests."""
    clock: Callable[[], datetime]

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        request = _Small(environ)
        try:
            page = self._page(request)
        except StoreError:
            page = pages.broken(self.head)
        except HTTPException as error:
            page = pages.missing() if isinstance(error, NotFound) else pages.Page("Demande refusée", (), error.code or 400)
        except Exception as error:  # noqa: BLE001  # visitors get a page, whoever repairs the kind of fault without anybody's address
            _LOG.error("%s while answering %s", type(error).__name__, request.method)
            page = pages.broken(self.head)
        response = self._response(page)
        if page.is_asked:
            response.call_on_close(self.book.afterwards)
        return response(environ, start_response)

    def _page(self, request: Request) -> pages.Page:
        endpoint, values = _ROUTES.bind_to_environ(request.environ).match()
        if request.method not in {"GET", "HEAD", "POST"}:
            return pages.Page("Demande refusée", (), 405)
        post = request.method == "POST"
        if endpoint == "form":
            return self._ask(request) if post else pages.form(self.head)
        return self._confirm(values["token"], post=post) if endpoint == "confirm" else self._leave(values["token"], post=post)

    def _ask(self, request: Request) -> pages.Page:
        """Note a request; whoever fills in the hidden field may press the button again."""
        typed = request.form.get("adresse", "")[:320]
        try:
            address = normalised(typed)
        except Wrong as wrong:
            return pages.form(self.head, typed, f"{wrong.what} {wrong.instead}")
        if request.form.get(pages.HONEYPOT):
            return pages.form(
                self.head, typed, "Une case qui doit rester vide a été remplie, par votre navigateur sans doute. Appuyez encore une fois."
            )
        if not may_ask(self.counts, network_of(visitor(request)), self.clock()):
            return pages.full(self.head)
        self.book.ask(address)
        return pages.asked(self.head)

    def _confirm(self, token: str, *, post: bool) -> pages.Page:
        subscriber = read_token(self.book.signer(), JOIN, token, self.clock())
        if subscriber is None:
            return pages.stale(self.head)
        if not post:
            return pages.confirming(self.head)
        return pages.confirmed(self.head) if self.book.confirm(subscriber) else pages.stale(self.head)

    def _leave(self, token: str, *, post: bool) -> pages.Page:
        """Make somebody leave, by the button or by their mail program (RFC 8058 §3.2): whatever is posted means that."""
        subscriber = read_token(self.book.signer(), LEAVE, token, self.clock())
        if subscriber is None:
            return pages.stale(self.head)
        if not post:
            return pages.leaving(self.head)
        self.book.leave(subscriber)
        return pages.left(self.head)

    def _response(self, page: pages.Page) -> Response:
        response = Response(pages.render(page, self.identity), page.status, mimetype="text/html")
        response.headers.update(_headers(self.identity.url))
        return response


def visitor(request: Request) -> str:
    """Return who asks; behind a proxy of the same house, whom that one names last: what stands before may be invented."""
    near = request.remote_addr or ""
    try:
        is_proxy = not near or ip_address(near).is_private
    except ValueError:
        is_proxy = True
    named = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return named if is_proxy and named else near


def _headers(site: str) -> dict[str, str]:
    """Return what browsers may do: show the site's style, send the form here; the address with its token stays here."""
    parts = urlsplit(site)
    origin = f"{parts.scheme}://{parts.netloc}"
    policy = (
        "default-src 'none'", f"style-src {origin}", f"img-src {origin}", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    )  # fmt: skip
    return {
        "Content-Security-Policy": "; ".join(policy),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Robots-Tag": "noindex",
        "Cache-Control": "no-store",
    }
