"""A server counts its mails anew, or gives a UID twice: nothing is lost or decided twice."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from intake.errors import MailboxUnreachable
from intake.jobs.bench import Inbox
from intake.jobs.poll import Polled, poll
from intake.mailbox.imap import connect
from intake.mailbox.source import Envelope, Fetched, Listing, NotFetched, Source
from tests.jobs.mailroom import BEFORE, VACANCY, Office, mail
from tests.support.dovecot import Dovecot
from tests.support.figures import Figure

PHASES = ("list", "describe", "fetch", "the first mail", "the end")


@dataclass
class Meddled:
    """A source beside which somebody meddles once, at one moment of the poll."""

    source: Source
    phase: str
    meddle: Callable[[], None]

    @property
    def folders(self) -> tuple[str, ...]:
        return self.source.folders

    @property
    def alerts(self) -> tuple[str, ...]:
        return self.source.alerts

    def at(self, phase: str) -> None:
        if phase == self.phase:
            self.phase = ""
            self.meddle()

    def list(self, folder: str) -> Listing:
        self.at("list")
        return self.source.list(folder)

    def describe(self, folder: str, uids: Collection[int]) -> Iterator[Envelope]:
        if uids:
            self.at("describe")
        return self.source.describe(folder, uids)

    def fetch(self, folder: str, envelopes: Iterable[Envelope]) -> Iterator[Fetched | NotFetched]:
        self.at("fetch")
        for one in self.source.fetch(folder, envelopes):
            yield one
            self.at("the first mail")

    def close(self) -> None:
        self.source.close()
        self.at("the end")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _texts(count: int) -> list[bytes]:
    return [mail(f"c{number}@example.org").replace(b"\n", b"\r\n") for number in range(count)]


def _poll(office: Office, open_source: Callable[[], Source], folder: str = "INBOX") -> Polled:
    return poll(office.bench, Inbox(VACANCY.mailbox, "tosci", (folder,), open_source))


def _decisions(office: Office) -> list[list[str]]:
    """What was ever decided of each mail."""
    trails = [office.trail(f"m{row.id}") for row in office.messages]
    return [[what for what in trail if what.startswith("judged")] for trail in trails]


@pytest.mark.parametrize("phase", PHASES)
def test_a_folder_made_anew_at_any_moment_of_a_poll(
    phase: str, dovecot: Dovecot, tmp_path: Path, new_office: Callable[[Path], Office]
) -> None:
    """The same mails under new UIDs: relinked by their bytes, and nothing decided again."""
    address, texts = dovecot.new_address(), _texts(5)
    dovecot.append_all(address, [(raw, BEFORE) for raw in texts], "Applications")

    def anew() -> None:
        with dovecot.person(address) as person:
            person.delete("Applications")
        dovecot.append_all(address, [(raw, BEFORE) for raw in reversed(texts)], "Applications")

    office = new_office(tmp_path)
    plain = partial(connect, dovecot.account(address, folders=("Applications",)))
    _poll(office, lambda: Meddled(plain(), phase, anew), "Applications")
    for _ in range(3):
        polled = _poll(office, plain, "Applications")
    assert polled.troubles == ()
    assert len({row.sha256 for row in office.messages if row.sha256}) == len(texts)
    assert [row.verdict.outcome for row in office.messages if row.verdict and row.sha256] == [
        "filed"
    ] * len(texts)
    assert all(trail == ["judged"] for trail in _decisions(office))
    assert [row.application.messages for row in office.queue] == [
        (row.id,) for row in office.messages if row.sha256
    ]
    assert office.broken == []
    office.bench.engine.dispose()


def _count_anew(dovecot: Dovecot, address: str) -> None:
    """As after a restore: the files are the same, the server's list of UIDs is gone."""
    for path in (dovecot.at / "mail" / address).glob("dovecot*"):
        path.unlink()


def _relink(many: int, dovecot: Dovecot, office: Office, figure: Figure) -> None:
    address = dovecot.new_address()
    dovecot.fill(address, _texts(many))
    before = dovecot.dump(address)
    open_source = partial(connect, dovecot.account(address))
    first = _poll(office, open_source)
    _count_anew(dovecot, address)
    again, quiet = _poll(office, open_source), _poll(office, open_source)
    fetched = [polled.collected.stored for polled in (first, again, quiet) if polled.collected]
    twice = sum(trail != ["judged"] for trail in _decisions(office))
    assert [polled.troubles for polled in (first, again, quiet)] == [(), (), ()]
    assert len(office.messages) == len(office.queue) == many
    assert dovecot.dump(address) == before
    assert office.broken == []
    name = f"{many} mails counted anew by the server"
    figure(f"{name}: decided again", twice, 0, twice == 0)
    figure(f"{name}: fetched first, to be known again, and then",
           fetched, [many, many, 0], fetched == [many, many, 0])  # fmt: skip
    office.bench.engine.dispose()


def test_mails_counted_anew_are_known_again(
    dovecot: Dovecot, tmp_path: Path, new_office: Callable[[Path], Office], figure: Figure
) -> None:
    _relink(150, dovecot, new_office(tmp_path), figure)


@pytest.mark.faults
@pytest.mark.timeout(7200)
def test_ten_thousand_mails_counted_anew_are_known_again(
    dovecot: Dovecot, tmp_path: Path, new_office: Callable[[Path], Office], figure: Figure
) -> None:
    _relink(10_000, dovecot, new_office(tmp_path), figure)


@pytest.mark.parametrize("seen_without", [True, False], ids=["seen without it", "never without it"])
def test_a_uid_that_is_given_to_another_mail_is_said(office: Office, seen_without: bool) -> None:
    """No server may; one that was restored without a new UIDVALIDITY does."""
    box = office.server.inbox
    _, second, third = (box.add(mail(f"{who}@example.org")) for who in ("ada", "bo", "cy"))
    office.poll()
    del box.mails[second], box.mails[third]
    box.uidnext = second
    if seen_without:
        office.poll()
    later = BEFORE + timedelta(hours=3)
    assert box.add(mail("somebody@example.org"), later) == second
    for _ in range(2):
        [trouble] = office.poll().troubles
        assert isinstance(trouble, MailboxUnreachable)
        assert f"(UID {second})" in trouble.problem
        assert "intake import" in trouble.remedy
    assert office.outcomes == ["filed"] * third
    assert office.broken == []


def test_a_uid_that_was_left_out_once_is_no_other_mail(office: Office) -> None:
    """Its size may be told otherwise than before, as Exchange does."""
    uid = office.server.inbox.add(mail())
    office.poll()
    office.server.inbox.mails[uid].raw += b"\n"
    for hides in ({uid}, set(), {uid}, set()):
        office.server.hides = hides
        assert office.poll().troubles == ()
    assert office.trail("m1") == ["stored", "judged"]
