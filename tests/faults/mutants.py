"""Mail damaged or twisted with regard to its structure: headers, boundaries, encodings, parts."""

import random
import re
from collections.abc import Callable, Sequence

Lines = list[bytes]

NASTY = [
    b"", b" ", b"\0", b"=?utf-8?B?////?=", b"=?x?Q?=?=", b"=?utf-8?Q?" + b"=20" * 500 + b"?=",
    b"multipart/mixed", b"multipart/mixed; boundary=", b'multipart/mixed; boundary="',
    b"multipart/mixed; boundary=b; boundary=c", b"message/rfc822", b"message/partial; id=x",
    b"text/plain; charset=utf-7", b"text/plain; charset=\xff", b"text/html; charset=utf-16",
    b"application/pkcs7-mime; smime-type=enveloped-data", b"application/ms-tnef",
    b"text/x-amp-html",
    b"attachment; filename*=utf-8''%ff%00%0d%0a", b"attachment; filename*0=a; filename*9=b",
    b'attachment; filename="../../etc/cron.d/x"', b"attachment; filename=\xe2\x80\xaefdp.exe",
    b"base64", b"x-uuencode", b"quoted-printable", b"8bit; base64", b"uuencode\r\nX-More: 1",
    b"<a@b", b"a@b,,c:;@", b"alice@example.org)bob@example.com", b"undisclosed-recipients:;",
    b"<" + b"x" * 3000 + b"@example.org>", b"Thu, 99 Foo 20266 99:99:99 +9999", b"-0000",
    b"from x by y; z", b"by mx.example.org; Fri, 06 Feb 2026 10:00:00 +0100",
    b"\xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7", b"\xe9\xe8\xff", b"\xed\xa0\x80", b"(" * 400,
    b";;;;;;;=;=;=", b'"' * 99, b"=" * 900, b"auto-replied", b"bulk", b"1.0 (\\",
]  # fmt: skip
FIELDS = [
    b"From", b"Sender", b"Reply-To", b"To", b"Cc", b"Subject", b"Date", b"Message-ID",
    b"In-Reply-To", b"References", b"Received", b"Return-Path", b"MIME-Version", b"Content-Type",
    b"Content-Transfer-Encoding", b"Content-Disposition", b"Content-ID", b"Auto-Submitted",
    b"Precedence", b"List-Id", b"X-Failed-Recipients", b"DKIM-Signature",
    b"Authentication-Results",
]  # fmt: skip
BODIES = [
    b"--b", b"--b--", b"--", b"begin 644 cv.pdf", b"end", b"> quoted", b"From nobody", b".",
    b"\x1b[31m",
    b"-----BEGIN PGP MESSAGE-----", b"<html><body onload=x>", b"%PDF-1.7", b"PK\x03\x04", b"=3D=",
    b"=",
    b"\xfe\xff\x00A", b"\xef\xbb\xbf", b"A" * 5000, b"Content-Type: message/rfc822", b"",
]  # fmt: skip


def _at(chance: random.Random, lines: Lines, wanted: Callable[[bytes], object]) -> int:
    """The place of some line that is of one kind, or of any line."""
    fit = [number for number, line in enumerate(lines) if wanted(line)]
    return chance.choice(fit or range(len(lines)))


def _is_field(line: bytes) -> object:
    return re.match(rb"[!-9;-~]+:", line)


def _is_boundary(line: bytes) -> bool:
    return line.startswith(b"--")


def _is_base64(line: bytes) -> object:
    return len(line) > 40 and re.fullmatch(rb"[A-Za-z0-9+/=]+", line)


def _drop_field(chance: random.Random, lines: Lines, other: Lines) -> None:
    del lines[_at(chance, lines, _is_field)]


def _repeat_field(chance: random.Random, lines: Lines, other: Lines) -> None:
    at = _at(chance, lines, _is_field)
    lines[at:at] = [lines[at]] * chance.choice([1, 1, 2, 300])


def _twist_field(chance: random.Random, lines: Lines, other: Lines) -> None:
    at = _at(chance, lines, _is_field)
    lines[at] = lines[at].partition(b":")[0] + b": " + chance.choice(NASTY)


def _add_field(chance: random.Random, lines: Lines, other: Lines) -> None:
    at = _at(chance, lines, _is_field)
    lines.insert(at, chance.choice(FIELDS) + b": " + chance.choice(NASTY))


def _swap(chance: random.Random, lines: Lines, other: Lines) -> None:
    wanted = chance.choice([_is_field, _is_boundary, _is_base64])
    one, two = _at(chance, lines, wanted), _at(chance, lines, wanted)
    lines[one], lines[two] = lines[two], lines[one]


def _fold(chance: random.Random, lines: Lines, other: Lines) -> None:
    at = _at(chance, lines, _is_field)
    cut = chance.randrange(len(lines[at]) + 1)
    lines[at : at + 1] = [
        lines[at][:cut],
        chance.choice([b" ", b"\t", b"", b"  \0"]) + lines[at][cut:],
    ]


def _drop_boundary(chance: random.Random, lines: Lines, other: Lines) -> None:
    del lines[_at(chance, lines, _is_boundary)]


def _repeat_part(chance: random.Random, lines: Lines, other: Lines) -> None:
    first, last = sorted((_at(chance, lines, _is_boundary), _at(chance, lines, _is_boundary)))
    lines[last:last] = lines[first:last] * chance.choice([1, 1, 3])


def _graft_part(chance: random.Random, lines: Lines, other: Lines) -> None:
    first, last = sorted((_at(chance, other, _is_boundary), _at(chance, other, _is_boundary)))
    at = _at(chance, lines, _is_boundary)
    lines[at:at] = [lines[at], *other[first + 1 : last]]


def _wrap(chance: random.Random, lines: Lines, other: Lines) -> None:
    lines[0:0] = [
        b"From: Fay <fay@example.org>", b"Subject: Fwd", b"MIME-Version: 1.0",
        b"Content-Type: message/rfc822", b"",
    ]  # fmt: skip


def _disorder(chance: random.Random, lines: Lines, other: Lines) -> None:
    first, last = sorted(chance.randrange(len(lines)) for _ in range(2))
    middle = lines[first : min(last, first + 60)]
    chance.shuffle(middle)
    lines[first : first + len(middle)] = middle


def _truncate(chance: random.Random, lines: Lines, other: Lines) -> None:
    del lines[chance.randrange(1, len(lines) + 1) :]


def _flip(chance: random.Random, lines: Lines, other: Lines) -> None:
    at = _at(chance, lines, chance.choice([_is_base64, _is_field, len]))
    line = bytearray(lines[at] or b"x")
    for _ in range(chance.randint(1, 4)):
        line[chance.randrange(len(line))] = chance.randrange(256)
    lines[at] = bytes(line)


def _add_line(chance: random.Random, lines: Lines, other: Lines) -> None:
    lines.insert(chance.randrange(len(lines) + 1), chance.choice(BODIES))


def _rename(chance: random.Random, lines: Lines, other: Lines) -> None:
    at = _at(chance, lines, lambda line: b"boundary=" in line or b"name=" in line)
    lines[at] = re.sub(
        rb'=("?)[^";]*', rb"=\1" + chance.choice([b"b", b"", b"x" * 80, b"\xe9"]), lines[at]
    )


DEEDS: Sequence[Callable[[random.Random, Lines, Lines], None]] = (
    _drop_field, _repeat_field, _twist_field, _twist_field, _add_field, _swap, _fold,
    _drop_boundary, _repeat_part, _graft_part, _wrap, _disorder, _truncate, _flip, _flip, _flip,
    _add_line, _rename,
)  # fmt: skip


def mutant(seed: int, mails: Sequence[bytes]) -> bytes:
    """One of these mails, twisted one to six times; the same for the same seed."""
    chance = random.Random(seed)
    lines, other = (chance.choice(mails).splitlines() or [b""] for _ in range(2))
    if chance.random() < 0.9:  # most are of a candidate of their own
        who = b"From: c%d <c%d@example.org>" % (seed, seed)
        lines = [who if line.startswith(b"From:") else line for line in lines]
    for _ in range(chance.randint(1, 6)):
        chance.choice(DEEDS)(chance, lines, other)
        lines = lines or [b""]
    return chance.choice([b"\r\n", b"\r\n", b"\r\n", b"\n", b"\r"]).join(lines)
