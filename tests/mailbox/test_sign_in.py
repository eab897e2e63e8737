"""Signing in with passwords and with tokens, on a Dovecot that asks an identity provider."""

import base64
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from intake.errors import MailboxUnreachable, SignInRefused
from intake.mailbox.account import Account, Secret
from intake.mailbox.imap import connect
from intake.mailbox.tokens import Tokens
from tests.mailbox.brought import brought
from tests.support.dovecot import Dovecot, run_dovecot
from tests.support.fake_imap import MAIL, FakeImap

OAUTH = """
auth_mechanisms = plain login xoauth2 oauthbearer
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = @AT@/oauth2.conf.ext
}
"""
GOOD = "a-good-token"


class _Provider(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        token = parse_qs(urlsplit(self.path).query).get("t", [""])[0]
        answer: dict[str, object] = {"active": token.startswith(GOOD)}
        answer["username"] = token.removeprefix(GOOD).removeprefix(".")
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.fixture(scope="module")
def oauth() -> Iterator[Dovecot]:
    """A Dovecot that takes tokens, and asks an identity provider about them."""
    provider = ThreadingHTTPServer(("127.0.0.1", 0), _Provider)
    thread = Thread(target=provider.serve_forever)
    thread.start()
    port = provider.server_address[1]
    ext = (
        "introspection_mode = get\n"
        f"introspection_url = http://127.0.0.1:{port}/introspect?t=\n"
        "username_attribute = username\nactive_attribute = active\nactive_value = true\n"
    )
    try:
        with run_dovecot(OAUTH, {"oauth2.conf.ext": ext}) as server:
            yield server
    finally:
        provider.shutdown()
        thread.join()
        provider.server_close()


class Microsoft:
    """The HTTP client that msal is given: answers as Microsoft's token endpoint does."""

    def __init__(self, token: str, **refusal: str) -> None:
        self.asked = 0
        self.answer: dict[str, object] = dict(refusal) or {
            "access_token": token, "token_type": "Bearer", "expires_in": 3599,
        }  # fmt: skip

    def post(self, url: str, **_: object) -> SimpleNamespace:
        assert url.startswith("https://login.microsoftonline.com/example.org/")
        self.asked += 1
        return self._response(self.answer, 400 if "error" in self.answer else 200)

    def get(self, url: str, **_: object) -> SimpleNamespace:
        base = "https://login.microsoftonline.com/example.org/oauth2/v2.0"
        return self._response(
            {
                "authorization_endpoint": f"{base}/authorize",
                "token_endpoint": f"{base}/token",
                "issuer": "https://login.microsoftonline.com/example.org/v2.0",
            }
        )

    def close(self) -> None:
        """Nothing to close."""

    def _response(self, answer: object, status: int = 200) -> SimpleNamespace:
        return SimpleNamespace(
            status_code=status, text=json.dumps(answer), headers={}, raise_for_status=lambda: None
        )


class Google:
    """The transport that google-auth is given: answers as Google's token endpoint does."""

    def __init__(self, token: str, status: int = 200) -> None:
        self.status, self.token, self.asked = status, token, 0
        self.assertion: dict[str, object] = {}

    def __call__(self, url: str, method: str = "GET", body: bytes = b"", **_: object) -> object:
        self.asked += 1
        claims = parse_qs(body.decode())["assertion"][0].split(".")[1]
        self.assertion = json.loads(base64.urlsafe_b64decode(claims + "=="))
        answer = (
            {"access_token": self.token, "expires_in": 3599}
            if self.status == 200
            else {"error": "unauthorized_client", "error_description": "Client is unauthorized"}
        )
        return SimpleNamespace(status=self.status, headers={}, data=json.dumps(answer).encode())


@pytest.fixture(scope="module")
def service_key() -> Secret:
    """A service account's JSON key."""
    key = rsa.generate_private_key(65537, 2048)
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    info = {
        "type": "service_account", "client_email": "intake@project.example.org",
        "private_key": pem, "private_key_id": "1", "token_uri": "https://oauth2.example.org/token",
    }  # fmt: skip
    return Secret.given(json.dumps(info))


@pytest.fixture
def microsoft_account(oauth: Dovecot) -> Account:
    """A mailbox that a Microsoft 365 app may read."""
    address = oauth.new_address()
    oauth.append(address, MAIL)
    secret = Secret.given("client secret")
    return oauth.account(
        address, auth="microsoft", tenant="example.org", client_id="app", secret=secret
    )


@pytest.fixture
def google_account(oauth: Dovecot, service_key: Secret) -> Account:
    """A mailbox that a Google service account may read."""
    address = oauth.new_address()
    oauth.append(address, MAIL)
    return oauth.account(address, auth="google", secret=service_key)


def test_a_microsoft_app_reads_a_mailbox(microsoft_account: Account) -> None:
    http = Microsoft(f"{GOOD}.{microsoft_account.address}")
    tokens = Tokens(http=http)
    for _ in range(3):
        with connect(microsoft_account, tokens) as source:
            assert brought(source) == [(1, MAIL)]
    assert http.asked == 1, "a token is kept until it runs out"


def test_a_token_without_rights_in_exchange_says_which_half_is_missing(
    microsoft_account: Account,
) -> None:
    with pytest.raises(SignInRefused) as caught:
        connect(microsoft_account, Tokens(http=Microsoft("a-bad-token")))
    assert "New-ServicePrincipal" in caught.value.remedy
    assert "a-bad-token" not in str(caught.value)


def test_a_refused_client_secret_is_told_in_microsofts_words(microsoft_account: Account) -> None:
    http = Microsoft("", error="invalid_client", error_description="AADSTS7000215: Invalid secret")
    with pytest.raises(SignInRefused, match="AADSTS7000215: Invalid secret"):
        connect(microsoft_account, Tokens(http=http))


def test_microsofts_own_trouble_is_tried_again(microsoft_account: Account) -> None:
    with pytest.raises(MailboxUnreachable, match="cannot be asked for a token"):
        connect(microsoft_account, Tokens(http=Microsoft("", error="temporarily_unavailable")))


def test_a_google_service_account_reads_a_mailbox_in_its_name(google_account: Account) -> None:
    transport = Google(f"{GOOD}.{google_account.address}")
    tokens = Tokens(transport=transport)
    for _ in range(3):
        with connect(google_account, tokens) as source:
            assert brought(source) == [(1, MAIL)]
    assert transport.asked == 1
    assert transport.assertion["sub"] == google_account.address
    assert transport.assertion["scope"] == "https://mail.google.com/"


def test_googles_refusal_is_told_in_its_words(google_account: Account) -> None:
    with pytest.raises(SignInRefused, match="Client is unauthorized"):
        connect(google_account, Tokens(transport=Google("", 401)))


def test_a_google_token_without_rights_is_refused(google_account: Account) -> None:
    with pytest.raises(SignInRefused) as caught:
        connect(google_account, Tokens(transport=Google("a-bad-token")))
    assert "domain-wide delegation" in caught.value.remedy


def test_without_oauthbearer_a_google_token_goes_by_xoauth2(service_key: Secret) -> None:
    fake = FakeImap(capabilities="IMAP4rev1 AUTH=XOAUTH2")
    with fake:
        account = replace(fake.account(auth="google"), secret=service_key)
        connect(account, Tokens(transport=Google(GOOD))).close()
    assert "AUTHENTICATE XOAUTH2" in fake.commands


def test_a_key_that_is_none_is_named(google_account: Account) -> None:
    account = replace(google_account, secret=Secret.given("{}"))
    with pytest.raises(SignInRefused, match="service account's key"):
        connect(account)


@pytest.mark.parametrize(("auth", "module"), [("microsoft", "msal"), ("google", "google.oauth2")])
def test_a_missing_extra_is_named(
    auth: str, module: str, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(SignInRefused) as caught:
        connect(dovecot.account("ada@example.org", auth=auth))
    assert caught.value.remedy == f"Run: pip install 'intake[{auth}]'"


def test_a_password_may_have_any_letters(dovecot: Dovecot) -> None:
    account = dovecot.account("ada@example.org", secret=Secret.given("pässwörd €"))
    with pytest.raises(SignInRefused, match="AUTHENTICATIONFAILED"):
        connect(account)


def test_a_password_beyond_ascii_needs_a_server_that_takes_it() -> None:
    with FakeImap(capabilities="IMAP4rev1") as fake:
        account = replace(fake.account(), secret=Secret.given("pässwörd"))
        with pytest.raises(SignInRefused, match="cannot take the letters"):
            connect(account)


def _env() -> Secret:
    return Secret.from_env("TOSCI_PASSWORD", {})


def _missing(path: Path) -> Secret:
    return Secret.from_file(path / "password")


def test_a_missing_password_names_its_variable(dovecot: Dovecot) -> None:
    with pytest.raises(SignInRefused, match="environment variable TOSCI_PASSWORD") as caught:
        connect(dovecot.account("ada@example.org", secret=_env()))
    assert "Put the secret into the environment variable TOSCI_PASSWORD" in caught.value.remedy


def test_a_missing_password_file_is_named(dovecot: Dovecot, tmp_path: Path) -> None:
    with pytest.raises(SignInRefused, match="password is missing or empty"):
        connect(dovecot.account("ada@example.org", secret=_missing(tmp_path)))


UNREADABLE: dict[str, Callable[[Path], object]] = {
    "a folder": lambda path: path.mkdir(),
    "no text": lambda path: path.write_bytes(b"\xff\xfe\x00"),
}


@pytest.mark.parametrize("make", UNREADABLE.values(), ids=UNREADABLE)
def test_an_unreadable_password_file_is_named(
    make: Callable[[Path], object], tmp_path: Path
) -> None:
    make(tmp_path / "password")
    with pytest.raises(SignInRefused, match="cannot be read"):
        _missing(tmp_path).reveal()


def test_a_password_file_may_end_with_a_line_break(tmp_path: Path) -> None:
    for ending in ("", "\n", "\r\n"):
        (tmp_path / "password").write_bytes(f" with space {ending}".encode())
        assert _missing(tmp_path).reveal() == " with space "


def test_no_secret_is_ever_shown(dovecot: Dovecot) -> None:
    account = dovecot.account("ada@example.org")
    for text in (repr(account), str(account), repr(account.secret), f"{account.secret}"):
        assert account.secret.reveal() not in text
