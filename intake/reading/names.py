"""Words from a mail made harmless: header text, file names, control characters."""

import re
import unicodedata
from urllib.parse import unquote

from intake.reading import lenient

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f]")
_BIDI = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
# Charset (a language may follow), encoding, words; a space inside is wrong and common.
_ONE_WORD = r"=\?([^?*\s]{1,60})(?:\*[^?\s]{0,20})?\?([bqBQ])\?([^?]*)\?="
_WORD = re.compile(_ONE_WORD)
_RUN_OF_WORDS = re.compile(rf"{_ONE_WORD}(?:\s*{_ONE_WORD})*")
_SPACE = re.compile(r"\s+")
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f]')
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_MOJIBAKE = re.compile(r"[ÂÃâ][\u0080-\u00bf\u0152-\u2122]")
_LONGEST_NAME = 200


def printable(text: str) -> str:
    """The text without what could hide, reorder or break it (NUL, controls, bidi, surrogates).

    Line breaks and tabs stay. Right-to-left text needs no controls to be shown right.
    """
    text = _SURROGATES.sub("\ufffd", text)
    return _BIDI.sub("", _CONTROLS.sub("", text))


def one_line(text: str) -> str:
    """The text made printable, on one line, in NFC."""
    return unicodedata.normalize("NFC", _SPACE.sub(" ", printable(text))).strip()


def octets_to_text(value: str) -> str:
    """Raw 8-bit octets of a header (kept as surrogates) as text: UTF-8, else Windows-1252."""
    if not _SURROGATES.search(value):
        return value
    octets = value.encode("utf-8", "surrogateescape")
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        return octets.decode("cp1252", "replace")


def decode(value: object) -> str:
    """A header's value as people read it: encoded words decoded (RFC 2047), one line."""
    text = octets_to_text(_as_text(value))
    if "=?" in text:
        text = _decode_words(text)
    return one_line(text)


def _as_text(value: object) -> str:
    """The value as the mail has it, even where the library made a Header object of it."""
    try:
        return str(value)
    except (UnicodeError, LookupError):
        return ""


def _decode_words(text: str) -> str:
    """Encoded words also inside quotes and glued to text, as many programs write them."""
    return _RUN_OF_WORDS.sub(lambda run: _decode_run(run.group(0)), text)


def _decode_run(run: str) -> str:
    """A run of encoded words; neighbours of one charset are joined before decoding."""
    joined: list[tuple[bytes, str]] = []
    for charset, encoding, payload in _WORD.findall(run):
        written = payload.encode("latin-1", "replace")
        octets = lenient.from_base64(written) if encoding in "bB" else lenient.from_q(written)
        if joined and joined[-1][1] == charset:
            octets = joined.pop()[0] + octets
        joined.append((octets, charset))
    return "".join(to_text(octets, charset) for octets, charset in joined)


def to_text(octets: bytes, charset: str) -> str:
    """Octets in a declared charset; where it is wrong or unknown UTF-8, then Windows-1252."""
    declared = "cp1252" if charset.lower() in {"iso-8859-1", "us-ascii", "latin1"} else charset
    for candidate in ("utf-8", declared) if declared == "cp1252" else (declared, "utf-8"):
        try:
            return octets.decode(candidate)
        except (LookupError, UnicodeError, ValueError):
            continue  # the declared charset lies or is unknown: the next candidate is tried
    return octets.decode("cp1252", "replace")


def file_name(value: str) -> str:
    """A file's name for display: decoded, no path, no control characters, at most 200 long.

    Encoded words (against RFC 2231, and common), percent encoding and UTF-8 read as
    Windows-1252 are undone; a path is cut to its last component.
    """
    name = decode(value)
    if _PERCENT.search(name) and not re.search(r"%(?![0-9A-Fa-f]{2})", name):
        name = _unpercent(name)
    name = _demangle(name).replace("\\", "/").rsplit("/", 1)[-1]
    name = _FORBIDDEN.sub("_", one_line(name)).strip(". ")
    return _shorten(name)


def _unpercent(name: str) -> str:
    """Percent encoding undone where it yields text."""
    try:
        return unquote(name, errors="strict")
    except UnicodeDecodeError:
        return unquote(name, encoding="cp1252", errors="replace")


def _demangle(name: str) -> str:
    """UTF-8 that some program read as Windows-1252 and wrote again."""
    if not _MOJIBAKE.search(name):
        return name
    try:
        return name.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return name


def _shorten(name: str) -> str:
    """At most 200 characters, the extension kept."""
    if len(name) <= _LONGEST_NAME:
        return name
    stem, dot, extension = name.rpartition(".")
    if not dot or len(extension) > 10:
        return name[:_LONGEST_NAME]
    return stem[: _LONGEST_NAME - len(extension) - 1] + dot + extension
