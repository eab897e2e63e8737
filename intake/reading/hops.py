"""Received lines, as evidence of when and where (RFC 5321 section 4.4)."""

import re
from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime

from intake.reading import names
from intake.triage.message import Hop

_ADDRESS = re.compile(r"\[(?:IPv6:)?([0-9a-fA-F:.]{3,45})\]", re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"(?<![\w.])(\d{1,3}(?:\.\d{1,3}){3})(?![\w.])")
_HOST = re.compile(r"(?<![\w.@-])((?:[\w-]+\.)+[a-z][\w-]*)\.?(?![\w@-])", re.IGNORECASE)
_FIRST = re.compile(r"\s*\[?([^\s()\[\];<>]+)")
_SENDERS_CLAIM = re.compile(r"envelope-(?:from|sender)\s*<?[^\s>)]*>?|<[^>]*>", re.IGNORECASE)
_COMMENT = re.compile(r"\([^()]*\)")
_BY = re.compile(r"(?:^|\s)by\s+(\S+)", re.IGNORECASE)
_FROM = re.compile(r"^\s*from\s+(.*?)(?=\s+by\s)", re.IGNORECASE | re.DOTALL)


def hop(raw: str, clauses: Mapping[str, object]) -> Hop:
    """One Received line.

    Args:
        raw: the line as it stood.
        clauses: what the mail library made of it: `from`, `by`, `date`; only `raw` where it
            could not be read, and then the line is searched for what it says.
    """
    line = names.one_line(names.octets_to_text(raw))
    sender = str(clauses.get("from") or _found(_FROM, line))
    by = str(clauses.get("by") or _found(_BY, line))
    return Hop(
        by=_host(by),
        from_hosts=_hosts(sender),
        from_address=_address(sender),
        stamp=stamp_of(line.rpartition(";")[2] if ";" in line else str(clauses.get("date", ""))),
        raw=line,
    )


def _found(pattern: "re.Pattern[str]", line: str) -> str:
    match = pattern.search(_COMMENT.sub(" ", line))
    return match.group(1) if match else ""


def _host(clause: str) -> str:
    """The host a clause begins with, folded."""
    match = _FIRST.match(clause)
    return match.group(1).rstrip(".,").casefold() if match else ""


def _hosts(clause: str) -> tuple[str, ...]:
    """Every name a clause gives: the greeting first, then what stands in comments."""
    said = _SENDERS_CLAIM.sub(" ", clause)
    found = [_host(said), *(match.group(1).casefold() for match in _HOST.finditer(said))]
    return tuple(dict.fromkeys(host for host in found if host and not _is_address(host)))


def _is_address(host: str) -> bool:
    return bool(_BARE_ADDRESS.fullmatch(host)) or ":" in host


def _address(clause: str) -> str:
    """The last IP address given: servers write the one they saw after what they were told."""
    found = _ADDRESS.findall(clause) or _BARE_ADDRESS.findall(clause)
    return found[-1] if found else ""


def stamp_of(words: str) -> datetime | None:
    """The stamp, aware; None without a zone, with zone -0000, or for an impossible date.

    RFC 5322 section 3.3: -0000 says that nothing is known of the local zone.
    """
    try:
        stamp = parsedate_to_datetime(words.strip())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if stamp.tzinfo is None or not 1980 <= stamp.year <= 2200:
        return None
    return stamp
