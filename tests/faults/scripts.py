"""What servers say wrongly, from the greeting to the goodbye, and what comes of a poll then."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.jobs.mailroom import mail
from tests.support.fake_imap import CLOSE, HANG, OK, Answer, fetched

ADA, BO = (mail(who).replace(b"\n", b"\r\n") for who in ("ada@example.org", "bo@example.org"))
MAILS = {7: ADA, 9: BO}
FILED, NAMED, HELD = "filed", "named", "held"

BODY = r"UID FETCH \S+ \(UID BODY"
SIZES = r"UID FETCH \S+ \(UID RFC822"
SEARCH = "UID SEARCH"
UNASKED = (
    b"* 3 EXPUNGE\r\n* 99 EXISTS\r\n* 9 RECENT\r\n* FLAGS (\\Seen)\r\n* OK Still here\r\n"
    b"* 2 FETCH (UID 9 FLAGS (\\Seen))\r\n"
)
BOTH = fetched(1, 7, ADA) + fetched(2, 9, BO)
OTHERS = b"From: eve@example.org\r\nSubject: Not yours\r\n\r\nNo.\r\n"
APOLOGY = (
    b'From: "Microsoft Exchange Server" <x@example.org>\r\nSubject: Retrieval using the IMAP4 '
    b"protocol failed for the following message: 7\r\n\r\nThe server couldn't retrieve it.\r\n"
)
EXAMINED = b"* 2 EXISTS\r\n* OK [UIDVALIDITY 5] ok\r\n* OK [UIDNEXT 10] ok\r\n"
ODD_LIST = b'* LIST () NIL "a\\"b"\r\n* LIST (\\X) "/" {3}\r\nabc\r\n'
TOO_MUCH, TOO_LITTLE = (
    fetched(1, 7, ADA).replace(b"{%d}" % len(ADA), b"{%d}" % (len(ADA) + more)) for more in (99, -9)
)
FOUND = b"* SEARCH 7 9\r\n"
NO = b"%TAG% NO "


@dataclass(frozen=True)
class Script:
    """What a server says wrongly, and what comes of a poll.

    Attributes:
        outcome: FILED: all mail is had in spite of it; NAMED: a trouble says what is wrong; HELD:
            a mail that is never handed over is held, with what a person can do.
    """

    outcome: str
    answers: Mapping[str, Answer] = field(default_factory=dict)
    greeting: bytes = b"* OK ready\r\n"
    capabilities: str = "IMAP4rev1 AUTH=PLAIN"


def _refused(code: str, words: str = "not now") -> bytes:
    return NO + f"[{code}] {words}\r\n".encode()


def _sized(size: int) -> bytes:
    date = b'"05-Feb-2026 10:12:00 +0100"'
    return b"".join(
        b"* %d FETCH (UID %d RFC822.SIZE %d INTERNALDATE %s)\r\n" % (number, uid, size, date)
        for number, uid in enumerate(MAILS, start=1)
    )


SCRIPTS = {
    # The beginning of a conversation.
    "greeting: BYE": Script(NAMED, greeting=b"* BYE Too many connections\r\n"),
    "greeting: another protocol": Script(NAMED, greeting=b"+OK POP3 ready\r\n"),
    "greeting: a megabyte": Script(NAMED, greeting=b"* OK " + b"x" * 1_100_000 + b"\r\n"),
    "greeting: 8-bit": Script(FILED, greeting="* OK prêt à servir ☃\r\n".encode()),
    "greeting: latin-1": Script(FILED, greeting="* OK prêt\r\n".encode("latin-1")),
    "greeting: signed in already": Script(NAMED, greeting=b"* PREAUTH hello\r\n"),
    "greeting: with capabilities": Script(
        FILED, greeting=b"* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] hello\r\n"
    ),
    "greeting: an alert": Script(FILED, greeting=b"* OK [ALERT] Down on Sunday\r\n"),
    "greeting: cut": Script(NAMED, greeting=b"* O" + CLOSE),
    "capability: none said": Script(NAMED, {"CAPABILITY": OK}),
    "capability: refused": Script(NAMED, {"CAPABILITY": NO + b"no\r\n"}),
    "capability: not IMAP4rev1": Script(NAMED, capabilities="IMAP2"),
    "capability: in small letters": Script(FILED, capabilities="imap4rev1 auth=plain"),
    "capability: twice": Script(FILED, capabilities="IMAP4rev1 AUTH=PLAIN IMAP4rev1 AUTH=PLAIN"),
    "capability: literal+ and literal-": Script(
        FILED, capabilities="IMAP4rev1 AUTH=PLAIN LITERAL+ LITERAL-"
    ),
    "capability: ESEARCH that is not": Script(
        FILED, {"UID SEARCH RETURN": b"%TAG% BAD what\r\n"}, capabilities="IMAP4rev1 ESEARCH"
    ),
    "capability: ESEARCH that says nothing": Script(
        FILED, {"UID SEARCH RETURN": OK}, capabilities="IMAP4rev1 ESEARCH"
    ),
    "capability: ESEARCH with another's tag": Script(
        FILED,
        {"UID SEARCH RETURN": b'* ESEARCH (TAG "Z9") UID ALL 7,9\r\n' + OK},
        capabilities="IMAP4rev1 ESEARCH",
    ),
    "capability: ESEARCH with every UID there is": Script(
        FILED,
        {"UID SEARCH RETURN": b'* ESEARCH (TAG "x") UID ALL 1:4294967295\r\n' + OK},
        capabilities="IMAP4rev1 ESEARCH",
    ),
    "capability: PLAIN that is not": Script(NAMED, {"AUTHENTICATE": b"%TAG% BAD unknown\r\n"}),
    "capability: LOGINDISABLED": Script(NAMED, capabilities="IMAP4rev1 LOGINDISABLED"),
    "sign in: wrong password": Script(NAMED, {"AUTHENTICATE": _refused("AUTHENTICATIONFAILED")}),
    "sign in: UNAVAILABLE": Script(NAMED, {"AUTHENTICATE": _refused("UNAVAILABLE")}),
    "sign in: INUSE": Script(NAMED, {"AUTHENTICATE": _refused("INUSE")}),
    "sign in: LIMIT": Script(NAMED, {"AUTHENTICATE": _refused("LIMIT")}),
    "sign in: EXPIRED": Script(NAMED, {"AUTHENTICATE": _refused("EXPIRED")}),
    "sign in: CONTACTADMIN": Script(NAMED, {"AUTHENTICATE": _refused("CONTACTADMIN")}),
    "sign in: Microsoft's half-open door": Script(
        NAMED, {"AUTHENTICATE": b"%TAG% BAD User is authenticated but not connected.\r\n"}
    ),
    "sign in: 8-bit refusal": Script(NAMED, {"AUTHENTICATE": NO + "échec\r\n".encode("latin-1")}),
    "sign in: BYE": Script(NAMED, {"AUTHENTICATE": b"* BYE going down\r\n" + CLOSE}),
    "sign in: silence": Script(NAMED, {"AUTHENTICATE": HANG}),
    "sign in: a wrong tag": Script(NAMED, {"AUTHENTICATE": b"ZZZZ1 OK done\r\n" + CLOSE}),
    "sign in: an alert": Script(FILED, {"AUTHENTICATE": b"%TAG% OK [ALERT] Be good\r\n"}),
    # The folder.
    "examine: no UIDVALIDITY": Script(NAMED, {"EXAMINE": b"* 2 EXISTS\r\n" + OK}),
    "examine: UIDVALIDITY 0": Script(
        NAMED, {"EXAMINE": EXAMINED.replace(b"VALIDITY 5", b"VALIDITY 0") + OK}
    ),
    "examine: UIDVALIDITY a word": Script(
        NAMED, {"EXAMINE": EXAMINED.replace(b"VALIDITY 5", b"VALIDITY new") + OK}
    ),
    "examine: UIDVALIDITY of 70 bits": Script(
        NAMED, {"EXAMINE": EXAMINED.replace(b"VALIDITY 5", b"VALIDITY %d" % 2**70) + OK}
    ),
    "examine: UIDNEXT of 70 bits": Script(
        FILED, {"EXAMINE": EXAMINED.replace(b"UIDNEXT 10", b"UIDNEXT %d" % 2**70) + OK}
    ),
    "examine: a count beyond belief": Script(
        NAMED, {"EXAMINE": b"* 4000000000 EXISTS\r\n* OK [UIDVALIDITY 5] ok\r\n" + OK}
    ),
    "examine: another UIDVALIDITY before each fetch": Script(
        NAMED,
        {
            "EXAMINE": [EXAMINED + OK, EXAMINED.replace(b"VALIDITY 5", b"VALIDITY 6") + OK],
            BODY: CLOSE,
        },
    ),
    "examine: no UIDNEXT": Script(
        FILED, {"EXAMINE": b"* 2 EXISTS\r\n* OK [UIDVALIDITY 5] ok\r\n" + OK}
    ),
    "examine: no count": Script(NAMED, {"EXAMINE": b"* OK [UIDVALIDITY 5] ok\r\n" + OK}),
    "examine: the count twice": Script(NAMED, {"EXAMINE": b"* 9 EXISTS\r\n" + EXAMINED + OK}),
    "examine: flags of other tongues": Script(
        FILED, {"EXAMINE": "* FLAGS (\\Seen $été)\r\n".encode() + EXAMINED + OK}
    ),
    "examine: opened for writing, it says": Script(
        FILED, {"EXAMINE": EXAMINED + b"%TAG% OK [READ-WRITE] done\r\n"}
    ),
    "examine: INUSE": Script(NAMED, {"EXAMINE": _refused("INUSE")}),
    "examine: UNAVAILABLE": Script(NAMED, {"EXAMINE": _refused("UNAVAILABLE")}),
    "examine: SERVERBUG": Script(NAMED, {"EXAMINE": _refused("SERVERBUG")}),
    "examine: OVERQUOTA": Script(NAMED, {"EXAMINE": _refused("OVERQUOTA")}),
    "examine: NOPERM": Script(NAMED, {"EXAMINE": _refused("NOPERM")}),
    "examine: CORRUPTION": Script(NAMED, {"EXAMINE": _refused("CORRUPTION")}),
    "examine: no such INBOX": Script(NAMED, {"EXAMINE": _refused("NONEXISTENT")}),
    "examine: refused, and LIST in odd shapes": Script(
        NAMED,
        {"EXAMINE": NO + b"no\r\n", "LIST": ODD_LIST + OK},
    ),
    "examine: refused, and LIST says nonsense": Script(
        NAMED, {"EXAMINE": NO + b"no\r\n", "LIST": b"* LIST ((( \r\n" + OK}
    ),
    "examine: BYE": Script(NAMED, {"EXAMINE": b"* BYE maintenance\r\n" + CLOSE}),
    "examine: unasked news": Script(NAMED, {"EXAMINE": UNASKED + EXAMINED + OK}),
    # The list of mails.
    "search: nothing of two": Script(FILED, {SEARCH: [b"* SEARCH\r\n" + OK, FOUND + OK]}),
    "search: one left out once": Script(FILED, {SEARCH: [b"* SEARCH 9\r\n" + OK, FOUND + OK]}),
    "search: one left out": Script(NAMED, {SEARCH: b"* SEARCH 9\r\n" + OK}),
    "search: on two lines": Script(FILED, {SEARCH: b"* SEARCH 9\r\n* SEARCH 7\r\n" + OK}),
    "search: twice the same": Script(FILED, {SEARCH: b"* SEARCH 7 9 7 9 9\r\n" + OK}),
    "search: out of order": Script(FILED, {SEARCH: b"* SEARCH 9 7\r\n" + OK}),
    "search: spaces without end": Script(FILED, {SEARCH: b"* SEARCH  7   9  \r\n" + OK}),
    "search: a modification sequence": Script(FILED, {SEARCH: b"* SEARCH 7 9 (MODSEQ 1)\r\n" + OK}),
    "search: words": Script(NAMED, {SEARCH: b"* SEARCH seven nine\r\n" + OK}),
    "search: UID 0": Script(NAMED, {SEARCH: b"* SEARCH 0 7 9\r\n" + OK}),
    "search: a UID below nothing": Script(NAMED, {SEARCH: b"* SEARCH -7 9\r\n" + OK}),
    "search: a UID of 33 bits": Script(NAMED, {SEARCH: b"* SEARCH 7 4294967297\r\n" + OK}),
    "search: a line of 2 MB": Script(NAMED, {SEARCH: b"* SEARCH " + b"7 " * 1_000_000 + b"\r\n"}),
    "search: BYE": Script(NAMED, {SEARCH: b"* BYE enough\r\n" + CLOSE}),
    "search: a wrong tag": Script(NAMED, {SEARCH: FOUND + b"ZZZZ1 OK done\r\n" + CLOSE}),
    "search: silence": Script(NAMED, {SEARCH: HANG}),
    "search: BAD": Script(NAMED, {SEARCH: b"%TAG% BAD what\r\n"}),
    "search: LIMIT": Script(NAMED, {SEARCH: _refused("LIMIT")}),
    "search: unasked news": Script(FILED, {SEARCH: UNASKED + FOUND + UNASKED + OK}),
    # What is said of each mail.
    "describe: nothing": Script(FILED, {SIZES: OK}),
    "describe: sizes of 0": Script(FILED, {SIZES: _sized(0) + OK}),
    "describe: sizes too small": Script(FILED, {SIZES: _sized(40) + OK}),
    "describe: sizes too large": Script(FILED, {SIZES: _sized(100_000) + OK}),
    "describe: sizes beyond belief": Script(FILED, {SIZES: _sized(2**63) + OK}),
    "describe: sizes below nothing": Script(FILED, {SIZES: _sized(-1) + OK}),
    "describe: another's UID": Script(FILED, {SIZES: b"* 1 FETCH (UID 8 RFC822.SIZE 1)\r\n" + OK}),
    "describe: no date": Script(FILED, {SIZES: b"* 1 FETCH (UID 7 RFC822.SIZE 9)\r\n" + OK}),
    "describe: a date of nowhere": Script(
        FILED, {SIZES: _sized(500).replace(b"05-Feb", b"31-Feb") + OK}
    ),
    "describe: an open bracket": Script(FILED, {SIZES: b"* 1 FETCH (UID 7 RFC822.SIZE\r\n" + OK}),
    "describe: refused": Script(FILED, {SIZES: NO + b"cannot\r\n"}),
    "describe: BYE": Script(NAMED, {SIZES: b"* BYE enough\r\n" + CLOSE}),
    # The mails themselves.
    "fetch: OK without data": Script(HELD, {BODY: OK}),
    "fetch: NIL": Script(HELD, {BODY: b"* 1 FETCH (UID 7 BODY[] NIL)\r\n" + OK}),
    "fetch: a wrong UID": Script(HELD, {BODY: fetched(1, 8, OTHERS) + OK}),
    "fetch: no UID": Script(HELD, {BODY: b"* 7 FETCH (BODY[] {3}\r\nabc)\r\n" + OK}),
    "fetch: the head alone": Script(
        HELD, {BODY: b"* 1 FETCH (UID 7 BODY[HEADER] {3}\r\nabc)\r\n" + OK}
    ),
    "fetch: a part for the whole": Script(
        HELD, {BODY: b"* 1 FETCH (UID 7 BODY[]<0> {3}\r\nabc)\r\n" + OK}
    ),
    "fetch: the whole cut short": Script(HELD, {BODY: [
        fetched(1, 7, ADA[:at]) + fetched(2, 9, BO[: at + 1]) + OK for at in range(300, 330)
    ]}),
    "fetch: Exchange's apology": Script(
        HELD, {BODY: fetched(1, 7, APOLOGY) + fetched(2, 9, APOLOGY) + OK}
    ),
    "fetch: another text each time": Script(HELD, {BODY: [
        fetched(1, 7, OTHERS + b"%d" % turn) + fetched(2, 9, OTHERS + b"%d!" % turn) + OK
        for turn in range(60)
    ]}),
    "fetch: refused": Script(HELD, {BODY: NO + b"cannot read it\r\n"}),
    "fetch: CANNOT": Script(HELD, {BODY: _refused("CANNOT")}),
    "fetch: BAD": Script(HELD, {BODY: b"%TAG% BAD what\r\n"}),
    "fetch: UNAVAILABLE": Script(NAMED, {BODY: _refused("UNAVAILABLE")}),
    "fetch: throttled": Script(NAMED, {BODY: NO + b"Request is throttled. Backoff 28000\r\n"}),
    "fetch: BYE in the middle": Script(NAMED, {BODY: BOTH[:200] + b"* BYE\r\n" + CLOSE}),
    "fetch: cut in the middle": Script(NAMED, {BODY: BOTH[:200] + CLOSE}),
    "fetch: silence in the middle": Script(NAMED, {BODY: BOTH[:200] + HANG}),
    "fetch: four gigabytes announced": Script(
        NAMED, {BODY: b"* 1 FETCH (UID 7 BODY[] {4294967296}\r\n" + CLOSE}
    ),
    "fetch: less than nothing announced": Script(
        NAMED, {BODY: b"* 1 FETCH (UID 7 BODY[] {-5}\r\nabc)\r\n" + CLOSE}
    ),
    "fetch: more announced than comes": Script(
        NAMED, {BODY: TOO_MUCH + CLOSE}
    ),
    "fetch: less announced than comes": Script(
        NAMED, {BODY: TOO_LITTLE + OK + CLOSE}
    ),
    "fetch: a line of 2 MB": Script(NAMED, {BODY: b"* 1 FETCH (X " + b"y" * 2**21 + b")\r\n"}),
    "fetch: a wrong tag": Script(NAMED, {BODY: BOTH + b"ZZZZ1 OK done\r\n" + CLOSE}),
    "fetch: an alert in the middle": Script(
        FILED, {BODY: fetched(1, 7, ADA) + b"* OK [ALERT] Soon down\r\n" + fetched(2, 9, BO) + OK}
    ),
    "fetch: unasked news": Script(FILED, {BODY: UNASKED + BOTH + UNASKED + OK}),
    "fetch: in another order": Script(FILED, {BODY: fetched(2, 9, BO) + fetched(1, 7, ADA) + OK}),
    "fetch: twice the same": Script(FILED, {BODY: BOTH + BOTH + OK}),
    "fetch: another's besides": Script(FILED, {BODY: BOTH + fetched(3, 8, OTHERS) + OK}),
    "fetch: items in small letters": Script(FILED, {BODY: BOTH.replace(b"BODY[]", b"body[]") + OK}),
    "fetch: flags beside": Script(
        FILED, {BODY: BOTH.replace(b"(UID", b"(FLAGS (\\Seen \\Recent) UID") + OK}
    ),
    "fetch: 8-bit words behind": Script(FILED, {BODY: BOTH + "%TAG% OK fini, été\r\n".encode()}),
    "goodbye: none": Script(FILED, {"LOGOUT": CLOSE}),
    "goodbye: refused": Script(FILED, {"LOGOUT": NO + b"stay\r\n"}),
}  # fmt: skip
