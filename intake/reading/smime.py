"""S/MIME: what an opaque signature wraps, and whether a mail is encrypted (RFC 5652, RFC 8551)."""

from dataclasses import dataclass

TYPES = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})

_SIGNED = bytes.fromhex("2a864886f70d010702")
_ENVELOPED = bytes.fromhex("2a864886f70d010703")
_AUTH_ENVELOPED = bytes.fromhex("2a864886f70d0109100117")
_OID, _OCTETS, _SEQUENCE, _SET, _EXPLICIT = 0x06, 0x04, 0x30, 0x31, 0xA0
_CONSTRUCTED = 0x20


@dataclass(frozen=True)
class _Value:
    """One BER value: its tag, where its content lies, and where it ends."""

    tag: int
    start: int
    end: int
    next: int


def signed_content(data: bytes) -> bytes | None:
    """The mail entity inside SignedData, or None where there is none."""
    try:
        body = _content_info(data, _SIGNED)
        wrapped = [] if body is None else _children(data, body)
        inner = next((value for value in wrapped if value.tag == _SEQUENCE), None)
        parts = [] if inner is None else _children(data, inner)
        explicit = next((value for value in parts if value.tag == _EXPLICIT), None)
        return None if explicit is None else _octets(data, explicit) or None
    except (IndexError, RecursionError):
        return None


def is_encrypted(data: bytes) -> bool:
    """Whether these octets are EnvelopedData or AuthEnvelopedData."""
    head = data[:64]
    return data[:1] == b"\x30" and (_ENVELOPED in head or _AUTH_ENVELOPED in head)


def _content_info(data: bytes, wanted: bytes) -> _Value | None:
    """The content of a ContentInfo of the wanted type."""
    outer = _children(data, _value(data, 0))
    if len(outer) < 2 or outer[0].tag != _OID or data[outer[0].start : outer[0].end] != wanted:
        return None
    return _children(data, outer[1])[0]


def _octets(data: bytes, value: _Value) -> bytes:
    """The octets of a string that may be cut into pieces (X.690, 8.7.3)."""
    if value.tag & ~_CONSTRUCTED == _OCTETS and not value.tag & _CONSTRUCTED:
        return data[value.start : value.end]
    return b"".join(_octets(data, child) for child in _children(data, value))


def _children(data: bytes, parent: _Value) -> list[_Value]:
    children = []
    at = parent.start
    while at < parent.end:
        child = _value(data, at)
        if child.next <= at:
            break
        children.append(child)
        at = child.next
    return children


def _value(data: bytes, at: int) -> _Value:
    """The value at this place; a length left open ends at two zero octets (X.690, 8.1.3.6)."""
    tag, first = data[at], data[at + 1]
    if first == 0x80:
        end = _open_end(data, at + 2)
        return _Value(tag, at + 2, end, end + 2)
    if first < 0x80:
        return _Value(tag, at + 2, at + 2 + first, at + 2 + first)
    start = at + 2 + (first & 0x7F)
    end = min(start + int.from_bytes(data[at + 2 : start], "big"), len(data))
    return _Value(tag, start, end, end)


def _open_end(data: bytes, at: int) -> int:
    while data[at : at + 2] != b"\0\0":
        at = _value(data, at).next
    return at
