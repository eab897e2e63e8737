"""What holds for every source of mail, wherever it lies: one suite, all of them."""

import mailbox
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from intake.demo.server import SampleServer
from intake.errors import FolderMissing
from intake.mailbox.account import Account, Secret
from intake.mailbox.folder import open_folder
from intake.mailbox.imap import connect
from intake.mailbox.source import Envelope, NotFetched, Source
from tests.mailbox.brought import brought
from tests.mailbox.test_imap import WHEN
from tests.support.dovecot import Dovecot

MAILS = [
    b"From: Ada <ada@example.org>\r\nSubject: Application\r\n\r\nDear all,\r\n",
    b"From: Bob <bob@example.org>\r\nSubject: \xe9t\xe9\r\n\r\n" + b"long " * 1_000_000 + b"\r\n",
    b"Subject: no sender\r\nDate: never\r\n\r\n",
    b"From: Ada <ada@example.org>\r\nSubject: Application\r\n\r\nDear all,\r\n",
]


# How to put mails there gives how to open it.
Opening = Callable[[], Source]
Making = Callable[[Sequence[bytes]], Opening]


@pytest.fixture
def in_dovecot(dovecot: Dovecot) -> Making:
    """A mailbox on Dovecot."""

    def make(mails: Sequence[bytes]) -> Opening:
        address = dovecot.new_address()
        dovecot.append_all(address, [(mail, WHEN) for mail in mails])
        return lambda: connect(dovecot.account(address))

    return make


@pytest.fixture
def in_sample_server() -> Iterator[Making]:
    """A mailbox on the demonstration's server."""
    with SampleServer() as server:

        def make(mails: Sequence[bytes]) -> Opening:
            for mail in mails:
                server.add("ada@example.org", "INBOX", mail, WHEN)
            secret = Secret.given(server.password)
            account = Account(
                "ada@example.org", server.host, secret, port=server.port, security="none"
            )
            return lambda: connect(account)

        yield make


@pytest.fixture
def in_eml_files(tmp_path: Path) -> Making:
    """A folder of .eml files, and folders in it."""

    def make(mails: Sequence[bytes]) -> Opening:
        for number, mail in enumerate(mails):
            path = tmp_path / "box" / f"day {number}" / "mail.EML"
            path.parent.mkdir(parents=True)
            path.write_bytes(mail)
        return lambda: open_folder(tmp_path / "box")

    return make


@pytest.fixture
def in_maildir(tmp_path: Path) -> Making:
    """A Maildir."""

    def make(mails: Sequence[bytes]) -> Opening:
        box = mailbox.Maildir(tmp_path / "box")
        for number, mail in enumerate(mails):
            (tmp_path / "box" / "new" / f"{number}.host").write_bytes(mail)
        box.close()
        return lambda: open_folder(tmp_path / "box")

    return make


@pytest.fixture
def in_mbox(tmp_path: Path) -> Making:
    """An mbox with the line ends of mail."""

    def make(mails: Sequence[bytes]) -> Opening:
        text = b"".join(b"From ada@example.org Thu Feb  5 10:12:00 2026\n%b\n" % m for m in mails)
        (tmp_path / "box").write_bytes(text)
        return lambda: open_folder(tmp_path / "box")

    return make


KINDS = ("in_dovecot", "in_sample_server", "in_eml_files", "in_maildir", "in_mbox")


@pytest.fixture(params=KINDS)
def made(request: pytest.FixtureRequest) -> Making:
    """Each kind of source in turn."""
    making: Making = request.getfixturevalue(request.param)
    return making


def test_every_mail_comes_as_it_lies_there(made: Making) -> None:
    with made(MAILS)() as source:
        (folder,) = source.folders
        listing = source.list(folder)
        assert listing.folder == folder
        assert listing.complete
        assert not listing.junk
        assert len(listing.uids) == len(MAILS)
        assert listing.uidnext > max(listing.uids)
        assert 0 < listing.uidvalidity < 2**32
        found = brought(source, folder)
    assert found == list(zip(sorted(listing.uids), MAILS, strict=True))


def test_two_looks_see_the_same(made: Making) -> None:
    look = made(MAILS[:2])
    with look() as first, look() as second:
        (folder,) = first.folders
        assert first.list(folder) == second.list(folder)


def test_each_uid_has_one_envelope_in_ascending_order(made: Making) -> None:
    with made(MAILS)() as source:
        (folder,) = source.folders
        uids = sorted(source.list(folder).uids)
        envelopes = list(source.describe(folder, [*reversed(uids), uids[0]]))
    assert [one.uid for one in envelopes] == uids
    assert [one.size for one in envelopes] == [len(mail) for mail in MAILS]


def test_mails_come_in_the_order_they_are_asked_for(made: Making) -> None:
    with made(MAILS)() as source:
        (folder,) = source.folders
        envelopes = list(source.describe(folder, source.list(folder).uids))[::-1]
        assert [one.uid for one in source.fetch(folder, envelopes)] == [
            one.uid for one in envelopes
        ]


def test_a_mail_that_is_not_there_is_gone(made: Making) -> None:
    with made(MAILS[:1])() as source:
        (folder,) = source.folders
        source.list(folder)
        assert list(source.describe(folder, [4711])) == [Envelope(4711, None)]
        (one,) = source.fetch(folder, [Envelope(4711, 12)])
    assert isinstance(one, NotFetched)
    assert one.gone


def test_a_folder_that_is_not_there_is_missing(made: Making) -> None:
    with made(MAILS[:1])() as source, pytest.raises(FolderMissing) as caught:
        source.list("Nowhere")
    assert source.folders[0] in caught.value.remedy


def test_a_source_may_be_closed_twice(made: Making) -> None:
    with made(MAILS[:1])() as source:
        source.list(source.folders[0])
        source.close()
    source.close()
