"""From an account to a connection that is encrypted, verified, and signed in."""

import ssl
from contextlib import suppress

from intake.errors import MailboxUnreachable, UntrustedServer
from intake.loopback import is_loopback
from intake.mailbox.account import Account
from intake.mailbox.faults import plainly
from intake.mailbox.sign_in import sign_in
from intake.mailbox.tokens import Tokens
from intake.mailbox.wire import Wire


def open_wire(account: Account, tokens: Tokens) -> Wire:
    """Connect and sign in.

    Raises:
        UntrustedServer: the certificate does not hold, or encryption is missing.
        SignInRefused: the name, password or token was not accepted.
        MailboxUnreachable: no connection, or it broke.
    """
    with plainly(account):
        wire = _connect(account)
    try:
        with plainly(account):
            _secure(wire, account)
        sign_in(wire, account, tokens)
    except BaseException:
        hang_up(wire)
        raise
    return wire


def hang_up(wire: Wire) -> None:
    """Close the connection without another word; a broken one is closed too."""
    with suppress(OSError):
        wire.shutdown()


def _connect(account: Account) -> Wire:
    if account.security == "none" and not is_loopback(account.host):
        raise UntrustedServer(
            f"The mailbox {account.address} would be read in plain text over the network: "
            f"`security` is none, and {account.host} is another machine.",
            'Write `security = "tls"` or `security = "starttls"`.',
        )
    context = _context(account) if account.security == "tls" else None
    timeouts = (account.connect_timeout, account.read_timeout)
    return Wire(account.host, account.server_port, context, timeouts)


def _context(account: Account) -> ssl.SSLContext:
    """Verification of chain and name is never switched off; TLS 1.2 is the least (RFC 8314)."""
    try:
        context = ssl.create_default_context(
            cafile=str(account.ca_file) if account.ca_file else None
        )
    except (OSError, ssl.SSLError) as error:
        raise UntrustedServer(
            f"The file {account.ca_file}, for {account.address}, is no certificate: {error}.",
            "`ca_file` names a PEM file with the certificate of your authority.",
        ) from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _secure(wire: Wire, account: Account) -> None:
    """STARTTLS where it is asked for. A server, or somebody between, that lacks it is left."""
    if wire.greeted_as_signed_in:
        raise UntrustedServer(
            f"The server {account.host} says that we are signed in before we said who we are, "
            f"for {account.address}.",
            "Somebody may sit between; check `host` and `port` with the server's administrator.",
        )
    if account.security != "starttls":
        return
    if not wire.has_capability("STARTTLS"):
        raise UntrustedServer(
            f"The server {account.host}:{account.server_port} does not offer STARTTLS, for "
            f"{account.address}: the password would travel in plain text.",
            'Write `security = "tls"` with port 993, or ask who sits between.',
        )
    try:
        wire.starttls(_context(account))
    except wire.Error as error:
        raise MailboxUnreachable(
            f"The server {account.host} offers STARTTLS but did not start it, for "
            f"{account.address}.",
            "It is tried again; no password was sent.",
        ) from error
    # What was said before encryption may have been said by anybody.
    wire.forget()
