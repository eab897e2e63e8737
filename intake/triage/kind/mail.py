"""A message as the rules of kind see it: what it brings, who sent it, what came before."""

import re
from dataclasses import dataclass
from functools import cached_property

from intake.triage.checks.current import ASKED_KINDS
from intake.triage.checks.documents import might_be
from intake.triage.dossier import APPLYING, Judged
from intake.triage.kind.wording import APPLIES_NOW, WHETHER_ONE_MAY
from intake.triage.message import Document, DocumentKind, Message
from intake.triage.vacancy import Vacancy
from intake.triage.verdict import Outcome
from intake.triage.words import sentences, words

_PREFIX = re.compile(
    r"^\s*(?:re|r|aw|sv|vs|ref|réf|rép|antw|odp|ynt|fw|fwd|tr|wg|rv|enc|i|vl|doorst|pd)"
    r"\s*(?:\[\d+\]|\(\d+\))?\s*[:：]\s*",
    re.IGNORECASE,
)
_REPLY = re.compile(r"^\s*(?:re|r|aw|sv|vs|rép|antw|odp|ynt)\s*[:：]", re.IGNORECASE)


def bare_subject(subject: str) -> str:
    """A subject without the RE:, FW:, TR:, AW: ... that programs put before it."""
    while (shorter := _PREFIX.sub("", subject, count=1)) != subject:
        subject = shorter
    return subject.strip()


@dataclass(frozen=True)
class Mail:
    """A message with the vacancy it came for, and what its candidate or thread sent before."""

    message: Message
    vacancy: Vacancy
    earlier: tuple[Judged, ...] = ()

    @cached_property
    def files(self) -> tuple[Document, ...]:
        """What is attached, whatever it is."""
        return tuple(one for one in self.message.documents if not one.in_body)

    @cached_property
    def papers(self) -> tuple[Document, ...]:
        """What may be a CV or a letter: those that are, and those nobody could read or tell."""
        return tuple(one for one in self.message.documents if _is_paper(one))

    @property
    def is_full(self) -> bool:
        """Whether it alone holds every document that the vacancy asks for."""
        held = {kind.value for one in self.papers for kind in one.kinds if self._counts(one)}
        return held >= set(self.vacancy.required)

    def _counts(self, document: Document) -> bool:
        return self.vacancy.letter_may_be_in_body or not document.in_body

    @cached_property
    def has_cv(self) -> bool:
        """Whether a CV is among its papers, or something unreadable that may be one."""
        return any(
            DocumentKind.CV in one.kinds or might_be(one, DocumentKind.CV) for one in self.papers
        )

    @property
    def has_own_cv(self) -> bool:
        """Whether a CV came as the mail's own file, not inside a message that it returns."""
        return self.has_cv and not all(one.container for one in self.papers)

    @cached_property
    def subject(self) -> str:
        """The subject without RE:, FW: and their like."""
        return bare_subject(self.message.subject)

    @property
    def is_reply(self) -> bool:
        """Whether it answers an earlier mail, by its thread or its subject."""
        return bool(self.message.in_reply_to) or self.says_reply

    @property
    def says_reply(self) -> bool:
        """Whether its subject begins with RE:, AW: or their like."""
        return bool(_REPLY.match(self.message.subject))

    @property
    def is_silent(self) -> bool:
        """Whether its sender wrote no words of their own in the mail."""
        return not words(self.message.body)

    @cached_property
    def applying(self) -> str | None:
        """The sentence in which somebody applies in so many words; a question is none."""
        telling = (one for one in sentences(self.new_text) if APPLIES_NOW.match(one))
        return next((one for one in telling if not _is_asked(one)), None)

    @property
    def new_text(self) -> str:
        """What the sender wrote now: the subject as its own sentence, then the new text."""
        return f"{self.message.subject}\n\n{self.message.body}"

    @cached_property
    def application(self) -> Judged | None:
        """The earlier mail that this one would add to: by the same candidate, or in its thread."""
        earlier = [one for one in self.earlier if _applies(one)]
        own = (one for one in earlier if one.is_by(self.message.candidate))
        answered = (one for one in earlier if self._answers(one))
        return next(own, None) or next(answered, None)

    def _answers(self, one: Judged) -> bool:
        return bool(one.message.message_id) and one.message.message_id in self.message.in_reply_to


def _is_paper(document: Document) -> bool:
    """Whether it is an asked document, or may be; words that say nothing need a telling name."""
    if set(document.kinds) & set(ASKED_KINDS):
        return True
    telling = not document.readable or bool(document.named)
    return telling and any(might_be(document, kind) for kind in ASKED_KINDS)


def _is_asked(sentence: str) -> bool:
    return sentence.rstrip().endswith("?") or bool(WHETHER_ONE_MAY.match(sentence))


def _applies(one: Judged) -> bool:
    return one.verdict.kind in APPLYING and one.verdict.outcome is not Outcome.IGNORED
