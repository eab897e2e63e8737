"""The flags: what a person should see at a glance, each with the sentence that justifies it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from intake.triage.checks.current import ASKED_KINDS, versions_replaced
from intake.triage.checks.declaration import declared
from intake.triage.checks.subject import named_instead
from intake.triage.dossier import APPLYING, Judged
from intake.triage.links import file_link, offered_link, share_link
from intake.triage.message import Document, Message, Unreadable
from intake.triage.vacancy import Vacancy
from intake.triage.verdict import Check, Finding, Flag, Kind, Result, Timing, TimingVerdict
from intake.triage.words import Phrases, quote

_HAZARDS = Phrases("macro*", "program*", "executable*", "polyglot*")
_ARCHIVES = ("zip", "rar", "7z", "tar", "gzip", "compressed")


@dataclass(frozen=True)
class Seen:
    """A judged message as the flags see it.

    Attributes:
        bringing: the candidate's earlier mail that counts and brings documents.
        checks: what was just answered; empty for mail that does not apply.
    """

    message: Message
    vacancy: Vacancy
    kind: Kind
    timing: Timing
    bringing: tuple[Judged, ...]
    others: tuple[Vacancy, ...]
    checks: tuple[Check, ...]
    in_junk: bool = False

    @property
    def applies(self) -> bool:
        """Whether it is an application or adds to one."""
        return self.kind in APPLYING

    @property
    def is_late(self) -> bool:
        """Whether it came after the deadline."""
        return self.timing.verdict is TimingVerdict.LATE


def findings(seen: Seen) -> tuple[Finding, ...]:
    """Every flag that applies, in the order of the table, after those of time and place."""
    return (*circumstances(seen.timing, seen.in_junk), *_asked(seen))


def circumstances(timing: Timing, in_junk: bool) -> Iterator[Finding]:
    """When and where a mail was found: told of every mail, whatever it is."""
    yield from (Finding(flag, timing.explanation) for flag in timing.flags)
    if in_junk:
        yield Finding(Flag.FOUND_IN_JUNK, "It was found in a folder for junk mail.")


def _asked(seen: Seen) -> Iterator[Finding]:
    for flag, ask in FLAGS:
        evidence = ask(seen)
        if evidence is not None:
            yield Finding(flag, evidence)


def _forwarded(seen: Seen) -> str | None:
    inner = seen.message.forwarded_from
    if inner is None:
        return None
    return f"{seen.message.sender.email} forwarded the mail of {inner.email}."


def _withdrawal_requested(seen: Seen) -> str | None:
    if seen.kind is not Kind.WITHDRAWAL:
        return None
    return "The candidate asks to withdraw; a person confirms it."


def _late_supplement(seen: Seen) -> str | None:
    if not (seen.applies and seen.bringing and seen.is_late):
        return None
    first = seen.bringing[0].id
    return f"It came late, is kept beside the application of m{first}, and changes nothing in it."


def _resubmission(seen: Seen) -> str | None:
    if not (seen.applies and seen.bringing) or seen.is_late:
        return None
    earlier = [one.message for one in seen.bringing]
    replaced = versions_replaced(seen.message, earlier)
    if replaced:
        return f"It brings a later version of {quote(replaced[0].filename)}."
    if seen.kind is Kind.APPLICATION and seen.bringing[0].verdict.kind is Kind.APPLICATION:
        return f"The same candidate applied before, in m{seen.bringing[0].id}."
    return None


def _misdirected(seen: Seen) -> str | None:
    if not seen.applies:
        return None
    instead = named_instead(seen.message.subject, seen.vacancy, seen.others)
    if instead is None:
        return None
    other, naming = instead
    return (
        f"The subject {quote(seen.message.subject)} names another vacancy, {quote(other.title)} "
        f"({naming.score:.0f} of 100)."
    )


def _link_only(seen: Seen) -> str | None:
    """A link stands in place of files where an asked document is missing, and no file is one."""
    missing = [one for one in seen.checks if one.result is Result.FAIL and one.name in _ASKED]
    if not missing:
        return None
    text, links = seen.message.body, seen.message.links
    link = share_link(links) if _files(seen.message) else file_link(links)
    if link is None and not _files(seen.message):
        link = offered_link(text, links)
    return link and f"The mail gives a link in place of files, which is never followed: {link}"


_ASKED = tuple(kind.value for kind in ASKED_KINDS)


def _files(message: Message) -> list[Document]:
    return [one for one in message.documents if not one.in_body]


def _declared_relative(seen: Seen) -> str | None:
    return declared(seen.message, seen.vacancy) if seen.applies else None


def _unsafe_attachment(seen: Seen) -> str | None:
    for document in seen.message.documents:
        hazard = _hazard(document)
        if hazard is not None:
            return f"{quote(document.filename)}: {hazard}"
    return None


def _hazard(document: Document) -> str | None:
    """Why a file should be opened with care, if at all."""
    noted = next((note for note in document.notes if _HAZARDS.match(note)), None)
    if document.reason is Unreadable.UNSAFE:
        return noted or next(iter(document.notes), "it is unsafe and was not opened.")
    packed = any(word in document.media_type for word in _ARCHIVES)
    if document.reason is Unreadable.ENCRYPTED and packed:
        return "it is an encrypted archive, which nothing can look into."
    return noted


FLAGS: tuple[tuple[Flag, Callable[[Seen], str | None]], ...] = (
    (Flag.FORWARDED, _forwarded),
    (Flag.WITHDRAWAL_REQUESTED, _withdrawal_requested),
    (Flag.LATE_SUPPLEMENT, _late_supplement),
    (Flag.RESUBMISSION, _resubmission),
    (Flag.MISDIRECTED, _misdirected),
    (Flag.LINK_ONLY, _link_only),
    (Flag.DECLARED_RELATIVE, _declared_relative),
    (Flag.UNSAFE_ATTACHMENT, _unsafe_attachment),
)
