"""What IMAP servers answer, as values. Pure: octets in, values out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import TypeGuard

from imapclient.exceptions import ProtocolError  # type: ignore[import-untyped]
from imapclient.response_parser import parse_fetch_response  # type: ignore[import-untyped]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_INTERNAL = re.compile(
    r" ?(\d{1,2})-([A-Za-z]{3})-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)([0-5]\d)", re.ASCII
)
_INTERNAL_ITEM = re.compile(rb'\bINTERNALDATE "([^"]{0,100})"', re.IGNORECASE)
_ALL_RANGES = re.compile(rb"\bALL ([\d:,]+)", re.IGNORECASE)
_BODY = re.compile(rb"BODY\[\](?:<(\d+)>)?", re.IGNORECASE)
# imaplib takes no line over a million octets: about 90,000 of the longest UIDs.
MOST_PER_SEARCH = 90_000
_GREATEST_UID = 2**32 - 1
_GREATEST_NUMBER = 2**63 - 1  # RFC 9051, 9: number64
# Four hundred UIDs apart are 4,400 octets; RFC 7162 lets servers refuse lines over 8,000.
MOST_PER_COMMAND = 400


@dataclass(frozen=True)
class Answer:
    """One FETCH response that names its UID.

    Attributes:
        uid: the UID it is about.
        size: RFC822.SIZE, if given and a size.
        internal_raw: INTERNALDATE as written, or empty.
        body: the octets of BODY[], whole or a part; None when absent or NIL.
        offset: where a part begins (`BODY[]<offset>`); None for a whole body.
    """

    uid: int
    size: int | None = None
    internal_raw: str = ""
    body: bytes | None = None
    offset: int | None = None


def read_answers(data: Sequence[object]) -> Iterator[Answer]:
    """The answers in what imaplib hands over; those that cannot be understood are left out.

    Each response is read alone, so that one a server sends unasked (RFC 3501, 7) is never
    mixed into another mail's. What was left out is missing to its reader, who asks again.
    """
    for response in _responses(data):
        try:
            answer = _read(response)
        except (ProtocolError, ValueError, IndexError, TypeError, AttributeError):
            answer = None
        if answer is not None:
            yield answer


def _responses(data: Sequence[object]) -> Iterator[list[object]]:
    """A response is any number of (line, literal) pairs, ended by a line without a literal."""
    response: list[object] = []
    for part in data:
        if part is None:
            continue
        response.append(part)
        if not isinstance(part, tuple):
            yield response
            response = []


def _read(response: list[object]) -> Answer | None:
    parsed = parse_fetch_response(response, normalise_times=False, uid_is_key=False)
    for items in parsed.values():
        uid = items.get(b"UID")
        if isinstance(uid, int):
            body, offset = _body(items)
            size = items.get(b"RFC822.SIZE")
            size = size if isinstance(size, int) and 0 <= size <= _GREATEST_NUMBER else None
            return Answer(uid, size, _internal_raw(response), body, offset)
    return None


def _body(items: dict[bytes, object]) -> tuple[bytes | None, int | None]:
    for key, value in items.items():
        match = _BODY.fullmatch(key)
        if match and isinstance(value, bytes):
            return value, int(match[1]) if match[1] else None
    return None, None


def _internal_raw(response: list[object]) -> str:
    for part in response:
        line = part[0] if isinstance(part, tuple) else part
        match = _INTERNAL_ITEM.search(line) if isinstance(line, bytes) else None
        if match:
            return match[1].decode("ascii", "replace")
    return ""


def internal_date(raw: str) -> datetime | None:
    """INTERNALDATE (RFC 3501, 2.3.3) with the server's offset; None when it is no moment."""
    match = _INTERNAL.fullmatch(raw)
    if not match or match[2].lower() not in _MONTHS:
        return None
    day, year, hour, minute, second = (int(match[group]) for group in (1, 3, 4, 5, 6))
    month = _MONTHS.index(match[2].lower()) + 1
    offset = timedelta(hours=int(match[8]), minutes=int(match[9]))
    try:
        zone = timezone(-offset if match[7] == "-" else offset)
        return datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return None


def ranges_found(data: Sequence[object]) -> list[range]:
    """The UIDs in ESEARCH answers, as ranges still: a few octets can announce 4,000,000,000.

    Raises:
        ValueError: a range that is none.
    """
    found = []
    for line in data:
        match = _ALL_RANGES.search(line) if isinstance(line, bytes) else None
        for part in match[1].split(b",") if match else ():
            ends = sorted(int(end) for end in part.split(b":"))
            found.append(range(ends[0], ends[-1] + 1))
    return found


def uids_found(data: Sequence[object]) -> frozenset[int]:
    """The UIDs in SEARCH answers; some servers spread them over several.

    Raises:
        ValueError: something that is no UID (RFC 3501, 9: from 1 to 4294967295).
    """
    words = [word for line in data if isinstance(line, bytes) for word in _numbers(line)]
    found = frozenset(int(word) for word in words)
    if found and not (min(found) > 0 and max(found) <= _GREATEST_UID):
        raise ValueError("a UID out of range")
    return found


def _numbers(line: bytes) -> list[bytes]:
    """The words of a SEARCH answer before its `(MODSEQ n)` (RFC 7162, 3.1.5)."""
    return line.split(b"(")[0].split()


def is_uid(number: object) -> TypeGuard[int]:
    """Whether it may be a UID, a UIDVALIDITY or a UIDNEXT (RFC 3501, 9: nz-number)."""
    return isinstance(number, int) and 0 < number <= _GREATEST_UID


def windows(exists: int) -> Iterator[str]:
    """Search criteria that together find every mail, none with too many in one answer's line."""
    if exists <= MOST_PER_SEARCH:
        yield "ALL"
        return
    for first in range(1, exists + 1, MOST_PER_SEARCH):
        last = first + MOST_PER_SEARCH - 1
        yield f"{first}:{last}" if last < exists else f"{first}:*"


def in_hundreds(uids: Iterable[int]) -> Iterator[list[int]]:
    """UIDs in ascending order, so many at a time as any server takes in a command's line."""
    ordered = sorted(set(uids))
    for start in range(0, len(ordered), MOST_PER_COMMAND):
        yield ordered[start : start + MOST_PER_COMMAND]


def sequence_set(uids: Iterable[int]) -> str:
    """UIDs as an IMAP sequence set, neighbours joined: `3:7,9`."""
    runs: list[list[int]] = []
    for uid in sorted(set(uids)):
        if runs and uid == runs[-1][1] + 1:
            runs[-1][1] = uid
        else:
            runs.append([uid, uid])
    return ",".join(f"{first}:{last}" if last > first else str(first) for first, last in runs)
