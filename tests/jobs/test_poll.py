"""From the server to a verdict on each mail, whatever happens to the mailbox in between."""

from datetime import timedelta


from intake.jobs.poll import Polled, poll
from intake.store import rows
from intake.store.engine import reading
from intake.store.rows import ApplicationRow, MessageRow
from tests.jobs.mailroom import AFTER, Office, mail


def run(office: Office) -> Polled:
    office.clock.now += timedelta(minutes=5)
    return poll(office.bench, office.inbox)


def messages(office: Office) -> list[MessageRow]:
    with reading(office.bench.engine) as session:
        return rows.messages(session)


def queue(office: Office) -> list[ApplicationRow]:
    with reading(office.bench.engine) as session:
        return rows.applications(session)


def outcomes(office: Office) -> list[str]:
    return [row.verdict.outcome.value for row in messages(office) if row.verdict]


def test_a_mail_in_time_is_filed_and_makes_an_application(office: Office) -> None:
    office.server.inbox.add(mail())
    polled = run(office)
    assert polled.troubles == ()
    assert outcomes(office) == ["filed"]
    [application] = queue(office)
    assert application.application.candidate.email == "ada@example.org"
    assert application.application.complete
    assert application.stage == "new"
    assert messages(office)[0].application == application.id


def test_a_late_mail_is_refused_with_its_evidence(office: Office) -> None:
    office.clock.now = AFTER
    office.server.inbox.add(mail(), internal=AFTER)
    run(office)
    [row] = messages(office)
    assert row.verdict
    assert (row.verdict.outcome, row.verdict.timing.decided_by) == ("refused", "internal")
    assert row.internal == AFTER
    assert queue(office) == []
