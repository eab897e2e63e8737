"""Encodings read as far as they go: what is damaged costs itself, not what stands around it."""

import base64
import binascii
import re

_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")


def from_base64(payload: bytes) -> bytes:
    """Base64 with stray characters, missing padding or a cut-off end, each block by itself."""
    blocks = re.split(rb"=+", payload)
    return b"".join(_block(_NOT_BASE64.sub(b"", block)) for block in blocks)


def _block(letters: bytes) -> bytes:
    whole = len(letters) - (len(letters) % 4 == 1)
    try:
        return base64.b64decode(letters[:whole] + b"=" * (-whole % 4))
    except binascii.Error:
        return b""


def from_q(payload: bytes) -> bytes:
    """The Q encoding of header words (RFC 2047, 4.2)."""
    return binascii.a2b_qp(payload, header=True)
