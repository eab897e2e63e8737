"""Words out of pictures, by tesseract where it is installed."""

import os
import re
import shutil
import subprocess
from functools import cache

from intake.reading.extract import Extract, Unread
from intake.reading.text import clean
from intake.triage.message import Unreadable

TIMEOUT = 25.0
"""Seconds for one picture; a page of text takes about five."""

_WANTED = ("eng", "fra")
# tesseract takes many an "I" for a stroke; before a small letter it stands for a word.
_ONE_STROKE = re.compile(r"(?<![^\s\"'“«(])\|(?=['’][a-z]|[ \n][a-zà-ÿ]+[\s,](?!\|))")


def available() -> bool:
    """Whether tesseract is installed with English or French."""
    return bool(_languages())


def read(data: bytes) -> Extract:
    """The words of one picture (PNG, JPEG, TIFF, ...).

    Raises:
        Unread: EMPTY without bytes, NO_TEXT where no words are found or tesseract is not
            installed, TIMED_OUT.
    """
    if not data:
        raise Unread(Unreadable.EMPTY, "The picture is empty.")
    if not available():
        raise Unread(Unreadable.NO_TEXT, "A picture; no text reader (tesseract) is installed.")
    text = clean(_ONE_STROKE.sub("I", _recognised(data)))
    if sum(char.isalpha() for char in text) < 20:
        raise Unread(Unreadable.NO_TEXT, "A picture in which no words were found.")
    return Extract(text, 1, ("Read from a picture: letters may be wrong.",))


def read_pages(pictures: tuple[bytes, ...]) -> Extract:
    """The words of several pages of one document, in order; pages without words are left out.

    Raises:
        Unread: NO_TEXT where no page has words, TIMED_OUT.
    """
    texts = [text for picture in pictures if (text := _words_of(picture))]
    if not texts:
        raise Unread(Unreadable.NO_TEXT, "Pictures of pages in which no words were found.")
    return Extract(
        "\n\n".join(texts), len(pictures), ("Read from pictures: letters may be wrong.",)
    )


def _words_of(picture: bytes) -> str:
    try:
        return read(picture).text
    except Unread as unread:
        if unread.reason is not Unreadable.NO_TEXT:
            raise
        return ""


@cache
def _languages() -> str:
    """Of the languages wanted those that are installed, as tesseract takes them: "eng+fra"."""
    program = shutil.which("tesseract")
    if program is None:
        return ""
    listed = _run([program, "--list-langs"], b"")
    return "+".join(name for name in _WANTED if name in listed.split())


def _recognised(data: bytes) -> str:
    # Picture in by stdin, words out by stdout: no file is written.
    return _run(["tesseract", "stdin", "stdout", "-l", _languages()], data)


def _run(command: list[str], data: bytes) -> str:
    environment = {"OMP_THREAD_LIMIT": "1", "PATH": os.defpath, "LC_ALL": "C.UTF-8"}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program, nothing of a mail in its arguments
            command, input=data, capture_output=True, timeout=TIMEOUT, env=environment, check=False
        )
    except subprocess.TimeoutExpired as late:
        raise Unread(Unreadable.TIMED_OUT, "Reading the picture took too long.") from late
    return done.stdout.decode("utf-8", "replace")
