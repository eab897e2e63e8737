"""A real mailbox on a real Dovecot, read and left as it was."""

from datetime import datetime, timedelta, timezone

from intake.mailbox.imap import connect
from tests.support.dovecot import Dovecot

WHEN = datetime(2026, 2, 5, 10, 12, tzinfo=timezone(timedelta(hours=1)))
MAIL = b"From: Ada <ada@example.org>\r\nSubject: Application\r\n\r\nDear all,\r\n"


def test_first(dovecot: Dovecot) -> None:
    a = dovecot.new_address()
    dovecot.append(a, MAIL, internal=WHEN)
    for acc in (
        dovecot.account(a),
        dovecot.tls_account(a),
        dovecot.tls_account(a, security="starttls", port=dovecot.port),
    ):
        with connect(acc) as s:
            l = s.list("INBOX")
            print(l)
            e = list(s.describe("INBOX", l.uids))
            print(e)
            for f in s.fetch("INBOX", e):
                print(f, b"".join(f.chunks))
            print(s.folder_names())
    print(dovecot.dump(a))
