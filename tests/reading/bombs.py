"""Files made to exhaust whoever opens them."""

import zlib

from tests.reading.mails import zipped


def flate_bomb() -> bytes:
    """A PDF of about 2 KB whose one page unfolds, in two steps, to a gigabyte."""
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(1000)) + packer.flush()
    twice = zlib.compress(once, 9)
    return pdf_around(twice, b"/Filter [/FlateDecode /FlateDecode]")


def operator_bomb() -> bytes:
    """A PDF of a few KB with millions of text operators."""
    content = zlib.compress(b"BT /F1 9 Tf " + b"(x) Tj 0 1 Td " * 3_000_000 + b"ET", 9)
    return pdf_around(content, b"/Filter /FlateDecode")


def pdf_around(content: bytes, entries: bytes) -> bytes:
    """A PDF of one page with this content stream."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % at for at in places)
    return bytes(out + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start)


def zip_bomb() -> bytes:
    """A ZIP file that unfolds to a thousand times its size."""
    return zipped({f"{at}.txt": b"\0" * (20 << 20) for at in range(5)})


def nested_zips(depth: int) -> bytes:
    """A ZIP file in a ZIP file in a ZIP file ..."""
    data = b"the innermost file"
    for _ in range(depth):
        data = zipped({"inner.zip": data})
    return data
