"""The guard on the wire, and the reading of answers, by themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.loopback import is_loopback
from intake.mailbox import answers
from intake.mailbox.faults import is_passing, response_code, said
from intake.mailbox.fetching import MOST_AT_ONCE, OCTETS_AT_ONCE, STREAMED_ABOVE, batches
from intake.mailbox.imap import connect
from intake.mailbox.junk import is_junk
from intake.mailbox.source import Envelope
from intake.mailbox.wire import UnlawfulCommandError, Wire, refuse_what_changes
from tests.support.fake_imap import FakeImap

UIDS = st.frozensets(st.integers(1, 2**32 - 1) | st.integers(1, 50))


@pytest.mark.parametrize(
    "line",
    [
        b"A1 SELECT INBOX", b"A1 UID STORE 1 +FLAGS (\\Seen)", b"A1 STORE 1 FLAGS ()",
        b"A1 UID COPY 1 Trash", b"A1 UID MOVE 1 Trash", b"A1 EXPUNGE", b"A1 UID EXPUNGE 1",
        b"A1 CLOSE", b"A1 DELETE INBOX", b"A1 CREATE x", b"A1 RENAME x y", b"A1 APPEND x {3}",
        b"A1 UID FETCH 1 (BODY[])", b"A1 uid fetch 1 (uid body[HEADER])", b"A1 UID FETCH 1 RFC822",
        b"A1 UID FETCH 1 (RFC822.TEXT)", b"A1 UID FETCH 1 (BINARY[1])", b"A1 FETCH 1 (UID)",
    ],
)  # fmt: skip
def test_commands_that_change_a_mailbox_do_not_pass(line: bytes) -> None:
    with pytest.raises(UnlawfulCommandError):
        refuse_what_changes(line)


@pytest.mark.parametrize(
    "line",
    [
        b"A1 CAPABILITY", b"A1 EXAMINE INBOX", b"A1 UID SEARCH ALL", b"A1 LOGOUT",
        b"A1 UID FETCH 1 (UID BODY.PEEK[]<0.9>)", b"A1 UID FETCH 1:3 (RFC822.SIZE INTERNALDATE)",
    ],
)  # fmt: skip
def test_commands_that_only_read_pass(line: bytes) -> None:
    refuse_what_changes(line)


def test_a_header_with_a_line_break_cannot_add_a_command() -> None:
    forged = "<x@example.org>\r\nA9 CREATE pwned"
    with FakeImap() as fake:
        account = fake.account()
        wire = Wire(account.host, account.server_port, None, (1.0, 1.0))
        wire.login("ada", "secret")
        wire.select_folder("INBOX", readonly=True)
        with pytest.raises(UnlawfulCommandError):
            wire.search(["HEADER", "Message-ID", forged])
        with pytest.raises(UnlawfulCommandError):
            wire.delete_messages([7])
        wire.shutdown()
    assert {command.split(" ")[0] for command in fake.commands} == {
        "CAPABILITY", "LOGIN", "EXAMINE",
    }  # fmt: skip


def test_an_alert_is_kept_to_be_shown() -> None:
    fake = FakeImap(answers={"AUTHENTICATE": b"%TAG% OK [ALERT] Back up\x07 at noon\r\n"})
    with fake, connect(fake.account()) as source:
        assert source.alerts == ("Back up at noon",)


@given(UIDS)
def test_a_sequence_set_names_the_uids_and_no_other(uids: frozenset[int]) -> None:
    text = answers.sequence_set(uids)
    found = answers.ranges_found([b"UID ALL " + text.encode()]) if uids else []
    assert {uid for each in found for uid in each} == uids


@given(UIDS)
def test_searched_uids_come_back(uids: frozenset[int]) -> None:
    assert answers.uids_found([" ".join(map(str, uids)).encode()]) == uids


@given(UIDS)
def test_hundreds_are_all_the_uids_in_order(uids: frozenset[int]) -> None:
    assert [uid for some in answers.in_hundreds(uids) for uid in some] == sorted(uids)


@given(st.lists(st.none() | st.integers(0, 3 * OCTETS_AT_ONCE), max_size=300))
def test_batches_keep_the_order_and_the_bounds(sizes: list[int | None]) -> None:
    envelopes = [Envelope(uid, size) for uid, size in enumerate(sizes, start=1)]
    made = list(batches(envelopes))
    assert [one for batch in made for one in batch] == envelopes
    for batch in made:
        octets = [STREAMED_ABOVE + 1 if one.size is None else one.size for one in batch]
        assert len(batch) == 1 or max(octets) <= STREAMED_ABOVE
        assert len(batch) == 1 or (len(batch) <= MOST_AT_ONCE and sum(octets) <= OCTETS_AT_ONCE)


@given(st.lists(st.binary(max_size=80) | st.tuples(st.binary(max_size=80), st.binary(max_size=9))))
def test_no_answer_is_too_garbled_to_be_left_out(data: list[object]) -> None:
    for answer in answers.read_answers(data):
        assert answer.uid >= 0


JUNK = {
    "Junk": True, "INBOX/Spam": True, "Courrier indésirable": True, "Junk E-mail": True,
    "[Gmail]/Spam": True, "Pourriel": True, "Junkers": False, "INBOX": False, "Spam/2026": False,
}  # fmt: skip


@pytest.mark.parametrize(("name", "junk"), JUNK.items())
def test_the_junk_folder_is_known_by_its_usual_names(name: str, junk: bool) -> None:
    assert is_junk(name) is junk


def test_the_junk_folder_is_known_by_its_mark_whatever_its_name() -> None:
    assert is_junk("Rebuts", "/", [b"\\HasNoChildren", b"\\Junk"])
    assert is_junk("INBOX.Spam", ".")


LOOPBACK = {
    "localhost": True, "127.0.0.1": True, "127.8.8.8": True, "::1": True, "[::1]": True,
    "example.org": False, "10.0.0.1": False, "localhost.example.org": False, "": False,
}  # fmt: skip


@pytest.mark.parametrize(("host", "here"), LOOPBACK.items())
def test_loopback_is_this_machine_only(host: str, here: bool) -> None:
    assert is_loopback(host) is here


def test_a_servers_words_are_shown_on_one_readable_line() -> None:
    assert said(Exception(b"[LIMIT] a\x1b[31m\r\nb")) == "[LIMIT] a [31m b"
    assert said(Exception("UID command error: BAD [b'what']")) == "what"
    assert said(Exception()) == "nothing"
    assert len(said(Exception("x" * 5000))) == 300


def test_a_reason_given_by_code_is_not_guessed_from_words() -> None:
    assert response_code("[AUTHENTICATIONFAILED] try again later") == "AUTHENTICATIONFAILED"
    assert not is_passing("[AUTHENTICATIONFAILED] try again later")
    assert is_passing("try again later")
