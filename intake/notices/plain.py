"""A notice's text without its markup, as lines and as sentences."""

import re
from dataclasses import dataclass

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_LINK = re.compile(r"\[([^\]\n]{0,300})\]\((?:mailto:)?([^()\s]{1,300})\)")
_AUTOLINK = re.compile(r"<((?:mailto:|https?://)?[^<>\s]{3,300}[@/.][^<>\s]{1,300})>")
_EMPHASIS = re.compile(r"(\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`)")
_LEAD = re.compile(r"^\s*(?:#{1,6}\s+|>\s+)")
_BULLET = re.compile(r"^\s*(?:[-*•▪–]|\(?\d{1,2}[.)]|[a-z][.)])\s+")
_BREAK = re.compile(r"(?<=[.!?;])[)\"”»]?\s+(?=[(\"“«\[]?[A-ZÀ-Ý0-9])")
_NO_BREAK = re.compile(
    r"(?:\b(?:e\.g|i\.e|no|n[o°]|art|approx|ext|tel|réf|ref|mr|ms|dr|vs)|\b[ap]\.m)\.$", re.I
)


@dataclass(frozen=True)
class Notice:
    """The readable text of a notice.

    Attributes:
        lines: its non-empty lines, without markup.
        sentences: its sentences; a line that stands alone (a heading, a list item) is one.
    """

    lines: tuple[str, ...]
    sentences: tuple[str, ...]


def read(text: str) -> Notice:
    """Strip Markdown and HTML, join wrapped lines, split into sentences."""
    lines = [_plain(line) for line in text.replace("\u00a0", " ").splitlines()]
    sentences = [one for block in _blocks(lines) for one in _split(block)]
    return Notice(tuple(line for line in lines if line), tuple(sentences))


def _plain(line: str) -> str:
    line = _LINK.sub(_link, _LEAD.sub("", line))
    line = _TAG.sub("", _AUTOLINK.sub(r"\1", line))
    line = _EMPHASIS.sub("", line).replace("mailto:", "")
    return re.sub(r"\s+", " ", line).strip(" |-") if line.strip(" |-=_") else ""


def _link(match: re.Match[str]) -> str:
    shown, target = match.group(1), match.group(2)
    return shown if target.casefold().endswith(shown.strip().casefold()) else f"{shown} ({target})"


def _blocks(lines: list[str]) -> list[str]:
    """Paragraphs: a line that continues the one before is joined to it."""
    blocks: list[str] = []
    previous = ""
    for line in lines:
        if line and previous and _continues(previous, line):
            blocks[-1] += " " + line
        elif line:
            blocks.append(line)
        previous = line
    return blocks


def _continues(previous: str, line: str) -> bool:
    """Whether a line goes on with the sentence of the line before it (a wrapped paragraph)."""
    if _BULLET.match(line) or previous.endswith((".", "!", "?", "]")):
        return False
    return len(previous) > 60 or previous.endswith((",", ":")) or line[0].islower()


def _split(block: str) -> list[str]:
    sentences: list[str] = []
    for piece in _BREAK.split(block):
        if sentences and _NO_BREAK.search(sentences[-1]):
            sentences[-1] += " " + piece
        else:
            sentences.append(piece)
    return sentences
