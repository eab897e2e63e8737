"""What servers do wrong in handing over mail: nothing wrong is kept, nothing is left unsaid."""

from collections.abc import Mapping

import pytest

from intake.errors import MailboxUnreachable
from intake.mailbox.imap import connect
from intake.mailbox.source import NotFetched
from tests.mailbox.brought import brought
from tests.support.fake_imap import CLOSE, HANG, MAIL, OK, Answer, FakeImap, fetched

BODY = r"UID FETCH \S+ \(UID BODY"
SIZES = r"UID FETCH \S+ \(UID RFC822"
MORE = MAIL + b"and one line more\r\n"
EXAMINED = b"* 1 EXISTS\r\n* OK [UIDVALIDITY 5] ok\r\n* OK [UIDNEXT 8] ok\r\n" + OK


def fetching(
    answers: Mapping[str, Answer], mails: Mapping[int, bytes] | None = None
) -> list[tuple[int, bytes] | NotFetched]:
    with FakeImap(mails or {7: MAIL}, answers) as fake, connect(fake.account()) as source:
        return brought(source)


def not_fetched(answers: Mapping[str, Answer]) -> NotFetched:
    """Why the only mail could not be had."""
    (one,) = fetching(answers)
    assert isinstance(one, NotFetched)
    assert one.uid == 7
    return one


def lost(answers: Mapping[str, Answer]) -> MailboxUnreachable:
    """How the connection was lost while the only mail was fetched; it is not used again."""
    with FakeImap(answers=answers) as fake, connect(fake.account()) as source:
        with pytest.raises(MailboxUnreachable) as caught:
            brought(source)
        with pytest.raises(MailboxUnreachable, match="was closed before"):
            source.list("INBOX")
    assert "jobs@example.org" in caught.value.problem
    return caught.value


def test_honest_mails_come_as_they_are() -> None:
    mails = {7: MAIL, 8: b"", 9: b"x" * 5_000_000, 12: MAIL}
    assert fetching({}, mails) == list(mails.items())


WITHHELD = {
    "done, without data": OK,
    "NIL": b"* 1 FETCH (UID 7 BODY[] NIL)\r\n" + OK,
    "another mail's text": b"* 1 FETCH (UID 9 BODY[] {3}\r\nabc)\r\n" + OK,
    "a text without a UID": b"* 7 FETCH (BODY[] {3}\r\nabc)\r\n" + OK,
    "a part for the whole": b"* 1 FETCH (UID 7 BODY[]<0> {3}\r\nabc)\r\n" + OK,
    "only the head": b"* 1 FETCH (UID 7 BODY[HEADER] {3}\r\nabc)\r\n" + OK,
    "garbled": b"* 1 FETCH (UID 7 BODY[] {3}\r\nabc\r\n" + OK,
    "refused": b"%TAG% NO cannot read this message\r\n",
    "not understood": b"%TAG% BAD what\r\n",
}


@pytest.mark.parametrize("answer", WITHHELD.values(), ids=WITHHELD)
def test_a_text_that_is_not_handed_over_is_left_to_a_person(answer: bytes) -> None:
    found = not_fetched({BODY: answer})
    assert not found.gone
    assert "does not hand over its text whole" in found.problem


@pytest.mark.parametrize("answer", WITHHELD.values(), ids=WITHHELD)
def test_a_text_that_comes_at_the_second_try_is_taken(answer: bytes) -> None:
    assert fetching({BODY: [answer, fetched(1, 7, MAIL) + OK]}) == [(7, MAIL)]


def test_one_refusal_costs_no_other_mail() -> None:
    whole = fetched(1, 7, MAIL) + OK
    answers: dict[str, Answer] = {
        r"UID FETCH 7:8 \(UID BODY": b"%TAG% NO [CANNOT] one of these is broken\r\n",
        r"UID FETCH 7 \(UID BODY": whole,
        r"UID FETCH 8 \(UID BODY": b"%TAG% NO [CANNOT] broken\r\n",
    }
    first, second = fetching(answers, {7: MAIL, 8: MAIL})
    assert first == (7, MAIL)
    assert isinstance(second, NotFetched)
    assert '"[CANNOT] broken"' in second.problem


GONE = {
    "size 0 and NIL": b"* 1 FETCH (UID 7 RFC822.SIZE 0 BODY[] NIL)\r\n" + OK,
    "nothing": OK,
    "a refusal": b"%TAG% NO [EXPUNGEISSUED] Some of the requested messages no longer exist\r\n",
}


@pytest.mark.parametrize("answer", GONE.values(), ids=GONE)
def test_a_mail_that_somebody_removed_is_called_gone(answer: bytes) -> None:
    found = not_fetched({BODY: answer, "UID SEARCH UID 7": b"* SEARCH\r\n" + OK})
    assert found.gone
    assert "removed or moved" in found.problem


def test_exchanges_apology_is_not_taken_for_a_candidates_mail() -> None:
    apology = (
        b'From: "Microsoft Exchange Server" <noreply@example.org>\r\nSubject: Retrieval using the '
        b"IMAP4 protocol failed for the following message: 7\r\n\r\nThe server couldn't...\r\n"
    )
    found = not_fetched({BODY: fetched(1, 7, apology) + OK})
    assert "Exchange" in found.problem
    assert "Outlook" in found.problem
    assert fetching({}, {7: apology}) == [(7, apology)], "a person may send these very words"


def test_a_wrong_announced_size_is_forgiven_when_the_text_comes_twice_the_same() -> None:
    assert fetching({BODY: fetched(1, 7, MORE) + OK}) == [(7, MORE)]


def test_a_text_that_changes_each_time_is_not_believed() -> None:
    changing = [fetched(1, 7, MORE + b"%d" % turn) + OK for turn in range(9)]
    assert "whole" in not_fetched({BODY: list(changing)}).problem


def test_a_text_once_cut_short_is_fetched_again() -> None:
    cut = fetched(1, 7, MAIL[:20]) + OK
    assert fetching({BODY: [cut, fetched(1, 7, MAIL) + OK]}) == [(7, MAIL)]


def test_flags_said_unasked_do_not_disturb_a_text() -> None:
    unasked = b"* 1 FETCH (UID 7 FLAGS (\\Seen))\r\n* 2 FETCH (FLAGS ())\r\n* 5 EXPUNGE\r\n"
    assert fetching({BODY: unasked + fetched(1, 7, MAIL) + unasked + OK}) == [(7, MAIL)]


def test_a_short_text_may_come_in_quotes() -> None:
    answers: dict[str, Answer] = {
        SIZES: b"* 1 FETCH (UID 7 RFC822.SIZE 5)\r\n" + OK,
        BODY: b'* 1 FETCH (UID 7 BODY[] "12345")\r\n' + OK,
    }
    assert fetching(answers) == [(7, b"12345")]


LOST = {
    "cut within a text": fetched(1, 7, MAIL)[:60] + CLOSE,
    "stuck within a text": fetched(1, 7, MAIL)[:60] + HANG,
    "cut before the end": fetched(1, 7, MAIL) + CLOSE,
    "goodbye after the text": fetched(1, 7, MAIL) + b"* BYE enough\r\n" + CLOSE,
    "throttled": b"%TAG% NO [THROTTLED] slow down\r\n",
    "a text of four gigabytes": b"* 1 FETCH (UID 7 BODY[] {4294967296}\r\n" + HANG,
    "a text of minus one": b"* 1 FETCH (UID 7 BODY[] {-1}\r\nabc)\r\n" + CLOSE,
}


@pytest.mark.parametrize("answer", LOST.values(), ids=LOST)
def test_a_lost_connection_yields_no_mail_and_is_not_used_again(answer: bytes) -> None:
    assert "tried again" in lost({BODY: answer}).remedy


def test_a_mail_that_breaks_the_connection_costs_no_mail_before_it() -> None:
    mails = {uid: MAIL + str(uid).encode() for uid in range(1, 6)}
    breaks = {r"UID FETCH (1:5|4) \(UID BODY": fetched(1, 1, mails[1]) + CLOSE}
    with FakeImap(mails, breaks) as fake, connect(fake.account()) as source:
        listing = source.list("INBOX")
        envelopes = list(source.describe("INBOX", listing.uids))
        came = []
        with pytest.raises(MailboxUnreachable):
            for answer in source.fetch("INBOX", envelopes):
                came.append(answer.uid)
    # The caller is left waiting for the one that is to blame.
    assert came == [1, 2, 3]


def test_a_folder_made_anew_while_we_connected_anew_is_not_taken_for_the_old_one() -> None:
    examined = [EXAMINED.replace(b"1 EX", b"2 EX"), EXAMINED.replace(b"VALIDITY 5", b"VALIDITY 6")]
    answers: dict[str, Answer] = {"EXAMINE": examined, r"UID FETCH 7:8 \(UID BODY": CLOSE}
    with (
        FakeImap({7: MAIL, 8: MAIL}, answers) as fake,
        connect(fake.account()) as source,
        pytest.raises(MailboxUnreachable, match="made anew during the poll"),
    ):
        brought(source)


def test_an_answer_without_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("intake.mailbox.wire.LONGEST_ANSWER", 100_000)
    endless = b"* 1 FETCH (UID 9 FLAGS ())\r\n" * 10_000
    assert "does not end" in lost({BODY: endless + HANG}).problem


def test_an_answer_drop_by_drop_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("intake.mailbox.wire.LONGEST_WAIT", -1.0)
    with FakeImap() as fake, pytest.raises(MailboxUnreachable, match="takes too long"):
        connect(fake.account())


def test_a_folder_made_anew_during_the_poll_is_listed_again_first() -> None:
    renewed = [EXAMINED, EXAMINED, EXAMINED.replace(b"VALIDITY 5", b"VALIDITY 6")]
    with FakeImap(answers={"EXAMINE": renewed}) as fake, connect(fake.account()) as source:
        source.list("INBOX")
        source.list("Old mail")
        with pytest.raises(MailboxUnreachable, match="made anew during the poll"):
            list(source.describe("INBOX", [7]))
