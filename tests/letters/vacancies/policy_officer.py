"""policy-officer: midnight CET in April, several mails of one person, forwards, declarations, odd letters."""

import unicodedata

from tests.letters.mails import Attached, Mail, trace
from tests.letters.papers import Doc
from tests.letters.people import Person, person, plain
from tests.letters.stories import Poll, Scene, Sending, checks, utc

TITLE = "Policy Officer – Strategic Planning and Foresight"
TITRE = "Chargée de politique – Planification stratégique et prospective"


def scene() -> Scene:
    """The cut-off is 2026-04-04 23:00:00 UTC; from 22:00 the words allow another reading."""
    polls = (
        Poll("opening", utc("2026-03-20T08:00")), Poll("main", utc("2026-04-02T08:00")),
        Poll("eve", utc("2026-04-04T20:00")), Poll("between", utc("2026-04-04T22:20")),
        Poll("after", utc("2026-04-04T23:30")), Poll("morning", utc("2026-04-05T08:00")),
    )  # fmt: skip
    about = "Cut-off 2026-04-04 23:00:00 UTC: midnight CET, an hour later than midnight on the clocks of Brussels."
    told = Scene("policy-officer", TITLE, TITRE, "policyofficerspf.vacancy@wcoomd.org", polls, about)
    for chapter in (_window, _letters, _several, _forwards, _declarations, _wrong_door):
        chapter(told)
    return told


def _someone(given: str, family: str, country: str = "France", city: str = "Besançon") -> Person:
    return person(given, family, f"{plain(family)}.{plain(given)}@example.net", country, city)


def _pair(s: Scene, who: Person, language: str = "en") -> list[Doc]:
    if language == "fr":
        return [s.cv(who, f"CV_{who.family}.pdf", "fr"), s.letter(who, f"Lettre_{who.family}.docx", "fr")]
    return [s.cv(who, f"CV_{who.family}.docx"), s.letter(who, f"Letter_{who.family}.pdf")]


def _window(s: Scene) -> None:
    window = ["ambiguity_window"]
    rows = (
        ("midnight-in-brussels-to-the-second", "22:00:00 UTC is in time on either reading.", "2026-04-04T22:00:00", "between", "in_time", "witness", []),
        ("between-two-midnights-and-seen", "Listed by our own poll between the two midnights.", "2026-04-04T22:10:00", "between", "in_time", "witness", window),
        ("between-two-midnights", "After midnight in Brussels, before midnight CET: in time, and flagged.", "2026-04-04T22:45:00", "after", "in_time", "border", window),
        ("midnight-cet-to-the-second", "23:00:00 UTC, the later midnight: still in time.", "2026-04-04T23:00:00", "after", "in_time", "border", window),
        ("after-both-midnights", "One second after the later midnight.", "2026-04-04T23:00:01", "after", "late", "border", []),
    )  # fmt: skip
    names = (("Margaux", "Chevallier"), ("Rémi", "Bonnefoy"), ("Solène", "Mérignac"), ("Thierry", "Lefèvre"), ("Benoît", "Garnier"))
    for (name, about, at, listed, timing, by, flags), (given, family) in zip(rows, names, strict=True):
        who = _someone(given, family)
        sending = Sending(f"Candidature : {TITRE}", s.say("cover", who, "fr"), at=at, listed=listed, delay=1)
        s.tell(name, about, who, _pair(s, who, "fr"), sending=sending, checks=checks(), timing=timing, decided_by=by,
               flags=flags, outcome="refused" if timing == "late" else "filed")  # fmt: skip


def _letters(s: Scene) -> None:
    rows = (
        ("subject-in-base64", "Subject and name as base64 words.", _someone("Şule", "Kılıç", "Türkiye", "Bursa"), {"how": "b"}),
        ("subject-in-raw-utf-8", "Raw UTF-8 in the header, as no standard of 1982 allows.", _someone("Åse", "Sørensen", "Norway", "Bergen"), {"how": "raw"}),
        ("subject-in-raw-latin-1", "Raw Windows letters in the header, without a word about their charset.", _someone("Conceição", "Magalhães", "Brazil", "Recife"), {"how": "latin1"}),
        ("subject-in-latin-1-words", "Quoted words in ISO-8859-1.", _someone("Götz", "Köster", "Germany", "Köln"), {"how": "latin-q"}),
    )  # fmt: skip
    for name, about, who, how in rows:
        subject = f"Candidature : {TITRE}" if how["how"] in ("latin1", "latin-q") else f"Application: {TITLE}"
        subject = subject.replace("–", "-")
        s.tell(name, about, who, _pair(s, who), sending=Sending(subject, s.say("cover", who), **how), checks=checks())  # type: ignore[arg-type]
    who = _someone("Gülşen", "Çelik", "Türkiye", "Ankara")
    apart = unicodedata.normalize("NFD", f"CV {who.name}.pdf")
    docs = [s.cv(who, "CV.pdf").named(f"CV {who.name}.pdf"), s.letter(who, "Letter.docx")]
    s.tell("letters-and-accents-apart", "A Mac writes letters and accents apart (NFD) in subject and file name.", who, docs,
           sending=Sending(unicodedata.normalize("NFD", f"Candidature: {TITRE}"), s.say("cover", who), shown_subject=f"Candidature: {TITRE}",
                           attached=[docs[0].named(apart).attached(), docs[1].attached()]), checks=checks())  # fmt: skip
    rows = (
        ("name-in-arabic", "The sender's name is written in Arabic.", "سلمى بنعلي", "salma.benali@example.org"),
        ("name-in-cyrillic", "The sender's name is written in Cyrillic.", "Ольга Соколенко", "olha.sokolenko@example.com"),
        ("name-in-chinese", "The sender's name is written in Chinese.", "王丽华", "wang.lihua@example.net"),
    )  # type: ignore[assignment]
    for name, about, shown, email in rows:  # type: ignore[assignment]
        who = person(*(plain(x).title() for x in email.split("@")[0].split(".")), email, "Belgium", "Leuven")  # type: ignore[arg-type, attr-defined]
        s.tell(name, about, who, _pair(s, who), checks=checks(),
               sending=Sending(f"Application - {TITLE}", s.say("cover", who), sender=f"{shown} <{email}>", how="b",
                               shown={"name": shown, "email": email}))  # type: ignore[dict-item] # fmt: skip
    who = _someone("Siobhán", "O'Sullivan", "Ireland", "Cork")
    s.tell("name-with-a-comma", "Family name first, with a comma, in quotes.", who, _pair(s, who), checks=checks(),
           sending=Sending(f"Application - {TITLE}", s.say("cover", who), sender=f'"O\'Sullivan, Siobhan" <{who.email}>',
                           shown={"name": "O'Sullivan, Siobhan", "email": who.email}))  # fmt: skip


def _several(s: Scene) -> None:
    who = _someone("Eoin", "Breathnach", "Ireland", "Galway")
    first = [s.cv(who, "CV 2025.pdf"), s.letter(who, "Letter v1.pdf")]
    s.tell("first-version", "An application that is sent again, better, two days later.", who, first, checks=checks(),
           sending=Sending(f"Application {TITLE}", s.say("cover", who), at="2026-03-30T10:00"))  # fmt: skip
    second = [s.cv(who, "CV 2026.pdf"), s.letter(who, "Letter v2.pdf")]
    s.tell("second-version", "Both documents anew: they replace the first ones, which are kept.", who, second, checks=checks(),
           sending=Sending(f"Application {TITLE} (updated)", s.say("cover", who, number=5), at="2026-04-01T10:00"),
           flags=["resubmission"], application={"complete": True, "missing": []})  # fmt: skip
    who = _someone("Aoife", "Ní Dhomhnaill", "Ireland", "Galway")
    s.tell("cv-first-letter-to-follow", "A CV alone, in good time.", who, [s.cv(who, "CV.pdf")], checks=checks(letter="fail"),
           sending=Sending(f"Application {TITLE}", "Dear colleagues,\n\nmy CV is attached, the letter follows.\n\nAoife", at="2026-04-01T12:00"))  # fmt: skip
    s.tell("letter-too-late", "The letter that was to follow comes after the deadline: the application stays incomplete.", who,
           [s.letter(who, "Letter.pdf")], kind="supplement", outcome="refused", timing="late", decided_by="border", flags=["late_supplement"],
           sending=Sending(f"Re: Application {TITLE}", s.say("supplement", who), at="2026-04-05T06:30", listed="morning"),
           application={"complete": False, "missing": ["motivation_letter"]})  # fmt: skip
    quoted = f"\n\nOn 1 April 2026 Aoife wrote:\n> Dear colleagues,\n> my CV is attached, the letter follows.\n> I apply for {TITLE}."
    s.tell("question-above-a-quoted-application", "A reply is judged on its new text, a question.", who,
           sending=Sending(f"Re: Application {TITLE}", "Hello,\n\ndid you receive my CV? When will I hear from you?\n\nAoife" + quoted, at="2026-04-03T09:00", listed="eve"),
           kind="enquiry", outcome="enquiry")  # fmt: skip
    who = _someone("Françoise", "Dumortier", "Belgium", "Liège")
    s.tell("withdrawal-in-french", "Somebody withdraws, in French.", who,
           sending=Sending("Retrait de ma candidature", s.say("withdrawal", who, "fr")), kind="withdrawal", flags=["withdrawal_requested"])  # fmt: skip


def _forwards(s: Scene) -> None:
    clerk = person("Greet", "De Smedt", "greet.desmedt@example.org", "Belgium", "Gent")
    who = _someone("Ngọc Anh", "Đặng", "Viet Nam", "Hải Phòng")
    docs = _pair(s, who)
    moment = utc("2026-03-30T07:00:00")
    inner = Mail(f"{who.name} <{who.email}>", "info@example.org", f"Application - {TITLE}", s.say("cover", who), [d.attached() for d in docs],
                 date="Mon, 30 Mar 2026 09:00:00 +0200", message_id="inner@mail.example.net", received=trace("info@example.org", None, moment)).raw()  # fmt: skip
    s.tell("forwarded-by-a-colleague", "A colleague forwards an application that went to another address: the inner sender is the candidate.", clerk, docs,
           sending=Sending(f"FW: Application - {TITLE}", "For you, I believe.\n\nGreet", attached=[
               Attached("Application.eml", inner, "message/rfc822", named="none", encoding="8bit")]), checks=checks(), flags=["forwarded"])  # fmt: skip


def _declarations(s: Scene) -> None:
    rows = (
        ("relative-declared", "en", "relative", 0, ["declared_relative"], "A brother works there: declared, and quoted."),
        ("relative-declared-in-french", "fr", "relative", 1, ["declared_relative"], "A wife works there, declared in French."),
        ("no-relatives", "en", "no_relative", 0, [], "Somebody declares that there is no relative: that is no declaration of one."),
        ("no-relatives-in-french", "fr", "no_relative", 0, [], "The same in French."),
    )  # fmt: skip
    names = (("Kinga", "Jabłoński"), ("Loïc", "Delvaux"), ("Zofia", "Szymański"), ("Estelle", "Ngo Bassong"))
    for (name, language, which, number, flags, about), (given, family) in zip(rows, names, strict=True):
        who = _someone(given, family, "Belgium", "Liège")
        text = s.say("cover", who, language, 0).replace("\n\nKind regards", f"\n\n{s.say(which, who, language, number)}\n\nKind regards")
        text = text.replace("\n\nCordialement", f"\n\n{s.say(which, who, language, number)}\n\nCordialement")
        subject = f"Application - {TITLE}" if language == "en" else f"Candidature - {TITRE}"
        s.tell(name, about, who, _pair(s, who, language), sending=Sending(subject, text), checks=checks(), flags=flags)


def _wrong_door(s: Scene) -> None:
    who = _someone("Thiago", "Gonçalves", "Brazil", "Santos")
    letter = "Technical Officer, Supply Chain Integrity Unit"
    s.tell("meant-for-another-vacancy", "The subject names the vacancy next door: filed here, and flagged.", who, _pair(s, who),
           sending=Sending(f"Application: {letter}", "Dear Sir or Madam,\n\nplease find my application attached.\n\nThiago"),
           checks=checks(subject="fail"), flags=["misdirected"])  # fmt: skip
    who = _someone("Uğur", "Şahin", "Türkiye", "İzmir")
    s.tell("subject-policy-alone", "One word of the title is not the vacancy.", who, _pair(s, who),
           sending=Sending("Officer", s.say("cover", who, number=1)), checks=checks(subject="fail"))  # fmt: skip
