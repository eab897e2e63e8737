"""All that is found in one text, of every sort, before anything is decided."""

from dataclasses import dataclass

from intake.reading.role.cv import CvSigns, cv_signs
from intake.reading.role.letter import LetterSigns, letter_signs
from intake.reading.role.other import OtherSigns, other_signs
from intake.reading.role.prose import Prose, prose
from intake.reading.role.shape import Shape

OTHER_FROM = 3.0
"""Score from which a text is some other paper."""


@dataclass(frozen=True)
class Signs:
    """What was found in a text.

    Attributes:
        others: sort of paper -> what speaks for it.
        words: how many the text has.
    """

    cv: CvSigns
    letter: LetterSigns
    others: dict[str, OtherSigns]
    prose: Prose
    words: int

    @property
    def other(self) -> OtherSigns:
        """The sort of other paper that most speaks for."""
        return max(self.others.values(), key=lambda signs: signs.score)


def signs_in(shape: Shape) -> Signs:
    """Everything that a text's words and shape say."""
    told = prose(shape)
    letter = letter_signs(shape, told.first_person)
    others = other_signs(shape, is_spoken=bool(told.first_person or told.we))
    return Signs(cv_signs(shape), letter, others, told, shape.words)
