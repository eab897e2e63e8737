"""Real broken mail, bounces and documents of the corpus, delivered into one mailbox."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from intake.jobs.poll import poll
from intake.jobs.reconcile import reconcile
from intake.settings import load
from intake.store import rows
from intake.store.engine import reading
from intake.triage.verdict import Kind
from intake.wiring import House, build
from tests.journeys.rehearsal import configuration
from tests.support.dovecot import PASSWORD, Dovecot

IN_TIME = datetime(2026, 2, 1, 9, tzinfo=UTC)
pytestmark = pytest.mark.timeout(900)  # five hundred files, some made to take their reader long

MAIL = ("bounce", "mime", "reply")
Told = dict[str, Any]


def as_mail(corpus: Path, entry: Told) -> bytes:
    """A mail as it is; any other file attached to a plain one."""
    path: Path = corpus / entry["path"]
    if entry["category"] in MAIL:
        return path.read_bytes()
    mail = EmailMessage()
    mail["From"] = f"{path.stem} <{path.stem[:9]}@example.org>"
    mail["Subject"] = "Application: Technical Officer, Supply Chain Integrity Unit"
    mail.set_content("Please find my CV attached.\n")
    octets = ("application", "octet-stream")
    mail.add_attachment(path.read_bytes(), *octets, filename=entry["original_name"])
    return mail.as_bytes()


@pytest.fixture(scope="module")
def entries(corpus: Path) -> list[Told]:
    told = json.loads((corpus / "manifest.json").read_text("utf-8"))
    return [one for one in told if (corpus / one["path"]).stat().st_size]


@pytest.fixture(scope="module")
def house(
    corpus: Path, entries: list[Told], dovecot: Dovecot, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    """The whole corpus in the mailbox of one vacancy, polled once."""
    folder = tmp_path_factory.mktemp("corpus") / "config"
    environ = {"TOSCI_PASSWORD": PASSWORD}
    settings = load(configuration(folder, dovecot), environ)
    address = dovecot.new_address()
    dovecot.append_all(address, [(as_mail(corpus, one), IN_TIME) for one in entries])
    (tosci,) = (one for one in settings.vacancies if one.vacancy.id == "tosci")
    there = replace(tosci, account=replace(tosci.account, address=address, username=address))
    with build(replace(settings, vacancies=(there,))) as house:
        result = poll(house.bench, house.inboxes[0])
        assert result.troubles == ()
        yield house


def outcomes(house: House) -> list[rows.MessageRow]:
    with reading(house.engine) as session:
        return sorted(rows.messages(session), key=lambda row: row.uid)


def test_every_mail_of_the_corpus_is_accounted_for(house: House, entries: list[Told]) -> None:
    answer = reconcile(house.bench, house.inboxes[0])
    assert (answer.on_server, answer.accounted) == (len(entries), len(entries))
    assert all(row.outcome is not None for row in outcomes(house))


def test_no_bounce_is_filed_as_an_application(house: House, entries: list[Told]) -> None:
    bounces = [
        (entry["path"], row.verdict.kind)
        for entry, row in zip(entries, outcomes(house), strict=True)
        if entry["category"] == "bounce" and row.verdict
    ]
    applications = [path for path, kind in bounces if kind in (Kind.APPLICATION, Kind.SUPPLEMENT)]
    kinds = Counter(kind for _, kind in bounces)
    assert applications == []
    assert kinds[Kind.AUTOMATIC] >= 0.99 * len(bounces), kinds


def test_no_mail_of_the_corpus_took_its_reader_down(house: House) -> None:
    held = {
        f"m{row.id}": row.verdict.reason for row in outcomes(house) if row.problem and row.verdict
    }
    assert held == {}
