"""The JSON that scripts hold on to: one object per delivery, one per application."""

from datetime import UTC, datetime
from typing import Any

from intake.store.rows import ApplicationRow, DecisionRow, MessageRow
from intake.triage.message import Address, Document
from intake.triage.verdict import Check

Json = dict[str, Any]


def moment(value: datetime | None) -> str | None:
    """A moment in UTC, to the second: `2026-02-08T22:59:59Z`."""
    return None if value is None else f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def message(row: MessageRow) -> Json:
    """A delivery as `messages --json` lists it."""
    return {
        "id": f"m{row.id}",
        "vacancy": row.vacancy,
        "mailbox": row.mailbox,
        "folder": row.folder,
        "uidvalidity": row.uidvalidity,
        "uid": row.uid,
        "sha256": row.sha256,
        "size": row.size,
        **_read(row),
        **_found(row),
        "documents": [document(one) for one in row.message.documents] if row.message else [],
        "application": f"a{row.application}" if row.application else None,
    }


def _read(row: MessageRow) -> Json:
    read = row.message
    return {
        "message_id": (read.message_id or None) if read else None,
        "from": address(read.sender if read else Address()),
        "subject": read.subject if read else "",
    }


def _found(row: MessageRow) -> Json:
    verdict = row.verdict
    if verdict is None:
        nothing = ("kind", "outcome", "timing", "received_at", "decided_by", "reason")
        return dict.fromkeys(nothing) | {"checks": [], "flags": []}
    return {
        "kind": str(verdict.kind),
        "outcome": str(row.outcome),
        "timing": str(verdict.timing.verdict),
        "received_at": moment(verdict.timing.received_at),
        "decided_by": verdict.timing.decided_by,
        "reason": verdict.reason,
        "checks": [check(one) for one in verdict.checks],
        "flags": [str(flag) for flag in verdict.flags],
    }


def application(row: ApplicationRow) -> Json:
    """An application as `queue --json` lists it."""
    value = row.application
    return {
        "id": f"a{row.id}",
        "vacancy": row.vacancy,
        "candidate": address(value.candidate),
        "received_at": moment(value.received_at),
        "complete": value.complete,
        "missing": list(value.missing),
        "stage": row.stage,
        "flags": [str(flag) for flag in value.flags],
        "checks": [check(one) for one in value.checks],
        "messages": [f"m{number}" for number in value.messages],
        "documents": [document(one) for one in value.documents],
    }


def address(value: Address) -> Json:
    """A name and an address, as written."""
    return {"name": value.name, "email": value.email}


def check(value: Check) -> Json:
    """A check with its evidence."""
    return {"name": value.name, "result": str(value.result), "evidence": value.evidence}


def document(value: Document, *, text: bool = False) -> Json:
    """A document; with its text where asked for."""
    shown: Json = {
        "filename": value.filename,
        "kinds": [str(kind) for kind in value.kinds],
        "media_type": value.media_type,
        "sha256": value.sha256,
        "size": value.size,
        "language": value.language,
        "pages": value.pages,
        "readable": value.readable,
        "reason": str(value.reason) if value.reason else None,
        "container": value.container or None,
        "in_body": value.in_body,
        "why": value.why,
        "notes": list(value.notes),
    }
    return shown | ({"text": value.text} if text else {})


def evidence(row: MessageRow) -> Json:
    """What `show` adds to a delivery: evidence, sentences, decisions."""
    verdict = row.verdict
    return {
        "evidence": {
            "internal": row.internal_raw or None,
            "internal_utc": moment(row.internal),
            "seen_at": moment(row.seen_at),
            "absent_at": moment(row.absent_at),
            "claimed": row.message.claimed_date if row.message else None,
            "received": [hop.raw for hop in row.message.hops] if row.message else [],
            "explanation": verdict.timing.explanation if verdict else None,
            "kind": verdict.kind_evidence if verdict else None,
            "findings": [
                {"flag": str(one.flag), "evidence": one.evidence} for one in verdict.findings
            ]
            if verdict
            else [],
            "notes": list(verdict.notes) if verdict else [],
            "defects": list(row.message.defects) if row.message else [],
            "duplicate_of": f"m{verdict.duplicate_of}"
            if verdict and verdict.duplicate_of
            else None,
        },
        "found": str(verdict.outcome) if verdict else None,
        "problem": row.problem or None,
        "decisions": [decision(one) for one in row.decisions],
    }


def decision(row: DecisionRow) -> Json:
    """What a person decided, when and why."""
    return {
        "at": moment(row.at),
        "by": row.who,
        "what": row.what,
        "to": row.to,
        "reason": row.why,
    }
