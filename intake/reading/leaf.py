"""One part of a mail: its name, type, disposition and octets, read leniently."""

import copy
import email
import re
from email.message import Message as Mail
from functools import cached_property

from intake.reading import lenient, limits, names, text

MAIL_TYPES = frozenset({"message/rfc822", "message/global"})
ENRICHED = frozenset({"text/html", "text/enriched", "text/richtext"})
_TEXT_TYPES = ENRICHED | {"text/plain"}
# Exchange gives these names to pieces of the text that it cut out itself.
_GENERATED_NAME = re.compile(r"ATT\d{4,6}\.(txt|html?)", re.IGNORECASE)
_LOOKS_LIKE_NAME = re.compile(r"[^\s/\\][^/\\]{0,180}\.[A-Za-z0-9]{2,5}")
_HEADER_LINE = re.compile(rb"[!-9;-~]{1,60}:[^\r\n]*\r?\n")
_OF_A_MAIL = re.compile(rb"^(from|to|subject|date|received|message-id):", re.I | re.M)


class Leaf:
    """A part of a mail, as its header says and as it is.

    Args:
        mail: the part.
        default: the media type when it names none ("message/rfc822" within a digest).
    """

    def __init__(self, mail: Mail) -> None:
        self.mail = mail
        self._header = _readable_header(mail)

    @cached_property
    def media_type(self) -> str:
        """The declared type, folded; "text/plain" where there is none."""
        return self._header.get_content_type()

    @cached_property
    def filename(self) -> str:
        """The name for display, from wherever the mail gives one; may be empty."""
        described = self._header.get("content-description", "")
        name = _given_name(self._header)
        if not name and _LOOKS_LIKE_NAME.fullmatch(names.decode(described)):
            name = described
        return names.file_name(name)

    @cached_property
    def disposition(self) -> str:
        """The declared disposition: "attachment", "inline", something else, or empty."""
        return self._header.get_content_disposition() or ""

    @cached_property
    def content_id(self) -> str:
        """The content id by which HTML may show it, without brackets."""
        return str(self._header.get("content-id", "")).strip().strip("<>")

    @property
    def is_text_of_the_mail(self) -> bool:
        """Whether this is the mail's own text rather than a file."""
        if self.media_type not in _TEXT_TYPES or self.disposition == "attachment":
            return False
        return not self.filename or bool(_GENERATED_NAME.fullmatch(self.filename))

    @cached_property
    def data(self) -> bytes:
        """The decoded octets; broken base64 yields all that can be had of it."""
        if self.mail.is_multipart():
            return b"\r\n".join(_written(child) for child in parts_in(self.mail))
        if _is_base64(self._header):
            return lenient.from_base64(as_sent(self.mail))
        return _octets(self.mail, "content-type")

    @property
    def text(self) -> str:
        """The decoded text, in its declared charset where that holds, else as its octets say."""
        charset = self._header.get_content_charset()
        if charset in {"us-ascii", "ascii"}:
            charset = None
        return text.decode(self.data, charset)

    def inner_mail(self) -> Mail | None:
        """The mail that this part carries, where it carries one that may be taken apart."""
        carried = parts_in(self.mail) if self.media_type in MAIL_TYPES else []
        if carried:
            inner = carried[0]
            if inner.keys():
                return inner
            return parse(_unwrapped(inner, self._header), declared=True)
        if self.media_type in MAIL_TYPES or self.filename.lower().endswith(".eml"):
            return parse(self.data, declared=True)
        return None


def parts_in(mail: Mail) -> list[Mail]:
    """The parts that the library found in a part, none where it is a text or a file."""
    payload = mail.get_payload() if mail.is_multipart() else None
    return [one for one in payload if isinstance(one, Mail)] if isinstance(payload, list) else []


def as_sent(mail: Mail) -> bytes:
    """The octets of what has no parts in it, before its transfer encoding is undone."""
    return _octets(mail, "content-type", "content-transfer-encoding")


def _octets(mail: Mail, *without: str) -> bytes:
    """What the library makes of a part that lacks these fields.

    It trips over charsets with NUL in them, and over those in the form of RFC 2231.
    """
    bare = copy.copy(mail)
    for field in without:
        del bare[field]  # of the copy alone
    octets = bare.get_payload(decode=True)
    return octets if isinstance(octets, bytes) else b""


def _is_base64(header: Mail) -> bool:
    return "base64" in str(header.get("content-transfer-encoding", "")).lower()


def _written(child: Mail) -> bytes:
    """An attached mail as octets again, where the library can write what it has read."""
    try:
        return child.as_bytes()
    # Its generator trips over the header fields and charsets that its parser let pass.
    except Exception:  # noqa: BLE001
        return b""


def _given_name(header: Mail) -> str:
    try:
        return header.get_filename("") or ""
    # The library trips over unknown charsets and stray quotes in RFC 2231 values.
    except (LookupError, UnicodeError, ValueError, TypeError, IndexError):
        return ""


def _readable_header(mail: Mail) -> Mail:
    """The part's own header with raw 8-bit octets as text, where the library drops them."""
    header = Mail()
    header.set_default_type(mail.get_default_type())
    for name, value in mail.raw_items():
        if name.lower().startswith("content-"):
            header[name] = names.printable(names.octets_to_text(str(value)))
    return header


def _unwrapped(inner: Mail, header: Mail) -> bytes:
    """An attached mail that was itself encoded, against the rule and common all the same."""
    if inner.is_multipart():
        return b""
    octets = as_sent(inner)
    return lenient.from_base64(octets) if _is_base64(header) else octets


def looks_like_mail(data: bytes) -> bool:
    """Whether octets begin with a mail's header: a field, and two that only mail has."""
    return _begins_with_field(data) and len(_OF_A_MAIL.findall(_head(data))) >= 2


def _head(data: bytes) -> bytes:
    return data[: limits.header_end(data[:65536])].lstrip()


def _begins_with_field(data: bytes) -> bool:
    return bool(_HEADER_LINE.match(_head(data) + b"\n"))


def parse(data: bytes, *, declared: bool = False) -> Mail | None:
    """The mail in these octets, unless there is none or it is made to exhaust.

    Args:
        declared: they are said to be a mail, so that any header field will do.
    """
    is_mail = _begins_with_field(data) if declared else looks_like_mail(data)
    if not is_mail or limits.excess(data):
        return None
    try:
        return email.message_from_bytes(data.lstrip())
    except RecursionError:
        return None
