"""The drill: a backup under load, everything destroyed, restored, polled; nothing is missing."""

import shutil
import stat
import tarfile
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from intake.errors import AlreadyRunning, StoreDamaged, WrongUse
from intake.jobs.backup import backup, restore
from intake.jobs.reconcile import reconcile
from intake.jobs.verify import verify
from intake.store import dump, lease
from intake.store.engine import transaction
from intake.store.files import Files
from tests.jobs.mailroom import AFTER, CUTOFF, Office, mail


def arrive(office: Office, first: int, last: int) -> None:
    for number in range(first, last):
        when = AFTER if number % 5 == 0 else office.clock.now
        office.server.inbox.add(mail(f"c{number}@example.org"), when)


def destroy(office: Office) -> None:
    with transaction(office.bench.engine) as session:
        dump.clear(session)
    shutil.rmtree(office.bench.files.root)


def test_the_drill(office: Office, tmp_path: Path) -> None:
    arrive(office, 0, 20)
    office.poll()
    arrive(office, 20, 50)
    load = threading.Thread(target=office.poll)
    load.start()
    kept = backup(office.bench, tmp_path)
    load.join()
    before = {row.sha256: row.outcome for row in office.messages}
    destroy(office)
    back = restore(office.bench, kept.file)
    assert (back.mails, back.head) == (kept.mails, kept.head)
    assert kept.mails >= 20
    arrive(office, 50, 55)
    assert office.poll().troubles == ()
    found = reconcile(office.bench, office.inbox)
    assert str(found) == "55 on the server, 55 accounted for, 0 missing"
    assert verify(office.bench).faults == ()
    after = {row.sha256: row.outcome for row in office.messages}
    assert len(office.messages) == len(after) == 55
    assert {one: after[one] for one in before} == before


def test_a_backup_newer_than_the_mailbox_doubles_nothing(office: Office, tmp_path: Path) -> None:
    arrive(office, 0, 6)
    office.poll()
    kept = backup(office.bench, tmp_path / "all.tar")
    destroy(office)
    restore(office.bench, kept.file)
    office.server.inbox.count_anew()  # the mailbox was restored as well, and lost its last mail
    office.server.inbox.mails.popitem()
    for _ in range(3):
        assert office.poll().troubles == ()
    assert len(office.messages) == 6
    assert verify(office.bench).faults == ()


def test_a_deadline_between_backup_and_restore_shuts_nobody_out(
    office: Office, tmp_path: Path
) -> None:
    office.clock.now = CUTOFF - timedelta(hours=5)
    arrive(office, 1, 3)
    office.poll()
    kept = backup(office.bench, tmp_path / "all.tar")
    office.clock.now = CUTOFF - timedelta(hours=1)
    office.server.inbox.add(mail("in.time@example.org"), CUTOFF - timedelta(hours=2))
    moved = office.server.inbox.add(mail("moved@example.org"), CUTOFF + timedelta(hours=2))
    office.poll()  # sees that one of them has a wrong date
    for minutes in (10, 130):
        late = CUTOFF + timedelta(minutes=minutes)
        office.server.inbox.add(mail(f"late{minutes}@example.org"), late)
    office.clock.now = AFTER
    office.poll()
    assert office.outcomes == ["filed"] * 4 + ["refused"] * 2
    destroy(office)
    restore(office.bench, kept.file)
    office.clock.now = AFTER + timedelta(days=2)
    assert office.poll().troubles == ()
    # Whose date speaks for them are in; the others' evidence is gone, so a person decides.
    found = {row.uid: row for row in office.messages}
    assert [found[uid].outcome for uid in sorted(found)] == ["filed"] * 3 + ["held"] * 3
    verdict = found[moved].verdict
    assert verdict
    assert verdict.timing.decided_by == "outage"


def test_what_is_there_is_not_overwritten_unasked(office: Office, tmp_path: Path) -> None:
    arrive(office, 0, 2)
    office.poll()
    kept = backup(office.bench, tmp_path / "all.tar")
    assert stat.S_IMODE(kept.file.stat().st_mode) == 0o600
    with pytest.raises(WrongUse, match="already remembers") as refused:
        restore(office.bench, kept.file)
    assert "--force" in refused.value.remedy
    arrive(office, 2, 3)
    office.poll()
    restore(office.bench, kept.file, force=True)
    assert len(office.messages) == 2


def test_a_running_daemon_is_in_the_way(office: Office, tmp_path: Path) -> None:
    kept = backup(office.bench, tmp_path / "all.tar")
    with lease.hold(office.bench.engine, lease.DAEMON, office.clock), pytest.raises(AlreadyRunning):
        restore(office.bench, kept.file)


@pytest.mark.parametrize("at", [0.3, 0.6, 0.95])
def test_a_cut_backup_is_refused_and_the_store_stays(
    office: Office, tmp_path: Path, at: float
) -> None:
    arrive(office, 0, 6)
    office.poll()
    kept = backup(office.bench, tmp_path / "all.tar")
    whole = kept.file.read_bytes()
    kept.file.write_bytes(whole[: int((len(whole) - 10_240) * at)])
    with pytest.raises(StoreDamaged, match="cannot be restored"):
        restore(office.bench, kept.file, force=True)
    assert len(office.messages) == 6
    assert verify(office.bench).faults == ()


def test_an_altered_backup_is_refused(office: Office, tmp_path: Path) -> None:
    arrive(office, 0, 3)
    office.poll()
    kept = backup(office.bench, tmp_path / "all.tar")
    whole = kept.file.read_bytes()
    for was, becomes in ((b"Please find", b"Please lose"), (b'"judged"', b'"stored"')):
        assert was in whole
        kept.file.write_bytes(whole.replace(was, becomes))
        with pytest.raises(StoreDamaged, match="not what it was"):
            restore(office.bench, kept.file, force=True)
    assert len(office.messages) == 3


def test_a_missing_file_stops_the_backup_and_the_last_one_stays(
    office: Office, tmp_path: Path
) -> None:
    arrive(office, 0, 2)
    office.poll()
    kept = backup(office.bench, tmp_path / "all.tar")
    good = kept.file.read_bytes()
    office.bench.files.path(office.messages[0].sha256 or "").unlink()
    with pytest.raises(StoreDamaged, match="m1"):
        backup(office.bench, tmp_path / "all.tar")
    assert kept.file.read_bytes() == good
    assert sorted(one.name for one in tmp_path.glob("all.tar*")) == ["all.tar"]


def test_it_is_an_ordinary_tar_file(office: Office, tmp_path: Path) -> None:
    arrive(office, 0, 1)
    office.poll()
    kept = backup(office.bench, tmp_path / "all.tar")
    elsewhere = replace(office.bench, files=Files(tmp_path / "elsewhere", reserve=0))
    restore(elsewhere, kept.file, force=True)
    assert verify(elsewhere).faults == ()
    with tarfile.open(kept.file) as tar:
        assert {"about.json", "tables/audit"} <= set(tar.getnames())
