"""What servers do wrong in listing and describing mail: no wrong conclusion is drawn from it."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from intake.errors import FolderMissing, IntakeError, MailboxUnreachable, SignInRefused
from intake.mailbox.imap import connect
from intake.mailbox.source import Envelope, Listing
from tests.mailbox.brought import brought
from tests.support.fake_imap import CLOSE, HANG, MAIL, OK, Answer, FakeImap

SIZES = r"UID FETCH \S+ \(UID RFC822"


def listing(answers: Mapping[str, Answer], **server: object) -> Listing:
    with FakeImap(answers=answers, **server) as fake, connect(fake.account()) as source:  # type: ignore[arg-type]
        return source.list("INBOX")


def listing_failure(answers: Mapping[str, Answer], folder: str = "INBOX") -> IntakeError:
    with (
        FakeImap(answers=answers) as fake,
        connect(fake.account()) as source,
        pytest.raises(IntakeError) as caught,
    ):
        source.list(folder)
    assert caught.value.remedy
    return caught.value


def test_a_missing_folder_is_answered_with_those_there_are() -> None:
    error = listing_failure({"EXAMINE": b"%TAG% NO [NONEXISTENT] no such\r\n"}, "Vacancies")
    assert isinstance(error, FolderMissing)
    assert str(error) == (
        "The mailbox jobs@example.org has no folder 'Vacancies'. Its folders are: INBOX, Old mail. "
        "Write one of these in `folders`."
    )


def test_a_folder_name_with_a_line_break_adds_no_command() -> None:
    fake = FakeImap(answers={"EXAMINE": b"%TAG% NO no such\r\n"})
    with fake, connect(fake.account()) as source, pytest.raises(FolderMissing):
        source.list("INBOX\r\nA9 DELETE INBOX")
    assert [command.split(" ")[0] for command in fake.commands] == [
        "CAPABILITY", "AUTHENTICATE", "LOGOUT",
    ]  # fmt: skip


def test_a_folder_without_the_right_to_read_waits_for_a_person() -> None:
    error = listing_failure({"EXAMINE": b"%TAG% NO [NOPERM] Permission denied\r\n"})
    assert isinstance(error, SignInRefused)
    assert "Permission denied" in error.problem


PASSING = {
    "the folder is in use": {"EXAMINE": b"%TAG% NO [INUSE] locked\r\n"},
    "the server has trouble": {"EXAMINE": b"%TAG% NO [SERVERBUG] internal error\r\n"},
    "the folders are not listed either": {"EXAMINE|LIST": b"%TAG% NO no\r\n"},
    "no UIDVALIDITY": {"EXAMINE": b"* 1 EXISTS\r\n* OK [UIDNEXT 8] ok\r\n" + OK},
    "UIDVALIDITY is 0": {"EXAMINE": b"* 1 EXISTS\r\n* OK [UIDVALIDITY 0] ok\r\n" + OK},
    "UIDVALIDITY is a word": {"EXAMINE": b"* 1 EXISTS\r\n* OK [UIDVALIDITY new] ok\r\n" + OK},
    "no count": {"EXAMINE": b"* OK [UIDVALIDITY 5] ok\r\n" + OK},
    "the search is refused": {"UID SEARCH": b"%TAG% NO cannot\r\n"},
    "the search is garbled": {"UID SEARCH": b"* SEARCH seven eight\r\n" + OK},
    "a UID that is none": {"UID SEARCH": b"* SEARCH 0 7\r\n" + OK},
    "a UID beyond 32 bits": {"UID SEARCH": b"* SEARCH 7 4294967296\r\n" + OK},
    "goodbye in place of an answer": {"UID SEARCH": b"* BYE shutting down\r\n" + CLOSE},
    "silence": {"UID SEARCH": HANG},
    "the line is cut": {"UID SEARCH": b"* SEARCH 7" + CLOSE},
    "another command's tag": {"UID SEARCH": b"ABCD99 OK done\r\n"},
    "no IMAP at all": {"UID SEARCH": b"<html>\r\n"},
    "a line of two megabytes": {"UID SEARCH": b"* SEARCH " + b"7 " * 1_000_000 + b"\r\n" + OK},
}


@pytest.mark.parametrize("answers", PASSING.values(), ids=PASSING)
def test_a_listing_that_cannot_be_believed_is_tried_again(answers: Mapping[str, Answer]) -> None:
    error = listing_failure(answers)
    assert isinstance(error, MailboxUnreachable)
    assert "jobs@example.org" in error.problem


def test_without_uidnext_it_is_one_above_the_highest() -> None:
    found = listing({"EXAMINE": b"* 1 EXISTS\r\n* OK [UIDVALIDITY 5] ok\r\n" + OK})
    assert (found.uidnext, found.complete) == (8, True)


def test_an_empty_folder_is_a_complete_listing() -> None:
    found = listing({}, mails={})
    assert (found.uids, found.complete) == (frozenset(), True)


def test_a_list_shorter_than_the_count_allows_no_conclusion_from_absence() -> None:
    found = listing({"UID SEARCH": OK})
    assert (found.uids, found.complete) == (frozenset(), False)


def test_a_uid_left_out_once_is_found_by_the_second_look() -> None:
    found = listing({"UID SEARCH": [b"* SEARCH\r\n" + OK, b"* SEARCH 7\r\n" + OK]})
    assert (set(found.uids), found.complete) == ({7}, True)


def test_a_search_over_several_lines_is_read_whole() -> None:
    found = listing({"UID SEARCH": b"* SEARCH 7\r\n* SEARCH 9 8\r\n" + OK})
    assert found.uids == {7, 8, 9}


def test_a_search_with_a_modification_sequence_is_read() -> None:
    assert listing({"UID SEARCH": b"* SEARCH 7 (MODSEQ 917162500)\r\n" + OK}).uids == {7}


def test_what_is_said_unasked_is_not_taken_for_the_answer() -> None:
    unasked = b"* 3 EXPUNGE\r\n* 9 EXISTS\r\n* 4 FETCH (UID 99 FLAGS (\\Seen))\r\n* OK hm\r\n"
    assert listing({"UID SEARCH": unasked + b"* SEARCH 7\r\n" + unasked + OK}).uids == {7}


ESEARCH = "IMAP4rev1 AUTH=PLAIN ESEARCH"
TWO = b"* 2 EXISTS\r\n* OK [UIDVALIDITY 5] ok\r\n" + OK
RANGES = {
    "ranges": (b'* ESEARCH (TAG "x") UID ALL 8:7\r\n' + OK, {7, 8}),
    "ranges wider than the count": (b'* ESEARCH (TAG "x") UID ALL 1:9\r\n' + OK, {7, 9}),
    "four thousand million": (b'* ESEARCH (TAG "x") UID ALL 1:4294967295\r\n' + OK, {7, 9}),
    "nothing": (b'* ESEARCH (TAG "x") UID\r\n' + OK, {7, 9}),
    "a refusal": (b"%TAG% BAD unknown\r\n", {7, 9}),
}


@pytest.mark.parametrize(("answer", "uids"), RANGES.values(), ids=RANGES)
def test_ranges_count_only_when_they_agree_with_the_count(answer: bytes, uids: set[int]) -> None:
    answers = {"EXAMINE": TWO, "UID SEARCH RETURN": answer, "UID SEARCH": b"* SEARCH 7 9\r\n" + OK}
    assert listing(answers, capabilities=ESEARCH).uids == uids


def test_a_great_mailbox_is_listed_in_windows_when_there_are_no_ranges() -> None:
    answers: dict[str, Answer] = {
        "EXAMINE": b"* 180001 EXISTS\r\n* OK [UIDVALIDITY 5] ok\r\n" + OK,
        r"UID SEARCH 1:90000$": _numbers(1, 90_000),
        r"UID SEARCH 90001:180000$": _numbers(90_001, 180_000),
        r"UID SEARCH 180001:\*$": _numbers(4_000_000_000, 4_000_000_000),
    }
    found = listing(answers)
    assert (len(found.uids), found.complete, found.uidnext) == (180_001, True, 4_000_000_001)


def _numbers(first: int, last: int) -> bytes:
    return ("* SEARCH " + " ".join(map(str, range(first, last + 1))) + "\r\n").encode() + OK


def test_the_junk_folder_is_known_by_its_mark() -> None:
    with FakeImap() as fake, connect(fake.account()) as source:
        assert source.list("Old mail").junk
        assert not source.list("INBOX").junk


DATES = {
    '"05-Feb-2026 10:12:00 +0100"': datetime(2026, 2, 5, 9, 12, tzinfo=UTC),
    '" 5-feb-2026 10:12:00 -0530"': datetime(2026, 2, 5, 15, 42, tzinfo=UTC),
    '"31-Feb-2026 10:12:00 +0100"': None,
    '"05-Feb-2026 10:12:00"': None,
    '"05-Fev-2026 10:12:00 +0100"': None,
    '"05-Feb-2026 10:12:60 +0100"': None,
    '"05-Feb-2026 10:12:00 +2500"': None,
    '"yesterday"': None,
    "NIL": None,
}


@pytest.mark.parametrize(("date", "internal"), DATES.items(), ids=DATES)
def test_a_date_that_is_no_moment_is_kept_as_written(date: str, internal: datetime | None) -> None:
    answer = f"* 1 FETCH (UID 7 INTERNALDATE {date} RFC822.SIZE 64)\r\n".encode() + OK
    with FakeImap(answers={SIZES: answer}) as fake, connect(fake.account()) as source:
        (envelope,) = source.describe("INBOX", [7])
    assert envelope == Envelope(7, 64, internal, "" if date == "NIL" else date.strip('"'))


def test_the_servers_offset_is_kept() -> None:
    with FakeImap() as fake, connect(fake.account()) as source:
        (envelope,) = source.describe("INBOX", [7])
    assert envelope.internal is not None
    assert envelope.internal.isoformat() == "2026-02-05T10:12:00+01:00"


UNDESCRIBED = {
    "nothing said": OK,
    "another mail's": b"* 1 FETCH (UID 9 RFC822.SIZE 64)\r\n" + OK,
    "no UID": b"* 7 FETCH (RFC822.SIZE 64)\r\n" + OK,
    "no size": b"* 1 FETCH (UID 7 FLAGS ())\r\n" + OK,
    "an odd number of items": b"* 1 FETCH (UID 7 RFC822.SIZE)\r\n" + OK,
    "an open bracket": b"* 1 FETCH (UID 7 RFC822.SIZE 64\r\n" + OK,
    "refused": b"%TAG% NO [EXPUNGEISSUED] gone\r\n",
}


@pytest.mark.parametrize("answer", UNDESCRIBED.values(), ids=UNDESCRIBED)
def test_a_mail_that_is_not_described_still_has_an_envelope(answer: bytes) -> None:
    with FakeImap(answers={SIZES: answer}) as fake, connect(fake.account()) as source:
        assert list(source.describe("INBOX", [7])) == [Envelope(7, None)]
        assert brought(source) == [(7, MAIL)]
