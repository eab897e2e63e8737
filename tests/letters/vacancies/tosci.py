"""tosci: what a deadline is. Every row of the verdict table, and the plain cases beside it."""

from tests.letters.people import person
from tests.letters.stories import Poll, Scene, Sending, body_letter, checks, utc
from tests.letters.vacancies.tosci_times import (
    AMINATA,
    HELENE,
    HERVE,
    JORIS,
    RODEL,
    TITLE,
    TITRE,
    clocks,
    imports,
    minutes,
)
from tests.letters.writing import letter_text


def scene() -> Scene:
    """The cut-off is 2026-02-08 23:00:00 UTC; nobody looks between 21:00 and 23:15."""
    polls = (
        Poll("opening", utc("2026-01-12T08:00")),
        Poll("main", utc("2026-02-06T08:00")),
        Poll("eve", utc("2026-02-08T21:00")),
        Poll("after", utc("2026-02-08T23:15")),
        Poll("morning", utc("2026-02-09T08:00")),
        Poll("week", utc("2026-02-16T08:00")),
    )
    about = (
        "Cut-off 2026-02-08 23:00:00 UTC: midnight at the end of 8 February, Central European Time."
    )
    told = Scene("tosci", TITLE, TITRE, "TOSCI.vacancy@wcoomd.org", polls, about)
    for chapter in (
        _plain,
        _one_file,
        minutes,
        clocks,
        imports,
        _more_than_one_mail,
        _no_applications,
    ):
        chapter(told)
    return told


def _plain(s: Scene) -> None:
    s.tell(
        "complete-pdf-and-docx",
        "A CV as PDF and a letter as DOCX, days before the deadline.",
        AMINATA,
        [
            s.cv(AMINATA, "CV_Diouf.pdf", layout="tables"),
            s.letter(AMINATA, "Motivation_Diouf.docx"),
        ],
        sending=Sending(f"Application: {TITLE}", s.say("cover", AMINATA)),
        checks=checks(),
    )
    s.tell(
        "complete-in-french",
        "The same in French, sent from webmail with plain text and HTML.",
        HELENE,
        [
            s.cv(HELENE, "CV Hélène Garnier.pdf", "fr", "sidebar"),
            s.letter(HELENE, "Lettre de motivation.pdf", "fr"),
        ],
        sending=Sending(f"Candidature - {TITRE}", s.say("cover", HELENE, "fr"), "gmail"),
        checks=checks(),
    )


def _one_file(s: Scene) -> None:
    body = letter_text(HERVE, TITRE, "fr", s.random("letter-in-the-body-fr"))
    cv = s.cv(HERVE, "CV.pdf", "fr")
    s.tell(
        "letter-in-the-body-fr",
        "Only a CV is attached: the letter of motivation is the mail itself.",
        HERVE,
        [cv],
        sending=Sending(f"Candidature au poste d'{TITRE}", body),
        checks=checks(),
        documents=[cv.expected, body_letter("fr")],
    )
    s.tell(
        "cv-and-letter-in-one-file",
        "One PDF holds the letter and, from the second page on, the CV.",
        JORIS,
        [s.both(JORIS, "Application Joris Verhaegen.pdf")],
        sending=Sending(
            "Vacancy Technical Officer Supply Chain Integrity Unit", s.say("cover", JORIS, number=3)
        ),
        checks=checks(),
    )
    s.tell(
        "letter-missing",
        "A short covering note is no letter of motivation: the application is incomplete.",
        RODEL,
        [s.cv(RODEL, "resume.docx", layout="header")],
        sending=Sending(
            "Technical Officer, Supply Chain Integrity", s.say("cover", RODEL, number=8), "iphone"
        ),
        checks=checks(letter="fail"),
        application={"complete": False, "missing": ["motivation_letter"]},
    )


def _more_than_one_mail(s: Scene) -> None:
    fatou = person("Fatou", "Ndiaye", "fatou.ndiaye@example.com", "Senegal", "Thiès")
    s.tell(
        "first-without-letter",
        "A CV alone; the letter follows two days later.",
        fatou,
        [s.cv(fatou, "CV Fatou Ndiaye.pdf")],
        sending=Sending(
            f"Application - {TITLE}", s.say("cover", fatou, number=1), at="2026-02-03T09:10"
        ),
        checks=checks(letter="fail"),
    )
    s.tell(
        "supplement-with-the-letter",
        "The forgotten letter completes the application.",
        fatou,
        [s.letter(fatou, "Cover letter.docx")],
        sending=Sending(
            f"Re: Application - {TITLE}", s.say("supplement", fatou), at="2026-02-05T10:00"
        ),
        kind="supplement",
        checks=checks(),
        application={"complete": True, "missing": []},
    )
    s.tell(
        "late-supplement",
        "A certificate sent after the deadline is kept beside the application and changes nothing.",
        fatou,
        [s.other("certificate", fatou, "certificate.pdf")],
        sending=Sending(
            f"{TITLE}: certificate",
            s.say("supplement", fatou, number=2),
            at="2026-02-09T03:00",
            listed="morning",
        ),
        kind="supplement",
        outcome="refused",
        timing="late",
        decided_by="border",
        flags=["late_supplement"],
        application={"complete": True, "missing": []},
    )


def _no_applications(s: Scene) -> None:
    who = person("Semi", "Ravouvou", "semi.ravouvou@example.net", "Fiji", "Nadi")
    s.tell(
        "enquiry-about-nationality",
        "A question, and no application.",
        who,
        sending=Sending("Question", s.say("enquiry", who)),
        kind="enquiry",
        outcome="enquiry",
    )
    s.tell(
        "enquiry-after-the-deadline",
        "The deadline is no matter for questions.",
        who,
        sending=Sending(
            "Results?", s.say("enquiry", who, number=5), at="2026-02-14T09:00", listed="week"
        ),
        kind="enquiry",
        outcome="enquiry",
        timing="late",
        decided_by="border",
    )
    s.tell(
        "enquiry-with-the-notice-attached",
        "A question about the notice, which is attached: a PDF does not make it an application.",
        who,
        [s.other("notice", who, "Vacancy notice.pdf")],
        sending=Sending("Question about the notice", s.say("enquiry", who, number=6)),
        kind="enquiry",
        outcome="enquiry",
    )
    s.tell(
        "withdrawal-after-applying",
        "A candidate changes their mind; a person has to confirm it.",
        RODEL,
        sending=Sending(
            "Withdrawal of my application",
            s.say("withdrawal", RODEL),
            at="2026-02-08T12:00",
            listed="eve",
        ),
        kind="withdrawal",
        flags=["withdrawal_requested"],
    )
