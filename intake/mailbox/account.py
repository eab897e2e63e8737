"""How to reach one mailbox: the account, and the secret that opens it."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from intake.errors import SignInRefused

Security = Literal["tls", "starttls", "none"]
Auth = Literal["password", "microsoft", "google"]


@dataclass(frozen=True)
class Secret:
    """A password, client secret or service-account key, read only at the moment of use.

    Attributes:
        origin: where it comes from, in words fit for an error message; shown, never secret.
    """

    origin: str
    _read: Callable[[], str] = field(repr=False, compare=False)

    def reveal(self) -> str:
        """The secret itself, without a last line break.

        Raises:
            SignInRefused: it is missing or empty; the message names the variable or file.
        """
        value = self._read().removesuffix("\n").removesuffix("\r")
        if value:
            return value
        raise SignInRefused(
            f"There is no password: the {self.origin} is missing or empty.",
            f"Put the secret into the {self.origin} and start again.",
        )

    @classmethod
    def from_env(cls, name: str, environ: Mapping[str, str] = os.environ) -> "Secret":
        """The value of an environment variable."""
        return cls(f"environment variable {name}", lambda: environ.get(name, ""))

    @classmethod
    def from_file(cls, path: Path) -> "Secret":
        """The content of a file, as systemd credentials and container secrets are given."""
        return cls(f"file {path}", lambda: _content(path))

    @classmethod
    def given(cls, value: str) -> "Secret":
        """A secret that is already at hand: a demonstration's, a test's."""
        return cls("given secret", lambda: value)


def _content(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise SignInRefused(
            f"The secret in the file {path} cannot be read: {error}.",
            f"Make {path} a UTF-8 text file that the user running Intake may read.",
        ) from error


@dataclass(frozen=True)
class Account:
    """One mailbox on one server, and which of its folders are watched.

    Attributes:
        address: the mailbox's address, its name in every message to people.
        host: the IMAP server, as it stands in the server's certificate.
        secret: the password; with `microsoft` the app's client secret; with `google` the JSON
            key of the service account.
        username: the name to sign in with; the address when empty.
        port: of the server; None means 993 for `tls` and 143 otherwise.
        security: `tls` from the first byte, `starttls`, or `none` (loopback hosts only).
        auth: how to sign in.
        folders: the watched folders, by the names people see.
        ca_file: a PEM file with the authority to trust in place of the system's.
        connect_timeout: seconds to wait for a connection.
        read_timeout: seconds without a byte after which the connection is given up.
        tenant: the Microsoft 365 tenant, by id or domain.
        client_id: the id of the app registered there.
        secret_expires: the last day of the password or client secret, where somebody wrote it down.
        largest: octets above which a mail is not fetched, but left to a person.
    """

    address: str
    host: str
    secret: Secret = field(repr=False)
    username: str = ""
    port: int | None = None
    security: Security = "tls"
    auth: Auth = "password"
    folders: tuple[str, ...] = ("INBOX",)
    ca_file: Path | None = None
    connect_timeout: float = 20.0
    read_timeout: float = 60.0
    tenant: str = ""
    client_id: str = ""
    secret_expires: date | None = None
    largest: int = 150 * 2**20

    @property
    def user(self) -> str:
        """The name to sign in with."""
        return self.username or self.address

    @property
    def server_port(self) -> int:
        """The port to connect to."""
        return self.port or (993 if self.security == "tls" else 143)
