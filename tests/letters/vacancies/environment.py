"""environment: what mails look like. Odd structures, containers, and none at all."""

import binascii
from dataclasses import replace

from tests.letters import files
from tests.letters.mails import Attached, Mail, trace
from tests.letters.papers import Doc
from tests.letters.people import Person
from tests.letters.stories import Poll, Scene, Sending, checks, utc
from tests.letters.tnef import winmail
from tests.letters.vacancies.environment_files import (
    SUBJECT,
    TITLE,
    TITRE,
    beside_the_documents,
    formats,
    locked,
    pair,
    path,
    someone,
    unreadable,
    unsafe,
)
from tests.letters.writing import letter_text


def scene() -> Scene:
    """The cut-off is 2026-02-08 23:00:00 UTC; the junk folder is watched too."""
    polls = (
        Poll("opening", utc("2026-01-20T08:00")),
        Poll("main", utc("2026-02-05T08:00")),
        Poll("eve", utc("2026-02-08T22:30")),
        Poll("after", utc("2026-02-09T00:30")),
    )
    about = "Cut-off 2026-02-08 23:00:00 UTC, as for tosci. The junk folder is watched as well."
    told = Scene(
        "environment",
        TITLE,
        TITRE,
        "EPUenvironment.vacancy@wcoomd.org",
        polls,
        about,
        ("INBOX", "Junk"),
    )
    for chapter in (
        _inline,
        _mistyped,
        _bodies,
        _containers,
        formats,
        beside_the_documents,
        path,
        unreadable,
        locked,
        unsafe,
        _no_documents,
        _junk,
        _repeats,
    ):
        chapter(told)
    return told


def _inline(s: Scene) -> None:
    who = someone("Uwe", "Krüger")
    docs = pair(s, who)
    s.tell(
        "outlook-with-a-logo",
        "Text and HTML, a company logo in the signature: the logo is no document.",
        who,
        docs,
        sending=Sending(
            SUBJECT,
            s.say("cover", who) + "\n\n" + s.say("disclaimer", who),
            "outlook",
            attached=[
                Attached(
                    "image001.png",
                    files.logo(s.random("logo")),
                    "image/png",
                    "inline",
                    content_id="image001@01",
                ),
                *(doc.attached() for doc in docs),
            ],
        ),
        checks=checks(),
    )
    who = someone("Ayşe", "Güneş", "Türkiye", "Ankara")
    cv_part, letter = s.cv(who, "cv.pdf"), s.letter(who, "Cover letter.pdf")
    nameless = replace(cv_part, filename="")
    s.tell(
        "pdf-without-a-name",
        "A telephone sends the CV inline, without a name or a disposition: it is still found.",
        who,
        [nameless, letter],
        sending=Sending(
            SUBJECT,
            s.say("cover", who, number=6),
            "iphone",
            attached=[
                cv_part.attached(named="none", disposition=""),
                letter.attached(disposition="inline"),
            ],
        ),
        checks=checks(),
    )


def _mistyped(s: Scene) -> None:
    who = someone("Raúl", "Villaseñor", "Mexico", "Mérida")
    docs = pair(s, who)
    s.tell(
        "pdf-called-octet-stream",
        "Both files are sent as application/octet-stream.",
        who,
        docs,
        sending=Sending(
            SUBJECT,
            s.say("cover", who, number=7),
            attached=[
                doc.attached(media_type="application/octet-stream", named="2047") for doc in docs
            ],
        ),
        checks=checks(),
    )
    who = someone("Bożena", "Dąbrowski", "Poland", "Wrocław")
    docs = pair(s, who)
    s.tell(
        "pdf-with-the-wrong-extension",
        "The file is called .doc and is a PDF.",
        who,
        [docs[0].named("CV Dabrowski.doc"), docs[1]],
        sending=Sending(SUBJECT, s.say("cover", who, number=3)),
        checks=checks(),
    )
    who = someone("Niamh", "Breathnach", "Ireland", "Cork")
    docs = pair(s, who)
    docs[0] = replace(docs[0], data=b"\r\n\x00\x00scanner gateway 4.1\r\n" + docs[0].data)
    s.tell(
        "junk-before-the-pdf",
        "A gateway wrote its name before the first byte of the PDF.",
        who,
        docs,
        sending=Sending(SUBJECT, s.say("cover", who)),
        checks=checks(),
    )


def _bodies(s: Scene) -> None:
    who = someone("Sanjay", "Rathore", "India", "Jaipur")
    doc = s.both(who, "Rathore CV and letter.pdf")
    s.tell(
        "the-mail-is-the-pdf",
        "No text and no parts: the whole mail is one PDF with letter and CV.",
        who,
        [doc],
        sending=Sending(raw=_bare(s, who, doc), shown_subject=SUBJECT),
        checks=checks(),
    )
    who = someone("Hajar", "Tazi", "Morocco", "Rabat")
    docs = pair(s, who, "fr")
    s.tell(
        "html-only",
        "A telephone's mail program sends HTML alone.",
        who,
        docs,
        sending=Sending(f"Candidature {TITRE}", s.say("cover", who, "fr", 2), "html"),
        checks=checks(),
    )


def _bare(s: Scene, who: Person, doc: Doc) -> bytes:
    border = utc("2026-02-04T10:00:00")
    empty = Mail(
        who.name + f" <{who.email}>",
        s.address,
        SUBJECT,
        "",
        received=trace(s.address, border, border),
        date="Wed, 04 Feb 2026 11:00:00 +0100",
        message_id="bare-pdf@mail.example.net",
    ).raw()
    head = empty.partition(b"MIME-Version: 1.0")[0]
    part = (
        b'MIME-Version: 1.0\r\nContent-Type: application/pdf; name="%s"\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n"
    )
    lines = binascii.b2a_base64(doc.data, newline=False)
    rows = b"\r\n".join(lines[i : i + 76] for i in range(0, len(lines), 76))
    return head + part % doc.filename.encode() + rows + b"\r\n"


def _containers(s: Scene) -> None:
    who = someone("Mehdi", "Chraïbi", "Morocco", "Tanger")
    docs = [s.cv(who, "cv.pdf", "fr"), s.letter(who, "lettre.docx", "fr")]
    archive = files.zipped({doc.filename: doc.data for doc in docs})
    s.tell(
        "files-in-a-zip",
        "Both files come in a ZIP: the documents are what it holds.",
        who,
        docs,
        sending=Sending(
            f"Candidature : {TITRE}",
            s.say("cover", who, "fr", 3),
            attached=[Attached("dossier.zip", archive, "application/zip")],
        ),
        checks=checks(),
    )
    who = someone("Annelie", "Schäfer", "Germany", "Düsseldorf")
    docs = [s.cv(who, "Lebenslauf_EN.pdf"), s.letter(who, "Letter.docx")]
    data = winmail([(doc.filename, doc.data) for doc in docs])
    s.tell(
        "winmail-dat",
        "An old Exchange server packed the files into winmail.dat.",
        who,
        docs,
        sending=Sending(
            SUBJECT,
            s.say("cover", who),
            attached=[Attached("winmail.dat", data, "application/ms-tnef")],
        ),
        checks=checks(),
    )
    who = someone("Naoko", "Ishikawa", "Japan", "Sendai")
    doc = s.both(who, "application.txt")
    rows = [doc.data[i : i + 45] for i in range(0, len(doc.data), 45)]
    coded = "".join(binascii.b2a_uu(row).decode() for row in rows)
    text = f"{s.say('cover', who, number=3)}\n\nbegin 644 application.txt\n{coded} \nend\n"
    s.tell(
        "uuencoded-in-the-text",
        "An old program wrote the file into the text of the mail.",
        who,
        [doc],
        sending=Sending(SUBJECT, text, attached=()),
        checks=checks(),
    )


def _no_documents(s: Scene) -> None:
    who = someone("Sverre", "Østby", "Norway", "Tromsø")
    text = (
        f"Dear Sir or Madam,\n\nI apply for the post of {TITLE}. "
        "My CV and motivation letter are in this folder:\n"
        f"https://files.example.com/s/8sK2-cv-and-letter\n\nKind regards,\n{who.name}"
    )
    s.tell(
        "link-in-place-of-files",
        "The files lie behind a link, which is shown and never followed.",
        who,
        sending=Sending(SUBJECT, text),
        flags=["link_only"],
        checks={"subject": "pass"},
    )
    who = someone("Eirik", "Sørensen", "Norway", "Bergen")
    s.tell(
        "letter-in-the-body-and-no-cv",
        "The mail is a letter of motivation; a CV is nowhere.",
        who,
        sending=Sending(SUBJECT, _letter(s, who)),
        checks=checks(cv="fail"),
        documents=[
            {
                "filename": "message body",
                "kinds": ["motivation_letter"],
                "language": "en",
                "readable": True,
            }
        ],
    )


def _letter(s: Scene, who: Person) -> str:
    return letter_text(who, TITLE, "en", s.random("letter in body"))


def _junk(s: Scene) -> None:
    who = someone("Zineb", "Benjelloun", "Morocco", "Casablanca")
    s.tell(
        "found-in-the-junk-folder",
        "The spam filter put an application aside: found, filed, and flagged.",
        who,
        pair(s, who),
        sending=Sending(SUBJECT, s.say("cover", who), folder="Junk"),
        checks=checks(),
        flags=["found_in_junk"],
    )


def _repeats(s: Scene) -> None:
    who = someone("Ketevan", "Lomidze", "Georgia", "Tbilisi")
    first = s.tell(
        "sent-once",
        "An application; its exact copy follows.",
        who,
        pair(s, who),
        sending=Sending(SUBJECT, s.say("cover", who), at="2026-02-04T07:00:00"),
        checks=checks(),
    )
    s.tell(
        "sent-twice-the-same-bytes",
        "The same bytes once more: ignored as a duplicate of the first.",
        who,
        pair(s, who),
        sending=Sending(SUBJECT, raw=first.raw, at="2026-02-04T07:10:00"),
        outcome="ignored",
        flags=["duplicate"],
    )
    late = first.raw.replace(
        b"by mx1.example.org (Postfix) with ESMTPS id ",
        b"by mx1.example.org (Postfix) with ESMTPS id B",
    )
    s.tell(
        "delivered-twice-on-another-way",
        "The same mail but for its Received lines: a duplicate too.",
        who,
        pair(s, who),
        sending=Sending(SUBJECT, raw=late, at="2026-02-04T07:20:00"),
        outcome="ignored",
        flags=["duplicate"],
    )
