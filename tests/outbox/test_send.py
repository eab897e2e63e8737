"""Sending: verified, tried again where it helps, refused recipients seen."""

import ssl
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
import trustme

from intake.errors import SendFailed, SendRefused, SendUncertain, SignInRefused, UntrustedServer
from intake.outbox.send import POSSIBLE_REPEAT, SmtpServer, send, spool
from tests.support.smtp import Sink, listening


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def ca_file(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("ca") / "ca.pem"
    authority.cert_pem.write_to_path(str(file))
    return file


def certificate(authority: trustme.CA, *names: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(context)
    return context


@pytest.fixture
def starttls(authority: trustme.CA) -> Iterator[Sink]:
    with listening(starttls=certificate(authority, "localhost")) as sink:
        yield sink


def plain(sink: Sink, attempts: int = 3) -> SmtpServer:
    return SmtpServer(
        "127.0.0.1",
        "intake@example.org",
        port=sink.port,
        security="none",
        attempts=attempts,
        wait=0.01,
        timeout=5,
    )


def mail(to: str = "hr@example.org") -> EmailMessage:
    email = EmailMessage()
    email["From"], email["To"], email["Subject"] = "intake@example.org", to, "Été 李"
    email["Message-ID"] = "<one@example.org>"
    email.set_content("Bonjour")
    return email


def test_a_mail_arrives_as_it_was_written(smtp: Sink) -> None:
    send(mail(), plain(smtp))
    assert [m["Subject"] for m in smtp.mails] == ["Été 李"]
    assert smtp.recipients == ["hr@example.org"]
    assert POSSIBLE_REPEAT not in smtp.mails[0]


def test_a_busy_server_is_asked_again(smtp: Sink) -> None:
    smtp.answers = ["451 busy", "421 later"]
    send(mail(), plain(smtp))
    assert len(smtp.mails) == 1
    assert POSSIBLE_REPEAT not in smtp.mails[0]  # it said no: nothing can have arrived


def test_a_server_that_stays_busy_is_left_for_later(smtp: Sink) -> None:
    smtp.answers = ["451 busy"] * 9
    with pytest.raises(SendFailed, match="451 busy"):
        send(mail(), plain(smtp))
    assert len(smtp.answers) == 6


def test_a_refusal_is_not_repeated(smtp: Sink) -> None:
    smtp.answers = ["554 no such mail", "250 OK"]
    with pytest.raises(SendRefused, match="554 no such mail"):
        send(mail(), plain(smtp))
    assert smtp.answers == ["250 OK"]


def test_an_unknown_recipient_is_reported(smtp: Sink) -> None:
    smtp.refused = {"gone@example.org": "550 unknown"}
    with pytest.raises(SendRefused, match="550 unknown"):
        send(mail("gone@example.org"), plain(smtp))


def test_one_refused_recipient_among_others_is_not_overlooked(smtp: Sink) -> None:
    smtp.refused = {"gone@example.org": "550 unknown"}
    with pytest.raises(SendRefused, match="550 unknown"):
        send(mail("hr@example.org, gone@example.org"), plain(smtp))


def test_a_mail_sent_again_after_a_broken_connection_says_so(smtp: Sink) -> None:
    smtp.answers = ["drop"]
    send(mail(), plain(smtp))
    first, second = smtp.mails
    assert first["Message-ID"] == second["Message-ID"]
    assert POSSIBLE_REPEAT not in first
    assert second[POSSIBLE_REPEAT] == "yes"


def test_a_connection_that_always_breaks_leaves_the_question_open(smtp: Sink) -> None:
    smtp.answers = ["drop"]
    with pytest.raises(SendUncertain):
        send(mail(), plain(smtp, attempts=1))


def test_a_server_that_is_away_is_named(smtp: Sink) -> None:
    away = SmtpServer("127.0.0.1", "i@example.org", port=1, security="none", attempts=1)
    with pytest.raises(SendFailed, match=r"127\.0\.0\.1:1"):
        send(mail(), away)


def test_plain_text_leaves_this_machine_never() -> None:
    server = SmtpServer("smtp.example.org", "i@example.org", security="none")
    with pytest.raises(UntrustedServer, match="without encryption"):
        send(mail(), server)


def test_starttls_is_verified_against_the_name(starttls: Sink, ca_file: Path) -> None:
    server = SmtpServer("localhost", "i@example.org", port=starttls.port, ca_file=ca_file)
    send(mail(), server)
    assert len(starttls.mails) == 1


def test_an_unknown_authority_is_not_trusted(starttls: Sink) -> None:
    server = SmtpServer("localhost", "i@example.org", port=starttls.port)
    with pytest.raises(UntrustedServer, match="certificate"):
        send(mail(), server)
    assert not starttls.mails


def test_a_certificate_for_another_name_is_not_trusted(
    authority: trustme.CA, ca_file: Path
) -> None:
    with listening(starttls=certificate(authority, "other.example.org")) as sink:
        server = SmtpServer("localhost", "i@example.org", port=sink.port, ca_file=ca_file)
        with pytest.raises(UntrustedServer, match="certificate"):
            send(mail(), server)


def test_a_server_without_starttls_gets_nothing(smtp: Sink) -> None:
    server = SmtpServer("127.0.0.1", "i@example.org", port=smtp.port, security="starttls")
    with pytest.raises(UntrustedServer):
        send(mail(), server)
    assert not smtp.mails


def test_tls_from_the_first_byte(authority: trustme.CA, ca_file: Path) -> None:
    with listening(tls=certificate(authority, "localhost"), password="open") as sink:
        server = SmtpServer(
            "localhost",
            "i@example.org",
            port=sink.port,
            security="tls",
            username="intake",
            secret=lambda: "open",
            ca_file=ca_file,
        )
        send(mail(), server)
    assert len(sink.mails) == 1


def test_a_password_that_cannot_be_sent_is_told_without_it(
    authority: trustme.CA, ca_file: Path
) -> None:
    with listening(starttls=certificate(authority, "localhost"), password="open") as sink:
        server = SmtpServer(
            "localhost",
            "intake@example.org",
            sink.port,
            "starttls",
            "intake",
            lambda: "Sésame",
            ca_file,
        )
        with pytest.raises(SignInRefused, match="ASCII") as refused:
            send(mail(), server)
    assert "same" not in str(refused.value)


def test_a_wrong_password_waits_for_a_person(authority: trustme.CA, ca_file: Path) -> None:
    with listening(starttls=certificate(authority, "localhost"), password="open") as sink:
        server = SmtpServer(
            "localhost",
            "i@example.org",
            port=sink.port,
            username="intake",
            secret=lambda: "wrong",
            ca_file=ca_file,
        )
        with pytest.raises(SignInRefused, match="intake"):
            send(mail(), server)
    assert "wrong" not in repr(server)


def test_without_a_server_mail_is_kept_as_a_file(tmp_path: Path) -> None:
    file = spool(mail(), tmp_path / "outbox")
    assert file == tmp_path / "outbox" / "one.eml"
    assert b"Message-ID: <one@example.org>\r\n" in file.read_bytes()
    assert spool(mail(), tmp_path / "outbox") == file
    assert list(file.parent.iterdir()) == [file]


def test_an_address_that_the_server_cannot_write_is_refused_for_good(smtp: Sink) -> None:
    with pytest.raises(SendRefused, match="such letters") as refused:
        send(mail("jos\u00e9@example.org"), plain(smtp))
    assert "ASCII" in refused.value.remedy
    assert not smtp.mails
