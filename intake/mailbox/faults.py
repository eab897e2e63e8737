"""A server's refusals and a network's failures, said so that a person knows what to do."""

import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from imapclient.exceptions import (  # type: ignore[import-untyped]
    IMAPClientAbortError,
    IMAPClientError,
    ProtocolError,
)

from intake.errors import IntakeError, MailboxUnreachable, SignInRefused, UntrustedServer
from intake.mailbox.account import Account

# What imaplib and imapclient raise over answers that are not IMAP.
GARBLED = (ValueError, IndexError, KeyError, TypeError, AttributeError, AssertionError)

_TRANSIENT_CODES = {"INUSE", "LIMIT", "UNAVAILABLE", "SERVERBUG", "THROTTLED", "OVERQUOTA"}
_TRANSIENT_WORDS = re.compile(
    r"too many|try (?:again|later)|temporar|throttl|busy|rate limit|bandwidth|"
    r"authenticated but not connected|unavailable|overload",
    re.IGNORECASE,
)
_EXPIRED, _NOT_YET_VALID, _WRONG_NAME, _WRONG_ADDRESS = 10, 9, 62, 64
_SELF_SIGNED = (18, 19)


@contextmanager
def plainly(account: Account) -> Iterator[None]:
    """Turn what the libraries raise into errors with a problem and a remedy."""
    try:
        yield
    except (OSError, IMAPClientError, *GARBLED) as error:
        raise explain(account, error) from error


def explain(account: Account, error: Exception) -> IntakeError:
    """The error for a person: which mailbox, what happened, what to do."""
    if isinstance(error, ssl.SSLError) and not isinstance(error, ssl.SSLEOFError):
        return _untrusted(account, error)
    if isinstance(error, IMAPClientAbortError):
        return _broken(account, error)
    if isinstance(error, IMAPClientError) and not isinstance(error, ProtocolError):
        return refused(account, "refused a command", said(error))
    if isinstance(error, OSError):
        return _unreachable(account, error)
    return MailboxUnreachable(
        f"{_server(account)} answered in a way that is not IMAP, for {account.address}.",
        "It is tried again. If it stays, check `host`, `port` and `security`.",
    )


def _server(account: Account) -> str:
    return f"The mail server {account.host}:{account.server_port}"


def _unreachable(account: Account, error: OSError) -> MailboxUnreachable:
    mailbox = f"The mailbox {account.address} cannot be reached:"
    where = f"{account.host}:{account.server_port}"
    if isinstance(error, socket.gaierror):
        return MailboxUnreachable(
            f"{mailbox} there is no server called {account.host}.",
            "Check `host` for a typing error, and this machine's name service (DNS).",
        )
    if isinstance(error, TimeoutError):
        return MailboxUnreachable(
            f"{mailbox} {where} did not answer in time.",
            "It is tried again. If it stays, check `host` and `port`, and the firewall between.",
        )
    if isinstance(error, ConnectionRefusedError):
        return MailboxUnreachable(
            f"{mailbox} {where} refuses connections.",
            "Check `port`, and that the mail server is running.",
        )
    return MailboxUnreachable(
        f"{mailbox} the connection to {where} broke ({error}).",
        "It is tried again; nothing that was stored is lost.",
    )


def _broken(account: Account, error: Exception) -> MailboxUnreachable:
    reason = said(error)
    return MailboxUnreachable(
        f"{_server(account)} closed the connection of {account.address} ({reason}).",
        "It is tried again; nothing that was stored is lost.",
    )


def _untrusted(account: Account, error: ssl.SSLError) -> IntakeError:
    if isinstance(error, ssl.SSLCertVerificationError):
        return _bad_certificate(account, error)
    if error.reason in ("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "UNKNOWN_PROTOCOL"):
        return UntrustedServer(
            f"{_server(account)} does not speak TLS on this port, for {account.address}.",
            'Use the port for TLS (usually 993), or write `security = "starttls"`.',
        )
    return UntrustedServer(
        f"No safe connection to {account.host}:{account.server_port} could be agreed on, for "
        f"{account.address} ({error.reason or error}).",
        "The server may only offer TLS versions that are no longer safe; ask its administrator.",
    )


def _bad_certificate(account: Account, error: ssl.SSLCertVerificationError) -> UntrustedServer:
    who = f"The certificate of {account.host}:{account.server_port}, for {account.address},"
    code = error.verify_code
    if code == _EXPIRED:
        return UntrustedServer(
            f"{who} has expired.", "Ask the server's administrator to renew it. Check this clock."
        )
    if code == _NOT_YET_VALID:
        return UntrustedServer(f"{who} is not valid yet.", "Check this machine's clock.")
    if code in (_WRONG_NAME, _WRONG_ADDRESS):
        return UntrustedServer(
            f"{who} is made out to another name.",
            "Write the name that stands in the certificate as `host`.",
        )
    trust = "If it is your own authority's, name that authority's file as `ca_file`."
    if code in _SELF_SIGNED:
        return UntrustedServer(f"{who} is self-signed, so anybody could have made it.", trust)
    return UntrustedServer(f"{who} is signed by an authority that is not trusted here.", trust)


def refused(account: Account, what: str, reason: str) -> IntakeError:
    """A NO or BAD that is not about the password: passing trouble, or a closed door."""
    problem = f'{_server(account)} {what} for {account.address}. It said: "{reason}".'
    if response_code(reason) in ("NOPERM", "AUTHORIZATIONFAILED"):
        return SignInRefused(
            problem, f"Give {account.user} the right to read this mailbox, then try again."
        )
    return MailboxUnreachable(problem, "It is tried again. If it stays, ask its administrator.")


def is_passing(reason: str) -> bool:
    """Whether a refusal is worth another try by itself (RFC 5530, and the words of big servers)."""
    code = response_code(reason)
    explained = code not in ("", "ALERT")
    return code in _TRANSIENT_CODES or bool(not explained and _TRANSIENT_WORDS.search(reason))


def response_code(reason: str) -> str:
    """The bracketed response code that a refusal begins with, such as AUTHENTICATIONFAILED."""
    match = re.match(r"\W*\[([A-Z-]+)", reason)
    return match[1] if match else ""


def said(error: Exception) -> str:
    """The server's words in what a library raised, without the library's."""
    text = error.args[0] if error.args else ""
    if isinstance(text, bytes):
        text = text.decode("utf-8", "replace")
    text = re.sub(r"^.*?command error: (?:BAD|NO) \[b['\"](.*)['\"]\]$", r"\1", str(text))
    text = re.sub(r"^b(['\"])(.*)\1$", r"\2", re.sub(r"^\w+ failed: ", "", text))
    return readable(text) or "nothing"


def readable(text: str) -> str:
    """A server's words on one line, without control characters, cut to a readable length."""
    printable = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(printable.split())[:300]
