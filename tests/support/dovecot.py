"""A private Dovecot on loopback: with TLS and without, for any mailbox, with one password."""

import getpass
import grp
import hashlib
import imaplib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from pathlib import Path
from types import MappingProxyType

import pytest
import trustme

from intake.mailbox.account import Account, Secret

PASSWORD = "the-password-of-the-tests"
ZONE = "Europe/Brussels"
_numbers = count(1)

_CONFIG = """
base_dir = {at}/run
state_dir = {at}/run
log_path = {at}/log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <{at}/server.pem
ssl_key = <{at}/server.key
disable_plaintext_auth = no
auth_failure_delay = 0 secs
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = 0
first_valid_gid = 0
mail_location = maildir:{at}/mail/%u:LAYOUT=fs
maildir_stat_dirs = yes
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={at}/mail/%u allow_all_users=yes
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Rebuts {{
    special_use = \\Junk
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
"""


@dataclass(frozen=True)
class Dovecot:
    """A running server. Every address is a mailbox; the junk folder is called Rebuts."""

    at: Path
    port: int
    tls_port: int
    ca_file: Path
    owner: tuple[int, int]
    log: Path = field(repr=False)

    def new_address(self) -> str:
        """A mailbox that nobody has used yet."""
        return f"jobs{next(_numbers)}@example.org"

    def account(self, address: str, **changes: object) -> Account:
        """How to reach a mailbox, in plain text over loopback unless `changes` say otherwise."""
        account = Account(
            address, "127.0.0.1", Secret.given(PASSWORD), port=self.port, security="none"
        )
        return replace(account, **changes)  # type: ignore[arg-type]

    def tls_account(self, address: str, **changes: object) -> Account:
        """The same over TLS, with the tests' own authority."""
        encrypted: dict[str, object] = {
            "host": "localhost",
            "port": self.tls_port,
            "security": "tls",
            "ca_file": self.ca_file,
        }
        return self.account(address, **{**encrypted, **changes})

    @contextmanager
    def person(self, address: str) -> Iterator[imaplib.IMAP4]:
        """A person with a mail program, who may do what Intake may not."""
        with imaplib.IMAP4("127.0.0.1", self.port) as client:
            client.login(address, PASSWORD)
            yield client

    def append(
        self, address: str, raw: bytes, folder: str = "INBOX", internal: datetime | None = None
    ) -> None:
        """Put a mail into a folder, as received at `internal` (aware)."""
        self.append_all(address, [(raw, internal)], folder)

    def append_all(
        self,
        address: str,
        mails: Iterable[tuple[bytes, datetime | None]],
        folder: str = "INBOX",
    ) -> None:
        """Put mails into a folder, which is made where missing."""
        with self.person(address) as client:
            if folder != "INBOX":
                client.create(f'"{folder}"')
            for raw, internal in mails:
                when = imaplib.Time2Internaldate(internal) if internal else None
                kind, answer = client.append(f'"{folder}"', None, when, raw)
                assert kind == "OK", answer

    def fill(self, address: str, mails: Iterable[bytes]) -> None:
        """Put many mails into an empty INBOX by way of the disk; equal ones share a file."""
        inbox = self.at / "mail" / address
        for name in ("cur", "new", "tmp"):
            (inbox / name).mkdir(parents=True, exist_ok=True)
            os.chown(inbox / name, *self.owner)
        os.chown(inbox, *self.owner)
        written: dict[bytes, Path] = {}
        for number, raw in enumerate(mails):
            path = inbox / "cur" / f"{1_700_000_000 + number}.M{number}P1.host:2,"
            if raw in written:
                path.hardlink_to(written[raw])
            else:
                path.write_bytes(raw)
                written[raw] = path

    def dump(self, address: str) -> dict[str, tuple[int, str]]:
        """Every mail file of a mailbox, by name (which holds the flags): its time and hash."""
        home = self.at / "mail" / address
        return {
            str(path.relative_to(home)): (
                path.stat().st_mtime_ns,
                hashlib.sha256(path.read_bytes()).hexdigest(),
            )
            for path in sorted(home.rglob("*"))
            if path.is_file() and path.parent.name in ("cur", "new", "tmp")
        }


@contextmanager
def run_dovecot(
    extra: str = "", files: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Dovecot]:
    """Start a Dovecot; stop it and remove its mail at the end.

    Args:
        extra: further configuration, in which @AT@ stands for its folder.
        files: further files in its folder.
    """
    binary = shutil.which("dovecot", path=os.environ["PATH"] + ":/usr/sbin")
    assert binary, "Dovecot is missing. Run: sudo apt-get install dovecot-imapd"
    at = Path(tempfile.mkdtemp(prefix="dovecot-"))
    try:
        server = _prepare(at)
        for name, content in files.items():
            (at / name).write_text(content, encoding="utf-8")
        server, process = _start(binary, server, extra)
        try:
            yield server
        finally:
            process.terminate()
            process.wait(timeout=20)
    finally:
        shutil.rmtree(at)


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Dovecot]:
    """The Dovecot of this test run."""
    with run_dovecot() as server:
        yield server


def _prepare(at: Path) -> Dovecot:
    at.chmod(0o755)
    user = pwd.getpwnam("nobody" if os.geteuid() == 0 else getpass.getuser())
    for name in ("mail", "run"):
        (at / name).mkdir(mode=0o755)
        os.chown(at / name, user.pw_uid, user.pw_gid)
    authority = trustme.CA()
    certificate = authority.issue_cert("localhost")
    authority.cert_pem.write_to_path(str(at / "ca.pem"))
    certificate.private_key_pem.write_to_path(str(at / "server.key"))
    (at / "server.pem").write_bytes(b"".join(pem.bytes() for pem in certificate.cert_chain_pems))
    return Dovecot(at, 0, 0, at / "ca.pem", (user.pw_uid, user.pw_gid), at / "log")


def _start(
    binary: str, server: Dovecot, extra: str, tries: int = 5
) -> tuple[Dovecot, subprocess.Popen[bytes]]:
    """Another test run may take a free port before Dovecot does: then others are tried."""
    server = replace(server, port=_free_port(), tls_port=_free_port())
    config = server.at / "dovecot.conf"
    config.write_text(_configuration(server) + extra.replace("@AT@", str(server.at)), "utf-8")
    process = subprocess.Popen([binary, "-F", "-c", str(config)], env={**os.environ, "TZ": ZONE})
    deadline = time.monotonic() + 20
    while process.poll() is None and not _answers(server.port):
        assert time.monotonic() < deadline, f"Dovecot does not answer: {_tail(server.log)}"
        time.sleep(0.02)
    if process.poll() is None:
        return server, process
    assert tries > 1, f"Dovecot did not start: {_tail(server.log)}"
    return _start(binary, server, extra, tries - 1)


def _configuration(server: Dovecot) -> str:
    uid, gid = server.owner
    return _CONFIG.format(
        at=server.at,
        user=pwd.getpwuid(uid).pw_name,
        group=grp.getgrgid(gid).gr_name,
        uid=uid,
        gid=gid,
        port=server.port,
        tls_port=server.tls_port,
        password=PASSWORD,
    )


def _tail(log: Path) -> str:
    return log.read_text(errors="replace")[-2000:] if log.exists() else "it has no log"


def _answers(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
            return connection.recv(4) == b"* OK"
    except OSError:
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
