"""What the queue is searched by: of each application what is missing, its flags, its languages.

The fold that keeps applications keeps these rows too; they say nothing that it does not.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from sqlalchemy import delete, insert, select

from intake.store.engine import TOGETHER, Session
from intake.store.mark_table import Mark, MarkKind
from intake.store.tables import Application
from intake.triage.checks import CHECKS
from intake.triage.dossier import Application as Value
from intake.triage.verdict import Flag
from intake.triage.words import words

Marks = Mapping[MarkKind, tuple[str, ...]]


def keep(session: Session, application: int, vacancy: str, value: Value) -> None:
    """Write what an application's value tells, in place of what it told."""
    drop(session, application)
    found = [
        {"application_id": application, "vacancy": vacancy, "kind": kind.value, "word": word}
        for kind, word in told(value)
    ]
    if found:
        session.execute(insert(Mark), found)


def drop(session: Session, application: int) -> None:
    """Nothing is to be told of it any more."""
    session.execute(delete(Mark).where(Mark.application_id == application))


def told(value: Value) -> list[tuple[MarkKind, str]]:
    """The marks of an application, each once."""
    languages = {one.language for one in value.documents if one.language}
    return [
        *((MarkKind.MISSING, name) for name in dict.fromkeys(value.missing)),
        *((MarkKind.FLAG, flag.value) for flag in dict.fromkeys(value.flags)),
        *((MarkKind.LANGUAGE, language) for language in sorted(languages)),
    ]


def sorting(value: Value) -> str:
    """By what an application is put in order of names: as people look a name up."""
    return " ".join(words(value.candidate.name) or words(value.candidate.email))


def of(session: Session, applications: Sequence[int]) -> dict[int, Marks]:
    """The marks of each of these applications; all of them are answered."""
    found: dict[int, dict[MarkKind, list[str]]] = {
        number: {kind: [] for kind in MarkKind} for number in applications
    }
    query = select(Mark.application_id, Mark.kind, Mark.word)
    for at in range(0, len(applications), TOGETHER):
        asked = Mark.application_id.in_(applications[at : at + TOGETHER])
        for number, kind, word in session.execute(query.where(asked)):
            found[number][MarkKind(kind)].append(word)
    return {number: _settled(each) for number, each in found.items()}


def in_use(session: Session, vacancy: str, stages: Iterable[str] = ()) -> Marks:
    """Every mark that an application of a vacancy has: what its queue can be narrowed to.

    Args:
        stages: of applications in these alone; empty for all.
    """
    query = select(Mark.kind, Mark.word).where(Mark.vacancy == vacancy).distinct()
    if wanted := tuple(stages):
        query = query.join(Application).where(Application.stage.in_(wanted))
    found: dict[MarkKind, list[str]] = {kind: [] for kind in MarkKind}
    for kind, word in session.execute(query):
        found[MarkKind(kind)].append(word)
    return _settled(found)


def _settled(found: Mapping[MarkKind, list[str]]) -> Marks:
    """Words in the order of their tables, not of chance."""
    return {kind: tuple(sorted(each, key=_ORDER[kind])) for kind, each in found.items()}


def _in(words: Iterable[str]) -> Callable[[str], tuple[int, str]]:
    places = {word: place for place, word in enumerate(words)}
    return lambda word: (places.get(word, len(places)), word)


_ORDER = {
    MarkKind.MISSING: _in(question.name for question in CHECKS),
    MarkKind.FLAG: _in(flag.value for flag in Flag),
    MarkKind.LANGUAGE: _in(()),
}
