"""environment: what mails and files look like. Odd structures, odd files, and files nobody can read."""

import binascii
from dataclasses import replace

from tests.letters import files, pdfs
from tests.letters.mails import Attached, Mail, trace
from tests.letters.papers import Doc, blind_scan
from tests.letters.people import Person, person, plain
from tests.letters.stories import Poll, Scene, Sending, checks, utc
from tests.letters.tnef import winmail
from tests.letters.writing import cv, letter_text

TITLE = "Technical Officer, Enforcement Policy Unit (Environment)"
TITRE = "Administrateur technique, Unité Politique de lutte contre la fraude (Environnement)"
SUBJECT = f"Application - {TITLE}"


def scene() -> Scene:
    """The cut-off is 2026-02-08 23:00:00 UTC; the junk folder is watched too."""
    polls = (
        Poll("opening", utc("2026-01-20T08:00")), Poll("main", utc("2026-02-05T08:00")),
        Poll("eve", utc("2026-02-08T22:30")), Poll("after", utc("2026-02-09T00:30")),
    )  # fmt: skip
    about = "Cut-off 2026-02-08 23:00:00 UTC, as for tosci. The junk folder is watched as well."
    told = Scene("environment", TITLE, TITRE, "EPUenvironment.vacancy@wcoomd.org", polls, about, ("INBOX", "Junk"))
    for chapter in (_structures, _containers, _formats, _unreadable, _unsafe, _no_documents, _folders):
        chapter(told)
    return told


def _someone(given: str, family: str, country: str = "Germany", city: str = "Köln") -> Person:
    return person(given, family, f"{plain(given)}.{plain(family)}@example.org", country, city)


def _pair(s: Scene, who: Person, language: str = "en") -> list[Doc]:
    return [s.cv(who, f"CV {who.family}.pdf", language), s.letter(who, f"Motivation {who.family}.pdf", language)]


def _structures(s: Scene) -> None:
    who = _someone("Uwe", "Krüger")
    docs = _pair(s, who)
    s.tell("outlook-with-a-logo", "Text and HTML, a company logo in the signature: the logo is no document.", who, docs,
           sending=Sending(SUBJECT, s.say("cover", who) + "\n\n" + s.say("disclaimer", who), "outlook", attached=[
               Attached("image001.png", files.logo(s.random("logo")), "image/png", "inline", content_id="image001@01"),
               *(doc.attached() for doc in docs)]), checks=checks())  # fmt: skip
    who = _someone("Ayşe", "Güneş", "Türkiye", "Ankara")
    cv_part, letter = s.cv(who, "cv.pdf"), s.letter(who, "Cover letter.pdf")
    nameless = replace(cv_part, filename="")
    s.tell("pdf-without-a-name", "A telephone sends the CV inline, without a name or a disposition: it is still found.", who,
           [nameless, letter], sending=Sending(SUBJECT, s.say("cover", who, number=6), "iphone", attached=[
               cv_part.attached(named="none", disposition=""), letter.attached(disposition="inline")]), checks=checks())  # fmt: skip
    who = _someone("Raúl", "Villaseñor", "Mexico", "Mérida")
    docs = _pair(s, who)
    s.tell("pdf-called-octet-stream", "Both files are sent as application/octet-stream.", who, docs,
           sending=Sending(SUBJECT, s.say("cover", who, number=7), attached=[
               doc.attached(media_type="application/octet-stream", named="2047") for doc in docs]), checks=checks())  # fmt: skip
    who = _someone("Bożena", "Dąbrowski", "Poland", "Wrocław")
    docs = _pair(s, who)
    s.tell("pdf-with-the-wrong-extension", "The file is called .doc and is a PDF.", who,
           [docs[0].named("CV Dabrowski.doc"), docs[1]], sending=Sending(SUBJECT, s.say("cover", who, number=3)), checks=checks())  # fmt: skip
    who = _someone("Niamh", "Breathnach", "Ireland", "Cork")
    docs = _pair(s, who)
    docs[0] = replace(docs[0], data=b"\r\n\x00\x00scanner gateway 4.1\r\n" + docs[0].data)
    s.tell("junk-before-the-pdf", "A gateway wrote its name before the first byte of the PDF.", who, docs,
           sending=Sending(SUBJECT, s.say("cover", who)), checks=checks())  # fmt: skip
    who = _someone("Sanjay", "Rathore", "India", "Jaipur")
    doc = s.both(who, "Rathore CV and letter.pdf")
    s.tell("the-mail-is-the-pdf", "No text and no parts: the whole mail is one PDF with letter and CV.", who, [doc],
           sending=Sending(raw=_bare(s, who, doc), shown_subject=SUBJECT), checks=checks())  # fmt: skip
    who = _someone("Hajar", "Tazi", "Morocco", "Rabat")
    docs = _pair(s, who, "fr")
    s.tell("html-only", "A telephone's mail program sends HTML alone.", who, docs,
           sending=Sending(f"Candidature {TITRE}", s.say("cover", who, "fr", 2), "html"), checks=checks())  # fmt: skip


def _bare(s: Scene, who: Person, doc: Doc) -> bytes:
    border = utc("2026-02-04T10:00:00")
    empty = Mail(who.name + f" <{who.email}>", s.address, SUBJECT, "", received=trace(s.address, border, border),
                 date="Wed, 04 Feb 2026 11:00:00 +0100", message_id="bare-pdf@mail.example.net").raw()  # fmt: skip
    head = empty.partition(b"MIME-Version: 1.0")[0]
    part = b"MIME-Version: 1.0\r\nContent-Type: application/pdf; name=\"%s\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    lines = binascii.b2a_base64(doc.data, newline=False)
    rows = b"\r\n".join(lines[i : i + 76] for i in range(0, len(lines), 76))
    return head + part % doc.filename.encode() + rows + b"\r\n"


def _containers(s: Scene) -> None:
    who = _someone("Mehdi", "Chraïbi", "Morocco", "Tanger")
    docs = [s.cv(who, "cv.pdf", "fr"), s.letter(who, "lettre.docx", "fr")]
    archive = files.zipped({doc.filename: doc.data for doc in docs})
    s.tell("files-in-a-zip", "Both files come in a ZIP: the documents are what it holds.", who, docs,
           sending=Sending(f"Candidature : {TITRE}", s.say("cover", who, "fr", 3), attached=[
               Attached("dossier.zip", archive, "application/zip")]), checks=checks())  # fmt: skip
    who = _someone("Annelie", "Schäfer", "Germany", "Düsseldorf")
    docs = [s.cv(who, "Lebenslauf_EN.pdf"), s.letter(who, "Letter.docx")]
    data = winmail([(doc.filename, doc.data) for doc in docs])
    s.tell("winmail-dat", "An old Exchange server packed the files into winmail.dat.", who, docs,
           sending=Sending(SUBJECT, s.say("cover", who), attached=[Attached("winmail.dat", data, "application/ms-tnef")]),
           checks=checks())  # fmt: skip
    who = _someone("Naoko", "Ishikawa", "Japan", "Sendai")
    doc = s.both(who, "application.txt")
    rows = [doc.data[i : i + 45] for i in range(0, len(doc.data), 45)]
    coded = "".join(binascii.b2a_uu(row).decode() for row in rows)
    text = f"{s.say('cover', who, number=3)}\n\nbegin 644 application.txt\n{coded} \nend\n"
    s.tell("uuencoded-in-the-text", "An old program wrote the file into the text of the mail.", who, [doc],
           sending=Sending(SUBJECT, text), checks=checks())  # fmt: skip


def _formats(s: Scene) -> None:
    rows = (
        ("old-but-open-formats", "An ODT and an RTF.", _someone("Gráinne", "McGrath", "Ireland", "Limerick"), "CV.odt", "Letter.rtf", "en"),
        ("text-files", "Plain text files, with accents.", _someone("Gaëtan", "Le Goff", "France", "Rennes"), "cv.txt", "lettre_de_motivation.txt", "fr"),
        ("web-page-as-cv", "A CV saved as a web page.", _someone("Thaís", "Falcão", "Brazil", "Curitiba"), "cv.html", "letter.pdf", "en"),
    )  # fmt: skip
    for name, about, who, first, second, language in rows:
        subject = SUBJECT if language == "en" else f"Candidature - {TITRE}"
        s.tell(name, about, who, [s.cv(who, first, language), s.letter(who, second, language)],
               sending=Sending(subject, s.say("cover", who, language, 1)), checks=checks())  # fmt: skip
    who = _someone("Begoña", "Castañeda", "Mexico", "Puebla")
    s.tell("cv-in-spanish", "The letter is English, the CV Spanish: Spanish was not asked for.", who,
           [s.cv(who, "CV Begona.pdf", "es", "plain"), s.letter(who, "Letter.pdf")],
           sending=Sending(SUBJECT, s.say("cover", who)), checks=checks(language="fail"))  # fmt: skip
    who = _someone("Josefa", "Naulumatua", "Fiji", "Lautoka")
    photo = Doc("me.jpg", files.photograph(s.random("me")), reason="no_text")
    s.tell("with-diploma-and-photograph", "Besides CV and letter: a diploma, which is neither, and a portrait without words.", who,
           [*_pair(s, who), s.other("diploma", who, "MSc diploma.pdf"), photo],
           sending=Sending(SUBJECT, s.say("cover", who)), checks=checks())  # fmt: skip
    who = _someone("Wouter", "Lambrecht", "Belgium", "Gent")
    docs = _pair(s, who)
    cards = [
        Attached("Wouter.vcf", b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Wouter Lambrecht\r\nEND:VCARD\r\n", "text/vcard"),
        Attached("smime.p7s", b"0\x82\x01\x00" + b"\x00" * 256, "application/pkcs7-signature"),
        Attached("invite.ics", b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "text/calendar"),
    ]
    s.tell("visiting-card-is-no-document", "A visiting card, a signature and a calendar file are no documents.", who, docs,
           sending=Sending(SUBJECT, s.say("cover", who), attached=[*(d.attached() for d in docs), *cards]), checks=checks())  # fmt: skip
    who = _someone("Håkon", "Nygård", "Norway", "Bergen")
    docs = _pair(s, who)
    s.tell("path-in-the-file-name", "A file name that tries to climb out of its folder is shown without its path.", who,
           [docs[0].named("CV.pdf"), docs[1]], sending=Sending(SUBJECT, s.say("cover", who), attached=[
               docs[0].named("../../../etc/cron.d/CV.pdf").attached(), docs[1].attached()]), checks=checks())  # fmt: skip


def _unreadable(s: Scene) -> None:
    rows = (
        ("cv-with-a-password", "The CV asks for a password: nobody says that it is missing.", "Arnel", "Lacson", "CV.pdf", "encrypted"),
        ("cv-cut-off", "The CV's transfer broke off after a few bytes.", "Divina", "Santos", "CV_Santos.pdf", "corrupt"),
        ("cv-of-no-bytes", "A CV of zero bytes.", "Crisanto", "Villanueva", "curriculum vitae.pdf", "empty"),
        ("cv-scan-without-text", "A blurred scan in which not even OCR finds a word.", "Rowena", "Macapagal", "CV scan.pdf", "no_text"),
        ("cv-in-an-unknown-format", "A file of a format that nobody here can open.", "Jericho", "Dimaculangan", "CV.wps", "unsupported"),
    )  # fmt: skip
    for name, about, given, family, filename, reason in rows:
        who = _someone(given, family, "Philippines", "Davao")
        letter = s.letter(who, "Motivation letter.docx")
        s.tell(name, about, who, [_broken(s, who, filename, reason), letter],
               sending=Sending(SUBJECT, s.say("cover", who)), checks=checks(cv="unsure", language="unsure"),
               application={"complete": False, "missing": ["cv", "language"]})  # fmt: skip
    who = _someone("Marte", "Bråten", "Norway", "Ålesund")
    archive = _locked_zip(s, who)
    s.tell("zip-with-a-password", "The archive cannot be opened, so it is listed itself; everything in it is unsure.", who, [archive],
           sending=Sending(SUBJECT, s.say("cover", who)), checks=checks(cv="unsure", letter="unsure", language="unsure"),
           flags=["unsafe_attachment"])  # fmt: skip


def _broken(s: Scene, who: Person, filename: str, reason: str) -> Doc:
    rng = s.random(filename)
    if reason == "no_text":
        return blind_scan(who, filename, "en", rng)
    data = {
        "encrypted": pdfs.encrypted(cv(who, "en", rng)), "empty": b"",
        "corrupt": pdfs.cut_off(pdfs.pdf(cv(who, "en", rng), rng)),
        "unsupported": b"\x01\xfe\x32\x00\x00\x00\x00\xab" + bytes(rng.randrange(128, 256) for _ in range(3000)),
    }[reason]  # fmt: skip
    return Doc(filename, data, reason=reason)


def _locked_zip(s: Scene, who: Person) -> Doc:
    """A ZIP whose one member is marked as encrypted (the bytes are noise)."""
    plain = bytearray(files.zipped({"cv and letter.pdf": s.both(who, "x.pdf").data}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        plain[plain.index(signature) + offset] |= 1
    return Doc("application.zip", bytes(plain), reason="encrypted")


def _unsafe(s: Scene) -> None:
    who = _someone("Levan", "Gelashvili", "Georgia", "Kutaisi")
    macro = replace(s.cv(who, "CV.docm"), kinds=(), language=None, reason="unsafe")
    s.tell("cv-with-macros", "The CV holds a macro (an empty one): kept, named, not opened further.", who,
           [macro, s.letter(who, "Letter.pdf")], sending=Sending(SUBJECT, s.say("cover", who)),
           checks=checks(cv="unsure", language="unsure"), flags=["unsafe_attachment"])  # fmt: skip
    who = _someone("Irakli", "Kapanadze", "Georgia", "Batumi")
    program = Doc("CV.pdf.exe", b"MZ" + b"\x00" * 58 + b"\x40\x00\x00\x00" + b"inert, no program. " * 20, reason="unsafe")
    s.tell("program-named-cv", "A file that begins like a program (and is none) calls itself a CV.", who,
           [program, s.letter(who, "Letter.pdf")], sending=Sending(SUBJECT, s.say("cover", who)),
           checks=checks(cv="unsure", language="unsure"), flags=["unsafe_attachment"])  # fmt: skip


def _no_documents(s: Scene) -> None:
    who = _someone("Sverre", "Østby", "Norway", "Tromsø")
    text = (
        f"Dear Sir or Madam,\n\nI apply for the post of {TITLE}. My CV and motivation letter are in this folder:\n"
        f"https://files.example.com/s/8sK2-cv-and-letter\n\nKind regards,\n{who.name}"
    )
    s.tell("link-in-place-of-files", "The files lie behind a link, which is shown and never followed.", who,
           sending=Sending(SUBJECT, text), flags=["link_only"], checks={"subject": "pass"})  # fmt: skip
    who = _someone("Eirik", "Sørensen", "Norway", "Bergen")
    s.tell("letter-in-the-body-and-no-cv", "The mail is a letter of motivation; a CV is nowhere.", who,
           sending=Sending(SUBJECT, _letter(s, who)), checks=checks(cv="fail"),
           documents=[{"filename": "message body", "kinds": ["motivation_letter"], "language": "en", "readable": True}])  # fmt: skip


def _letter(s: Scene, who: Person) -> str:
    return letter_text(who, TITLE, "en", s.random("letter in body"))


def _folders(s: Scene) -> None:
    who = _someone("Zineb", "Benjelloun", "Morocco", "Casablanca")
    s.tell("found-in-the-junk-folder", "The spam filter put an application aside: found, filed, and flagged.", who, _pair(s, who),
           sending=Sending(SUBJECT, s.say("cover", who), folder="Junk"), checks=checks(), flags=["found_in_junk"])  # fmt: skip
    who = _someone("Ketevan", "Lomidze", "Georgia", "Tbilisi")
    first = s.tell("sent-once", "An application; its exact copy follows.", who, _pair(s, who),
                   sending=Sending(SUBJECT, s.say("cover", who), at="2026-02-04T07:00:00"), checks=checks())  # fmt: skip
    s.tell("sent-twice-the-same-bytes", "The same bytes once more: ignored as a duplicate of the first.", who, _pair(s, who),
           sending=Sending(SUBJECT, raw=first.raw, at="2026-02-04T07:10:00"), outcome="ignored", flags=["duplicate"])  # fmt: skip
    late = first.raw.replace(b"by mx1.example.org (Postfix) with ESMTPS id ", b"by mx1.example.org (Postfix) with ESMTPS id B")
    s.tell("delivered-twice-on-another-way", "The same mail but for its Received lines: a duplicate too.", who, _pair(s, who),
           sending=Sending(SUBJECT, raw=late, at="2026-02-04T07:20:00"), outcome="ignored", flags=["duplicate"])  # fmt: skip
