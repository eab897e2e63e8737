"""The sample mail: invented applicants, each mail beside a note of when it arrived."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from intake.errors import Permanent

_HERE = Path(__file__).resolve().parent
_CHECKOUT = _HERE.parents[1]


@dataclass(frozen=True)
class Sample:
    """One mail.

    Attributes:
        listed: the name of the poll that first finds it.
        imported: it comes as a file, not through the mailbox.
    """

    path: Path
    about: str
    folder: str
    internal: datetime | None
    listed: str
    imported: bool


@dataclass(frozen=True)
class Moment:
    """One poll of one vacancy's mailbox; `fails` stands for an outage of the server."""

    vacancy: str
    name: str
    at: datetime
    fails: bool
    samples: tuple[Sample, ...]


@dataclass(frozen=True)
class Mailbox:
    """A vacancy's sample mailbox: its folders, and the polls in order of time."""

    vacancy: str
    folders: tuple[str, ...]
    moments: tuple[Moment, ...]
    imported: tuple[Sample, ...]


def place(name: str) -> Path:
    """A folder of the checkout, or its copy inside the installed package.

    Raises:
        Permanent: it is in neither place.
    """
    for folder in (_CHECKOUT / name, _HERE / Path(name).name):
        if folder.is_dir():
            return folder
    raise Permanent(
        f"The demonstration's {name} is missing.", "Run it from a checkout, or install it again."
    )


def mailboxes() -> list[Mailbox]:
    """All sample mailboxes, by vacancy."""
    return [
        _mailbox(folder)
        for folder in sorted(place("fixtures/emails").iterdir())
        if (folder / "polls.toml").is_file()
    ]


def _mailbox(folder: Path) -> Mailbox:
    told = tomllib.loads((folder / "polls.toml").read_text("utf-8"))
    samples = list(_samples(folder))
    moments = (
        Moment(
            folder.name,
            poll["name"],
            poll["at"],
            poll.get("fails", False),
            tuple(one for one in samples if one.listed == poll["name"] and not one.imported),
        )
        for poll in told["polls"]
    )
    return Mailbox(
        folder.name,
        tuple(told.get("folders", ["INBOX"])),
        tuple(sorted(moments, key=lambda moment: moment.at)),
        tuple(one for one in samples if one.imported),
    )


def _samples(folder: Path) -> Iterator[Sample]:
    for path in sorted(folder.glob("*.eml")):
        told = tomllib.loads(path.with_suffix(".toml").read_text("utf-8"))
        delivery = told["delivery"]
        yield Sample(
            path,
            told["about"],
            delivery.get("folder", "INBOX"),
            delivery.get("internal"),
            delivery.get("listed", "main"),
            delivery.get("imported", False),
        )
