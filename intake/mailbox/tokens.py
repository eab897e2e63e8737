"""Bearer tokens for mailboxes at Microsoft 365 and Google; both libraries are extras."""

import json
from collections.abc import Callable
from typing import Protocol

from intake.errors import MailboxUnreachable, SignInRefused
from intake.mailbox.account import Account

_MICROSOFT = "https://login.microsoftonline.com/"
_MICROSOFT_SCOPE = "https://outlook.office365.com/.default"
_GOOGLE_SCOPE = "https://mail.google.com/"

# What Microsoft calls trouble of its own (RFC 6749, 4.1.2.1, and its HTTP answers).
_PASSING = {"temporarily_unavailable", "server_error"}


class _App(Protocol):
    def acquire_token_for_client(self, scopes: list[str]) -> dict[str, object]: ...


class _Credentials(Protocol):
    valid: bool
    token: object

    def refresh(self, request: object) -> None: ...


class Tokens:
    """Asks for tokens, and keeps them until shortly before they run out.

    Args:
        http: the HTTP client that msal is to use; its own when None.
        transport: the transport that google-auth is to use; its own when None.
    """

    def __init__(self, http: object = None, transport: object = None) -> None:
        self._http = http
        self._transport = transport
        self._issuers: dict[tuple[str, ...], Callable[[], str]] = {}

    def bearer(self, account: Account) -> str:
        """A token that opens the account's mailbox.

        Raises:
            SignInRefused: the provider refused, or the extra is not installed.
            MailboxUnreachable: the provider cannot be reached.
        """
        key = (account.auth, account.tenant, account.client_id, account.user)
        if key not in self._issuers:
            issuer = _microsoft if account.auth == "microsoft" else _google
            client = self._http if account.auth == "microsoft" else self._transport
            self._issuers[key] = issuer(account, client)
        try:
            return self._issuers[key]()
        except SignInRefused:
            # The secret may have been replaced: read it again the next time.
            del self._issuers[key]
            raise


def _microsoft(account: Account, http: object) -> Callable[[], str]:
    """Client credentials (RFC 6749, 4.4): the app itself is allowed to read the mailbox."""
    try:
        import msal  # type: ignore[import-untyped]
    except ImportError as error:
        raise _extra_missing(account, "microsoft") from error
    try:
        app = msal.ConfidentialClientApplication(
            account.client_id,
            authority=_MICROSOFT + account.tenant,
            client_credential=account.secret.reveal(),
            http_client=http,
            instance_discovery=False,
        )
    except ValueError as error:
        raise _refused(account, "Microsoft", str(error)) from error
    except OSError as error:
        raise _unreachable(account, "Microsoft", error) from error
    return lambda: _microsoft_token(account, app)


def _microsoft_token(account: Account, app: _App) -> str:
    try:
        answer = app.acquire_token_for_client(scopes=[_MICROSOFT_SCOPE])
    except (OSError, ValueError) as error:
        raise _unreachable(account, "Microsoft", error) from error
    if "access_token" in answer:
        return str(answer["access_token"])
    reason = str(answer.get("error_description") or answer.get("error") or "no reason given")
    if answer.get("error") in _PASSING:
        raise _unreachable(account, "Microsoft", reason)
    raise _refused(account, "Microsoft", reason)


def _google(account: Account, transport: object) -> Callable[[], str]:
    """A service account that acts for the mailbox (domain-wide delegation)."""
    try:
        from google.auth.transport.requests import Request
        from google.oauth2 import service_account
    except ImportError as error:
        raise _extra_missing(account, "google") from error
    try:
        credentials = service_account.Credentials.from_service_account_info(  # type: ignore[no-untyped-call]
            json.loads(account.secret.reveal()), scopes=[_GOOGLE_SCOPE], subject=account.user
        )
    except (ValueError, TypeError, KeyError) as error:
        raise SignInRefused(
            f"The service account's key for {account.address} cannot be used ({error}).",
            f"Put the JSON key as Google gave it into the {account.secret.origin}.",
        ) from error
    return lambda: _google_token(account, credentials, transport or Request())


def _google_token(account: Account, credentials: _Credentials, transport: object) -> str:
    from google.auth.exceptions import GoogleAuthError, TransportError

    try:
        if not credentials.valid:
            credentials.refresh(transport)
    except TransportError as error:
        raise _unreachable(account, "Google", error) from error
    except GoogleAuthError as error:
        if error.retryable:
            raise _unreachable(account, "Google", error) from error
        raise _refused(account, "Google", str(error)) from error
    return str(credentials.token)


def _extra_missing(account: Account, extra: str) -> SignInRefused:
    return SignInRefused(
        f'The mailbox {account.address} signs in with `auth = "{extra}"`, and the packages for '
        "that are not installed.",
        f"Run: pip install 'intake[{extra}]'",
    )


def _refused(account: Account, provider: str, reason: str) -> SignInRefused:
    first_line = reason.strip().splitlines()[0][:300] if reason.strip() else "no reason given"
    return SignInRefused(
        f'{provider} gave no token for {account.address}. It said: "{first_line}".',
        "Check the tenant, the app's id and its secret, and the consent of an administrator.",
    )


def _unreachable(account: Account, provider: str, reason: object) -> MailboxUnreachable:
    return MailboxUnreachable(
        f"{provider} cannot be asked for a token for {account.address} ({str(reason)[:300]}).",
        "It is tried again. If it stays, check this machine's way to the internet.",
    )
