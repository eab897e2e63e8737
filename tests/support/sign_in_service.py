"""A small real OpenID Connect service on loopback: discovery, codes with PKCE, signed tokens."""

import base64
import hashlib
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from intake.desk.server import serving


@dataclass
class SignInService:
    """Lets in whoever `sub` and `email` say; `lies` replace claims, `key` signs."""

    issuer: str = ""
    client_id: str = "intake-desk"
    sub: str = "7f3a"
    email: str = "hr@example.org"
    lies: dict[str, object] = field(default_factory=dict)
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one"}))
    published: RSAKey | None = None
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def describe(self, request: Request) -> Response:
        ends = ("authorization_endpoint", "token_endpoint", "jwks_uri")
        return JSONResponse(
            {"issuer": self.issuer, **{end: f"{self.issuer}/{end}" for end in ends}}
        )

    def authorize(self, request: Request) -> Response:
        asked = dict(request.query_params)
        code = f"code{len(self.codes)}"
        self.codes[code] = asked
        back = urlencode({"code": code, "state": asked["state"]})
        return RedirectResponse(f"{asked['redirect_uri']}?{back}", 303)

    async def token(self, request: Request) -> Response:
        form = await request.form()
        asked = self.codes.pop(str(form.get("code")), None)
        verifier = str(form.get("code_verifier", ""))
        digest = hashlib.sha256(verifier.encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if asked is None or asked["code_challenge"] != challenge:
            return JSONResponse({"error": "invalid_grant"}, 400)
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": self.client_id,
            "sub": self.sub,
            "email": self.email,
            "nonce": asked["nonce"],
            "iat": now,
            "exp": now + 300,
            **self.lies,
        }
        signed = jwt.encode({"alg": "RS256", "kid": "one"}, claims, self.key)
        return JSONResponse(
            {"access_token": "x", "token_type": "Bearer", "expires_in": 300, "id_token": signed}
        )

    def keys(self, request: Request) -> Response:
        key = self.published or self.key
        return JSONResponse({"keys": [key.as_dict(private=False)]})


@pytest.fixture
def sign_in_service() -> Iterator[SignInService]:
    service = SignInService()
    app = Starlette(
        routes=[
            Route("/.well-known/openid-configuration", service.describe),
            Route("/authorization_endpoint", service.authorize),
            Route("/token_endpoint", service.token, methods=["POST"]),
            Route("/jwks_uri", service.keys),
        ]
    )
    with serving(app, "127.0.0.1", 0) as port:
        service.issuer = f"http://127.0.0.1:{port}"
        yield service
