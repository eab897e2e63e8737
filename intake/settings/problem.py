"""A mistake in the configuration, told so that it can be mended without the manual."""

from dataclasses import dataclass
from pathlib import Path

from intake.errors import Permanent


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one file.

    Attributes:
        file: the file as the configuration folder was given.
        line: where the key stands, else the table it belongs to; None where there is no file.
        key: dotted, as in `deadline.date`; empty where the whole file is meant.
        problem: what is wrong, in one sentence; never a secret's value.
        expected: what should stand there.
        write: what to write instead.
    """

    file: Path
    line: int | None
    key: str
    problem: str
    expected: str = ""
    write: str = ""

    def __str__(self) -> str:
        line = f", line {self.line}" if self.line is not None else ""
        key = f", {self.key}" if self.key else ""
        lines = [f"{self.file}{line}{key}: {self.problem}"]
        if self.expected:
            lines.append(f"  expected: {self.expected}")
        if self.write:
            lines.append("  write:    " + self.write.replace("\n", "\n            "))
        return "\n".join(lines)


class ConfigurationError(Permanent):
    """The configuration cannot be used; `problems` are all its mistakes, by file and line."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        many = f"The configuration has {len(problems)} mistakes:"
        head = "The configuration has one mistake:" if len(problems) == 1 else many
        super().__init__("\n".join([head, *map(str, problems)]))
        self.problems = problems
