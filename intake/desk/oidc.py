"""Signing in through the organisation's own service: OpenID Connect, code flow with PKCE.

State, nonce and verifier are derived from one random value in a cookie of the browser that began:
an answer that comes to another browser, or twice, is worth nothing (RFC 9700, section 2.1).
"""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from hmac import compare_digest
from typing import Any

from intake.errors import NotSignedIn

SCOPE = "openid email profile"
ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"]
PATIENCE = 10.0
"""Seconds that the service is given for each answer."""

LEEWAY = 60
"""Seconds that its clock may differ from ours."""

CALLBACK = "/sign-in/back"


@dataclass(frozen=True)
class Service:
    """The organisation's sign-in service, as the configuration names it.

    Attributes:
        issuer: its address; what it says of itself must be exactly this.
        secret: gives the client's secret; empty for a public client.
    """

    issuer: str
    client_id: str
    secret: Callable[[], str] = field(default=str, repr=False)


@dataclass(frozen=True)
class Person:
    """Whom the service has recognised; `identity` never changes, the address may."""

    identity: str
    email: str


def new_seed() -> str:
    """The random value for the browser's cookie."""
    return secrets.token_urlsafe(32)


def begin(service: Service, seed: str, back: str) -> str:
    """The address at the service to which the browser goes.

    Args:
        back: where the service sends the browser afterwards: our own address.

    Raises:
        NotSignedIn: the service does not answer.
    """
    with _client(service, back) as client:
        told = _told(client, service)
        url, _ = client.create_authorization_url(
            told["authorization_endpoint"],
            state=_derived(seed, "state"),
            nonce=_derived(seed, "nonce"),
            code_verifier=_derived(seed, "verifier"),
        )
    return str(url)


def finish(service: Service, seed: str, back: str, code: str, state: str) -> Person:
    """Whom the service has recognised, proved by its signature.

    Raises:
        NotSignedIn: the answer is not to this browser's question, or does not hold.
    """
    if not (seed and code and compare_digest(state.encode(), _derived(seed, "state").encode())):
        raise _not("The answer does not belong to this browser's question.")
    with _client(service, back) as client:
        told = _told(client, service)
        verifier = _derived(seed, "verifier")
        token = _asking(
            lambda: client.fetch_token(told["token_endpoint"], code=code, code_verifier=verifier)
        )
        keys = _asking(lambda: client.request("GET", told["jwks_uri"], withhold_token=True).json())
    return _person(service, str(token.get("id_token", "")), keys, _derived(seed, "nonce"))


def _client(service: Service, back: str) -> Any:  # noqa: ANN401 - the library has no types
    """Authlib is an extra: those with local accounts alone do without it."""
    from authlib.integrations.httpx_client import OAuth2Client

    return OAuth2Client(
        service.client_id,
        service.secret() or None,
        scope=SCOPE,
        redirect_uri=back,
        code_challenge_method="S256",
        token_endpoint_auth_method="client_secret_basic" if service.secret() else "none",
        timeout=PATIENCE,
    )


def _told(client: Any, service: Service) -> dict[str, str]:  # noqa: ANN401
    """What the service says of itself (OpenID Connect Discovery 1.0, section 4)."""
    url = f"{service.issuer.rstrip('/')}/.well-known/openid-configuration"
    told = _asking(lambda: client.request("GET", url, withhold_token=True).json())
    if not isinstance(told, dict) or told.get("issuer") != service.issuer:
        raise _not("It calls itself by another name than [oidc] issuer.")
    return told


def _person(service: Service, token: str, keys: object, nonce: str) -> Person:
    from joserfc import jwt
    from joserfc.errors import JoseError
    from joserfc.jwk import KeySet

    try:
        claims = jwt.decode(token, KeySet.import_key_set(keys), algorithms=ALGORITHMS).claims  # type: ignore[arg-type]
        jwt.JWTClaimsRegistry(
            leeway=LEEWAY,
            iss={"essential": True, "value": service.issuer},
            aud={"essential": True, "value": service.client_id},
            sub={"essential": True},
            exp={"essential": True},
            nonce={"essential": True, "value": nonce},
        ).validate(claims)
    except (JoseError, ValueError, KeyError, TypeError) as error:
        raise _not("What it says of you does not hold.") from error
    verified = claims.get("email_verified", True) in (True, "true")
    email = str(claims.get("email", "")) if verified else ""
    return Person(f"{service.issuer} {claims['sub']}", email)


def _asking(ask: Callable[[], Any]) -> Any:  # noqa: ANN401
    """An answer of the service; its troubles are told plainly."""
    from authlib.common.errors import AuthlibBaseError
    from httpx2 import HTTPError

    try:
        return ask()
    except (HTTPError, AuthlibBaseError, ValueError) as error:
        raise _not(f"{type(error).__name__}.") from error


def _not(why: str) -> NotSignedIn:
    return NotSignedIn(
        f"The sign-in service did not let you in. {why}",
        "Begin again; if it stays, tell your administrator.",
    )


def _derived(seed: str, purpose: str) -> str:
    return hashlib.sha256(f"{seed} {purpose}".encode()).hexdigest()
