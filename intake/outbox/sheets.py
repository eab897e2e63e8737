"""Tables that people take away, as XLSX or CSV: no cell of them acts when it is opened.

What comes from mail is text and stays text. A spreadsheet takes a text that begins with `=` for a
formula when it reads CSV (OWASP: CSV injection); XLSX says of each cell that it is text.
"""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | datetime
"""A moment is written as it is told, without its zone: the heading names that."""

LONGEST = 32_000
"""Characters of a cell; Excel refuses more than 32,767."""

ACTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""What spreadsheets take for the beginning of a formula, or of a new line."""

_JOINERS = "\u200c\u200d"  # some scripts cannot be written without them
_MOMENT = "yyyy-mm-dd hh:mm:ss"
_WIDEST = 60


def guarded(text: str) -> str:
    """A text for CSV that no spreadsheet takes for a formula: with `'` before it where it could."""
    acts = text.startswith(ACTS) or plain(text).startswith(ACTS)
    return ("'" if acts else "") + plain(text)


def plain(text: str) -> str:
    """Foreign text on one line, without control characters and marks of direction."""
    kept = "".join(
        char
        for char in " ".join(text.split())
        if char in _JOINERS or unicodedata.category(char)[0] != "C"
    )
    return kept.strip()[:LONGEST]


def write_csv(heading: Sequence[str], rows: Iterable[Sequence[Cell]], to: IO[bytes]) -> None:
    """UTF-8 with its mark, by which Excel knows it; every field quoted, lines as in RFC 4180."""
    text = io.TextIOWrapper(to, "utf-8-sig", newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow([guarded(name) for name in heading])
    writer.writerows([_told(cell) for cell in row] for row in rows)
    text.flush()
    text.detach()


def write_xlsx(
    heading: Sequence[str], rows: Iterable[Sequence[Cell]], to: IO[bytes], title: str
) -> None:
    """One sheet with a heading that stays in sight; rows go to disk as they come."""
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    from xlsxwriter import Workbook  # here: it takes memory that the daemon rarely needs

    with Workbook(to, options) as book:
        book.set_properties({"title": plain(title)})
        sheet = book.add_worksheet()
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        moment = book.add_format({"num_format": _MOMENT, "align": "left", "valign": "top"})
        text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        _set_up(sheet, heading)
        _row(sheet, 0, heading, bold, moment)
        last = 0
        for last, row in enumerate(rows, 1):
            _row(sheet, last, row, text, moment)
        sheet.autofilter(0, 0, last, len(heading) - 1)


def _set_up(sheet: "Worksheet", heading: Sequence[str]) -> None:
    for column, name in enumerate(heading):
        sheet.set_column(column, column, min(max(len(name) + 2, 14), _WIDEST))
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _row(
    sheet: "Worksheet", at: int, row: Sequence[Cell], text: "Format", moment: "Format"
) -> None:
    for column, cell in enumerate(row):
        if isinstance(cell, datetime):
            sheet.write_datetime(at, column, cell.replace(tzinfo=None), moment)
        elif isinstance(cell, int):
            sheet.write_number(at, column, cell, text)
        else:
            sheet.write_string(at, column, plain(cell), text)


def _told(cell: Cell) -> str:
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M:%S}"
    return guarded(cell) if isinstance(cell, str) else str(cell)
