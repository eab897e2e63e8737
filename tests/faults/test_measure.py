"""What the daemon takes: memory, with a mail of 50 MB too, and the wire, where nothing is new."""

import re
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from intake.jobs.bench import Inbox
from intake.jobs.poll import poll
from intake.mailbox.imap import connect
from intake.mailbox.source import Source
from intake.store import ledger
from intake.store.engine import transaction
from intake.store.ledger import Look
from intake.store.tables import Delivery, Sighting
from tests.daemon.running import Daemon, Place, running, until
from tests.daemon.test_daemon import application, is_up, judged
from tests.jobs.mailroom import BEFORE, VACANCY, Office, mail
from tests.support.dovecot import Dovecot
from tests.support.figures import Figure
from tests.support.proxy import Proxy
from tests.support.smtp import Sink

MIB = 1 << 20
MANY = 40_000


def _status(pid: int, name: str) -> int:
    """Octets of memory of a process, by /proc/PID/status: VmRSS now, VmHWM at most so far."""
    text = Path(f"/proc/{pid}/status").read_text()
    found = re.search(rf"^{name}:\s+(\d+) kB", text, re.MULTILINE)
    assert found
    return int(found[1]) * 1024


def _proportional(pid: int) -> int:
    """Octets of a process, with its part of what it shares (PSS)."""
    found = re.search(r"^Pss:\s+(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.M)
    assert found
    return int(found[1]) * 1024


def _children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _big(size: int) -> bytes:
    """A CV, and a portfolio that makes the mail so large."""
    line = b"QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0" + b"\r\n"
    whole = mail("big@example.org", files=("cv.txt", "portfolio.bin")).replace(b"\n", b"\r\n")
    head, mark, tail = whole.rpartition(b"portfolio.bin of big@example.org")
    return head + mark + b"\r\n" + line * ((size - len(whole)) // len(line)) + tail


def _watched(daemon: Daemon) -> int:
    return _status(daemon.process.pid, "VmHWM")


@pytest.mark.timeout(900)
def test_the_daemon_stays_small(
    tmp_path: Path, dovecot: Dovecot, smtp: Sink, figure: Figure
) -> None:
    address = dovecot.new_address()
    dovecot.append_all(address, [(application(number), None) for number in range(40)])
    place = Place(tmp_path, dovecot.port, smtp.port)
    place.open_vacancy("tosci", address)
    with running(place) as daemon:
        until(lambda: is_up(daemon), 120)
        until(lambda: judged(place) == 40, 240)
        polls = len(daemon.events())
        until(lambda: len(daemon.events()) > polls + 3, 60)
        steady, readers = _watched(daemon), sum(map(_proportional, _children(daemon.process.pid)))
        dovecot.append(address, _big(50 * MIB))
        before = dovecot.dump(address)
        until(lambda: judged(place) == 41, 400)
        most = _watched(daemon)
        assert dovecot.dump(address) == before
        assert daemon.end()[0] == 0
    figure("daemon after 40 mails: most memory (RSS)",
           f"{steady // MIB} MiB, its reading process {readers // MIB} MiB (PSS)",
           "at most 150 MiB", steady <= 150 * MIB)  # fmt: skip
    figure("daemon with a mail of 50 MiB: most memory (RSS)",
           f"{most // MIB} MiB", "at most 250 MiB", most <= 250 * MIB)  # fmt: skip


@pytest.mark.faults
@pytest.mark.timeout(900)
def test_a_killed_daemon_is_back_in_seconds(
    tmp_path: Path, dovecot: Dovecot, smtp: Sink, figure: Figure
) -> None:
    """From its start on: until it answers, and has judged what came meanwhile."""
    address, longest = dovecot.new_address(), 0.0
    place = Place(tmp_path, dovecot.port, smtp.port)
    place.open_vacancy("tosci", address)
    for number in range(1, 11):
        dovecot.append(address, application(number))
        began = time.monotonic()
        with running(place) as daemon:
            until(lambda: is_up(daemon), 60)
            until(lambda: judged(place) == number, 60)  # noqa: B023
            longest = max(longest, time.monotonic() - began)
            daemon.end(signal.SIGKILL)
    figure("daemon killed 10 times: longest until it answers and has judged new mail",
           f"{longest:.1f} s", "at most 10 s", longest <= 10)  # fmt: skip


def _know_all(office: Office, open_source: Callable[[], Source], size: int) -> None:
    """As if every mail there had been fetched and judged: 40,000 would take long."""
    with open_source() as source:
        listing = source.list("INBOX")
        envelope = next(iter(source.describe("INBOX", [1])))
    look = Look(VACANCY.mailbox, "INBOX", BEFORE, BEFORE, listing.uidvalidity, listing.uidnext,
                listing.uids, complete=True)  # fmt: skip
    rows = [
        {"id": number, "vacancy": "tosci", "mailbox": VACANCY.mailbox, "sha256": f"{number:064x}",
         "size": size, "state": "judged"}
        for number in range(1, MANY + 1)
    ]  # fmt: skip
    with transaction(office.bench.engine) as session:
        assert ledger.record(session, "tosci", look) == MANY
        session.execute(insert(Delivery), rows)
        described = {"size": size, "internal_raw": envelope.internal_raw}
        seen = session.scalars(select(Sighting.id).order_by(Sighting.id))
        links = [{"id": one, "delivery_id": at, **described} for at, one in enumerate(seen, 1)]
        session.execute(update(Sighting), links)


def test_an_idle_poll_of_forty_thousand_mails_moves_little(
    dovecot: Dovecot, tmp_path: Path, new_office: Callable[[Path], Office], figure: Figure
) -> None:
    address, raw = dovecot.new_address(), mail().replace(b"\n", b"\r\n")
    dovecot.fill(address, [raw] * MANY)
    before, office = dovecot.dump(address), new_office(tmp_path)
    _know_all(office, partial(connect, dovecot.account(address, read_timeout=240.0)), len(raw))
    with Proxy(dovecot.port) as wire:
        account = dovecot.account(address, port=wire.port)
        inbox = Inbox(VACANCY.mailbox, "tosci", ("INBOX",), partial(connect, account))
        began = time.process_time()
        polled = poll(office.bench, inbox)
        seconds = time.process_time() - began
    assert polled.troubles == ()
    assert polled.collected
    assert (polled.collected.listed, polled.collected.new) == (MANY, 0)
    octets = len(wire.sent) + len(wire.received)
    bodies = bytes(wire.sent).count(b"BODY")
    assert dovecot.dump(address) == before
    office.bench.engine.dispose()
    name = f"an idle poll of {MANY} mails"
    figure(f"{name}: octets moved", octets, "at most 300,000", octets <= 300_000)
    figure(f"{name}: texts asked for", bodies, 0, bodies == 0)
    figure(f"{name}: our processor time", f"{seconds:.1f} s", "at most 2 s", seconds <= 2)
