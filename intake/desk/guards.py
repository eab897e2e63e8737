"""What stands before every answer: who may ask under which name, from where, and how much."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from intake.desk.troubles import turned_away

MOST_BYTES = 1_000_000
"""Of a request: forms only, no files come to the desk."""

SAFE = ("GET", "HEAD", "OPTIONS")

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; object-src 'none'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing inline, nothing from elsewhere. A view may set one of its own, for a mail in a frame."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cache-Control": "no-store",
}
TWO_YEARS = "max-age=63072000; includeSubDomains"


def guards(hosts: Iterable[str], *, secure: bool) -> list[Middleware]:
    """The middleware of the desk, the outermost first; around it all stands `Sealed`."""
    return [
        Middleware(KnownHost, hosts=hosts),
        Middleware(SameOrigin, secure=secure),
        Middleware(Bounded),
    ]


class Sealed:
    """Puts the security headers on every answer that does not bring its own.

    It stands outside of the application itself, so that the page of a fault has them too.
    """

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self.app = app
        self.headers = HEADERS | ({"Strict-Transport-Security": TWO_YEARS} if secure else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, and seal the answer."""

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, sealed if scope["type"] == "http" else send)


class KnownHost:
    """Answers under the desk's own names alone: another one may lead browsers into a trap.

    The desk's styles are anybody's: the page that refuses looks like the others.
    """

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str]) -> None:
        self.app = app
        self.names = frozenset(one.lower() for one in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or answer 400."""
        if scope["type"] == "lifespan":  # the server's own beginning and end: no request
            await self.app(scope, receive, send)
            return
        asked = Headers(scope=scope).get("host", "").lower()
        name = re.sub(r":[0-9]*\Z", "", asked)
        if name in self.names or scope["path"].startswith("/static/"):
            await self.app(scope, receive, send)
        else:
            await turned_away(scope, 400, "frame.wrong_host")(scope, receive, send)


class SameOrigin:
    """Refuses changes that another site's page asks for (OWASP: Fetch Metadata, then Origin).

    Browsers say where a form comes from; a request that says nothing is no browser of today.
    """

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self.app = app
        self.scheme = "https" if secure else "http"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or answer 403."""
        changes = scope["type"] == "http" and scope["method"] not in SAFE
        if changes and not self.is_ours(Headers(scope=scope)):
            await turned_away(scope, 403, "frame.cross_site")(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def is_ours(self, headers: Headers) -> bool:
        """Whether a page of our own sent it."""
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        if site is not None and site != "same-origin":
            return False
        if origin is not None:
            told = urlsplit(origin)
            return (told.scheme, told.netloc.lower()) == (
                self.scheme,
                headers.get("host", "").lower(),
            )
        return site is not None


class Bounded:
    """Stops taking in a form that is larger than any of ours: what reads it is told 413."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, counting."""
        taken = 0

        async def bounded() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > MOST_BYTES:
                raise HTTPException(413)
            return message

        await self.app(scope, bounded, send)
