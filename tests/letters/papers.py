"""Attached files with what is true of them: which kind, which language, whether it can be read."""

from dataclasses import dataclass, replace
from random import Random
from typing import Any

from tests.letters import files, pdfs
from tests.letters.mails import Attached
from tests.letters.people import Person
from tests.letters.writing import Paper, cv, letter, other

TYPES = {
    "pdf": "application/pdf",
    "rtf": "application/rtf",
    "txt": "text/plain",
    "html": "text/html",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "docm": "application/vnd.ms-word.document.macroEnabled.12",
    "odt": "application/vnd.oasis.opendocument.text",
    "zip": "application/zip",
    "jpg": "image/jpeg",
    "png": "image/png",
    "eml": "message/rfc822",
    "exe": "application/octet-stream",
}


@dataclass(frozen=True)
class Doc:
    """A file and the truth about it."""

    filename: str
    data: bytes
    kinds: tuple[str, ...] = ()
    language: str | None = None
    reason: str | None = None
    text: str = ""

    @property
    def extension(self) -> str:
        return self.filename.rpartition(".")[2].lower()

    def attached(self, **how: Any) -> Attached:
        """The file as a part of a mail."""
        kind = TYPES.get(self.extension, "application/octet-stream")
        return replace(Attached(self.filename, self.data, kind), **how)

    def named(self, filename: str) -> "Doc":
        """The same under another name."""
        return replace(self, filename=filename)

    @property
    def expected(self) -> dict[str, Any]:
        """What the product should say about it."""
        entry: dict[str, Any] = {"filename": self.filename, "kinds": list(self.kinds)}
        if self.language:
            entry["language"] = self.language
        return (
            entry
            | {"readable": self.reason is None}
            | ({"reason": self.reason} if self.reason else {})
        )


def written(paper: Paper, extension: str, rng: Random, layout: str = "") -> bytes:
    """A paper in the format of an extension."""
    if extension == "pdf":
        return pdfs.pdf(paper, rng, layout)
    if extension == "docx":
        return files.docx(paper, rng, layout)
    if extension == "docm":
        return files.with_macros(files.docx(paper, rng, layout))
    makers = {"odt": files.odt, "rtf": files.rtf, "txt": files.text_file, "html": files.html_file}
    return makers[extension](paper)


def cv_doc(person: Person, filename: str, language: str, rng: Random, layout: str = "") -> Doc:
    """A CV."""
    paper = cv(person, language, rng)
    extension = filename.rpartition(".")[2].lower()
    return Doc(filename, written(paper, extension, rng, layout), ("cv",), language, text=paper.text)


def letter_doc(person: Person, filename: str, title: str, language: str, rng: Random) -> Doc:
    """A motivation letter."""
    paper = letter(person, title, language, rng)
    extension = filename.rpartition(".")[2].lower()
    return Doc(
        filename, written(paper, extension, rng), ("motivation_letter",), language, text=paper.text
    )


def both_doc(person: Person, filename: str, title: str, language: str, rng: Random) -> Doc:
    """A letter and a CV in one file."""
    first, second = letter(person, title, language, rng), cv(person, language, rng)
    paper = Paper([*first.lines, *second.lines], language)
    extension = filename.rpartition(".")[2].lower()
    kinds = ("cv", "motivation_letter")
    return Doc(filename, written(paper, extension, rng, "plain"), kinds, language, text=paper.text)


def other_doc(kind: str, person: Person, filename: str, language: str, rng: Random) -> Doc:
    """A diploma, certificate, reference_letter, publications or transcript."""
    paper = other(kind, person, language, rng)
    extension = filename.rpartition(".")[2].lower()
    return Doc(filename, written(paper, extension, rng), ("other",), language, text=paper.text)


def blind_scan(person: Person, filename: str, language: str, rng: Random) -> Doc:
    """A scan of a CV that is so blurred that not even OCR finds a word."""
    return Doc(filename, pdfs.scan(cv(person, language, rng), 55, 7), reason="no_text")
