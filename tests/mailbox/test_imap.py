"""A real mailbox on a real Dovecot: read whole, and left as it was."""

import tracemalloc
from datetime import datetime, timedelta, timezone
from time import process_time

import pytest

from intake.errors import FolderMissing, MailboxUnreachable, SignInRefused
from intake.mailbox.account import Secret
from intake.mailbox.imap import connect
from intake.mailbox.probe import probe
from intake.mailbox.source import Fetched, NotFetched
from tests.mailbox.brought import brought
from tests.support.dovecot import Dovecot
from tests.support.lawful import unlawful
from tests.support.proxy import Fault, Proxy

WHEN = datetime(2026, 2, 5, 10, 12, tzinfo=timezone(timedelta(hours=1)))
MAIL = b"From: Ada <ada@example.org>\r\nSubject: Application\r\n\r\nDear all,\r\n"


def numbered(number: int) -> bytes:
    return MAIL.replace(b"Application", b"Application %d" % number)


@pytest.fixture
def address(dovecot: Dovecot) -> str:
    """A mailbox of one's own."""
    return dovecot.new_address()


def test_internaldate_comes_with_the_servers_offset(dovecot: Dovecot, address: str) -> None:
    dovecot.append(address, MAIL, internal=WHEN)
    with connect(dovecot.account(address)) as source:
        (envelope,) = source.describe("INBOX", source.list("INBOX").uids)
    assert envelope.internal == WHEN
    assert envelope.internal_raw == "05-Feb-2026 10:12:00 +0100"
    assert envelope.size == len(MAIL)


def test_the_mailbox_stays_as_it_was_byte_for_byte(dovecot: Dovecot, address: str) -> None:
    dovecot.append_all(address, [(numbered(number), WHEN) for number in range(20)])
    dovecot.append_all(address, [(MAIL + b"x" * 5_000_000, WHEN)], "Applications")
    before = dovecot.dump(address)
    assert len(before) == 21
    for _ in range(2):
        with connect(dovecot.account(address, folders=("INBOX", "Applications"))) as source:
            for folder in source.folders:
                assert all(not isinstance(one, NotFetched) for one in brought(source, folder))
        probe(dovecot.account(address))
    assert dovecot.dump(address) == before
    with dovecot.person(address) as person:
        person.select()
        assert person.search(None, "UNSEEN")[1] == [b" ".join(b"%d" % n for n in range(1, 21))]
        assert person.response("RECENT")[1] == [b"20"], "nobody has opened this mailbox before"


def test_only_commands_that_read_go_over_the_wire(dovecot: Dovecot, address: str) -> None:
    dovecot.append(address, b"Subject: x\r\n\r\n" + b"y" * 5_000_000)
    dovecot.append(address, MAIL)
    with Proxy(dovecot.port) as wire:
        account = dovecot.account(address, port=wire.port)
        probe(account)
        with connect(account) as source:
            brought(source)
            with pytest.raises(FolderMissing):
                source.list('a "folder" {1}')
    lines = [line.partition(" ") for line in bytes(wire.sent).decode("ascii").splitlines()]
    commands = [command for _, _, command in lines if command]
    assert len(commands) > 15
    assert unlawful(commands) == []


def test_mail_that_a_person_read_flagged_or_answered_is_listed_all_the_same(
    dovecot: Dovecot, address: str
) -> None:
    dovecot.append_all(address, [(numbered(number), WHEN) for number in range(3)])
    with connect(dovecot.account(address)) as source:
        before = source.list("INBOX")
    with dovecot.person(address) as person:
        person.select()
        person.store("1:2", "+FLAGS", r"(\Seen \Flagged \Answered $Forwarded \Deleted)")
    with connect(dovecot.account(address)) as source:
        assert source.list("INBOX") == before
        assert [one for one in brought(source) if isinstance(one, NotFetched)] == []


def test_a_folder_made_anew_has_another_uidvalidity(dovecot: Dovecot, address: str) -> None:
    dovecot.append(address, MAIL, "Applications")
    account = dovecot.account(address)
    with connect(account) as source:
        before = source.list("Applications")
    with dovecot.person(address) as person:
        person.delete("Applications")
    dovecot.append(address, MAIL, "Applications")
    with connect(account) as source:
        after = source.list("Applications")
    assert before.uids == after.uids == {1}
    assert before.uidvalidity != after.uidvalidity


def test_a_mail_removed_after_the_listing_is_gone_and_the_others_come(
    dovecot: Dovecot, address: str
) -> None:
    dovecot.append_all(address, [(numbered(number), WHEN) for number in range(4)])
    with connect(dovecot.account(address)) as source:
        envelopes = list(source.describe("INBOX", source.list("INBOX").uids))
        with dovecot.person(address) as person:
            person.select()
            person.store("2", "+FLAGS", r"(\Deleted)")
            person.expunge()
        found = list(source.fetch("INBOX", envelopes))
        uid_of = {one.uid: isinstance(one, Fetched) for one in found}
        assert uid_of == {1: True, 2: False, 3: True, 4: True}
        assert [one.gone for one in found if isinstance(one, NotFetched)] == [True]
        assert source.list("INBOX").uids == {1, 3, 4}


def test_several_folders_each_have_their_own_uids(dovecot: Dovecot, address: str) -> None:
    dovecot.append(address, numbered(1))
    dovecot.append(address, numbered(2), "Rebuts")
    dovecot.append(address, numbered(3), "&AMk-t&AOk-/Candidatures &- divers")
    with connect(dovecot.account(address)) as source:
        names = source.folder_names()
        assert names["Rebuts"], "by RFC 6154, whatever it is called"
        contents = {name: brought(source, name) for name in names}
    assert contents["INBOX"] == [(1, numbered(1))]
    assert contents["Rebuts"] == [(1, numbered(2))]
    assert contents["Été/Candidatures & divers"] == [(1, numbered(3))]


def test_a_missing_folder_is_named_with_those_there_are(dovecot: Dovecot, address: str) -> None:
    dovecot.append(address, MAIL, "Applications")
    with connect(dovecot.account(address)) as source, pytest.raises(FolderMissing) as caught:
        source.list("Aplications")
    assert "Its folders are: Applications, INBOX." in caught.value.remedy


def test_a_mail_of_30_mb_comes_whole_in_little_memory(dovecot: Dovecot, address: str) -> None:
    line = b"0123456789" * 7 + b"\r\n"
    raw = MAIL + line * (30 * 2**20 // len(line))
    dovecot.append(address, raw)
    with connect(dovecot.account(address)) as source:
        envelopes = list(source.describe("INBOX", source.list("INBOX").uids))
        tracemalloc.start()
        (found,) = (
            sum(len(piece) for piece in one.chunks)
            for one in source.fetch("INBOX", envelopes)
            if isinstance(one, Fetched)
        )
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert found == len(raw)
    assert peak < 8 * 2**20


def test_20000_mails_are_listed_and_described_in_seconds(dovecot: Dovecot, address: str) -> None:
    dovecot.fill(address, [MAIL] * 20_000)
    with connect(dovecot.account(address, read_timeout=120.0)) as source:
        begun = process_time()
        listing = source.list("INBOX")
        listed = process_time() - begun
        described = sum(1 for one in source.describe("INBOX", listing.uids) if one.internal)
        spent = process_time() - begun
    assert (len(listing.uids), described) == (20_000, 20_000)
    assert listed < 0.5, "seconds of our own work: ranges, not a line of numbers"
    assert spent < 10


def test_a_wrong_password_is_refused_with_the_servers_words(dovecot: Dovecot, address: str) -> None:
    with pytest.raises(SignInRefused) as caught:
        connect(dovecot.account(address, secret=Secret.given("wrong")))
    assert caught.value.problem == (
        f"The server 127.0.0.1 refused to sign in {address}. "
        'It said: "[AUTHENTICATIONFAILED] Authentication failed.".'
    )


def test_a_connection_cut_at_any_byte_yields_no_wrong_mail(dovecot: Dovecot, address: str) -> None:
    whole = [(uid, numbered(uid)) for uid in (1, 2)]
    dovecot.append_all(address, [(raw, WHEN) for _, raw in whole])
    with Proxy(dovecot.port) as wire:
        with connect(dovecot.account(address, port=wire.port)) as source:
            assert brought(source) == whole
        octets = len(wire.received)
    ends = 0
    for cut in range(1, octets - 90, max(1, octets // 120)):
        with Proxy(dovecot.port, Fault("cut", cut)) as wire:
            account = dovecot.account(address, port=wire.port)
            try:
                with connect(account) as source:
                    # Asked for one by one, over a new connection, both may come in time.
                    assert brought(source) == whole
            except MailboxUnreachable:
                ends += 1
    assert ends > 90


def test_a_probe_tells_the_folders_and_the_junk_that_nobody_watches(
    dovecot: Dovecot, address: str
) -> None:
    dovecot.append(address, MAIL)
    dovecot.append(address, MAIL, "Rebuts")
    found = probe(dovecot.account(address))
    assert found.folders == ("INBOX", "Rebuts")
    assert found.messages == {"INBOX": 1}
    assert found.warnings == (
        "The junk folder Rebuts is not watched: an application that lands there is not seen. "
        "Add it to `folders` if it should be.",
    )
    assert probe(dovecot.account(address, folders=("INBOX", "Rebuts"))).warnings == ()
