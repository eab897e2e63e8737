"""Pages as pictures, originals and formatted text: drawn, found and cleaned in the sandbox."""

import hashlib
import io
import time
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from PIL import Image

from intake.reading.limits import Limits
from intake.reading.pictures import WIDEST
from intake.reading.sandbox import Sandbox
from tests.reading.mails import mail, pdf, zipped


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


def _written(folder: Path, **files: bytes) -> Path:
    made = mail()
    for name, data in files.items():
        name = name.replace("__", ".")
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return _raw(folder, made)


def _raw(folder: Path, made: EmailMessage) -> Path:
    path = folder / "mail.eml"
    path.write_bytes(made.as_bytes())
    return path


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _size(png: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(png), formats=["PNG"]) as image:
        return image.size


def _photo(width: int = 2400, height: int = 1200, kind: str = "JPEG", turned: int = 1) -> bytes:
    out, image = io.BytesIO(), Image.new("RGB", (width, height), (200, 30, 30))
    exif = Image.Exif()
    exif[0x0112] = turned
    exif[0x9286] = "where she lives"
    image.save(out, kind, exif=exif)
    return out.getvalue()


def test_a_page_of_a_pdf_is_drawn_as_wide_as_wanted(sandbox: Sandbox, tmp_path: Path) -> None:
    data = pdf()
    path = _written(tmp_path, cv__pdf=data)
    wide, high = _size(sandbox.picture(path, _sha256(data), 0, 900))
    assert wide == 900
    assert 1270 < high < 1276
    assert sandbox.picture(path, _sha256(data), 1, 900) == b""
    assert sandbox.picture(path, _sha256(data), -1, 900) == b""
    assert sandbox.picture(path, "0" * 64, 0, 900) == b""
    assert _size(sandbox.picture(path, _sha256(data), 0, 10**9))[0] == WIDEST


def test_a_document_in_an_archive_is_found(sandbox: Sandbox, tmp_path: Path) -> None:
    data = pdf()
    path = _written(tmp_path, all__zip=zipped({"papers/cv.pdf": data}))
    assert _size(sandbox.picture(path, _sha256(data), 0, 600))[0] == 600
    assert sandbox.document(path, _sha256(data)) == data
    assert sandbox.document(path, "0" * 64) == b""


def test_a_photograph_is_shown_upright_and_without_its_meta_data(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    data = _photo(turned=6)
    png = sandbox.picture(_written(tmp_path, cv__jpg=data), _sha256(data), 0, 800)
    assert _size(png) == (800, 1600)
    assert b"where she lives" in data
    assert b"where she lives" not in png


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7 cut off", b"just words", pdf()[:700], _photo()[:900]],
    ids=["empty", "no pdf", "text", "cut pdf", "cut photo"],
)
def test_what_cannot_be_drawn_is_no_picture(sandbox: Sandbox, tmp_path: Path, data: bytes) -> None:
    png = sandbox.picture(_written(tmp_path, cv__pdf=data), _sha256(data), 0, 800)
    assert png == b"" or _size(png)[0] <= 800


def test_a_picture_made_to_burst_costs_nothing(tmp_path: Path) -> None:
    data = _photo(12_000, 12_000, "PNG")
    path = _written(tmp_path, big__png=data)
    with Sandbox(Limits(document_wall=5.0)) as sandbox:
        start = time.monotonic()
        assert sandbox.picture(path, _sha256(data), 0, 800) == b""
        assert time.monotonic() - start < 20
        assert sandbox.document(path, _sha256(data)) == data


HOSTILE = """<html><head><style>body{background:url(http://evil.example/s)}</style>
<base href=http://evil.example/><meta http-equiv=refresh content="0;url=http://evil.example/">
</head><body onload=alert(1)><h2>Dear <i>colleagues</i></h2><p style="position:fixed">I apply.
<img src=http://evil.example/p.png onerror=alert(2)><a href="javascript:alert(3)">here</a>
<svg><script>alert(4)</script></svg><form action=http://evil.example/><input name=q></form>
<table><tr><td colspan=2 background=http://evil.example/b>Years</td></tr></table>
<iframe srcdoc="<script>alert(5)</script>"></iframe></body></html>"""


def test_formatted_text_keeps_its_form_and_nothing_that_acts(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    made = mail()
    made.add_alternative(HOSTILE, subtype="html")
    html = sandbox.formatted(_raw(tmp_path, made))
    assert "<h2>Dear <i>colleagues</i></h2>" in html
    assert '<td colspan="2">Years</td>' in html
    for word in ("evil.example", "alert", "<script", "style", "onerror", "<form", "href"):
        assert word not in html


def test_a_mail_of_plain_text_has_no_formatted_one(sandbox: Sandbox, tmp_path: Path) -> None:
    assert sandbox.formatted(_raw(tmp_path, mail())) == ""
