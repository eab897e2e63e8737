"""What can go wrong before a mailbox is open: each has its own name, and its own remedy."""

import socket

import pytest

from intake.errors import IntakeError, MailboxUnreachable, SignInRefused, UntrustedServer
from intake.mailbox.imap import connect
from tests.support.fake_imap import CLOSE, HANG, PASSWORD, FakeImap


def failure(server: FakeImap, **account: object) -> IntakeError:
    """Why the mailbox could not be opened."""
    with server, pytest.raises(IntakeError) as caught:
        connect(server.account(**account)).close()
    assert "jobs@example.org" in caught.value.problem
    assert caught.value.remedy
    assert PASSWORD not in str(caught.value)
    return caught.value


GREETINGS = {
    "it is too busy and says so": (b"* BYE Too many connections\r\n", "Too many connections"),
    "it is no mail server": (b"HTTP/1.1 400 Bad Request\r\n\r\n", "HTTP/1.1 400"),
    "it hangs up at once": (CLOSE, "closed the connection"),
    "it says nothing": (HANG, "did not answer in time"),
    "it is cut within a line": (b"* OK rea" + CLOSE, "closed the connection"),
}


@pytest.mark.parametrize(("greeting", "words"), GREETINGS.values(), ids=GREETINGS)
def test_a_server_that_does_not_greet_is_unreachable(greeting: bytes, words: str) -> None:
    error = failure(FakeImap(greeting=greeting))
    assert isinstance(error, MailboxUnreachable)
    assert words in error.problem


def test_a_server_that_has_signed_somebody_in_already_is_not_trusted() -> None:
    error = failure(FakeImap(greeting=b"* PREAUTH welcome back\r\n"))
    assert isinstance(error, UntrustedServer)
    assert "before we said who we are" in error.problem


def test_a_server_without_imap4rev1_is_unreachable() -> None:
    error = failure(FakeImap(capabilities="POP3"))
    assert isinstance(error, MailboxUnreachable)


REFUSALS = {
    "wrong password": b"NO [AUTHENTICATIONFAILED] Authentication failed.",
    "no reason given": b"NO ",
    "password expired": b"NO [EXPIRED] Your password has expired",
    "account without rights": b"NO [AUTHORIZATIONFAILED] No such mailbox right",
    "a word from the administrator": b"NO [CONTACTADMIN] Account is disabled",
    "application password wanted": b"NO [ALERT] Application-specific password required",
    "refused as a bad command": b"BAD invalid credentials",
}


@pytest.mark.parametrize("refusal", REFUSALS.values(), ids=REFUSALS)
def test_a_refused_password_waits_for_a_person(refusal: bytes) -> None:
    error = failure(FakeImap(answers={"AUTHENTICATE": b"%TAG% " + refusal + b"\r\n"}))
    assert isinstance(error, SignInRefused)
    assert "Check the user name and the password" in error.remedy


PASSING = {
    "its own trouble": b"NO [UNAVAILABLE] Temporary authentication failure.",
    "somebody else is in": b"NO [INUSE] Mailbox is in use",
    "a limit": b"NO [LIMIT] Too many connections",
    "Google's limit": b"NO [ALERT] Too many simultaneous connections. (Failure)",
    "Google's bandwidth": b"NO Account exceeded command or bandwidth limits.",
    "Microsoft's backend": b"BAD User is authenticated but not connected.",
    "Microsoft's throttle": b"NO Server Busy, request is throttled. Suggested Backoff 28000",
}


@pytest.mark.parametrize("refusal", PASSING.values(), ids=PASSING)
def test_a_busy_server_is_tried_again(refusal: bytes) -> None:
    error = failure(FakeImap(answers={"AUTHENTICATE": b"%TAG% " + refusal + b"\r\n"}))
    assert isinstance(error, MailboxUnreachable)
    assert (
        refusal.split(b"] ")[-1].decode().removeprefix("NO ").removeprefix("BAD ") in error.problem
    )


@pytest.mark.parametrize(
    "ending", [CLOSE, HANG, b"* BYE going down\r\n" + CLOSE, b"* OK rub\r\n" + HANG]
)
def test_a_connection_lost_while_signing_in_is_tried_again(ending: bytes) -> None:
    error = failure(FakeImap(answers={"AUTHENTICATE": ending}))
    assert isinstance(error, MailboxUnreachable)


def test_the_refused_password_is_not_repeated_to_people() -> None:
    echo = b"%TAG% NO [AUTHENTICATIONFAILED] wrong: correct horse\r\n"
    assert "wrong: (secret)" in failure(FakeImap(answers={"AUTHENTICATE": echo})).problem


def test_a_password_is_sent_once_only() -> None:
    server = FakeImap(answers={"AUTHENTICATE": b"%TAG% NO no\r\n"})
    failure(server)
    assert [command for command in server.commands if "AUTH" in command] == ["AUTHENTICATE PLAIN"]


def test_without_plain_the_password_goes_by_login() -> None:
    server = FakeImap(capabilities="IMAP4rev1")
    with server:
        connect(server.account(username='an odd"name')).close()
    assert 'LOGIN "an odd\\"name" "correct horse"' in server.commands


def test_a_server_that_disables_login_wants_encryption() -> None:
    error = failure(FakeImap(capabilities="IMAP4rev1 LOGINDISABLED"))
    assert isinstance(error, UntrustedServer)
    assert "without encryption" in error.problem


def test_a_server_that_names_the_want_of_encryption_is_understood() -> None:
    answer = b"%TAG% NO [PRIVACYREQUIRED] not in clear\r\n"
    assert isinstance(failure(FakeImap(answers={"AUTHENTICATE": answer})), UntrustedServer)


def test_a_user_name_with_a_line_break_never_reaches_the_wire() -> None:
    server = FakeImap()
    error = failure(server, username="ada\r\nA9 DELETE INBOX")
    assert isinstance(error, SignInRefused)
    assert server.commands == ["CAPABILITY"]


def test_starttls_that_is_not_offered_ends_it() -> None:
    server = FakeImap()
    error = failure(server, security="starttls")
    assert isinstance(error, UntrustedServer)
    assert "does not offer STARTTLS" in error.problem
    assert server.commands == ["CAPABILITY"]


def test_starttls_that_is_refused_ends_it() -> None:
    server = FakeImap(
        capabilities="IMAP4rev1 STARTTLS AUTH=PLAIN", answers={"STARTTLS": b"%TAG% NO not now\r\n"}
    )
    error = failure(server, security="starttls")
    assert isinstance(error, MailboxUnreachable)
    assert server.commands == ["CAPABILITY", "STARTTLS"]


def test_starttls_that_goes_on_in_plain_text_ends_it() -> None:
    answer = b"%TAG% OK begin\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n"
    server = FakeImap(capabilities="IMAP4rev1 STARTTLS AUTH=PLAIN", answers={"STARTTLS": answer})
    error = failure(server, security="starttls", read_timeout=0.7)
    assert isinstance(error, UntrustedServer | MailboxUnreachable)
    assert not [command for command in server.commands if "AUTH" in command]


def test_plain_text_to_another_machine_is_refused_before_connecting() -> None:
    error = failure(FakeImap(), host="mail.example.org")
    assert isinstance(error, UntrustedServer)
    assert "plain text" in error.problem


def test_tls_to_a_port_without_it_names_the_cause() -> None:
    error = failure(FakeImap(), security="tls")
    assert isinstance(error, UntrustedServer)
    assert "does not speak TLS" in error.problem


def test_a_host_that_nobody_knows_is_named() -> None:
    error = failure(FakeImap(), host="imap.invalid", security="tls")
    assert isinstance(error, MailboxUnreachable)
    assert "no server called imap.invalid" in error.problem


def test_a_port_where_nobody_listens_is_named() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        error = failure(FakeImap(), port=unused.getsockname()[1])
    assert isinstance(error, MailboxUnreachable)
    assert "refuses connections" in error.problem
