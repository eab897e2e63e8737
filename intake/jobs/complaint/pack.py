"""The case as one ZIP. Names in it are made of numbers alone: nothing of a mail is in a path."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from intake.jobs.bench import Bench
from intake.jobs.complaint import plain
from intake.jobs.complaint.case import Case, gather
from intake.outbox.pack import tell

CHUNK = 1 << 20


def complaint(
    bench: Bench,
    subject: str,
    to: IO[bytes],
    *,
    who: str,
    everything: bool,
    zone: tzinfo = UTC,
) -> Case:
    """Write the complaint pack of `m12` or `a7`.

    Args:
        to: where the ZIP goes.
        who: for whom it is made; kept in the audit trail.
        everything: for HR; else no declared relative is told.
        zone: of the organisation; times are told in it and in UTC.

    Raises:
        WrongUse: this is no reference.   UnknownId: there is none of that number.
    """
    case = gather(bench, subject, who, everything=everything)
    with ZipFile(to, "w", ZIP_DEFLATED) as archive:
        pack = _Pack(archive, case.made_at)
        for name, text in _texts(case, zone):
            pack.add(name, [text.encode()])
        for piece in case.mails:
            if piece.bytes in ("whole", "damaged"):
                pack.add(f"mails/m{piece.row.id}.eml", _chunks(bench, piece.row.sha256 or ""))
        pack.close()
    return case


def _texts(case: Case, zone: tzinfo) -> Iterator[tuple[str, str]]:
    for language in ("en", "fr"):
        yield f"README.{language}.txt", tell("readme", language, zone, case)
        yield f"case.{language}.txt", tell("case", language, zone, case)
    yield "case.json", _json(plain.case(case))
    yield "polls.json", _json([plain.poll(row) for row in case.polls])
    yield "audit.json", _json([plain.audit(row) for row in case.trail])


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _chunks(bench: Bench, sha256: str) -> Iterator[bytes]:
    with bench.files.path(sha256).open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk


@dataclass
class _Pack:
    archive: ZipFile
    at: datetime
    sums: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, chunks: Iterator[bytes] | list[bytes]) -> None:
        digest = hashlib.sha256()
        with self.archive.open(self._entry(name), "w") as entry:
            for chunk in chunks:
                digest.update(chunk)
                entry.write(chunk)
        self.sums[name] = digest.hexdigest()

    def close(self) -> None:
        """Last the hashes of all the others, as `sha256sum -c` reads them."""
        lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(self.sums.items()))
        self.archive.writestr(self._entry("SHA256SUMS"), lines)

    def _entry(self, name: str) -> ZipInfo:
        entry = ZipInfo(name, self.at.timetuple()[:6])
        entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o600 << 16
        return entry
