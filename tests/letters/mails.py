"""Mails as mail programs write them, byte by byte: no library tidies them up."""

import base64
import binascii
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import format_datetime
from html import escape
from urllib.parse import quote

BORDER, STORE = "mx1.example.org", "store1.int.example.org"


@dataclass(frozen=True)
class Attached:
    """A part that is not the body.

    `named` says how the program writes the name: 2231, 2047, raw (8 bit), percent, none.
    """

    filename: str
    data: bytes
    media_type: str
    disposition: str = "attachment"
    named: str = "2231"
    encoding: str = "base64"
    content_id: str = ""


@dataclass(frozen=True)
class Mail:
    """One mail.

    `agent` is plain, gmail, outlook, iphone or html; header texts go out by `how`: q, b, raw,
    latin1 (raw), latin-q.
    """

    sender: str | bytes
    to: str
    subject: str | bytes | None
    body: str
    attached: Sequence[Attached] = ()
    agent: str = "plain"
    date: str | None = ""
    message_id: str = ""
    charset: str = "utf-8"
    how: str = "q"
    headers: Sequence[tuple[str, str]] = ()
    received: Sequence[str] = ()
    html: str = ""
    seed: str = field(default="")

    def raw(self) -> bytes:
        """The bytes, with CRLF line ends."""
        head = [b"Return-Path: <%s>" % address_of(self.sender).encode()] if self.sender else []
        head += [f"Received: {line}".encode() for line in self.received]
        for name, value in (
            ("From", self.sender),
            ("To", self.to),
            ("Subject", self.subject),
            ("Date", self.date),
        ):
            if value not in (None, "", b""):
                head.append(name.encode() + b": " + header(value or "", self.how))
        if self.message_id:
            head.append(f"Message-ID: <{self.message_id}>".encode())
        head += [f"{name}: {value}".encode() for name, value in self.headers]
        body_headers, content = self._content()
        return b"\r\n".join([*head, b"MIME-Version: 1.0", *body_headers, b"", content])

    def _content(self) -> tuple[list[bytes], bytes]:
        body = _alternative(self) if self.agent in ("gmail", "outlook") else _leaf_body(self)
        if not self.attached:
            return body
        parts = [body]
        inline = [x for x in self.attached if x.content_id and self.agent == "outlook"]
        if inline:
            parts = [multipart("related", [body, *map(leaf, inline)], self.seed + "r")]
        parts += [leaf(x) for x in self.attached if x not in inline]
        if self.agent == "iphone":
            parts.append(text_part("\r\n\r\nSent from my iPhone\r\n", "us-ascii"))
        return multipart("mixed", parts, self.seed)


def _leaf_body(mail: Mail) -> tuple[list[bytes], bytes]:
    if mail.agent == "html":
        return text_part(mail.html or as_html(mail.body), mail.charset, "html")
    return text_part(mail.body, mail.charset)


def _alternative(mail: Mail) -> tuple[list[bytes], bytes]:
    rich = mail.html or as_html(mail.body)
    parts = [text_part(mail.body, mail.charset), text_part(rich, mail.charset, "html")]
    return multipart("alternative", parts, mail.seed + "a")


def as_html(text: str) -> str:
    """The text as a mail program's own HTML."""
    rows = "".join(f"<p>{escape(x)}</p>" if x else "<p><br></p>" for x in text.split("\n"))
    return (
        f'<html><head><meta charset="utf-8"></head><body><div '
        f'style="font-family:Calibri">{rows}</div></body></html>'
    )


def header(value: str | bytes, how: str) -> bytes:
    """A header's value as it travels; pure ASCII goes as it is."""
    if isinstance(value, bytes):
        return value
    if value.isascii():
        return value.encode()
    if how in ("raw", "latin1"):
        return value.encode("utf-8" if how == "raw" else "cp1252", "replace")
    name, bracket, address = value.partition(" <") if value.endswith(">") else (value, "", "")
    return b"\r\n ".join(encoded_words(name, how)) + (bracket + address).encode()


def encoded_words(text: str, how: str) -> list[bytes]:
    """RFC 2047 words, each short enough for its line."""
    charset = "iso-8859-1" if how == "latin-q" else "utf-8"
    pieces = [text[i : i + 14] for i in range(0, len(text), 14)]
    return [_word(piece, how, charset) for piece in pieces]


def _word(piece: str, how: str, charset: str) -> bytes:
    data = piece.encode(charset, "replace")
    if how == "b":
        return b"=?UTF-8?B?" + base64.b64encode(data) + b"?="
    if how == "cut":
        return b"=?x-unknown-77?B?" + base64.b64encode(bytes(x ^ 0x5A for x in data)) + b"?="
    safe = "".join(
        chr(x) if chr(x).isalnum() and x < 128 else "_" if x == 32 else f"={x:02X}" for x in data
    )
    return f"=?{charset}?Q?{safe}?=".encode()


def text_part(text: str, charset: str, subtype: str = "plain") -> tuple[list[bytes], bytes]:
    """A text part: 7bit where it can be, else quoted-printable."""
    text = text.replace("\r\n", "\n")
    if text.isascii() and all(len(row) < 900 for row in text.split("\n")):
        kind = f"Content-Type: text/{subtype}; charset=us-ascii".encode()
        return [kind, b"Content-Transfer-Encoding: 7bit"], text.encode().replace(b"\n", b"\r\n")
    data = binascii.b2a_qp(text.encode(charset, "replace")).replace(b"\n", b"\r\n")
    kind = f"Content-Type: text/{subtype}; charset={charset}".encode()
    return [kind, b"Content-Transfer-Encoding: quoted-printable"], data


def multipart(
    subtype: str, parts: Sequence[tuple[list[bytes], bytes]], seed: str
) -> tuple[list[bytes], bytes]:
    """Parts between boundaries; the boundary depends on the seed alone."""
    boundary = b"=_" + hashlib.sha256(seed.encode() + subtype.encode()).hexdigest()[:24].encode()
    rows = [
        b"--" + boundary + b"\r\n" + b"\r\n".join(head) + b"\r\n\r\n" + body for head, body in parts
    ]
    content = b"\r\n".join([*rows, b"--" + boundary + b"--", b""])
    kind = b"Content-Type: multipart/" + subtype.encode() + b'; boundary="' + boundary + b'"'
    return [kind], content


def leaf(part: Attached) -> tuple[list[bytes], bytes]:
    """An attachment, its name written as `named` says."""
    head = [f"Content-Type: {part.media_type}".encode() + _parameter("name", part)]
    if part.disposition:
        head.append(
            f"Content-Disposition: {part.disposition}".encode() + _parameter("filename", part)
        )
    if part.content_id:
        head.append(f"Content-ID: <{part.content_id}>".encode())
    if part.encoding == "base64":
        data = base64.encodebytes(part.data).replace(b"\n", b"\r\n")
        return [*head, b"Content-Transfer-Encoding: base64"], data
    return [*head, f"Content-Transfer-Encoding: {part.encoding}".encode()], part.data


def _parameter(key: str, part: Attached) -> bytes:
    name = part.filename
    if part.named == "none" or not name:
        return b""
    if name.isascii() and part.named != "percent":
        return f'; {key}="{name}"'.encode()
    if part.named == "2231":
        return f"; {key}*=UTF-8''{quote(name)}".encode()
    if part.named == "2047":
        return f'; {key}="'.encode() + b"=?UTF-8?B?" + base64.b64encode(name.encode()) + b'?="'
    return (
        f'; {key}="'.encode()
        + (quote(name).encode() if part.named == "percent" else name.encode())
        + b'"'
    )


def message_part(raw: bytes) -> tuple[list[bytes], bytes]:
    """A mail inside a mail."""
    return [b"Content-Type: message/rfc822", b"Content-Disposition: attachment"], raw


def address_of(sender: str | bytes) -> str:
    """The address in a From value."""
    text = sender.decode("utf-8", "replace") if isinstance(sender, bytes) else sender
    return text.rpartition("<")[2].rstrip(">").strip()


def trace(
    to: str, border: datetime | None, internal: datetime, sent_by: str = "mail.example.net"
) -> tuple[str, ...]:
    """Received lines from the top: our store, our border (if any), and the sender's own server."""
    token = hashlib.sha256(f"{to}{border}{internal}".encode()).hexdigest()[:10].upper()
    foreign_at = (border or internal) - timedelta(seconds=4)
    foreign = (
        f"from [10.1.7.20] (helo=laptop) by {sent_by} with ESMTPSA "
        f"id {token[::-1]};\r\n {stamp(foreign_at)}"
    )
    if border is None:
        return (foreign,)
    return (
        (
            f"from {BORDER} ({BORDER} [192.0.2.25])\r\n by {STORE} with LMTP "
            f"id {token}\r\n for <{to}>; {stamp(internal)}"
        ),
        (
            f"from {sent_by} ({sent_by} [198.51.100.7])\r\n by {BORDER} (Postfix) with "
            f"ESMTPS id {token[:8]}\r\n for <{to}>; {stamp(border)}"
        ),
        foreign,
    )


def stamp(moment: datetime) -> str:
    """A moment as a mail server writes it."""
    return format_datetime(moment)
