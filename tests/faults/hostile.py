"""Files made to exhaust, mislead or break whoever opens them."""

import email
import io
import random
import re
import zipfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from tests.letters.pdfs import cut_off, garbled
from tests.reading import bombs
from tests.reading.mails import pdf, zipped

SAMPLES = Path(__file__).resolve().parents[2] / "fixtures" / "emails"
_NUMBERS = [b"0", b"-1", b"1", b"65536", b"4294967296", b"9" * 30, b"0.00001", b"1e99"]
_NAMES = [
    b"/Page", b"/Pages", b"/Font", b"/ObjStm", b"/XRef", b"/Catalog", b"/JavaScript",
    b"/OpenAction",
    b"/FlateDecode", b"/LZWDecode", b"/ASCII85Decode", b"/RunLengthDecode", b"/JBIG2Decode",
    b"/Crypt", b"/Identity-H", b"/../../etc/passwd", b"/Type3", b"/Encrypt",
]  # fmt: skip
_LAUGHS = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
) + b"]>"  # fmt: skip
_OUTSIDE = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">'
    b'<!ENTITY % p SYSTEM "http://127.0.0.1:9/x">%p;]>'
)
Named = tuple[str, bytes]


@cache
def _attached() -> tuple[Named, ...]:
    """Every file of the sample mails."""
    found = {}
    for path in sorted(SAMPLES.rglob("*.eml")):
        for part in email.message_from_bytes(path.read_bytes()).walk():
            data = part.get_payload(decode=True)
            if part.get_filename() and isinstance(data, bytes) and data:
                found[data] = str(part.get_filename())
    return tuple((name, data) for data, name in found.items())


def _pdfs() -> list[bytes]:
    made = [pdf(), bombs.pdf_around(b"BT /F1 9 Tf (x) Tj ET", b""), pdf(("line",) * 900)]
    return made + [data for _, data in _attached() if data.startswith(b"%PDF")]


def pdfs(many: int) -> Iterator[Named]:
    """So many PDFs: bombs, loops, and real ones whose structure is twisted."""
    loop = pdf().replace(b"/Kids [", b"/Kids [1 0 R 2 0 R 3 0 R 4 0 R ", 1)
    whole = pdf()
    special = [bombs.flate_bomb(), bombs.operator_bomb(), loop, cut_off(whole), garbled(whole),
               whole + b"\ntrailer << /Prev 0 /Size 99999999 /Root 1 0 R >>\nstartxref\n0\n%%EOF",
               b"%PDF-1.7\n" + b"[" * 200_000, b"%PDF-1.7\n" + b"<<" * 100_000,
               bombs.pdf_around(b"q " * 400_000, b""), b"\0" * 900 + whole]  # fmt: skip
    yield from ((f"{at}.pdf", data) for at, data in enumerate(special[:many]))
    bases = _pdfs()
    for seed in range(len(special), many):
        yield f"{seed}.pdf", _twisted_pdf(random.Random(seed), bases)


def _twisted_pdf(chance: random.Random, bases: Sequence[bytes]) -> bytes:
    data = chance.choice(bases)
    for _ in range(chance.randint(1, 8)):
        data = chance.choice([_number, _reference, _name, _octets, _cut])(chance, data)
    return data


def _swap(chance: random.Random, data: bytes, pattern: bytes, new: bytes) -> bytes:
    places = list(re.finditer(pattern, data))
    if not places:
        return data
    at = chance.choice(places)
    return data[: at.start()] + new + data[at.end() :]


def _number(chance: random.Random, data: bytes) -> bytes:
    return _swap(chance, data, rb"(?<=[ \[])-?\d+(?=[ \]\n/>])", chance.choice(_NUMBERS))


def _reference(chance: random.Random, data: bytes) -> bytes:
    return _swap(chance, data, rb"\d+ 0 R", b"%d 0 R" % chance.randrange(9))


def _name(chance: random.Random, data: bytes) -> bytes:
    return _swap(chance, data, rb"/[A-Za-z]+", chance.choice(_NAMES))


def _octets(chance: random.Random, data: bytes) -> bytes:
    twisted = bytearray(data or b"x")
    for _ in range(chance.randint(1, 40)):
        twisted[chance.randrange(len(twisted))] = chance.randrange(256)
    return bytes(twisted)


def _cut(chance: random.Random, data: bytes) -> bytes:
    first, last = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[:first] + data[min(last, first + 200) :]


def others(many: int) -> Iterator[Named]:
    """So many files of other kinds: packages, RTF, HTML, SVG, text, archives."""
    deep = b"<div>" * 60_000
    special = [
        ("bomb.zip", bombs.zip_bomb()), ("nested.zip", bombs.nested_zips(40)),
        ("cv.html", b"<html>" + deep), ("cv.svg", _LAUGHS + b"<svg>&j;</svg>"),
        ("cv.svg", _OUTSIDE + b"<svg>&e;</svg>"), ("cv.rtf", b"{\\rtf1" + b"{" * 90_000),
        ("cv.rtf", b"{\\rtf1 " + b"\\bin99999999 x" * 99), ("cv.xml", _LAUGHS + b"<x>&j;</x>"),
        ("cv.zip", zipped({"../../etc/cron.d/x": b"* * * * *", "/root/x": b"x"})),
        ("cv.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 4096),
        ("cv.exe", b"MZ" + b"\0" * 99),
        ("cv.txt", b"\xff\xfe" + b"\0\xd8" * 90_000), ("cv.txt", b"a" * 3_000_000),
    ]  # fmt: skip
    yield from special[:many]
    bases = [(name, data) for name, data in _attached() if not data.startswith(b"%PDF")]
    bases += [("cv.html", b"<html><body><p>CV</p></body></html>"), ("cv.rtf", b"{\\rtf1 CV}")]
    for seed in range(len(special), many):
        chance = random.Random(seed)
        name, data = chance.choice(bases)
        yield name, _twisted_package(chance, data) if data[:2] == b"PK" else _octets(chance, data)


def _twisted_package(chance: random.Random, data: bytes) -> bytes:
    """A ZIP, DOCX or ODT one of whose members is twisted, or the package itself."""
    if chance.random() < 0.3:
        return _octets(chance, data)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = {one.filename: package.read(one) for one in package.infolist()}
    name = chance.choice(sorted(members))
    body = re.sub(rb"^<\?xml[^>]*\?>", b"", members[name])
    members[name] = chance.choice(
        [_LAUGHS + body, _OUTSIDE + body, body * 50, b"", _octets(chance, body), _cut(chance, body)]
    )
    return zipped(members)
