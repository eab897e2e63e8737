"""What speaks for a motivation letter: salutation, closing, the first person, applying, motives."""

from dataclasses import dataclass

from intake.reading.role.prose import says_i
from intake.reading.role.shape import (
    Line,
    Shape,
    any_begins,
    any_stands_in,
    begins_with,
    count_words,
    fold,
)
from intake.reading.role.tables import phrases, quoted, token_phrases

_TITLES = token_phrases("letter", "titles")
_SUBJECTS = tuple(phrases("letter", "subjects"))
_SALUTATIONS = tuple(phrases("letter", "salutations"))
_CLOSINGS = phrases("letter", "closings")
_APPLYING = phrases("letter", "applying")
_MOTIVES = phrases("letter", "motives")
_APPLIES = phrases("letter", "applies")
_WISHES = phrases("letter", "wishes")
_COURTESY = phrases("letter", "courtesy")
_ATTACHED = phrases("letter", "attached")
_NO_SUBSTANCE = _ATTACHED | _COURTESY | _CLOSINGS


@dataclass(frozen=True)
class LetterSigns:
    """What was found.

    Attributes:
        title, subject, salutation, closing: the line or words, or empty.
        first_person: how often the writer speaks of himself or herself.
        applying, motives, courtesy, attached: the phrases of each sort.
        applies: those in which nobody but an applicant speaks.   wishes: what somebody would like.
        substance: words in sentences that are more than courtesy or "please find attached".
    """

    title: str
    subject: str
    salutation: str
    closing: str
    first_person: int
    applying: tuple[str, ...]
    motives: tuple[str, ...]
    courtesy: tuple[str, ...]
    attached: tuple[str, ...]
    substance: int
    applies: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()

    @property
    def score(self) -> float:
        """How much speaks for a letter of motivation; from about five on it is one."""
        frame = 3.0 * bool(self.title) + 1.8 * bool(self.salutation) + 1.2 * bool(self.closing)
        frame += 0.8 * bool(self.subject)
        said = min(2.4, 0.8 * len(self.applying)) + min(3.0, 0.6 * len(self.motives))
        return frame + said + min(1.0, 0.5 * len(self.courtesy)) + min(2.0, self.first_person / 4)

    @property
    def has_frame(self) -> bool:
        """It is set up as a letter, or called one."""
        return bool(self.title or self.salutation or self.closing)

    @property
    def has_both_ends(self) -> bool:
        """A salutation and a closing formula."""
        return bool(self.salutation and self.closing)

    @property
    def is_whole(self) -> bool:
        """It begins (or at least ends) as a letter does and applies for something."""
        begins = bool(self.title or self.subject or self.salutation)
        ends = bool(self.closing) and len(self.motives) >= 2 and self.first_person >= 4
        return bool(self.applying) and (begins or ends)

    def why(self) -> str:
        """The words that speak for it, quoted."""
        frame = [part for part in (self.title, self.salutation, self.closing) if part]
        said = quoted([*self.applying[:2], *self.motives[:2]], 3)
        return " and ".join(part for part in (quoted(frame), f"the words {said}") if part)


def letter_signs(shape: Shape, first_person: int) -> LetterSigns:
    """Everything in a text that speaks for a motivation letter.

    Args:
        first_person: how often the writer speaks of himself or herself, from `prose`.
    """
    return LetterSigns(
        title=next((line.written for line in shape.lines if _is_title(line)), ""),
        subject=next((line.written for line in shape.lines if _is_subject(line)), ""),
        salutation=next((line.written for line in shape.lines if _is_salutation(line)), ""),
        closing=_closing(shape),
        first_person=first_person,
        applying=shape.find(_APPLYING),
        motives=shape.find(_MOTIVES),
        courtesy=shape.find(_COURTESY),
        attached=shape.find(_ATTACHED),
        substance=sum(_substance(sentence) for sentence in shape.sentences),
        applies=shape.find(_APPLIES),
        wishes=shape.find(_WISHES),
    )


def begins_letter(line: Line) -> bool:
    """Whether a letter begins with this line: a title or a salutation."""
    return _is_title(line) or _is_salutation(line)


def ends_letter(line: Line) -> bool:
    """Whether a line is a closing formula, with or without a name behind it."""
    before_a_name = fold(line.written.partition(",")[0]) if line.size <= 8 else ""
    return line.folded in _CLOSINGS or before_a_name in _CLOSINGS


def _is_title(line: Line) -> bool:
    return len(line.words) <= 9 and begins_with(line.words, _TITLES)


def _is_subject(line: Line) -> bool:
    """ "Re: the post of ..."; the word needs its colon, or to be more than a word."""
    if not line.folded.startswith(_SUBJECTS):
        return False
    for word in _SUBJECTS:
        rest = line.written[len(word) :].lstrip()
        if line.folded.startswith(word) and (" " in word or rest.startswith((":", "："))):
            return line.size <= 25
    return False


def _is_salutation(line: Line) -> bool:
    if line.written.endswith(";"):
        return False
    if line.size > 12:
        return _runs_on(line)
    return any_begins(_SALUTATIONS, line.folded)


def _runs_on(line: Line) -> bool:
    """ "Dear Sir, I have ...": the letter goes on in the line of its salutation."""
    head, _, rest = line.written.partition(",")
    called = fold(head)
    if count_words(head) > 6 or not says_i(rest, fold(rest)):
        return False
    return any_begins(_SALUTATIONS, called)


def _closing(shape: Shape) -> str:
    """A closing formula: of several words anywhere, of one word on a line of its own."""
    for line in reversed(shape.lines):
        if ends_letter(line):
            return line.written
    return next((word for word in shape.find(_CLOSINGS) if " " in word), "")


def _substance(sentence: str) -> int:
    size = count_words(sentence)
    if size < 6 or any_stands_in(_NO_SUBSTANCE, sentence):
        return 0
    return size
