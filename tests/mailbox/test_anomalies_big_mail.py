"""Big mails come in pieces; what servers do wrong with pieces."""

from collections.abc import Mapping

import pytest

from intake.mailbox.imap import connect
from intake.mailbox.source import NotFetched
from tests.mailbox.brought import brought
from tests.support.fake_imap import OK, Answer, FakeImap

SIZES = r"UID FETCH \S+ \(UID RFC822"
BIG = bytes(range(256)) * 4 * 1024 * 5  # 5 MiB exactly, so that the last piece is full


def big(answers: Mapping[str, Answer], raw: bytes = BIG) -> list[tuple[int, bytes] | NotFetched]:
    with FakeImap({7: raw}, answers) as fake, connect(fake.account()) as source:
        return brought(source)


@pytest.mark.parametrize("raw", [BIG, BIG + b"end", BIG[:-1]])
def test_a_big_mail_comes_in_pieces_and_whole(raw: bytes) -> None:
    assert big({}, raw) == [(7, raw)]


def test_a_big_mail_announced_too_small_is_not_cut() -> None:
    small = b"* 1 FETCH (UID 7 RFC822.SIZE %d)\r\n" % (5 * 2**20 - 2**19)
    assert big({SIZES: small + OK}) == [(7, BIG)]


def test_nothing_after_the_last_full_piece_is_the_end() -> None:
    nothing = b"* 1 FETCH (UID 7 BODY[]<5242880> NIL)\r\n" + OK
    assert big({r"UID FETCH 7 \(UID BODY.PEEK\[\]<5242880": nothing}) == [(7, BIG)]


BROKEN_PIECES = {
    "a piece is missing": OK,
    "a piece is another's": b"* 1 FETCH (UID 9 BODY[]<1048576> {1}\r\nx)\r\n" + OK,
    "a piece begins elsewhere": b"* 1 FETCH (UID 7 BODY[]<0> {1}\r\nx)\r\n" + OK,
    "the whole for a piece": b"* 1 FETCH (UID 7 BODY[] {1}\r\nx)\r\n" + OK,
    "a piece is refused": b"%TAG% NO not now\r\n",
}


@pytest.mark.parametrize("answer", BROKEN_PIECES.values(), ids=BROKEN_PIECES)
def test_a_big_mail_with_a_broken_piece_is_left_to_a_person(answer: bytes) -> None:
    (found,) = big({r"UID FETCH 7 \(UID BODY.PEEK\[\]<1048576": answer})
    assert isinstance(found, NotFetched)
    assert not found.gone


def test_a_mail_above_the_limit_is_named_and_not_fetched() -> None:
    with FakeImap({7: BIG}) as fake, connect(fake.account(largest=2**20)) as source:
        (found,) = brought(source)
    assert isinstance(found, NotFetched)
    assert found.problem.startswith("It is larger than the 1 MB")
    assert not [command for command in fake.commands if "BODY" in command]


def test_a_mail_that_hides_its_size_is_stopped_at_the_limit() -> None:
    with FakeImap({7: BIG}, {SIZES: OK}) as fake, connect(fake.account(largest=2**20)) as source:
        (found,) = brought(source)
    assert isinstance(found, NotFetched)
    assert len([command for command in fake.commands if "BODY" in command]) < 5
