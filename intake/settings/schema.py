"""What may stand in the configuration: one model per table; all else is a mistake.

A description says what is expected in a key, and the first example what to write: both are told
to whoever made a mistake there, so they are worded for people.
"""

from datetime import date, datetime, time, timedelta
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from intake.settings import fields, times

Text = Annotated[str, Field(min_length=1)]
Texts = list[Text]
Place = Annotated[str, BeforeValidator(times.home)]
Zone = Annotated[str, BeforeValidator(times.zone)]
Host = Annotated[str, BeforeValidator(fields.host)]
Port = Annotated[int, Field(ge=1, le=65535)]
Email = Annotated[str, BeforeValidator(fields.address)]
Variable = Annotated[str, BeforeValidator(fields.variable)]
Interval = Annotated[timedelta, BeforeValidator(times.interval)]
Waiting = Annotated[timedelta, BeforeValidator(times.waiting)]
Duration = Annotated[timedelta, BeforeValidator(times.duration)]
Day = Annotated[date, BeforeValidator(times.day)]
Clock = Annotated[str, BeforeValidator(times.deadline_time)]
Hour = Annotated[time, BeforeValidator(times.hour)]
Moment = Annotated[datetime, BeforeValidator(times.hold_until)]
Relay = Annotated[str, BeforeValidator(fields.relay)]
Database = Annotated[str, BeforeValidator(fields.database)]
Files = Annotated[str, BeforeValidator(fields.files)]
Issuer = Annotated[str, BeforeValidator(fields.issuer)]
Web = Annotated[str, BeforeValidator(fields.web)]
Listen = Annotated[tuple[str, int], BeforeValidator(fields.listen)]
Language = Annotated[str, BeforeValidator(fields.language)]
Document = Annotated[str, BeforeValidator(fields.document)]
Named = Annotated[str, BeforeValidator(fields.named)]
Security = Literal["tls", "starttls", "none"]


A_DATE = date(2026, 2, 8)


def _key(  # its result is a field of any type, as pydantic's own Field
    expected: str, example: object, default: object = ..., alias: str | None = None
) -> Any:  # noqa: ANN401
    return Field(default, description=expected, examples=[example], alias=alias)


class Table(BaseModel):
    """A table of a file."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class OrganisationTable(Table):
    """[organisation] of intake.toml."""

    name: Text = _key("the organisation's name", "Example Organization")
    timezone: Place = _key("the place whose civil time counts", "Europe/Brussels")
    trusted_relays: list[Relay] = _key(
        "a list of our own mail servers' names", ["mx1.example.org"], []
    )
    staff_terms: Texts = _key("a list of the organisation's names", ["WCO", "OMD"], [])


class StorageTable(Table):
    """[storage] of intake.toml."""

    database: Database | None = _key("a database's URL", "sqlite:///var/intake.db", None)
    database_env: Variable | None = _key(
        "the name of the variable that holds the database's URL", "INTAKE_DATABASE", None
    )
    database_file: Text | None = _key(
        "the file that holds the database's URL", "/run/credentials/intake/database", None
    )
    files: Files = _key("a folder on this machine", "var/files", "var/files")
    reserve_mb: Annotated[int, Field(ge=0, le=1_000_000)] = _key(
        "how many megabytes of the disk stay free, 0 to 1000000", 256, 256
    )


class ImapTable(Table):
    """[imap] of intake.toml: defaults for every mailbox. None: not said here."""

    host: Host | None = _key("the IMAP server's name", "imap.example.org", None)
    port: Port | None = _key("a port, 1 to 65535", 993, None)
    security: Security | None = _key("tls, starttls, or none on loopback", "tls", None)
    auth: Literal["password", "microsoft", "google"] | None = _key(
        "password, microsoft or google", "password", None
    )
    every: Interval | None = _key("the time between two polls", "5m", None)
    folders: list[Text] | None = _key("a list of folders", ["INBOX"], None)
    username: Text | None = _key("the name to sign in with", "intake@example.org", None)
    password_env: Variable | None = _key(
        "the name of the variable that holds the password", "TOSCI_PASSWORD", None
    )
    password_file: Text | None = _key(
        "the file that holds the password", "/run/credentials/intake/tosci", None
    )
    tenant: Text | None = _key("the Microsoft 365 tenant", "example.onmicrosoft.com", None)
    client_id: Text | None = _key(
        "the id of the registered app", "00000000-0000-0000-0000-000000000000", None
    )
    client_secret_env: Variable | None = _key(
        "the name of the variable that holds the app's secret", "INTAKE_CLIENT_SECRET", None
    )
    client_secret_file: Text | None = _key(
        "the file that holds the app's secret", "/run/credentials/intake/client-secret", None
    )
    service_account_file: Text | None = _key(
        "the file that holds the service account's JSON key", "/etc/intake/google.json", None
    )
    secret_expires: Day | None = _key("the last day of the secret, a date", A_DATE, None)
    ca_file: Text | None = _key("a PEM file of certificates", "/etc/intake/ca.pem", None)
    connect_timeout: Waiting | None = _key("how long to wait to connect", "20s", None)
    read_timeout: Waiting | None = _key("how long to wait for an answer", "60s", None)


class MailboxTable(ImapTable):
    """[mailbox] of a vacancy: its address, and what differs from [imap]."""

    address: Email = _key("the mailbox's address", "jobs@example.org")


class SmtpTable(Table):
    """[smtp] of intake.toml."""

    host: Host = _key("the SMTP server's name", "smtp.example.org")
    port: Port | None = _key("a port, 1 to 65535", 587, None)
    security: Security = _key("tls, starttls, or none on loopback", "starttls", "starttls")
    username: Text | None = _key("the name to sign in with", "intake@example.org", None)
    password_env: Variable | None = _key(
        "the name of the variable that holds the password", "SMTP_PASSWORD", None
    )
    password_file: Text | None = _key(
        "the file that holds the password", "/run/credentials/intake/smtp", None
    )
    sender: Email | None = _key(
        "the address that our mail comes from", "intake@example.org", None, alias="from"
    )
    ca_file: Text | None = _key("a PEM file of certificates", "/etc/intake/ca.pem", None)


class DigestTable(Table):
    """[digest] of intake.toml."""

    at: Hour = _key('a time of day as "HH:MM"', "07:30", time(7, 30))
    recipients: list[Email] = _key("a list of e-mail addresses", ["hr@example.org"], [])
    language: Literal["en", "fr"] = _key("en or fr", "en", "en")


class DeskTable(Table):
    """[desk] of intake.toml."""

    listen: Listen = _key("host:port", "127.0.0.1:8080", ("127.0.0.1", 8080))
    url: Web | None = _key(
        "the address at which people open the desk", "https://desk.example.org", None
    )


class OidcTable(Table):
    """[oidc] of intake.toml."""

    issuer: Issuer = _key("the service's address", "https://login.example.org/tenant")
    client_id: Text = _key("the id under which it knows the desk", "intake-desk")
    client_secret_env: Variable | None = _key(
        "the name of the variable that holds the secret", "INTAKE_OIDC_SECRET", None
    )
    client_secret_file: Text | None = _key(
        "the file that holds the secret", "/run/credentials/intake/oidc", None
    )


class VacancyTable(Table):
    """The keys at the top of a vacancy's file."""

    title: Text = _key("the vacancy's title", "Technical Officer")
    also_known_as: Texts = _key("a list of other names of the vacancy", ["TOSCI"], [])
    languages: list[Language] = _key("a list of two-letter language codes", ["en", "fr"], [])


class DeadlineTable(Table):
    """[deadline] of a vacancy."""

    date: Day = _key("a date, without quotation marks", A_DATE)
    time: Clock | None = _key('"midnight" or "HH:MM"', "midnight", None)
    zone: Zone | None = _key("a zone's label, offset or place", "CET", None)
    grace: Duration = _key("a length of time", "15m", timedelta(0))
    hold_until: Moment | None = _key("a moment with its offset, or a date", A_DATE, None)
    sentence: str = _key("the deadline in words", "8 February 2026, midnight CET", "")


class SubjectTable(Table):
    """[subject] of a vacancy."""

    must_name: list[Named] = _key("a list of: vacancy, project, candidate", ["vacancy"], [])
    project: Texts = _key("a list of the project's titles", ["Supply Chain Project"], [])


class DocumentsTable(Table):
    """[documents] of a vacancy."""

    required: list[Document] = _key(
        "a list of: cv, motivation_letter",
        ["cv", "motivation_letter"],
        ["cv", "motivation_letter"],
    )
    letter_may_be_in_body: bool = _key("true or false", True, True)


class ReviewTable(Table):
    """[review] of a vacancy."""

    recipients: list[Email] = _key("a list of e-mail addresses", ["recruiter@example.org"], [])
    second_person: bool = _key("true or false", True, False)
    blind: bool = _key("true or false", True, False)


INTAKE: dict[str, type[Table]] = {
    "organisation": OrganisationTable,
    "storage": StorageTable,
    "imap": ImapTable,
    "smtp": SmtpTable,
    "digest": DigestTable,
    "desk": DeskTable,
    "oidc": OidcTable,
}

VACANCY: dict[str, type[Table]] = {
    "": VacancyTable,
    "mailbox": MailboxTable,
    "deadline": DeadlineTable,
    "subject": SubjectTable,
    "documents": DocumentsTable,
    "review": ReviewTable,
}


def keys_of(table: type[Table]) -> tuple[str, ...]:
    """The keys that may stand in a table, as they are written."""
    return tuple(field.alias or name for name, field in table.model_fields.items())
