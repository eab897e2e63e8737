"""The border line is the first of ours that came from elsewhere; nothing below it is read."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.triage.border import border_hop
from intake.triage.message import Hop

RELAYS = ("mx1.example.org", "*.int.example.org")
STAMP = datetime(2026, 2, 8, 22, 59, 58, tzinfo=timezone(timedelta(hours=1)))


def hop(
    by: str = "mx1.example.org",
    *names: str,
    address: str = "203.0.113.7",
    stamp: datetime | None = STAMP,
) -> Hop:
    return Hop(by, names or ("mail.sender.example",), address, stamp, f"by {by}")


OUTSIDE = hop()
INSIDE = hop("store.int.example.org", "mx1.example.org", address="192.0.2.1")
FORGED = hop("mx1.example.org", "mail.sender.example", stamp=STAMP - timedelta(days=3))


def test_mail_from_outside_straight_to_our_border() -> None:
    assert border_hop([OUTSIDE], RELAYS) is OUTSIDE


def test_our_own_handing_on_is_walked_through() -> None:
    assert border_hop([INSIDE, OUTSIDE], RELAYS) is OUTSIDE


def test_a_forged_line_below_the_border_cannot_win() -> None:
    assert border_hop([INSIDE, OUTSIDE, FORGED], RELAYS) is OUTSIDE


def test_a_forged_line_is_not_even_reached_through_a_strange_one() -> None:
    strange = hop("mail.sender.example", "desk.sender.example")
    assert border_hop([strange, FORGED], RELAYS) is None


def test_no_line_of_ours_is_no_border() -> None:
    assert border_hop([hop("mail.other.example")], RELAYS) is None
    assert border_hop([], RELAYS) is None


def test_without_trusted_relays_no_line_is_ours() -> None:
    assert border_hop([OUTSIDE], ()) is None


def test_mail_that_never_left_our_house_has_no_border() -> None:
    assert border_hop([INSIDE, INSIDE], RELAYS) is None


def test_a_line_whose_writer_cannot_be_read_ends_the_walk() -> None:
    assert border_hop([hop(""), OUTSIDE], RELAYS) is None


@pytest.mark.parametrize("stamp", [None, datetime(2026, 2, 8, 22, 59), datetime.max])
def test_an_impossible_stamp_is_no_evidence_and_nothing_below_is_taken(
    stamp: datetime | None,
) -> None:
    assert border_hop([hop(stamp=stamp), FORGED], RELAYS) is None


def test_a_year_that_cannot_be_told_in_utc_is_impossible() -> None:
    assert border_hop([hop(stamp=datetime(1, 1, 1, tzinfo=UTC))], RELAYS) is None


@pytest.mark.parametrize("year", [2, 9998])
def test_any_other_year_is_a_stamp(year: int) -> None:
    assert border_hop([hop(stamp=datetime(year, 1, 1, tzinfo=UTC))], RELAYS) is not None


def test_the_last_year_of_all_cannot_be_told_in_utc_either() -> None:
    assert border_hop([hop(stamp=datetime(9999, 6, 1, tzinfo=UTC))], RELAYS) is None


def test_names_are_compared_in_any_case_and_with_or_without_the_last_dot() -> None:
    shouted = hop("MX1.Example.ORG.")
    assert border_hop([shouted], ["Mx1.EXAMPLE.org"]) is shouted


def test_a_pattern_matches_whole_names_only() -> None:
    lookalike = hop("mx1.example.org.sender.example")
    assert border_hop([lookalike], RELAYS) is None
    assert border_hop([hop("evilint.example.org")], RELAYS) is None


@pytest.mark.parametrize("reverse", ["unknown", "dsl-7.provider.example", "[203.0.113.7]"])
def test_saying_our_name_in_helo_does_not_make_a_host_ours(reverse: str) -> None:
    liar = hop("mx1.example.org", "store.int.example.org", reverse)
    assert border_hop([liar, FORGED], RELAYS) is liar


@pytest.mark.parametrize(
    "written",
    [
        "from mx1.example.org (unknown [203.0.113.7]) by mx1.example.org (Postfix)",
        "from [203.0.113.7] (helo=mx1.example.org) by mx1.example.org with esmtp (Exim)",
        "from unknown (HELO mx1.example.org) (203.0.113.7) by mx1.example.org with SMTP",
    ],
)
def test_a_name_that_the_server_could_not_look_up_is_only_a_claim(written: str) -> None:
    liar = Hop("mx1.example.org", ("mx1.example.org",), "203.0.113.7", STAMP, written)
    assert border_hop([liar, FORGED], RELAYS) is liar


@pytest.mark.parametrize(
    "written",
    [
        "from mail.sender.example ([203.0.113.7] helo=[127.0.0.1]) by mx1.example.org (Exim)",
        "from unknown (HELO [127.0.0.1]) (203.0.113.7) by mx1.example.org with SMTP",
    ],
)
def test_an_address_of_ours_said_in_helo_does_not_make_a_host_ours(written: str) -> None:
    liar = Hop("mx1.example.org", ("mail.sender.example",), "127.0.0.1", STAMP, written)
    assert border_hop([liar, FORGED], RELAYS) is liar


@pytest.mark.parametrize("address", ["10.0.0.3", "::ffff:192.168.1.2", "fd00::7", "fe80::1%12"])
def test_inside_our_network_reverse_dns_may_be_missing(address: str) -> None:
    handed_on = hop("store.int.example.org", "mx1.example.org", "unknown", address=address)
    assert border_hop([handed_on, OUTSIDE], RELAYS) is OUTSIDE


def test_a_machine_of_our_network_that_is_no_relay_is_the_border() -> None:
    desktop = hop("mx1.example.org", "desktop-7.lan", address="10.0.0.99")
    assert border_hop([desktop, FORGED], RELAYS) is desktop


@pytest.mark.parametrize("address", ["127.0.0.1", "[127.0.0.1]", "::1", "IPv6:::1", "[IPv6:::1]"])
def test_a_content_filter_that_hands_mail_back_is_walked_through(address: str) -> None:
    filtered = hop("mx1.example.org", "localhost", address=address)
    assert border_hop([filtered, OUTSIDE], RELAYS) is OUTSIDE


def test_an_address_that_is_none_counts_for_nothing() -> None:
    odd = hop("mx1.example.org", "mail.sender.example", address="127.0.0.1.example")
    assert border_hop([odd, FORGED], RELAYS) is odd


def test_a_line_of_ours_that_names_no_sender_is_as_far_as_we_can_vouch() -> None:
    picked_up = Hop("mx1.example.org", (), "", STAMP, "by mx1.example.org")
    assert border_hop([picked_up, FORGED], RELAYS) is picked_up


lines = st.builds(
    hop,
    st.sampled_from(["mx1.example.org", "mail.sender.example", "x.int.example.org", ""]),
    st.sampled_from(["mx1.example.org", "mail.sender.example", "localhost"]),
    address=st.sampled_from(["203.0.113.7", "127.0.0.1", "10.0.0.3", ""]),
    stamp=st.datetimes(timezones=st.just(UTC)) | st.none(),
)


@given(st.lists(lines, max_size=4), st.lists(lines, max_size=4))
def test_nothing_below_the_border_ever_changes_it(ours: list[Hop], below: list[Hop]) -> None:
    assert border_hop([*ours, OUTSIDE, *below], RELAYS) == border_hop([*ours, OUTSIDE], RELAYS)
