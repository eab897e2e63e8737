"""The same mail but for trace headers: what an exact repeat has in common."""

import hashlib
import re

from intake.reading.limits import header_end

_FIELD = re.compile(rb"^([!-9;-~]+)[ \t]*:", re.MULTILINE)
_TRACE = re.compile(
    rb"received(-spf)?|return-path|delivered-to|envelope-to|errors-to|authentication-results"
    rb"|dkim-signature|domainkey-signature|arc-.*|resent-.*|x-.*|status|lines|content-length"
)
_FOLD = re.compile(rb"\s+")


def content_hash(raw: bytes) -> str:
    """The sha256 of a mail without what servers add on its way.

    A copy that came through another alias is equal; a mail that its sender sent twice is not,
    for it has a Date and a Message-ID of its own. Line endings do not count.
    """
    end = header_end(raw)
    digest = hashlib.sha256()
    for field in _fields(raw[:end]):
        digest.update(field + b"\n")
    digest.update(b"\n" + raw[end:].replace(b"\r\n", b"\n").strip())
    return digest.hexdigest()


def _fields(header: bytes) -> list[bytes]:
    """The fields that are not traces, each unfolded to one line, in order."""
    starts = sorted({0, *(match.start() for match in _FIELD.finditer(header))})
    ends = [*starts[1:], len(header)]
    fields = (header[start:end] for start, end in zip(starts, ends, strict=True))
    return [_FOLD.sub(b" ", field).strip() for field in fields if not _is_trace(field)]


def _is_trace(field: bytes) -> bool:
    return _TRACE.fullmatch(field.partition(b":")[0].strip().lower()) is not None
