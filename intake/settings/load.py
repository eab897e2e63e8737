"""Reads the configuration folder: all files, all mistakes, then the values."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from intake.outbox.send import SmtpServer
from intake.settings.general import General, read_general
from intake.settings.opening import read_vacancy
from intake.settings.problem import ConfigurationError, Problem
from intake.settings.source import read
from intake.settings.values import Settings, VacancySettings

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def load(folder: Path, environ: Mapping[str, str]) -> Settings:
    """The configuration in a folder.

    Args:
        environ: the environment; secrets named by `*_env` are read from it when they are used.

    Raises:
        ConfigurationError: with every mistake of every file.
    """
    if not folder.is_dir():
        raise ConfigurationError((_no_folder(folder),))
    general, problems = _general(folder, environ)
    vacancies, mistakes = _vacancies(folder, general, environ)
    problems = [*problems, *mistakes, *_shared_mailboxes(vacancies)]
    if problems or general.organisation is None or general.storage is None:
        raise ConfigurationError(tuple(sorted(dict.fromkeys(problems), key=_place)))
    return Settings(
        folder,
        general.organisation,
        general.storage,
        tuple(vacancies),
        _with_sender(general.smtp, vacancies),
        general.digest,
        general.desk,
        general.oidc,
    )


def _with_sender(
    smtp: SmtpServer | None, vacancies: Sequence[VacancySettings]
) -> SmtpServer | None:
    """A sender for the digests of vacancies, where nobody gets that of them all."""
    if smtp is None or smtp.sender:
        return smtp
    readers = (reader for one in vacancies for reader in one.recipients)
    return replace(smtp, sender=next(readers, "intake@localhost"))


def _place(problem: Problem) -> tuple[bool, Path, int]:
    """intake.toml first, then the vacancies by name, each from its top."""
    return problem.file.parent.name == "vacancies", problem.file, problem.line or 0


def _general(folder: Path, environ: Mapping[str, str]) -> tuple[General, list[Problem]]:
    file = folder / "intake.toml"
    if not file.is_file():
        expected = "a file intake.toml in the configuration folder"
        write = '[organisation]\nname = "Example Organization"\ntimezone = "Europe/Brussels"'
        return General(), [Problem(file, None, "", "The file is missing.", expected, write)]
    source = read(file)
    return (General(), [source]) if isinstance(source, Problem) else read_general(source, environ)


def _vacancies(
    folder: Path, general: General, environ: Mapping[str, str]
) -> tuple[list[VacancySettings], list[Problem]]:
    vacancies: list[VacancySettings] = []
    problems = list(_misnamed(folder / "vacancies"))
    files = sorted((folder / "vacancies").glob("*.toml"))
    if not files:
        problems.append(_no_vacancy(folder / "vacancies"))
    for file in files:
        source = read(file)
        if isinstance(source, Problem):
            problems.append(source)
            continue
        vacancy, mistakes = read_vacancy(source, general, environ)
        problems += mistakes
        vacancies += [vacancy] if vacancy is not None else []
    return vacancies, problems


def _no_folder(folder: Path) -> Problem:
    return Problem(
        folder,
        None,
        "",
        "There is no such configuration folder.",
        "a folder with intake.toml and vacancies/",
        "--config DIR, or INTAKE_CONFIG=DIR in the environment",
    )


def _no_vacancy(folder: Path) -> Problem:
    return Problem(
        folder,
        None,
        "",
        "There is no vacancy.",
        "one .toml file for each vacancy",
        f"a file such as {folder / 'officer.toml'}",
    )


def _misnamed(folder: Path) -> Iterator[Problem]:
    """Files that were meant as vacancies but would not be read, or have no usable id."""
    for file in sorted(folder.glob("*")):
        stem = re.sub(r"\.toml(\.txt)?$", "", file.name, flags=re.IGNORECASE)
        if stem == file.name or (file.suffix == ".toml" and _ID.fullmatch(stem)):
            continue
        name = re.sub(r"[^A-Za-z0-9._-]+", "-", stem).strip("-.") or "vacancy"
        expected = "a name of letters, digits, dots and dashes that ends in .toml"
        problem = "The file's name cannot be a vacancy's id."
        yield Problem(file, None, "", problem, expected, f"rename it to {name}.toml")


def _shared_mailboxes(vacancies: Sequence[VacancySettings]) -> Iterator[Problem]:
    """Two vacancies on one mailbox would each file every mail in it."""
    for first, second in combinations(vacancies, 2):
        if not _same_mailbox(first, second):
            continue
        source = read(second.file)
        line = source.line(("mailbox", "address")) if not isinstance(source, Problem) else None
        yield Problem(
            second.file,
            line,
            "mailbox.address",
            f"{first.file} has the same mailbox.",
            "a mailbox of its own for each vacancy",
            'address = "another address", or one vacancy for both',
        )


def _same_mailbox(first: VacancySettings, second: VacancySettings) -> bool:
    one, other = first.account, second.account
    if one.address.casefold() == other.address.casefold():
        return True
    same_login = (one.host, one.user.casefold()) == (other.host, other.user.casefold())
    return same_login and not set(one.folders).isdisjoint(other.folders)
