"""The sample mail on the real path: Dovecot, polls at their moments, the whole journey."""

import hashlib
import re
import shutil
import tomllib
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from intake.cli import as_json
from intake.errors import MailboxUnreachable
from intake.jobs.bench import Inbox
from intake.jobs.poll import poll
from intake.mailbox.folder import open_folder
from intake.mailbox.source import Source
from intake.settings import load
from intake.store import rows
from intake.store.engine import reading
from intake.wiring import House, build
from tests.support.dovecot import PASSWORD, Dovecot

ROOT = Path(__file__).resolve().parents[2]
MAIL = ROOT / "fixtures" / "emails"
Json = dict[str, Any]


@dataclass(frozen=True)
class Sample:
    """One mail of fixtures/emails with what is expected of it."""

    path: Path
    told: Json

    @property
    def vacancy(self) -> str:
        """The id of its vacancy: the folder's name, without the mark of the tests' own."""
        return self.path.parent.name.strip("_")

    @property
    def id(self) -> str:
        """What a test about it is called."""
        return f"{self.vacancy}/{self.path.stem}"

    @property
    def raw(self) -> bytes:
        return self.path.read_bytes()

    @property
    def delivery(self) -> Json:
        delivery: Json = self.told["delivery"]
        return delivery

    @property
    def imported(self) -> bool:
        return bool(self.delivery.get("imported", False))


@dataclass(frozen=True)
class Moment:
    """One poll of one vacancy's mailbox."""

    at: datetime
    vacancy: str
    name: str
    fails: bool


@dataclass
class Played:
    """What came of it: every delivery and every application, as `--json` shows them."""

    messages: dict[str, Json] = field(default_factory=dict)
    applications: dict[str, Json] = field(default_factory=dict)
    listed: int = 0
    touched: list[str] = field(default_factory=list)


def samples() -> list[Sample]:
    """All of fixtures/emails."""
    paths = sorted(MAIL.glob("*/*.eml"))
    return [
        Sample(one, tomllib.loads(one.with_suffix(".toml").read_text("utf-8"))) for one in paths
    ]


def moments() -> list[Moment]:
    """Every vacancy's polls, in order of time."""
    found = [
        Moment(poll["at"], path.parent.name.strip("_"), poll["name"], poll.get("fails", False))
        for path in MAIL.glob("*/polls.toml")
        for poll in tomllib.loads(path.read_text("utf-8"))["polls"]
    ]
    return sorted(found, key=lambda moment: (moment.at, moment.vacancy))


def configuration(folder: Path, dovecot: Dovecot) -> Path:
    """config/ and the tests' own vacancies, with the mail server of the tests."""
    shutil.copytree(ROOT / "config", folder)
    for own in MAIL.glob("*/vacancy.toml"):
        shutil.copy(own, folder / "vacancies" / f"{own.parent.name.strip('_')}.toml")
    general = folder / "intake.toml"
    text = general.read_text("utf-8")
    text = re.sub(r"(?ms)^\[storage\].*?^\[smtp\]", _local(folder.parent, dovecot) + "[smtp]", text)
    general.write_text(text, "utf-8")
    for path in MAIL.glob("*/polls.toml"):
        folders = tomllib.loads(path.read_text("utf-8"))["folders"]
        _open_mailbox(folder / "vacancies" / f"{path.parent.name.strip('_')}.toml", folders)
    return folder


def _local(at: Path, dovecot: Dovecot) -> str:
    return (
        f'[storage]\ndatabase = "sqlite:///{at}/intake.db"\nfiles = "{at}/files"\n[imap]\n'
        f'host = "127.0.0.1"\nport = {dovecot.port}\nsecurity = "none"\nauth = "password"\n'
    )


def _open_mailbox(vacancy: Path, folders: list[str]) -> None:
    text = vacancy.read_text("utf-8").replace("@placeholder.invalid", "@example.org")
    shown = ", ".join(f'"{name}"' for name in folders)
    vacancy.write_text(re.sub(r"(?m)^folders = .*$", f"folders = [{shown}]", text), "utf-8")


class Rehearsal:
    """Delivers each mail when its time has come, and reads the mailboxes at the polls' moments."""

    def __init__(self, at: Path, dovecot: Dovecot) -> None:
        self.dovecot, self.now, self.played = dovecot, moments()[0].at, Played()
        environ = {f"{name}_PASSWORD": PASSWORD for name in _PASSWORDS}
        self.settings = load(configuration(at / "config", dovecot), environ)
        self.imports = at / "imports"
        self.places: dict[tuple[str, str, int], Sample] = {}

    def play(self) -> Played:
        """All polls, then the imports, then what is in the ledger."""
        with build(self.settings, clock=lambda: self.now) as house:
            for moment in moments():
                self._poll(house, moment)
            self._import(house)
            self._read(house)
        return self.played

    def _poll(self, house: House, moment: Moment) -> None:
        (inbox,) = (one for one in house.inboxes if one.vacancy == moment.vacancy)
        self._deliver(inbox, moment)
        self.now = moment.at
        before = self.dovecot.dump(inbox.mailbox)
        result = poll(house.bench, replace(inbox, open=_no_connection) if moment.fails else inbox)
        assert bool(result.troubles) == moment.fails, result.troubles
        if self.dovecot.dump(inbox.mailbox) != before:
            self.played.touched.append(f"{moment.vacancy} at {moment.name}")

    def _deliver(self, inbox: Inbox, moment: Moment) -> None:
        due = [x for x in samples() if x.vacancy == moment.vacancy and not x.imported]
        due = [x for x in due if x.delivery["listed"] == moment.name]
        for folder in inbox.folders:
            arriving = sorted((x for x in due if x.delivery["folder"] == folder), key=_arrival)
            mails = [(x.raw, x.delivery["internal"]) for x in arriving]
            self.dovecot.append_all(inbox.mailbox, mails, folder)
            for sample in arriving:
                uid = 1 + sum(place[:2] == (moment.vacancy, folder) for place in self.places)
                self.places[moment.vacancy, folder, uid] = sample

    def _import(self, house: House) -> None:
        self.now += timedelta(hours=1)
        coming = [sample for sample in samples() if sample.imported]
        for vacancy in {sample.vacancy for sample in coming}:
            folder = self.imports / vacancy
            folder.mkdir(parents=True)
            for sample in (x for x in coming if x.vacancy == vacancy):
                shutil.copy(sample.path, folder)
            with open_folder(folder) as source:
                found = poll(
                    house.bench, Inbox(f"import:{folder}", vacancy, source.folders, lambda: source)
                )
            assert not found.troubles, found.troubles

    def _read(self, house: House) -> None:
        names = {hashlib.sha256(x.raw).hexdigest(): x.id for x in samples() if x.imported}
        with reading(house.engine) as session:
            for row in map(as_json.message, rows.messages(session, None)):
                place = (row["vacancy"], row["folder"], row["uid"])
                imported = row["mailbox"].startswith("import:")
                name = names[row["sha256"]] if imported else self.places[place].id
                assert name not in self.played.messages, f"two deliveries of {name}"
                self.played.messages[name] = row
            found = map(as_json.application, rows.applications(session, None))
            self.played.applications = {one["id"]: one for one in found}


_PASSWORDS = ("TOSCI", "ENVIRONMENT", "STCE", "POLICY_OFFICER", "ACIP", "ARCHIVIST")


def _arrival(sample: Sample) -> datetime:
    internal: datetime = sample.delivery["internal"]
    return internal


def _no_connection() -> Source:
    raise MailboxUnreachable("Our connection is down.", "Wait, or ask the network's people.")
