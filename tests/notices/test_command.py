"""`intake notice` as people use it: files in, TOML out, no configuration anywhere."""

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from intake.cli import main
from intake.notices.compose import draft
from intake.reading.sandbox import Sandbox
from tests.notices.drafts import CASES_BY_NAME, differences
from tests.notices.files import docx, latin, pdf


def run(folder: Path, *words: str | Path, expect: int = 0) -> Result:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.delenv("INTAKE_CONFIG", raising=False)
        done = CliRunner().invoke(main, ["notice", *map(str, words)])
    assert done.exit_code == expect, done.output
    return done


def save(folder: Path, name: str, text: str = "") -> Path:
    path = folder / f"{name}.txt"
    path.write_text(text or CASES_BY_NAME[name].text, "utf-8")
    return path


def test_one_notice_is_drafted_on_standard_output(tmp_path: Path) -> None:
    done = run(tmp_path, save(tmp_path, "bank"))
    values = tomllib.loads(done.stdout)
    assert values["title"] == "Senior Credit Risk Analyst"
    assert values["mailbox"]["address"] == "careers@irdb.example.org"
    assert "2 questions" in done.stderr


def test_several_notices_need_a_folder(tmp_path: Path) -> None:
    done = run(tmp_path, save(tmp_path, "bank"), save(tmp_path, "museum"), expect=2)
    assert "--output DIR" in done.stderr
    assert done.stdout == ""


def test_a_file_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    assert "nowhere.txt" in run(tmp_path, "nowhere.txt", expect=2).stderr


def test_a_folder_gets_one_file_a_notice_and_the_questions_are_told(tmp_path: Path) -> None:
    done = run(tmp_path, save(tmp_path, "bank"), save(tmp_path, "museum"), "--output", "drafts")
    assert done.stdout.splitlines() == [
        "drafts/senior-credit-risk-analyst.toml: 2 questions",
        "drafts/assistant-archivist-part-time.toml: 3 questions",
    ]
    assert "close of business" in done.stderr
    assert len(list((tmp_path / "drafts").iterdir())) == 2


def test_a_file_that_is_there_is_replaced_only_by_force(tmp_path: Path) -> None:
    notice = save(tmp_path, "bank")
    written = tmp_path / "senior-credit-risk-analyst.toml"
    written.write_text("mine", "utf-8")
    assert "--force" in run(tmp_path, notice, "--output", ".", expect=1).stderr
    assert written.read_text("utf-8") == "mine"
    run(tmp_path, notice, "--output", ".", "--force")
    assert tomllib.loads(written.read_text("utf-8"))["deadline"]["zone"] == "CET"


def test_two_notices_of_one_title_do_not_overwrite_each_other(tmp_path: Path) -> None:
    first, second = save(tmp_path, "a", BEEKEEPER), save(tmp_path, "b", BEEKEEPER)
    done = run(tmp_path, first, second, "--output", "drafts", "--force")
    assert [line.partition(":")[0] for line in done.stdout.splitlines()] == [
        "drafts/head-of-apiary.toml",
        "drafts/head-of-apiary-2.toml",
    ]


def test_what_cannot_be_read_is_named_and_the_others_are_drafted(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing more")
    done = run(tmp_path, broken, save(tmp_path, "bank"), "--output", "drafts", expect=1)
    assert "broken.pdf could not be read" in done.stderr
    assert "senior-credit-risk-analyst" in done.stdout


BEEKEEPER = (
    "Job title: Head of Apiary\n\nSend your CV to bees@example.org by 3 May 2026, 12:00 CEST."
)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.mark.parametrize(
    ("name", "suffix", "made"),
    [
        ("un-secretariat", ".docx", docx),
        ("un-secretariat", ".pdf", pdf),
        ("museum", ".docx", docx),
        ("museum", ".pdf", pdf),
        ("bank", ".pdf", pdf),
        ("ministere-fr", ".pdf", pdf),
        ("ministere-fr", ".docx", docx),
        ("ministere-fr", ".txt", latin),
    ],
)
def test_the_format_of_the_file_makes_no_difference(
    sandbox: Sandbox, name: str, suffix: str, made: Callable[[str], bytes], tmp_path: Path
) -> None:
    case = CASES_BY_NAME[name]
    file = tmp_path / f"{name}{suffix}"
    file.write_bytes(made(case.text))
    text = sandbox.read_document(file).text
    assert differences(draft(text, name), case.expected) == []
