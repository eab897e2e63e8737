"""From a vacancy's [mailbox] and the [imap] defaults to one account."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from intake.loopback import is_loopback
from intake.mailbox.account import Account, Auth, Secret
from intake.settings.problem import Problem
from intake.settings.schema import ImapTable, MailboxTable, Table
from intake.settings.source import Source

EVERY = timedelta(minutes=5)
CONNECT = timedelta(seconds=20)
READ = timedelta(seconds=60)
NO_SECRET = Secret.given("")


@dataclass(frozen=True)
class Mailbox:
    """A vacancy's [mailbox] laid over the [imap] defaults, and where each was written.

    Attributes:
        table: both as one; what neither says is None.
        own: the vacancy's alone.
        defaults: intake.toml; None where its [imap] could not be read: what that would have
            said is then not missed.
    """

    table: MailboxTable
    own: MailboxTable
    source: Source
    defaults: Source | None

    def problem(self, key: str, problem: str, expected: str, write: str) -> Problem:
        """A mistake, told where the key stands: in the vacancy's file or in intake.toml."""
        inherited = getattr(self.own, key) is None and getattr(self.table, key) is not None
        if inherited and self.defaults is not None:
            return self.defaults.problem(("imap", key), problem, expected, write)
        return self.source.problem(("mailbox", key), problem, expected, write)


def mailbox_of(
    own: MailboxTable, source: Source, imap: ImapTable | None, defaults: Source | None
) -> Mailbox:
    """The vacancy's own values, and those of [imap] where it has none."""
    if imap is None:
        return Mailbox(own, own, source, None)
    inherited = {
        key: getattr(imap, key)
        for key in ImapTable.model_fields
        if all(getattr(own, name) is None for name in (key, *_ALTERNATIVES.get(key, ())))
    }
    return Mailbox(own.model_copy(update=inherited), own, source, defaults)


def account_of(table: MailboxTable, environ: Mapping[str, str]) -> Account:
    """The account; only right where `problems_of` finds nothing."""
    auth = table.auth or "password"
    return Account(
        address=table.address,
        host=table.host or "",
        secret=_secret(table, auth, environ),
        username=table.username or "",
        port=table.port,
        security=table.security or "tls",
        auth=auth,
        folders=tuple(dict.fromkeys(table.folders or ["INBOX"])),
        ca_file=Path(table.ca_file) if table.ca_file else None,
        connect_timeout=(table.connect_timeout or CONNECT).total_seconds(),
        read_timeout=(table.read_timeout or READ).total_seconds(),
        tenant=table.tenant or "",
        client_id=table.client_id or "",
        secret_expires=table.secret_expires,
    )


def problems_of(mailbox: Mailbox) -> list[Problem]:
    """What is wrong with a mailbox as a whole, though each key of it is right by itself."""
    found = [
        *two_secrets(mailbox.source, "mailbox", mailbox.own),
        *_plain_text(mailbox),
        *_no_folder(mailbox),
    ]
    if mailbox.defaults is not None:
        found += [*_no_host(mailbox), *_sign_in(mailbox)]
    return found


def two_secrets(source: Source, name: str, table: Table) -> list[Problem]:
    """Each secret for which a table names a variable and a file as well."""
    return [
        source.problem(
            (name, f"{key}_file"),
            f"Both {key}_env and {key}_file say where the secret is.",
            "one of the two",
            f"nothing: delete {key}_file or {key}_env",
        )
        for key in ("password", "client_secret")
        if getattr(table, f"{key}_env", None) and getattr(table, f"{key}_file", None)
    ]


# A vacancy that names one place for a secret does not inherit another from [imap].
_ALTERNATIVES = {
    "password_env": ("password_file",),
    "password_file": ("password_env",),
    "client_secret_env": ("client_secret_file",),
    "client_secret_file": ("client_secret_env",),
}

_NEEDED = {
    "password": ("password_env",),
    "microsoft": ("tenant", "client_id", "client_secret_env"),
    "google": ("service_account_file",),
}


def _secret(table: MailboxTable, auth: Auth, environ: Mapping[str, str]) -> Secret:
    variable, file = {
        "password": (table.password_env, table.password_file),
        "microsoft": (table.client_secret_env, table.client_secret_file),
        "google": (None, table.service_account_file),
    }[auth]
    if variable is not None:
        return Secret.from_env(variable, environ)
    return Secret.from_file(Path(file)) if file is not None else NO_SECRET


def _no_host(mailbox: Mailbox) -> list[Problem]:
    if mailbox.table.host is not None:
        return []
    expected = "the IMAP server's name, here or for all mailboxes in [imap] of intake.toml"
    return [mailbox.problem("host", "host is missing.", expected, 'host = "imap.example.org"')]


def _no_folder(mailbox: Mailbox) -> list[Problem]:
    if mailbox.table.folders != []:
        return []
    return [
        mailbox.problem(
            "folders", "No folder is watched.", "a list of folders", 'folders = ["INBOX"]'
        )
    ]


def _plain_text(mailbox: Mailbox) -> list[Problem]:
    host = mailbox.table.host
    if mailbox.table.security != "none" or host is None or is_loopback(host):
        return []
    return [
        mailbox.problem(
            "security",
            f"The password would go to {host} in plain text.",
            "tls or starttls; none only where the host is this machine",
            'security = "tls"',
        )
    ]


def _sign_in(mailbox: Mailbox) -> list[Problem]:
    auth = mailbox.table.auth or "password"
    found = []
    for key in _NEEDED[auth]:
        alternative = f"{key.removesuffix('_env')}_file" if key.endswith("_env") else key
        if not getattr(mailbox.table, key) and not getattr(mailbox.table, alternative):
            found.append(_needed(mailbox, key, auth))
    return found


def _needed(mailbox: Mailbox, key: str, auth: str) -> Problem:
    field = MailboxTable.model_fields[key]
    variable = f"{mailbox.source.file.stem}_password".upper().replace("-", "_").replace(".", "_")
    example = variable if key == "password_env" else (field.examples or [""])[0]
    return mailbox.problem(
        key,
        f'{key} is missing, which auth = "{auth}" needs.',
        field.description or "",
        f'{key} = "{example}"',
    )
