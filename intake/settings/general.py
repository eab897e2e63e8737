"""intake.toml: what holds for every vacancy."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from intake.loopback import is_loopback
from intake.mailbox.account import Secret
from intake.outbox.send import SmtpServer
from intake.settings.accounts import two_secrets
from intake.settings.fields import is_database
from intake.settings.problem import Problem
from intake.settings.schema import (
    INTAKE,
    DeskTable,
    DigestTable,
    ImapTable,
    OidcTable,
    OrganisationTable,
    SmtpTable,
    StorageTable,
)
from intake.settings.source import Source
from intake.settings.tables import Tables
from intake.settings.values import Desk, Digest, Oidc, Organisation, Storage


@dataclass(frozen=True)
class General:
    """What intake.toml says; None where a table could not be read."""

    source: Source | None = None
    organisation: Organisation | None = None
    storage: Storage | None = None
    imap: ImapTable | None = None
    smtp: SmtpServer | None = None
    digest: Digest = field(default_factory=Digest)
    desk: Desk = field(default_factory=Desk)
    oidc: Oidc | None = None


def read_general(source: Source, environ: Mapping[str, str]) -> tuple[General, list[Problem]]:
    """intake.toml, and every mistake in it."""
    tables = Tables(source, INTAKE)
    digest = tables.read("digest", DigestTable)
    general = General(
        source=source,
        organisation=_organisation(tables),
        storage=_storage(tables, environ),
        imap=_imap(tables),
        smtp=_smtp(tables, digest, environ),
        digest=_digest(digest),
        desk=_desk(tables),
        oidc=_oidc(tables, environ),
    )
    return general, tables.problems


def _organisation(tables: Tables) -> Organisation | None:
    table = tables.read("organisation", OrganisationTable)
    if table is None:
        return None
    relays, terms = tuple(table.trusted_relays), tuple(table.staff_terms)
    return Organisation(table.name, table.timezone, relays, terms)


def _imap(tables: Tables) -> ImapTable | None:
    table = tables.read("imap", ImapTable)
    if table is not None:
        tables.problems += two_secrets(tables.source, "imap", table)
    return table


def _digest(table: DigestTable | None) -> Digest:
    if table is None:
        return Digest()
    return Digest(table.at, tuple(dict.fromkeys(table.recipients)), table.language)


def _desk(tables: Tables) -> Desk:
    table = tables.read("desk", DeskTable)
    return Desk(*table.listen, url=table.url or "") if table is not None else Desk()


def _oidc(tables: Tables, environ: Mapping[str, str]) -> Oidc | None:
    table = tables.read("oidc", OidcTable, required=False)
    if table is None:
        return None
    secret = None
    if table.client_secret_env is not None:
        secret = Secret.from_env(table.client_secret_env, environ)
    elif table.client_secret_file is not None:
        secret = Secret.from_file(Path(table.client_secret_file))
    return Oidc(table.issuer, table.client_id, secret.reveal if secret is not None else str)


def _storage(tables: Tables, environ: Mapping[str, str]) -> Storage | None:
    table = tables.read("storage", StorageTable)
    if table is None:
        return None
    given = [table.database, table.database_env, table.database_file]
    if len(given) - given.count(None) > 1:
        tables.problems.append(_two_databases(tables.source))
        return None
    if table.database_env is None and table.database_file is None:
        return Storage(table.database or Storage.database, table.files, table.reserve_mb)
    return _kept_elsewhere(tables, table, environ)


def _kept_elsewhere(
    tables: Tables, table: StorageTable, environ: Mapping[str, str]
) -> Storage | None:
    """The database's URL from a variable or a file: it may hold a password."""
    key, origin = "database_env", f"variable {table.database_env}"
    url = environ.get(table.database_env or "", "")
    if table.database_file is not None:
        key, origin = "database_file", f"file {table.database_file}"
        url = _content(Path(table.database_file))
    if is_database(url):
        return Storage(url, table.files, table.reserve_mb)
    problem = f"The {origin} holds no database's URL."
    write = "the URL into it: postgresql+psycopg://USER:PASSWORD@HOST/NAME"
    expected = "a database's URL, kept where this key says"
    tables.problems.append(tables.source.problem(("storage", key), problem, expected, write))
    return None


def _content(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace").strip() if file.is_file() else ""


def _two_databases(source: Source) -> Problem:
    return source.problem(
        ("storage", "database"),
        "The database is named more than once.",
        "one of database, database_env and database_file",
        'database = "sqlite:///var/intake.db"',
    )


def _smtp(
    tables: Tables, digest: DigestTable | None, environ: Mapping[str, str]
) -> SmtpServer | None:
    """The server, with HR's own address as the sender unless `from` names another.

    Where the digest has no recipients of its own, the first reader of a vacancy is the sender.
    """
    table = tables.read("smtp", SmtpTable, required=False)
    if table is None:
        return None
    tables.problems += _smtp_problems(tables.source, table)
    secret = _smtp_secret(table, environ)
    return SmtpServer(
        host=table.host,
        sender=table.sender or next(iter(_digest(digest).recipients), ""),
        port=table.port or 0,
        security=table.security,
        username=table.username or "",
        secret=secret.reveal if secret is not None else str,
        ca_file=Path(table.ca_file) if table.ca_file else None,
    )


def _smtp_secret(table: SmtpTable, environ: Mapping[str, str]) -> Secret | None:
    if table.password_env is not None:
        return Secret.from_env(table.password_env, environ)
    return Secret.from_file(Path(table.password_file)) if table.password_file else None


def _smtp_problems(source: Source, table: SmtpTable) -> list[Problem]:
    found = []
    if table.security == "none" and not is_loopback(table.host):
        problem = f"Mail would go to {table.host} in plain text."
        expected = "tls or starttls; none only where the host is this machine"
        keys = ("smtp", "security")
        found.append(source.problem(keys, problem, expected, 'security = "starttls"'))
    return found + _smtp_password(source, table)


def _smtp_password(source: Source, table: SmtpTable) -> list[Problem]:
    if twice := two_secrets(source, "smtp", table):
        return twice
    if table.username and not (table.password_env or table.password_file):
        problem = "There is a username, but nothing says where its password is."
        expected = "password_env or password_file"
        write = 'password_env = "SMTP_PASSWORD"'
        return [source.problem(("smtp", "password_env"), problem, expected, write)]
    return []
