"""A notice without its markup: its headings, and its sentences with what introduces them."""

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_LONGEST = 200_000  # characters; a notice has some ten thousand
_ENDLESS = re.compile(r"(\S{200})(?=\S)")  # no word: the patterns would search it for ever
_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li|tr|h\d)>", re.IGNORECASE)
_LINK = re.compile(r"\[([^\]\n]{0,300})\]\((?:mailto:)?([^()\s]{1,300})\)")
_AUTOLINK = re.compile(r"<((?:mailto:|https?://)?[^<>\s]{3,300}[@/.][^<>\s]{1,300})>")
_EMPHASIS = re.compile(r"(\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`)")
_LEAD = re.compile(r"^\s*(?:#{1,6}\s+|>\s+)")
_BULLET = re.compile(
    r"^\s*(?:(?:[-*•▪–·►➢✓o\uf0a7\uf0b7]|\(?\d{1,2}[.)°]|\(?[a-z][.)]|\[[ xX]?\])\s+)+(?=\S)"
)
_ROW = re.compile(r"^\s*\|(.*)\|\s*$")
_LEADERS = re.compile(r"^\s*([^\s.:…_][^.:…_]{1,40}?)\s*(?:\.{3,}|…+|_{3,})\s*(\S.*)$")
_COLUMNS = re.compile(r"^\s{0,3}([^\s:][^:\t]{1,40}?)(?:\t+|\s{3,})(\S.*)$")
_SIDE_BY_SIDE = re.compile(r"(?:\t+|\s{3,})(?=[A-ZÀ-Ý][^.:\t]{1,40}?\s?:\s+\S)")
_LABEL = re.compile(r"^[A-ZÀ-Ý][^.:;!?@]{1,50}\s?:(?:\s|$)")
_END = re.compile(r"(?<=[.!?;])[)\"”»]?\s+(?=[(\"“«\[]?[A-ZÀ-Ý0-9])")
_NO_END = re.compile(
    r"(?:\b(?:e\.g|i\.e|no|n[o°]|art|approx|ext|tel|hrs?|réf|ref|mr|mrs|ms|mme|dr|prof|vs|max|min|incl"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|janv|févr|juil|déc)|\b[ap]\.m)\.$",
    re.IGNORECASE,
)
_SENTENCE_ENDS = (".", "!", "?", ";")
_ITEM = 120  # characters; a longer line is a paragraph of its own
_HEADING = 60  # characters; a longer line without a full stop is no heading
_PARAGRAPH = 200  # characters; what is longer is no list of headings
_UNWRAPPED = 200  # characters; text with such lines has one paragraph a line


@dataclass(frozen=True)
class Passage:
    """A sentence, a line that stands alone, or an item of a list.

    Attributes:
        lead: what introduces it: the heading above, the line that ends in a colon, or the
            sentence before its list; may be empty.
        in_list: whether it is an item of a list.
    """

    text: str
    lead: str = ""
    in_list: bool = False

    @property
    def whole(self) -> str:
        """The passage behind what introduces it."""
        return f"{self.lead} {self.text}".strip()


@dataclass(frozen=True)
class Notice:
    """The readable text of a notice.

    Attributes:
        blocks: its paragraphs, headings and items, in order.
        headings: the short lines above the first paragraph.
    """

    blocks: tuple[str, ...]
    headings: tuple[str, ...]
    passages: tuple[Passage, ...]


@dataclass
class _Block:
    text: str
    item: bool
    lines: int = 1


def read(text: str) -> Notice:
    """Strip Markdown and HTML, join wrapped lines, split into sentences."""
    lines = _clean(text).splitlines()
    blocks = _blocks([part for line in lines for part in _side_by_side(line)])
    top = takewhile(lambda one: len(one.text) <= _PARAGRAPH, blocks)
    headings = (one.text for one in top if one.lines == 1 and not one.item)
    return Notice(
        tuple(one.text for one in blocks),
        tuple(
            line
            for line in headings
            if len(line) < _ITEM and not line.endswith((*_SENTENCE_ENDS, ":"))
        ),
        tuple(_passages(blocks)),
    )


def _clean(text: str) -> str:
    """Without HTML's entities, and without characters that are not shown."""
    text = html.unescape(_BREAK.sub("\n", _ENDLESS.sub(r"\1 ", text[:_LONGEST])))
    spaced = (" " if letter == "\u00a0" else letter for letter in text)
    return "".join(letter for letter in spaced if _is_shown(letter))


def _is_shown(letter: str) -> bool:
    return letter in "\n\r\t\uf0a7\uf0b7" or unicodedata.category(letter)[0] != "C"


def _side_by_side(line: str) -> list[str]:
    """ "Grade: P-2      Deadline: 3 June": two labels with their values are two lines."""
    return _SIDE_BY_SIDE.split(line) if _LABEL.match(line.lstrip()) else [line]


def _blocks(lines: list[str]) -> list[_Block]:
    """Paragraphs: a line that continues the one before is joined to it."""
    width = _width(lines)
    blocks: list[_Block] = []
    previous = ""
    for line in lines:
        plain, item = _plain(line)
        if plain and blocks and _continues(previous, blocks[-1].text, plain, item, width):
            blocks[-1].text += " " + plain
            blocks[-1].lines += 1
        elif plain:
            blocks.append(_Block(plain, item or _is_item(plain, blocks[-1:])))
        previous = line.strip() if plain else ""
    return blocks


def _is_item(line: str, before: list[_Block]) -> bool:
    """Whether a line is an item of a list that lost its bullets, as they do in DOCX files."""
    if not before or len(line) > _PARAGRAPH:
        return False
    above = before[0].text
    begins = above.endswith(":") and len(line) < _ITEM
    goes_on = before[0].item and above.endswith((";", ","))
    return line[0].islower() or begins or goes_on


def _plain(line: str) -> tuple[str, bool]:
    """A line without its markup, and whether it is an item of a list or a row of a table."""
    if not line.strip(" \t|-=_:+*"):
        return "", False
    row = _ROW.match(line)
    if row:
        return _without_markup(_row(row.group(1))), True
    columns = _LEADERS.match(line) or _COLUMNS.match(line)
    if columns and not _BULLET.match(line):
        line = f"{columns.group(1)}: {columns.group(2).removeprefix(':')}"
    bare = _BULLET.sub("", line)
    return _without_markup(_LEAD.sub("", bare)), bare != line


def _row(cells: str) -> str:
    """A row of a table; of two cells, the first is a label."""
    filled = [cell.strip() for cell in cells.split("|") if cell.strip()]
    if len(filled) == 2 and not filled[0].rstrip("*_").endswith(":"):
        return f"{filled[0]}: {filled[1]}"
    return " | ".join(filled)


def _without_markup(line: str) -> str:
    line = _TAG.sub("", _AUTOLINK.sub(r"\1", _LINK.sub(_link, line)))
    line = _EMPHASIS.sub("", line).replace("mailto:", "")
    return re.sub(r"\s+", " ", line).strip(" |")


def _link(match: re.Match[str]) -> str:
    shown, target = match.group(1), match.group(2)
    return shown if target.casefold().endswith(shown.strip().casefold()) else f"{shown} ({target})"


def _width(lines: list[str]) -> float:
    """The width at which lines were wrapped; infinite where each paragraph is one line."""
    lengths = sorted(len(line.rstrip()) for line in lines if len(line) > 40)
    if not lengths or lengths[int(len(lengths) * 0.95)] > _UNWRAPPED:
        return float("inf")
    return lengths[int(len(lengths) * 0.75)]


def _continues(previous: str, block: str, line: str, item: bool, width: float) -> bool:
    """Whether a line goes on with the sentence of the line before it (a wrapped paragraph).

    A line was wrapped where the next word would not have fitted. Across an empty line (the end
    of a page) only a sentence that is plainly not finished goes on.
    """
    if item or _LABEL.match(line) or block.endswith((*_SENTENCE_ENDS, ":", "]")):
        return False
    if not previous:
        return len(block) > _HEADING and line[0].islower()
    if (line[0].islower() or previous.endswith(",")) and len(previous) > min(_HEADING, width / 2):
        return True
    return len(previous) + 1 + len(line.split(" ", 1)[0]) > width


def _passages(blocks: list[_Block]) -> Iterator[Passage]:
    above = before_list = ""
    for block in blocks:
        sentences = _sentences(block.text)
        lead = before_list if block.item else above
        for position, sentence in enumerate(sentences):
            yield Passage(sentence, "" if position else lead, block.item)
        last = sentences[-1]
        if not block.item:
            before_list = last
        introduces = last.endswith(":") or (
            len(last) < _HEADING and not last.endswith(_SENTENCE_ENDS)
        )
        above = last if introduces else ""


def _sentences(block: str) -> list[str]:
    sentences: list[str] = []
    for piece in _END.split(block):
        if sentences and _NO_END.search(sentences[-1]):
            sentences[-1] += " " + piece
        else:
            sentences.append(piece)
    return sentences
