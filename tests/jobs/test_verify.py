"""What was changed behind Intake's back is found and named."""

import os

from sqlalchemy import text

from intake.jobs.verify import verify
from intake.store.engine import transaction
from tests.jobs.mailroom import Office, mail


def test_what_is_as_it_was_passes(office: Office) -> None:
    office.server.inbox.add(mail())
    office.server.inbox.add(mail("bo@example.org"))
    office.poll()
    found = verify(office.bench)
    assert (found.files, found.faults) == (2, ())
    assert found.rows == 7  # the deadline; and each mail stored, judged, filed
    assert len(found.head) == 64


def test_a_damaged_file_and_a_missing_one_are_named_with_their_mail(office: Office) -> None:
    office.server.inbox.add(mail())
    office.server.inbox.add(mail("bo@example.org"))
    office.poll()
    first, second = (office.bench.files.path(row.sha256 or "") for row in office.messages)
    first.write_bytes(b"other")
    second.unlink()
    faults = sorted(verify(office.bench).faults)
    assert faults[0].startswith("The file of m1 is not what it was")
    assert faults[1].startswith("The file of m2 is missing")


def test_a_verdict_changed_by_hand_is_named(office: Office) -> None:
    office.server.inbox.add(mail())
    office.poll()
    with transaction(office.bench.engine) as session:
        session.execute(text("UPDATE judgement SET outcome = 'refused'"))
        session.execute(text("UPDATE audit SET details = '{}' WHERE id = 3"))
    assert verify(office.bench).faults == (
        "Audit row 3: it was changed after it was written.",
        "The ledger: m1 is refused, and the audit trail does not say so.",
    )


def test_what_no_reference_leads_to_is_named(office: Office) -> None:
    office.server.inbox.add(mail())
    office.poll()
    stray = office.bench.files.keep([b"left by a killed process"])
    os.utime(office.bench.files.path(stray.sha256), (0, 0))
    with transaction(office.bench.engine) as session:
        session.execute(text("UPDATE sighting SET mailbox = 'other@example.org'"))
        at = text(
            'INSERT INTO decision (at, who, what, "to", why, delivery_id)'
            " SELECT stored_at, 'me', 'admit', 'other', 'because', id FROM delivery"
        )
        session.execute(at)
    found = verify(office.bench)
    assert found.strays == (stray.sha256,)
    assert [fault for fault in found.faults if "Sighting 1 leads to m1" in fault]
    assert [fault for fault in found.faults if "Decision 1 (admit)" in fault]
