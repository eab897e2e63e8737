"""Lines of forms: a label, what answers it, and boxes to tick."""

import re
from collections.abc import Iterator

from intake.triage.words import Phrases

YES = Phrases("(yes|oui|affirmative|affirmatif|i do|en effet)")

_NEXT_LINE = re.compile(r"\n(?=[^\n:]{1,60}:\s)|(?<=\n)([^\n:]{1,40}:[ \t][^\n]{1,40})\n")
_ANSWER = re.compile(r"\s*(?:[:=?]|\s[-–—])\s+")
_BOX = r"(?:\[\s*\]|\(\s*\)|[☐□])"
_TICKED = r"(?:\[\s*[xX✓✔]\s*\]|\(\s*[xX✓✔]\s*\)|[☒☑✓✔])"
_UNTICKED = re.compile(rf"{_BOX}\s*\w+|{_TICKED}")


def apart(text: str) -> str:
    """The text with each line of a form as a paragraph of its own."""
    return _NEXT_LINE.sub(lambda line: f"{line[1] or ''}\n\n", text)


def ticked(sentence: str) -> str:
    """A sentence without the boxes that nobody ticked: “[ ] yes [x] no” says “no”."""
    return " ".join(_UNTICKED.sub(" ", sentence).split())


def lines(sentence: str) -> Iterator[tuple[str, str]]:
    """The labels in a sentence, each with what follows it: “Relatives on the staff: none”."""
    begin = 0
    for sign in _ANSWER.finditer(sentence):
        yield sentence[begin : sign.start()], sentence[sign.end() :]
        begin = sign.end()


def answers(sentence: str, so: Phrases) -> bool:
    """Whether it is a line of a form that is so answered."""
    return any(so.begins(answer) for _, answer in lines(sentence))
