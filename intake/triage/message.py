"""A message: a delivery that has been read. Frozen values, made by the reading room."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from intake.triage.verdict import Kind


class DocumentKind(StrEnum):
    """What a document is, by the words in it."""

    CV = "cv"
    MOTIVATION_LETTER = "motivation_letter"
    OTHER = "other"


class Unreadable(StrEnum):
    """Why a document could not be read."""

    ENCRYPTED = "encrypted"
    NO_TEXT = "no_text"
    CORRUPT = "corrupt"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    UNSAFE = "unsafe"
    UNSUPPORTED = "unsupported"
    TIMED_OUT = "timed_out"


@dataclass(frozen=True)
class Address:
    """A mailbox as a header shows it: the display name as written, the address as written."""

    name: str = ""
    email: str = ""

    @property
    def key(self) -> str:
        """The address folded for comparison; who a candidate is (never who they claim to be)."""
        return self.email.strip().casefold()


@dataclass(frozen=True)
class Hop:
    """One Received line, from the top of the mail.

    Attributes:
        by: the host that stamped the line, folded; empty when it cannot be read.
        from_hosts: every name the line gives for the sending host (HELO, reverse DNS), folded.
        from_address: the sending host's IP address as written, or empty.
        stamp: the stamp, aware; None when unparsable, without a zone, or impossible.
        raw: the line as it stood, unfolded to one line.
    """

    by: str = ""
    from_hosts: tuple[str, ...] = ()
    from_address: str = ""
    stamp: datetime | None = None
    raw: str = ""


@dataclass(frozen=True)
class Document:
    """A file (or letter in the body) in a message.

    Attributes:
        filename: decoded for display, no path, no control characters; may be empty.
        media_type: by content, not by what the mail says.
        sha256: of the decoded bytes.   size: of the same, in octets.
        kinds: what it is, by its words; empty when it could not be read.
        named: what its name alone suggests: evidence only where it cannot be read.
        why: one sentence: which words decided on `kinds`.
        maybe: asked kinds that its words neither say nor rule out: a person must look.
        language: ISO 639-1 of its text, None when it has too little text to say.
        language_confidence: 0.0 to 1.0.
        languages: all languages found in passages of substance, the main one first.
        pages: where the format has pages.
        reason: why it is not `readable`, else None.
        text: what was read, at most a million characters.
        notes: what a person should know, in plain words (macros, a lying extension, ...).
        container: the file it was found in ("cvs.zip", "winmail.dat"), or empty.
        in_body: the letter in the mail's own text, not a file.
        candidate_name: the name a CV gives in its first lines, or empty.
        candidate_emails: addresses found in it.
        has_referees: it gives contact details of referees.
        told_by: who said what it is, where a person corrected that; else empty.
    """

    filename: str
    media_type: str
    sha256: str
    size: int
    kinds: tuple[DocumentKind, ...] = ()
    named: tuple[DocumentKind, ...] = ()
    why: str = ""
    maybe: tuple[DocumentKind, ...] = ()
    language: str | None = None
    language_confidence: float = 0.0
    languages: tuple[str, ...] = ()
    pages: int | None = None
    readable: bool = True
    reason: Unreadable | None = None
    text: str = ""
    notes: tuple[str, ...] = ()
    container: str = ""
    in_body: bool = False
    candidate_name: str = ""
    candidate_emails: tuple[str, ...] = ()
    has_referees: bool = False
    told_by: str = ""

    def is_a(self, kind: DocumentKind) -> bool:
        """Whether its words, or a person, say that it is of this kind."""
        return kind in self.kinds


@dataclass(frozen=True)
class Message:
    """A delivery that has been read.

    Attributes:
        sender: From (the first address of it).
        subject: decoded, one line.
        headers: the mail's own header fields in order, names folded to lower case, values
            decoded to one line each; Received lines are in `hops` only.
        media_type: of the whole mail, as its Content-Type says (`multipart/report`, ...).
        report_type: the report-type parameter of a multipart/report, or empty.
        part_types: the declared media types of all its parts, in order.
        body: the new text of the mail: no quoted mail, no signature block.
        quoted: the text quoted from earlier mails.
        documents: every file in it, containers opened.
        hops: its Received lines, from the top.
        content_hash: sha256 of the mail without its trace headers: equal for exact repeats.
        forwarded_from: the inner sender, where the mail forwards somebody else's mail.
        links: http(s) addresses in the body; never followed.
        defects: what was broken in the mail, in plain words.
        unreadable: why the mail as a whole could not be read, in plain words, or None.
        body_language: ISO 639-1 of the body, None when it has too little text to say.
        told_kind: what a person says that it is, and `told_by` who; None where nobody does.
        told_candidate: whose a person says that it is; None where nobody does.
    """

    sender: Address = Address()
    subject: str = ""
    message_id: str = ""
    in_reply_to: tuple[str, ...] = ()
    claimed_date: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    media_type: str = "text/plain"
    report_type: str = ""
    part_types: tuple[str, ...] = ()
    body: str = ""
    quoted: str = ""
    documents: tuple[Document, ...] = ()
    hops: tuple[Hop, ...] = ()
    content_hash: str = ""
    forwarded_from: Address | None = None
    links: tuple[str, ...] = ()
    defects: tuple[str, ...] = ()
    unreadable: str | None = None
    body_language: str | None = None
    told_kind: Kind | None = None
    told_by: str = ""
    told_candidate: Address | None = None

    def header(self, name: str) -> str:
        """The first value of a header field, or an empty string."""
        return next((value for key, value in self.headers if key == name.lower()), "")

    @property
    def candidate(self) -> Address:
        """Whose application this is: the sender, or the inner sender of a forwarded mail.

        A person may know better.
        """
        return self.told_candidate or self.forwarded_from or self.sender
