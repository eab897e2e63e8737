"""Encryption that holds, and each way in which it does not."""

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from intake.errors import MailboxUnreachable, UntrustedServer
from intake.mailbox.imap import connect
from tests.mailbox.brought import brought
from tests.support.dovecot import Dovecot
from tests.support.fake_imap import MAIL, FakeImap


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """An authority of one's own."""
    return trustme.CA()


@pytest.fixture
def ca_file(authority: trustme.CA, tmp_path: Path) -> Path:
    """Its certificate in a file."""
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    return tmp_path / "ca.pem"


def server(certificate: trustme.LeafCert) -> FakeImap:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return FakeImap(context=context)


def refusal(fake: FakeImap, **account: object) -> UntrustedServer:
    with fake, pytest.raises(UntrustedServer) as caught:
        connect(fake.account(security="tls", host="localhost", **account))
    assert "jobs@example.org" in caught.value.problem
    assert fake.commands == [], "nothing was said to it"
    return caught.value


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_mail_comes_over_an_encrypted_connection(dovecot: Dovecot, security: str) -> None:
    address = dovecot.new_address()
    dovecot.append(address, MAIL)
    port = dovecot.tls_port if security == "tls" else dovecot.port
    with connect(dovecot.tls_account(address, security=security, port=port)) as source:
        assert brought(source) == [(1, MAIL)]


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_certificate_of_an_unknown_authority_is_refused(dovecot: Dovecot, security: str) -> None:
    port = dovecot.tls_port if security == "tls" else dovecot.port
    account = dovecot.tls_account("ada@example.org", security=security, port=port, ca_file=None)
    with pytest.raises(UntrustedServer, match="authority that is not trusted here") as caught:
        connect(account)
    assert "`ca_file`" in caught.value.remedy


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_certificate_for_another_name_is_refused(dovecot: Dovecot, security: str) -> None:
    port = dovecot.tls_port if security == "tls" else dovecot.port
    account = dovecot.tls_account("ada@example.org", host="127.0.0.1", security=security, port=port)
    with pytest.raises(UntrustedServer, match="made out to another name"):
        connect(account)


def test_a_certificate_for_another_host_is_refused(authority: trustme.CA, ca_file: Path) -> None:
    error = refusal(server(authority.issue_cert("imap.example.org")), ca_file=ca_file)
    assert "made out to another name" in error.problem


def test_an_expired_certificate_is_refused(authority: trustme.CA, ca_file: Path) -> None:
    past = datetime.now(UTC) - timedelta(days=3)
    expired = authority.issue_cert("localhost", not_before=past, not_after=past + timedelta(days=1))
    assert "has expired" in refusal(server(expired), ca_file=ca_file).problem


def test_a_certificate_of_tomorrow_is_refused(authority: trustme.CA, ca_file: Path) -> None:
    later = datetime.now(UTC) + timedelta(days=3)
    early = authority.issue_cert("localhost", not_before=later, not_after=later + timedelta(days=1))
    error = refusal(server(early), ca_file=ca_file)
    assert "not valid yet" in error.problem
    assert "clock" in error.remedy


def test_a_self_signed_certificate_is_refused(tmp_path: Path, ca_file: Path) -> None:
    alone = trustme.CA()
    pem = tmp_path / "alone.pem"
    alone.private_key_pem.write_to_path(str(pem))
    alone.cert_pem.write_to_path(str(pem), append=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    error = refusal(FakeImap(context=context), ca_file=ca_file)
    assert "self-signed" in error.problem


def test_an_outdated_tls_is_refused(authority: trustme.CA, ca_file: Path) -> None:
    fake = server(authority.issue_cert("localhost"))
    assert fake.context
    fake.context.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning):
        fake.context.minimum_version = ssl.TLSVersion.TLSv1
    with pytest.warns(DeprecationWarning):
        fake.context.maximum_version = ssl.TLSVersion.TLSv1_1
    assert "No safe connection" in refusal(fake, ca_file=ca_file).problem


def test_an_authority_file_that_is_none_is_named(dovecot: Dovecot, tmp_path: Path) -> None:
    for path in (tmp_path / "missing.pem", tmp_path):
        with pytest.raises(UntrustedServer, match="is no certificate"):
            connect(dovecot.tls_account("ada@example.org", ca_file=path))


def test_answers_slipped_in_before_encryption_are_forgotten(
    authority: trustme.CA, ca_file: Path
) -> None:
    fake = server(authority.issue_cert("localhost"))
    fake.starttls, fake.context = fake.context, None
    fake.capabilities = "IMAP4rev1 STARTTLS AUTH=PLAIN"
    fake.greeting = b"* OK [ALERT] call this number\r\n* 9 EXISTS\r\n"
    slipped = b"* OK [UIDVALIDITY 66] slipped in\r\n%TAG% OK begin\r\n"
    fake.answers = {"STARTTLS": slipped, "EXAMINE": b"* 1 EXISTS\r\n%TAG% OK done\r\n"}
    with (
        fake,
        connect(fake.account(security="starttls", host="localhost", ca_file=ca_file)) as source,
    ):
        assert source.alerts == ()
        with pytest.raises(MailboxUnreachable, match="no UIDVALIDITY"):
            source.list("INBOX")
