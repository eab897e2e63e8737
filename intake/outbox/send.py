"""Hands a mail to the SMTP server, or keeps it as a file where there is none."""

import os
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Literal

import stamina

from intake.errors import (
    IntakeError,
    SendFailed,
    SendRefused,
    SendUncertain,
    SignInRefused,
    UntrustedServer,
)
from intake.loopback import is_loopback

Security = Literal["tls", "starttls", "none"]
PORTS: dict[Security, int] = {"tls": 465, "starttls": 587, "none": 25}
POSSIBLE_REPEAT = "X-Intake-Possible-Repeat"

# stamina would print each retry to standard output, which belongs to the commands' answers;
# a failure that lasts is reported by whoever called.
stamina.instrumentation.set_on_retry_hooks([])


@dataclass(frozen=True)
class SmtpServer:
    """The server that takes our mail.

    Attributes:
        sender: the address that our mail comes from.
        port: 0 stands for the usual one of `security` (465, 587, 25).
        username: empty where the server asks for no sign-in.
        secret: reads the password when it is needed (a file or the environment), so that a
            changed one is taken up without a restart, and that none lies in memory or a log.
        ca_file: certificates to trust besides the system's.
        timeout: seconds that one step may take.
        attempts: how often a passing failure is tried in one go.
        wait: seconds before the second attempt; each further wait is twice as long.
    """

    host: str
    sender: str
    port: int = 0
    security: Security = "starttls"
    username: str = ""
    secret: Callable[[], str] = field(default=str, repr=False, compare=False)
    ca_file: Path | None = None
    timeout: float = 30.0
    attempts: int = 3
    wait: float = 1.0

    @property
    def name(self) -> str:
        """Host and port, as people write them."""
        return f"{self.host}:{self.port or PORTS[self.security]}"


def send(email: EmailMessage, server: SmtpServer) -> None:
    """Send one mail to its recipients; returns once the server has answered for all of them.

    A passing failure is tried again; a try after one that broke off in mid-delivery says so in
    a header, because the server may have taken the mail without our hearing of it.

    Raises:
        SendFailed: the server is unreachable or busy: worth another try later.
        SendUncertain: the connection broke before the server's answer; likewise.
        SendRefused: the server will not take this mail, or not for this recipient.
        SignInRefused, UntrustedServer: the account or the certificate is wrong.
    """
    mail = deepcopy(email)
    for turn in stamina.retry_context(
        on=SendFailed,
        attempts=server.attempts,
        wait_initial=server.wait,
        wait_jitter=server.wait,
        timeout=None,
    ):
        with turn:
            _try_once(mail, server)


def mark_possible_repeat(email: EmailMessage) -> None:
    """Tell the reader of the headers that an earlier try may have arrived (same Message-ID)."""
    if POSSIBLE_REPEAT not in email:
        email[POSSIBLE_REPEAT] = "yes"


def spool(email: EmailMessage, folder: Path) -> Path:
    """Keep a mail as an .eml file, complete before it has its name; returns the file.

    A second mail with the same Message-ID replaces the first.
    """
    folder.mkdir(parents=True, exist_ok=True)
    stem = str(email["Message-ID"]).strip("<>").partition("@")[0]
    target = folder / f"{''.join(c if c.isalnum() or c in '-.' else '-' for c in stem)}.eml"
    draft = target.with_suffix(".part")
    with draft.open("wb") as file:
        file.write(email.as_bytes(policy=SMTP))
        file.flush()
        os.fsync(file.fileno())
    return draft.replace(target)


def _try_once(mail: EmailMessage, server: SmtpServer) -> None:
    try:
        with _connected(server) as client:
            _deliver(mail, client, server)
    except SendUncertain:
        mark_possible_repeat(mail)
        raise


@contextmanager
def _connected(server: SmtpServer) -> Iterator[smtplib.SMTP]:
    """A connection that is encrypted, verified and signed in; closed afterwards, come what may."""
    try:
        client = _dial(server)
    except OSError as error:
        raise _connect_problem(error, server) from error
    try:
        yield client
    finally:
        client.close()


def _dial(server: SmtpServer) -> smtplib.SMTP:
    port = server.port or PORTS[server.security]
    if server.security == "none" and not is_loopback(server.host):
        raise UntrustedServer(
            f"The SMTP server {server.name} would be reached without encryption.",
            'Set [smtp] security to "tls" or "starttls"; "none" is for this machine alone.',
        )
    context = ssl.create_default_context()
    if server.ca_file is not None:
        context.load_verify_locations(server.ca_file)
    if server.security == "tls":
        client: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, port, timeout=server.timeout, context=context
        )
    else:
        client = smtplib.SMTP(server.host, port, timeout=server.timeout)
    try:
        _greet(client, server, context)
    except BaseException:
        client.close()
        raise
    return client


def _greet(client: smtplib.SMTP, server: SmtpServer, context: ssl.SSLContext) -> None:
    client.ehlo_or_helo_if_needed()
    if server.security == "starttls":
        client.starttls(context=context)
    if server.username:
        _sign_in(client, server)


def _sign_in(client: smtplib.SMTP, server: SmtpServer) -> None:
    password = server.secret()
    # smtplib would raise an error that holds the password (it encodes as ASCII).
    if not (server.username + password).isascii():
        raise SignInRefused(
            f"The username or password for the SMTP server {server.name} has letters that cannot "
            "be sent.",
            "Choose a password of plain letters, digits and signs (ASCII).",
        )
    client.login(server.username, password)


def _connect_problem(error: OSError, server: SmtpServer) -> IntakeError:
    """What a failure before any delivery means (smtplib's own errors are OSErrors too)."""
    match error:
        case ssl.SSLCertVerificationError():
            return UntrustedServer(
                f"The certificate of the SMTP server {server.name} is not trusted: "
                f"{error.verify_message}.",
                "Correct [smtp] host, or name the authority's certificate as ca_file.",
            )
        case smtplib.SMTPNotSupportedError():
            return UntrustedServer(
                f"The SMTP server {server.name} lacks what [smtp] asks for: {error}",
                "Compare security, port and username with what the server offers.",
            )
        case smtplib.SMTPAuthenticationError() if error.smtp_code >= 500:
            return SignInRefused(
                f"The SMTP server {server.name} refused the sign-in of {server.username} "
                f"({_answer(error)}).",
                "Check the username and the password of [smtp].",
            )
    return SendFailed(
        f"The SMTP server {server.name} cannot be used: {error}.",
        "It is tried again; check the host and port of [smtp] if this goes on.",
    )


def _deliver(mail: EmailMessage, client: smtplib.SMTP, server: SmtpServer) -> None:
    try:
        refused = client.send_message(mail)
    except smtplib.SMTPRecipientsRefused as error:
        refused = error.recipients
    except smtplib.SMTPResponseException as error:
        raise _refusal(error.smtp_code, _answer(error), server) from error
    except smtplib.SMTPNotSupportedError as error:  # found out before a word of the mail is said
        raise SendRefused(
            f"The SMTP server {server.name} takes no addresses with such letters: {mail['To']}.",
            "Write an address of plain letters, digits and signs (ASCII).",
        ) from error
    except OSError as error:
        raise SendUncertain(
            f"The connection to {server.name} broke in mid-delivery: {error}.",
            "It is sent again under the same Message-ID, marked as a possible repeat.",
        ) from error
    if refused:  # also when others of the same mail were accepted: smtplib does not raise then
        code, text = max(refused.values())
        raise _refusal(code, f"{code} {text.decode(errors='replace')}", server)


def _answer(error: smtplib.SMTPResponseException) -> str:
    text = error.smtp_error
    return f"{error.smtp_code} {text.decode(errors='replace') if isinstance(text, bytes) else text}"


def _refusal(code: int, answer: str, server: SmtpServer) -> IntakeError:
    """A 4xx answer is worth another try, a 5xx is not (RFC 5321, section 4.2.1)."""
    problem = f"The SMTP server {server.name} did not take the mail: {answer}."
    if code < 500:
        return SendFailed(problem, "It is tried again.")
    return SendRefused(problem, "Check the sender and the recipient with the server's people.")
