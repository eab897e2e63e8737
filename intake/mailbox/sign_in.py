"""Signing in to the mail server: with a password, or with a token."""

import re
from collections.abc import Callable

from intake.errors import IntakeError, MailboxUnreachable, SignInRefused, UntrustedServer
from intake.mailbox.account import Account
from intake.mailbox.faults import is_passing, plainly, response_code, said
from intake.mailbox.tokens import Tokens
from intake.mailbox.wire import Wire

_CONTROLS = re.compile(r"[\0-\x1f\x7f]")
_ATOM = re.compile(r"[A-Za-z0-9@._+=/-]+", re.ASCII)
_NO_TOKEN_RIGHTS = {
    "microsoft": (
        "The token was issued, so the app is known; the Exchange half is missing. Run "
        "New-ServicePrincipal and Add-MailboxPermission for this mailbox in Exchange Online."
    ),
    "google": (
        "The token was issued; check that IMAP is switched on for this mailbox, and that the "
        "service account may act for it (domain-wide delegation)."
    ),
    "password": (
        "Check the user name and the password (the {secret}), and whether the provider asks "
        "for an app password."
    ),
}


def sign_in(wire: Wire, account: Account, tokens: Tokens) -> None:
    """Sign in once; a refusal is never retried here, so that no account is locked out.

    Raises:
        SignInRefused: the server refused the name, the password or the token.
        UntrustedServer: the server wants an encrypted connection first.
        MailboxUnreachable: it is busy or broken; worth another try.
    """
    _refuse_controls(account, account.user)
    attempt = _with_password if account.auth == "password" else _with_token
    prove = attempt(wire, account, tokens)
    wire.forget()
    try:
        with plainly(account):
            _prove(wire, prove)
    except _Refused as refusal:
        raise _explained(account, refusal) from refusal.__cause__
    wire.forget_capabilities()


class _Refused(Exception):  # carries a server's NO to the sentence made of it
    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def _prove(wire: Wire, prove: Callable[[], object]) -> None:
    try:
        prove()
    except wire.Error as error:
        # imapclient calls a lost connection a refused login too.
        for cause in (error, error.__context__):
            if isinstance(cause, wire.AbortError):
                raise cause from error
        raise _Refused(said(error)) from error


def _with_password(wire: Wire, account: Account, tokens: Tokens) -> Callable[[], object]:
    user, password = account.user, account.secret.reveal()
    _refuse_controls(account, password)
    if wire.has_capability("AUTH=PLAIN"):
        return lambda: wire.sasl_login("PLAIN", lambda _: f"\0{user}\0{password}")
    if wire.has_capability("LOGINDISABLED"):
        raise _encryption_wanted(account)
    if not (user + password).isascii():
        raise SignInRefused(
            f"The server {account.host} cannot take the letters in the user name or password of "
            f"{account.address}.",
            "Choose a password of plain letters, digits and signs (ASCII).",
        )
    name = user if _ATOM.fullmatch(user) else '"' + re.sub(r'(["\\])', r"\\\1", user) + '"'
    return lambda: wire.login(name, password)


def _with_token(wire: Wire, account: Account, tokens: Tokens) -> Callable[[], object]:
    """OAUTHBEARER (RFC 7628) where offered to Google's tokens, else XOAUTH2."""
    token = tokens.bearer(account)
    if account.auth == "google" and wire.has_capability("AUTH=OAUTHBEARER"):
        name = account.user.replace("=", "=3D").replace(",", "=2C")
        proof = _Bearer(f"n,a={name},\1auth=Bearer {token}\1\1", b"\1")
        return lambda: wire.sasl_login("OAUTHBEARER", proof)
    proof = _Bearer(f"user={account.user}\1auth=Bearer {token}\1\1", b"")
    return lambda: wire.sasl_login("XOAUTH2", proof)


class _Bearer:
    """Shows the token once; a second question is the server's reason, to be acknowledged."""

    def __init__(self, proof: str, acknowledgement: bytes) -> None:
        self._replies = [acknowledgement, proof.encode()]
        self._last = acknowledgement

    def __call__(self, challenge: bytes) -> bytes:
        return self._replies.pop() if self._replies else self._last


def _refuse_controls(account: Account, text: str) -> None:
    if _CONTROLS.search(text):
        raise SignInRefused(
            f"The user name or password of {account.address} holds a line break or another "
            "control character.",
            f"Remove it from the {account.secret.origin} or from `username`.",
        )


def _explained(account: Account, refusal: _Refused) -> IntakeError:
    reason = refusal.reason
    secret = account.secret.reveal()
    if len(secret) > 3:
        reason = reason.replace(secret, "(secret)")
    if is_passing(reason):
        return MailboxUnreachable(
            f"The server {account.host} does not let {account.address} in at the moment. "
            f'It said: "{reason}".',
            "It is tried again, less and less often.",
        )
    if response_code(reason) == "PRIVACYREQUIRED":
        return _encryption_wanted(account)
    return SignInRefused(
        f'The server {account.host} refused to sign in {_who(account)}. It said: "{reason}".',
        _NO_TOKEN_RIGHTS[account.auth].format(secret=account.secret.origin),
    )


def _who(account: Account) -> str:
    if account.user == account.address:
        return account.address
    return f"{account.user}, for {account.address}"


def _encryption_wanted(account: Account) -> UntrustedServer:
    return UntrustedServer(
        f"The server {account.host} takes no password for {account.address} without encryption.",
        'Write `security = "tls"` or `security = "starttls"`.',
    )
