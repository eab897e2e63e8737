"""Names of files that come from mail, made harmless on every system."""

import re
import unicodedata
from collections.abc import Iterator

LONGEST = 150  # octets of a name; most file systems take 255, and people add to names
_LONGEST_EXTENSION = 12
_LONGEST_PERSON = 60
_FORBIDDEN = re.compile(r'[<>:"|?*]')
# What Windows takes for a device, whatever the extension.
_RESERVED = re.compile(r"^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?=\.|$)", re.IGNORECASE)
_SLASHES = re.compile(r"[/\\]")


def safe_name(filename: str) -> str:
    """A name that a mail gave, made harmless on every system; never empty.

    No path, no control or direction characters, no device's name, no leading dot or dash, at
    most 150 octets; the extension is kept.
    """
    last = _SLASHES.split(unicodedata.normalize("NFC", filename))[-1]
    shown = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C")
    plain = _FORBIDDEN.sub("_", re.sub(r"\s+", " ", shown)).lstrip(" .-~").rstrip(" .")
    named = _RESERVED.sub(r"_\g<0>", plain) if plain else "document"
    stem, extension = _parts(named)
    return _cut(stem, LONGEST - len(extension.encode())) + extension


def receipt_name(mail: int, person: str, filename: str) -> str:
    """The name of a document that is taken away: `m12 Ada Lovelace - cv.pdf`.

    Args:
        person: may be empty; a slash in it is no folder.
    """
    whose = _cut(safe_name(_SLASHES.sub(" ", person)), _LONGEST_PERSON) if person.strip() else ""
    begins = f"m{mail} {whose} - " if whose else f"m{mail} - "
    stem, extension = _parts(safe_name(filename))
    return begins + _cut(stem, LONGEST - len((begins + extension).encode())) + extension


def numbered(name: str) -> Iterator[str]:
    """cv.pdf, cv (2).pdf, cv (3).pdf, and so on."""
    yield name
    stem, extension = _parts(name)
    number = 2
    while True:
        yield f"{stem} ({number}){extension}"
        number += 1


def _parts(name: str) -> tuple[str, str]:
    stem, dot, extension = name.rpartition(".")
    if not stem or len(extension.encode()) > _LONGEST_EXTENSION:
        return name, ""
    return stem, dot + extension


def _cut(text: str, octets: int) -> str:
    return text.encode()[:octets].decode("utf-8", "ignore").rstrip(" .")
