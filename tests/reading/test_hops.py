"""Received lines as evidence: what they say is kept, what they cannot say is none."""

from datetime import UTC, datetime

import pytest

from intake.reading.hops import stamp_of
from intake.triage.message import Hop
from tests.reading.parts import take_apart


def _hop(line: str) -> Hop:
    (hop,) = take_apart(f"Received: {line}\r\nFrom: a@example.org\r\n\r\nx".encode()).hops
    return hop


@pytest.mark.parametrize(
    ("line", "by", "hosts", "address"),
    [
        (
            "from mail.example.net (mail.example.net [192.0.2.7])\r\n\tby mx1.example.org (Postfix)"
            " with ESMTPS id 1;\r\n\tSun, 8 Feb 2026 23:59:58 +0100 (CET)",
            "mx1.example.org",
            ("mail.example.net",),
            "192.0.2.7",
        ),
        (
            "from [10.0.0.1] (helo=laptop.local) by MX1.Example.ORG. with esmtp (Exim 4.96)"
            " (envelope-from <a@trusted.example.com>) id 1; Sun, 8 Feb 2026 23:59:58 +0100",
            "mx1.example.org",
            ("laptop.local",),
            "10.0.0.1",
        ),
        (
            "from trusted.example.org (evil.example.net [203.0.113.9]) by mx1.example.org;"
            " Sun, 8 Feb 2026 23:59:58 +0100",
            "mx1.example.org",
            ("trusted.example.org", "evil.example.net"),
            "203.0.113.9",
        ),
        (
            "from AM0PR01.prod.example.com (2603:10a6::1) by DB3.prod.example.com (2603:10a6::2)"
            " with Microsoft SMTP Server; Sun, 8 Feb 2026 22:59:58 +0000",
            "db3.prod.example.com",
            ("am0pr01.prod.example.com",),
            "",
        ),
        ("by mx1.example.org; Sun, 8 Feb 2026 23:59:58 +0100", "mx1.example.org", (), ""),
        ("(qmail 1 invoked by uid 0); 8 Feb 2026 22:59:58 -0000", "", (), ""),
    ],
)
def test_a_line_names_its_hosts(line: str, by: str, hosts: tuple[str, ...], address: str) -> None:
    hop = _hop(line)
    assert (hop.by, hop.from_hosts, hop.from_address) == (by, hosts, address)
    assert "\n" not in hop.raw


def test_lines_come_from_the_top() -> None:
    lines = "".join(
        f"Received: by mx{at}.example.org; Mon, 2 Feb 2026 1{at}:00:00 +0000\r\n"
        for at in (3, 2, 1)
    )
    hops = take_apart(f"{lines}From: a@example.org\r\n\r\nx".encode()).hops
    assert [hop.by for hop in hops] == ["mx3.example.org", "mx2.example.org", "mx1.example.org"]


def test_a_stamp_is_aware() -> None:
    expected = datetime(2026, 2, 8, 22, 59, 58, tzinfo=UTC)
    assert stamp_of("Sun, 8 Feb 2026 23:59:58 +0100 (CET)") == expected
    assert stamp_of("Sun, 08 Feb 2026 17:59:58 EST") == expected


@pytest.mark.parametrize(
    "words",
    [
        "Sun, 8 Feb 2026 23:59:58",
        "Sun, 8 Feb 2026 23:59:58 -0000",
        "Sun, 8 Feb 2026 23:59:58 Nowhere",
        "Mon, 30 Feb 2026 23:59:58 +0100",
        "Sun, 8 Feb 2026 25:59:58 +0100",
        "Sun, 8 Feb 2026 23:59:58 +9900",
        "Thu, 1 Jan 1970 00:00:00 +0000",
        "yesterday",
        "",
    ],
)
def test_a_stamp_without_a_zone_or_impossible_is_none(words: str) -> None:
    assert stamp_of(words) is None


def test_a_malformed_line_does_not_hide_the_others() -> None:
    mail = (
        b"Received: from (unbalanced by mx1.example.org; Mon, 2 Feb 2026 10:00:00 +0000\r\n"
        b"Received: by mx2.example.org; Mon, 2 Feb 2026 09:00:00 +0000\r\n"
        b"From: a@example.org\r\n\r\nx"
    )
    first, second = take_apart(mail).hops
    assert first.by == "mx1.example.org"
    assert second.by == "mx2.example.org"
