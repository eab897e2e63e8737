"""What stands before every answer: who may ask under which name, from where, and how much."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from intake import maillog

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
    """The middleware of the desk, the outermost first."""
    return [
        Middleware(Sealed, secure=secure),
        Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
        Middleware(SameOrigin, secure=secure),
        Middleware(RequestBodyLimitMiddleware, max_body_size=MOST_BYTES),
    ]


class Sealed:
    """Puts the security headers on every answer that does not bring its own."""

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
            maillog.access_refused(None, scope["method"], scope["path"], 403)
            refusal = PlainTextResponse("This form comes from another site.", 403)
            await refusal(scope, receive, send)
            return
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
