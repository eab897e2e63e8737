"""Whatever a mail says, none of it is ever said to the mail server, logged, or made a path."""

import io
from functools import partial
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.jobs.bench import Inbox
from intake.jobs.poll import poll
from intake.mailbox.imap import connect
from intake.reading import names
from intake.triage.names import safe_name
from tests.jobs.mailroom import VACANCY, Office
from tests.support.dovecot import Dovecot
from tests.support.lawful import unlawful
from tests.support.proxy import Proxy

CANARY = "canary4711"
FIELDS = ("From", "To", "Subject", "Message-ID", "In-Reply-To", "References", "Date", "Reply-To")
SHAPES = (
    f"{CANARY}\r\n A9 DELETE INBOX", f"=?utf-8?Q?{CANARY}=0D=0AA9_CREATE_pwned?=",
    f"<{CANARY}\x00@example.org>", f'"{CANARY}" {{3}}', f"{CANARY}\\\" UID STORE 1 +FLAGS (\\Seen)",
)  # fmt: skip


def _mails() -> list[bytes]:
    """Each shape in each field, and in the name of a file."""
    body = "Content-Type: text/plain; name={0}\r\nContent-Disposition: attachment\r\n\r\n{0}\r\n"
    found = []
    for shape in SHAPES:
        found += [f"{field}: {shape}\r\nX: y\r\n\r\n{shape}\r\n" for field in FIELDS]
        found.append("From: a@example.org\r\n" + body.format(shape))
    return [raw.encode() for raw in found]


def test_no_word_of_a_mail_is_said_to_the_server_or_logged(
    office: Office, dovecot: Dovecot, tmp_path: Path, log: io.StringIO
) -> None:
    address, mails = dovecot.new_address(), _mails()
    dovecot.fill(address, mails)
    before = dovecot.dump(address)
    with Proxy(dovecot.port) as wire:
        account = dovecot.account(address, port=wire.port)
        inbox = Inbox(VACANCY.mailbox, "tosci", ("INBOX",), partial(connect, account))
        for _ in range(2):
            assert poll(office.bench, inbox).troubles == ()
    said = bytes(wire.sent).decode("ascii")
    assert CANARY not in said
    assert unlawful(line.partition(" ")[2] for line in said.splitlines() if " " in line) == []
    logged = log.getvalue()
    assert "judged" in logged
    assert CANARY not in logged
    assert len(office.messages) == len(mails)
    assert not [path for path in tmp_path.rglob("*") if CANARY in path.name]
    assert dovecot.dump(address) == before


@given(st.text(max_size=300) | st.sampled_from(SHAPES).map(lambda shape: "../" * 9 + shape))
@settings(max_examples=200, deadline=None)
def test_no_file_name_leaves_its_folder(name: str) -> None:
    folder = Path("/safe")
    shown = safe_name(names.file_name(name))
    assert (folder / shown).parent == folder
    assert shown not in ("", ".", "..")
    assert shown.isprintable()
    assert len(shown.encode()) <= 255
