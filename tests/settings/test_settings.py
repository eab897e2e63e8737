"""A right configuration becomes the values that the rest of the house is built on."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from intake.errors import SignInRefused
from intake.settings import ConfigurationError, Desk, Digest, Settings, Storage, load

BASE = Path(__file__).parents[1] / "configs" / "base"
SHIPPED = Path(__file__).parents[2] / "config"

Write = Callable[..., Settings]


@pytest.fixture
def configured(tmp_path: Path) -> Write:
    """Load the base configuration with words replaced in the file of its one vacancy."""

    def write(
        *replaced: tuple[str, str],
        intake: tuple[str, str] = ("", ""),
        environ: dict[str, str] | None = None,
    ) -> Settings:
        general = (BASE / "intake.toml").read_text(encoding="utf-8").replace(*intake)
        vacancy = (BASE / "vacancies" / "officer.toml").read_text(encoding="utf-8")
        for old, new in replaced:
            assert old in vacancy
            vacancy = vacancy.replace(old, new)
        (tmp_path / "vacancies").mkdir()
        (tmp_path / "intake.toml").write_text(general, encoding="utf-8")
        (tmp_path / "vacancies" / "officer.toml").write_text(vacancy, encoding="utf-8")
        return load(tmp_path, environ or {})

    return write


def test_the_shipped_configuration_is_right() -> None:
    settings = load(SHIPPED, {})
    assert [v.vacancy.id for v in settings.vacancies] == [
        "acip",
        "environment",
        "policy-officer",
        "stce",
        "tosci",
    ]
    assert settings.organisation.timezone == "Europe/Brussels"
    assert "OMD" in settings.vacancies[0].vacancy.staff_terms


@pytest.mark.parametrize(
    ("vacancy", "cutoff"),
    [
        ("environment", datetime(2026, 2, 8, 23, tzinfo=UTC)),
        ("tosci", datetime(2026, 2, 8, 23, tzinfo=UTC)),
        ("stce", datetime(2026, 3, 16, 23, tzinfo=UTC)),
        ("policy-officer", datetime(2026, 4, 4, 23, tzinfo=UTC)),
        ("acip", datetime(2026, 1, 10, 23, tzinfo=UTC)),
    ],
)
def test_the_published_deadlines_are_these_instants(vacancy: str, cutoff: datetime) -> None:
    found = {v.vacancy.id: v.vacancy for v in load(SHIPPED, {}).vacancies}
    assert found[vacancy].deadline.cutoff == cutoff


def test_only_the_policy_officer_has_two_readings_and_check_says_so() -> None:
    settings = load(SHIPPED, {})
    warned = {v.vacancy.id: v.warnings for v in settings.vacancies if v.warnings}
    assert list(warned) == ["policy-officer"]
    assert "between 2026-04-04 22:00 and 2026-04-04 23:00 UTC" in warned["policy-officer"][0]


def test_what_each_notice_asks_for() -> None:
    found = {v.vacancy.id: v.vacancy for v in load(SHIPPED, {}).vacancies}
    assert found["stce"].subject.must_name == ("project", "vacancy")
    assert "STCE Project" in found["stce"].subject.project
    assert found["acip"].subject.must_name == ("candidate", "vacancy")
    assert found["tosci"].subject.must_name == ("vacancy",)
    assert found["stce"].languages == found["acip"].languages == ("en",)
    assert found["tosci"].languages == found["environment"].languages == ("en", "fr")
    assert all(v.required == ("cv", "motivation_letter") for v in found.values())


def test_the_hidden_address_of_acip_is_a_stand_in_that_is_explained() -> None:
    stand_ins = {v.vacancy.id: v.placeholder for v in load(SHIPPED, {}).vacancies if v.placeholder}
    assert list(stand_ins) == ["acip"]
    assert "stand-in" in stand_ins["acip"]


def test_what_is_not_said_has_a_default(configured: Write) -> None:
    settings = configured()
    assert settings.storage == Storage("sqlite:///var/intake.db", "var/files")
    assert settings.desk == Desk("127.0.0.1", 8080)
    assert settings.digest == Digest(time(7, 30), ("hr@example.org",), "en")
    (officer,) = settings.vacancies
    assert officer.every == timedelta(minutes=5)
    assert officer.account.security == "tls"
    assert officer.account.server_port == 993
    assert officer.account.user == "officer@example.org"
    assert officer.account.folders == ("INBOX",)
    assert officer.vacancy.letter_may_be_in_body is True
    assert officer.vacancy.deadline.grace == timedelta(0)


def test_smtp_needs_no_more_than_its_host(configured: Write) -> None:
    smtp = configured(intake=('[digest]\nrecipients = ["hr@example.org"]\n', "")).smtp
    assert smtp is not None
    assert smtp.sender == "recruiter@example.org"


def test_without_smtp_there_is_no_server(configured: Write) -> None:
    assert configured(intake=('[smtp]\nhost = "smtp.example.org"\n', "")).smtp is None


def test_mail_comes_from_hr_unless_said_otherwise(configured: Write) -> None:
    smtp = configured().smtp
    assert smtp is not None
    assert smtp.sender == "hr@example.org"


def test_a_mailbox_differs_from_the_defaults_where_it_says_so(configured: Write) -> None:
    settings = configured(
        (
            "password_env",
            'host = "other.example.org"\nport = 1993\nevery = "90s"\n'
            'folders = ["INBOX", "Junk"]\nread_timeout = "2m"\nusername = "officer"\npassword_env',
        ),
        intake=("[smtp]", 'port = 993\nusername = "shared"\nconnect_timeout = "5s"\n\n[smtp]'),
    )
    account = settings.vacancies[0].account
    assert (account.host, account.port, account.user) == ("other.example.org", 1993, "officer")
    assert account.folders == ("INBOX", "Junk")
    assert (account.connect_timeout, account.read_timeout) == (5.0, 120.0)
    assert settings.vacancies[0].every == timedelta(seconds=90)


def test_a_password_is_read_when_it_is_used(configured: Write) -> None:
    environ: dict[str, str] = {}
    account = configured(environ=environ or None).vacancies[0].account
    with pytest.raises(SignInRefused, match="OFFICER_PASSWORD"):
        account.secret.reveal()


def test_a_password_from_the_environment_or_a_file(configured: Write, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("from a file\n", encoding="utf-8")
    settings = configured(
        ('password_env = "OFFICER_PASSWORD"', f'password_file = "{tmp_path}/secret"'),
        intake=("[smtp]", 'password_env = "SHARED"\n\n[smtp]'),
        environ={"SHARED": "from the environment"},
    )
    assert settings.vacancies[0].account.secret.reveal() == "from a file"
    assert "from a file" not in repr(settings)


def test_a_shared_password_is_inherited(configured: Write) -> None:
    settings = configured(
        ('password_env = "OFFICER_PASSWORD"\n', ""),
        intake=("[smtp]", 'password_env = "SHARED"\n\n[smtp]'),
        environ={"SHARED": "from the environment"},
    )
    assert settings.vacancies[0].account.secret.reveal() == "from the environment"


def test_microsoft_and_google_accounts(configured: Write, tmp_path: Path) -> None:
    settings = configured(
        (
            'password_env = "OFFICER_PASSWORD"',
            'auth = "microsoft"\nclient_id = "app"\nclient_secret_env = "APP_SECRET"',
        ),
        intake=("[smtp]", 'tenant = "example.onmicrosoft.com"\n\n[smtp]'),
        environ={"APP_SECRET": "s3cret"},
    )
    account = settings.vacancies[0].account
    assert (account.auth, account.tenant, account.client_id) == (
        "microsoft",
        "example.onmicrosoft.com",
        "app",
    )
    assert account.secret.reveal() == "s3cret"


def test_a_google_key_is_a_file(configured: Write, tmp_path: Path) -> None:
    (tmp_path / "key.json").write_text("{}", encoding="utf-8")
    settings = configured(
        (
            'password_env = "OFFICER_PASSWORD"',
            f'auth = "google"\nservice_account_file = "{tmp_path}/key.json"',
        )
    )
    assert settings.vacancies[0].account.secret.reveal() == "{}"


def test_plain_text_is_for_this_machine_alone(configured: Write) -> None:
    settings = configured(
        ("password_env", 'host = "127.0.0.1"\nport = 1143\nsecurity = "none"\npassword_env')
    )
    assert settings.vacancies[0].account.security == "none"


def test_grace_and_hold(configured: Write) -> None:
    settings = configured(
        ('zone = "CET"', 'zone = "CET"\ngrace = "15m"\nhold_until = 2026-02-09T12:00:00+01:00')
    )
    deadline = settings.vacancies[0].vacancy.deadline
    assert deadline.grace == timedelta(minutes=15)
    assert deadline.hold_until == datetime(2026, 2, 9, 11, tzinfo=UTC)


def test_a_hold_until_a_date_lasts_to_its_end_everywhere_on_earth(configured: Write) -> None:
    settings = configured(('zone = "CET"', "hold_until = 2026-02-08"))
    deadline = settings.vacancies[0].vacancy.deadline
    assert deadline.hold_until == datetime(2026, 2, 9, 12, tzinfo=UTC)


@pytest.mark.parametrize("written", ['"23:59"', "23:59:00", '"23:59:00"'])
def test_a_time_may_be_text_or_a_time_of_toml(configured: Write, written: str) -> None:
    deadline = configured(('"midnight"', written)).vacancies[0].vacancy.deadline
    assert deadline.cutoff == datetime(2026, 2, 8, 22, 59, tzinfo=UTC)


def test_a_database_with_a_password_is_kept_elsewhere(configured: Write, tmp_path: Path) -> None:
    url = "postgresql+psycopg://intake:secret@db.example.org/intake"
    settings = configured(
        intake=("[imap]", '[storage]\ndatabase_env = "INTAKE_DATABASE"\n\n[imap]'),
        environ={"INTAKE_DATABASE": url},
    )
    assert settings.storage.database == url
    assert "secret@" not in repr(settings)


def test_a_database_named_twice_is_a_mistake(configured: Write) -> None:
    twice = '[storage]\ndatabase = "sqlite:///a.db"\ndatabase_env = "B"\n\n[imap]'
    with pytest.raises(ConfigurationError, match="named more than once"):
        configured(intake=("[imap]", twice))


def test_a_file_of_windows_is_read(tmp_path: Path) -> None:
    (tmp_path / "vacancies").mkdir()
    for name in ("intake.toml", "vacancies/officer.toml"):
        text = (BASE / name).read_text(encoding="utf-8").replace("\n", "\r\n")
        (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert load(tmp_path, {}).vacancies[0].vacancy.title == "Technical Officer"
