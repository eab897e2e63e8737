"""The one Received line that counts: the one our own border server stamped on acceptance.

Received lines are read from the top, where our servers wrote last. Everything below our border
is the sender's word and is never looked at (the deadline specification, "The border line").
"""

import re
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from itertools import takewhile

from intake.triage.message import Hop

# Networks that no outside host has an address in (RFC 1918, 3927, 4193, 4291). The library's
# own `is_private` also counts addresses that are merely reserved.
_INSIDE = tuple(
    ip_network(network)
    for network in (
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "169.254.0.0/16",
        "fc00::/7",
        "fe80::/10",
    )
)

# How servers write that an address has no name: Postfix and qmail "unknown", Exim the address
# in the name's place. What other name the line gives is then only what the sender said.
_NAMELESS = re.compile(r"^\s*from\s+(?:\[|unknown\b)|\(unknown[\s)]", re.IGNORECASE)
_GREETED_BY_ADDRESS = re.compile(r"\b(?:helo|ehlo)[\s=]+\[", re.IGNORECASE)


def border_hop(hops: Sequence[Hop], trusted_relays: Sequence[str]) -> Hop | None:
    """The line our border server added, from Received lines in the order of the mail's top.

    A line is ours while its `by` host matches `trusted_relays` (shell patterns, any case). The
    border line is the first of ours that says the mail came from elsewhere; a line of ours that
    names no sender at all is taken for it too, because nothing below it can be vouched for.

    Returns:
        None where no line is ours, all of ours came from ourselves, or the border line's stamp
        is missing, without a zone, or impossible.
    """
    patterns = [_fold(pattern) for pattern in trusted_relays]
    ours = takewhile(lambda hop: _matches(hop.by, patterns), hops)
    border = next(_from_elsewhere(ours, patterns), None)
    return border if border is not None and _has_a_stamp(border) else None


def _from_elsewhere(ours: Iterator[Hop], patterns: Sequence[str]) -> Iterator[Hop]:
    return (hop for hop in ours if not _sent_by_us(hop, patterns))


def _sent_by_us(hop: Hop, patterns: Sequence[str]) -> bool:
    """Whether the sending host is one of ours.

    Anybody can say our relay's name in HELO, or an address of ours, so every name must be ours,
    and one of them found by the server itself. Inside our own network reverse DNS is often
    missing: there one of the names suffices, and none on loopback (content filters hand mail
    back that way).
    """
    address = None if _GREETED_BY_ADDRESS.search(hop.raw) else _address(hop.from_address)
    if address is not None and address.is_loopback:
        return True
    matching = [_matches(name, patterns) for name in hop.from_hosts]
    if address is not None and any(address in network for network in _INSIDE):
        return any(matching)
    return bool(matching) and all(matching) and not _NAMELESS.search(hop.raw)


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(text.strip("[] ").lower().removeprefix("ipv6:"))
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _matches(host: str, patterns: Sequence[str]) -> bool:
    return bool(host) and any(fnmatchcase(_fold(host), pattern) for pattern in patterns)


def _fold(host: str) -> str:
    return host.strip().rstrip(".").casefold()


def _has_a_stamp(hop: Hop) -> bool:
    stamp = hop.stamp
    return stamp is not None and stamp.utcoffset() is not None and 1 < stamp.year < 9999
