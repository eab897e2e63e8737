"""A case in plain values, for machines. Times in UTC; the documents' texts lie in the mails."""

from dataclasses import asdict
from datetime import datetime
from enum import Enum
from typing import Any

from intake.jobs.complaint.case import Case, Piece
from intake.store.polls import PollRow
from intake.store.rows import AuditRow, DecisionRow
from intake.triage.message import Document

Json = dict[str, Any]


def stamp(moment: datetime | None) -> str | None:
    """In UTC, to the second or finer where it was recorded finer."""
    return None if moment is None else moment.isoformat().replace("+00:00", "Z")


def case(one: Case) -> Json:
    """The whole case, but for polls and audit rows, which have files of their own."""
    deadline, application = one.vacancy.deadline, one.application
    return {
        "subject": one.subject,
        "vacancy": one.vacancy.id,
        "title": one.vacancy.title,
        "made_at": stamp(one.made_at),
        "made_by": one.made_by,
        "deadline": _plain(asdict(deadline)),
        "application": None
        if application is None
        else {
            "id": f"a{application.id}",
            "stage": application.stage,
            "complete": application.application.complete,
            "missing": list(application.application.missing),
            "checks": [_plain(asdict(check)) for check in application.application.checks],
            "decisions": [_decision(made) for made in application.decisions],
        },
        "mails": [_mail(piece) for piece in one.mails],
        "chain": {"head": one.head, "length": one.length},
    }


def poll(row: PollRow) -> Json:
    """One poll."""
    found: Json = _plain(asdict(row))
    return found


def audit(row: AuditRow) -> Json:
    """One audit row: all that its hash is made of, and the hash."""
    return asdict(row) | {"at": row.at.isoformat()}


def _mail(piece: Piece) -> Json:
    row = piece.row
    verdict, message = row.verdict, row.message
    return {
        "id": f"m{row.id}",
        "mailbox": row.mailbox,
        "folder": row.folder,
        "uidvalidity": row.uidvalidity,
        "uid": row.uid,
        "sha256": row.sha256,
        "size": row.size,
        "bytes": piece.bytes,
        "subject": message.subject if message else None,
        "from": asdict(message.sender) if message else None,
        "outcome": str(row.outcome) if row.outcome else None,
        "clocks": _plain(asdict(piece.evidence)),
        "claimed": message.claimed_date if message else None,
        "received_lines": [hop.raw for hop in message.hops] if message else [],
        "verdict": _plain(asdict(verdict)) if verdict else None,
        "documents": [_document(one) for one in message.documents] if message else [],
        "problem": row.problem or None,
        "decisions": [_decision(made) for made in row.decisions],
    }


def _document(one: Document) -> Json:
    told = ("filename", "media_type", "sha256", "size", "kinds", "why", "language", "pages")
    found: Json = _plain({name: getattr(one, name) for name in told})
    return found | {"readable": one.readable, "reason": str(one.reason) if one.reason else None}


def _decision(made: DecisionRow) -> Json:
    found: Json = _plain(asdict(made))
    return found


def _plain(value: Any) -> Any:  # noqa: ANN401 - what asdict() gives is of any type
    if isinstance(value, datetime):
        return stamp(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value if value is None or isinstance(value, str | int | float) else str(value)
