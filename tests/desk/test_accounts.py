"""Accounts: one's own, everybody's, and the command that makes them."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from intake.cli import main
from intake.errors import WrongAccount
from intake.jobs import staff
from intake.store import audit, logbook
from intake.store.staff import get
from tests.desk.conftest import PASSWORD, Desk, account

NEW = "another four words, longer"


def change(desk: Desk, **fields: str) -> tuple[int, str]:
    client = desk.as_("recruiter")
    data = {"old": PASSWORD, "new": NEW, "again": NEW, **fields}
    answer = client.post("/account/password", data=data)
    return answer.status_code, answer.text


def test_a_new_password_ends_every_other_visit(desk: Desk) -> None:
    other = desk.as_("recruiter")
    client = desk.as_("recruiter")
    answer = client.post("/account/password", data={"old": PASSWORD, "new": NEW, "again": NEW})
    assert answer.status_code == 303
    assert client.get("/account").status_code == 200
    assert other.get("/account").status_code == 303
    entered = desk.stranger().post(
        "/sign-in", data={"email": "recruiter@example.org", "password": NEW, "next": "/"}
    )
    assert entered.status_code == 303


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"old": "not the present one"}, "present password is not right"),
        ({"again": "something else entirely"}, "not written the same way twice"),
        ({"new": "short", "again": "short"}, "too short, or easy to guess"),
        ({"new": "aaaaaaaaaaaaaaaa", "again": "aaaaaaaaaaaaaaaa"}, "easy to guess"),
        ({"new": "recruiter recruiter", "again": "recruiter recruiter"}, "easy to guess"),
    ],
)
def test_a_wrong_change_is_told_and_changes_nothing(
    desk: Desk, fields: dict[str, str], told: str
) -> None:
    status, text = change(desk, **fields)
    assert status == 422
    assert told in text
    assert change(desk)[0] == 303


def test_an_administrator_closes_an_account_at_once(desk: Desk) -> None:
    admin, panel = desk.as_("admin"), desk.as_("panel")
    page = admin.get("/accounts").text
    assert "panel@example.org" in page
    with desk.reading() as session:
        number = next(
            int(row.subject[1:])
            for row in logbook.changes(session)
            if row.what == "account added" and '"panel"' in row.details
        )
    assert admin.post(f"/accounts/{number}/switch").status_code == 303
    assert panel.get("/").status_code == 303
    assert "The account of Robin panel is closed." in admin.get("/accounts").text
    assert admin.post(f"/accounts/{number}/switch").status_code == 303
    assert desk.as_("panel").get("/").status_code == 200


def test_nobody_closes_their_own_account(desk: Desk) -> None:
    with desk.reading() as session:
        number = get(session, "admin@example.org").id
    assert desk.as_("admin").post(f"/accounts/{number}/switch").status_code == 422


@pytest.mark.parametrize(
    "changes",
    [
        {"email": "no address"},
        {"email": "recruiter@example.org"},
        {"email": " RECRUITER@example.org"},
        {"name": "  "},
        {"role": "king"},
        {"language": "de"},
        {"role": "panel", "vacancies": ()},
    ],
)
def test_an_account_that_makes_no_sense_is_refused(desk: Desk, changes: dict[str, str]) -> None:
    row = replace(account("recruiter", email="new@example.org"), **changes)  # type: ignore[arg-type]
    with pytest.raises(WrongAccount):
        staff.add(desk.bench, row, PASSWORD, who="Ada")


def test_the_log_names_an_account_by_its_number_alone(desk: Desk) -> None:
    with desk.reading() as session:
        rows = logbook.changes(session)
        assert list(audit.broken(session)) == []
    added = [row for row in rows if row.what == "account added"]
    assert len(added) == 5
    assert "example.org" not in json.dumps([row.details for row in added])


def test_the_command_makes_lists_and_closes_accounts(tmp_path: Path) -> None:
    config = tmp_path / "config"
    (config / "vacancies").mkdir(parents=True)
    source = Path(__file__).parents[2] / "config"
    settings = (source / "intake.toml").read_text("utf-8")
    settings = settings.replace("sqlite:///var/", f"sqlite:///{tmp_path}/")
    settings = settings.replace('"var/files"', f'"{tmp_path}/files"')
    (config / "intake.toml").write_text(settings, "utf-8")
    text = (source / "vacancies" / "acip.toml").read_text("utf-8")
    (config / "vacancies" / "acip.toml").write_text(text, "utf-8")

    def run(*words: str, given: str = "") -> tuple[int, str]:
        result = CliRunner().invoke(main, ["user", *words, "--config", str(config)], given)
        return result.exit_code, result.stdout

    made = ["add", "Ada@Example.org", "--name", "Ada", "--role", "recruiter", "--vacancy", "acip"]
    assert run(*made, given=f"{PASSWORD}\n")[0] == 0
    assert run(*made, given=f"{PASSWORD}\n")[0] == 1
    assert run("change", "ada@example.org", "--role", "hr")[0] == 0
    assert run("password", "ada@example.org", given="short\n")[0] == 1
    assert run("disable", "ada@example.org")[0] == 0
    assert run("disable", "nobody@example.org")[0] == 1
    code, told = run("list", "--json")
    (listed,) = json.loads(told)
    assert (code, listed["email"], listed["role"]) == (0, "ada@example.org", "hr")
    assert (listed["disabled"], listed["vacancies"]) == (True, ["acip"])
    assert "argon2" not in told
