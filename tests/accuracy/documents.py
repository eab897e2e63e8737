"""The files of one application, in every format and under every name, with the truth about each."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests.letters import pdfs
from tests.letters.files import blank_screen, page_photo, photograph
from tests.letters.papers import Doc, written
from tests.letters.people import Person, words
from tests.letters.writing import Line, Paper, cv, letter, other

WHOLE = words("whole")
FORMATS = (
    ("pdf",) * 60 + ("docx",) * 27 + ("odt",) * 4 + ("rtf",) * 4 + ("txt",) * 3 + ("html",) * 2
)
OCR = shutil.which("tesseract") is not None
NAMES = {
    "cv": (
        "CV",
        "CV_{family}",
        "{family}_CV",
        "resume",
        "Resume {name}",
        "Curriculum vitae {name}",
        "CV {name} 2026 final (2)",
        "Curriculum_Vitae",
        "cv-{plain}",
        "scan0001",
        "Document1",
        "1",
        "{name}",
        "Europass",
        "CV Français",
        "hoja de vida",
    ),
    "letter": (
        "Motivation letter",
        "ML_{family}",
        "cover",
        "Cover Letter {name}",
        "Lettre de motivation {name}",
        "letter to WCO",
        "Document2",
        "application",
        "Lettre",
        "LM",
        "motivation",
        "2",
        "scan0002",
        "Letter of Motivation - {family}",
        "statement",
    ),
    "both": (
        "Application {name}",
        "CV and letter",
        "Dossier de candidature",
        "application_{plain}",
        "CV+LM {family}",
        "scan",
    ),
    "other": (
        "Diploma",
        "certificates",
        "Diplôme",
        "scan0003",
        "Reference",
        "Annex 1",
        "Attestation {family}",
        "publications",
    ),
}
OTHERS = ("diploma", "certificate", "reference_letter", "publications", "transcript")


class Drawer:
    """Draws one person's files."""

    def __init__(self, person: Person, title: str, language: str, rng: Random) -> None:
        self.person, self.title, self.language, self.rng = person, title, language, rng
        self.used: set[str] = set()

    def application(self) -> list[Doc]:
        """CV and letter, most often; sometimes in one file, sometimes one alone, sometimes more."""
        chance = self.rng.random()
        if chance < 0.09:
            docs = [self.both()]
        elif chance < 0.17:
            docs = [self.cv()]
        elif chance < 0.20:
            docs = [self.letter()]
        else:
            docs = [self.cv(), self.letter()]
        docs += [self.other() for _ in range(self.rng.choice((0, 0, 0, 0, 1, 1, 2, 3)))]
        self.rng.shuffle(docs)
        return docs

    def cv(self) -> Doc:
        return self._doc("cv", self._cv_paper(), ("cv",))

    def letter(self, *more: str) -> Doc:
        return self._doc("letter", self._letter_paper(*more), ("motivation_letter",))

    def both(self) -> Doc:
        papers = [self._letter_paper(), self._cv_paper()]
        if self.rng.random() < 0.3:
            papers.reverse()
        whole = Paper([line for paper in papers for line in paper.lines], papers[0].language)
        return self._doc("both", whole, ("cv", "motivation_letter"))

    def other(self) -> Doc:
        language = self.language if self.language in ("en", "fr") else "en"
        if self.rng.random() < 0.1:
            return Doc(self._name("other", "jpg"), photograph(self.rng), reason="no_text")
        paper = other(self.rng.choice(OTHERS), self.person, language, self.rng)
        return self._doc("other", paper, ("other",))

    def notice(self) -> Doc:
        """The notice itself, or a picture of the screen: what people attach to questions."""
        if self.rng.random() < 0.3:
            return Doc("screenshot.png", blank_screen(self.rng), reason="no_text")
        language = self.language if self.language in ("en", "fr") else "en"
        paper = other("notice", self.person, language, self.rng)
        return Doc("Vacancy notice.pdf", written(paper, "pdf", self.rng), ("other",), language)

    def unreadable(self) -> Doc:
        """A CV that nobody can read."""
        paper, kind = (
            self._cv_paper(),
            self.rng.choice(("encrypted", "corrupt", "empty", "no_text", "unsafe")),
        )
        name = self._name("cv", "docm" if kind == "unsafe" else "pdf")
        if kind == "no_text":
            return Doc(name, pdfs.scan(paper, 55, 7), reason=kind)
        makers: dict[str, Callable[[], bytes]] = {
            "encrypted": lambda: pdfs.encrypted(paper),
            "corrupt": lambda: pdfs.cut_off(pdfs.pdf(paper, self.rng)),
            "empty": bytes,
            "unsafe": lambda: written(paper, "docm", self.rng),
        }
        data = makers[kind]()
        return Doc(name, data, reason=kind)

    def _cv_paper(self) -> Paper:
        if self.rng.random() < 0.25 and self.language in WHOLE:
            return self._whole("cv")
        return cv(self.person, self.language, self.rng)

    def _letter_paper(self, *more: str) -> Paper:
        if self.rng.random() < 0.25 and self.language in WHOLE:
            paper = self._whole("letter")
        else:
            paper = letter(self.person, self.title, self.language, self.rng)
        paper.lines[-2:-2] = [Line(sentence) for sentence in more]
        return paper

    def _whole(self, kind: str) -> Paper:
        who = self.person
        text = self.rng.choice(WHOLE[self.language][kind]).format(
            name=who.name,
            email=who.email,
            phone=who.phone,
            city=who.city,
            country=who.country,
            title=self.title,
        )
        return Paper([Line(row) for row in text.split("\n")], self.language)

    def _doc(self, kind: str, paper: Paper, kinds: tuple[str, ...]) -> Doc:
        rng = self.rng
        if OCR and rng.random() < 0.008 and kind != "both":
            data = pdfs.scan(paper, 150) if rng.random() < 0.5 else page_photo(paper)
            name = self._name(kind, "pdf" if data.startswith(b"%PDF") else "png")
            return Doc(name, data, kinds, paper.language)
        extension = rng.choice(FORMATS)
        data = written(paper, extension, rng, "plain" if kind == "both" else "")
        doc = Doc(self._name(kind, extension), data, kinds, paper.language, text=paper.text)
        return _disguised(doc, rng)

    def _name(self, kind: str, extension: str) -> str:
        who = self.person
        pool = [x for x in NAMES[kind] if x not in self.used] or ["file"]
        shape = self.rng.choice(pool)
        self.used.add(shape)
        stem = shape.format(family=who.family, name=who.name, plain=who.email.partition("@")[0])
        return f"{stem}.{extension.upper() if self.rng.random() < 0.05 else extension}"


def _disguised(doc: Doc, rng: Random) -> Doc:
    """Now and then a wrong extension, or a gateway's words before the first byte of a PDF."""
    chance = rng.random()
    if chance < 0.03 and doc.extension in ("pdf", "docx"):
        return doc.named(doc.filename.rpartition(".")[0] + rng.choice((".doc", "", ".dat")))
    if chance < 0.05 and doc.extension == "pdf":
        return replace(doc, data=b"\r\n-- scanned by the mail gateway --\r\n" + doc.data)
    return doc
