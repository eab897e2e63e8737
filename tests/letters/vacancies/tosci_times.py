"""tosci's times: before, at and after the cut-off, and clocks that disagree."""

from typing import Any

from tests.letters.people import person
from tests.letters.stories import Scene, Sending, checks

AMINATA = person("Aminata", "Diouf", "aminata.diouf@example.org", "Senegal", "Dakar")
JORIS = person("Joris", "Verhaegen", "joris.verhaegen@example.net", "Belgium", "Leuven")
PRIYA = person("Priya", "Menon", "priya.menon@example.com", "India", "Kochi")
HELENE = person("Hélène", "Garnier", "helene.garnier@example.org", "France", "Rennes")
EMEKA = person("Emeka", "Okonkwo", "emeka.okonkwo@example.com", "Nigeria", "Lagos")
AOIFE = person("Aoife", "Keane", "aoife.keane@example.net", "Ireland", "Galway")
KENJI = person("Kenji", "Fujimoto", "k.fujimoto@example.org", "Japan", "Kobe")
LITIA = person("Litia", "Vakatawa", "litia.v@example.com", "Fiji", "Suva")
TAMAR = person("Tamar", "Beridze", "tamar.beridze@example.org", "Georgia", "Batumi")
BJORN = person("Bjørn", "Haugen", "bjorn.haugen@example.net", "Norway", "Bergen")
SALMA = person("Salma", "Bennani", "salma.bennani@example.org", "Morocco", "Rabat")
RODEL = person("Rodel", "Bautista", "rodel.bautista@example.com", "Philippines", "Cebu")
MEREK = person("Małgorzata", "Zieliński", "m.zielinski@example.net", "Poland", "Gdańsk")
HERVE = person("Hervé", "Kamdem", "herve.kamdem@example.org", "Cameroon", "Douala")
INGRID = person("Ingrid", "Lunde", "ingrid.lunde@example.com", "Norway", "Tromsø")
OTAVIO = person("Otávio", "Teixeira", "otavio.teixeira@example.org", "Brazil", "Santos")
WANJIKU = person("Wanjiku", "Mwangi", "wanjiku.mwangi@example.net", "Kenya", "Mombasa")
LUCIA = person("Lucía", "Ordóñez", "lucia.ordonez@example.com", "Mexico", "Puebla")
CAGLAR = person("Çağlar", "Öztürk", "caglar.ozturk@example.org", "Türkiye", "İzmir")
FRAUKE = person("Frauke", "Böhm", "frauke.boehm@example.net", "Germany", "Hamburg")

TITLE = "Technical Officer, Supply Chain Integrity Unit"
TITRE = "Administrateur technique, Unité Intégrité de la chaîne logistique"


MINUTES: tuple[tuple[Any, ...], ...] = (
    (
        "in-time-by-our-border",
        "Taken over by our border server twenty minutes before the cut-off, first seen after it.",
        KENJI,
        {"at": "2026-02-08T22:40:00"},
        "in_time",
        "border",
    ),
    (
        "in-time-by-internaldate-alone",
        "No Received line of ours: the mail server's own date decides.",
        LITIA,
        {"at": "2026-02-08T22:51:10", "delay": 0, "border": False},
        "in_time",
        "internal",
    ),
    (
        "exactly-at-the-cut-off",
        "Stamped 23:00:00 to the second by our border: in time, though delivered a moment later.",
        TAMAR,
        {"at": "2026-02-08T23:00:00", "delay": 2},
        "in_time",
        "border",
    ),
    (
        "exactly-at-the-cut-off-by-internaldate",
        "The mail server's date is the cut-off itself: in time.",
        BJORN,
        {"at": "2026-02-08T23:00:00", "delay": 0, "border": False},
        "in_time",
        "internal",
    ),
    (
        "late-by-one-second",
        "One second after the cut-off is late.",
        SALMA,
        {"at": "2026-02-08T23:00:01"},
        "late",
        "border",
    ),
    (
        "late-by-internaldate-alone",
        "No line of ours, and the server's date is seven minutes past.",
        INGRID,
        {"at": "2026-02-08T23:07:00", "delay": 0, "border": False},
        "late",
        "internal",
    ),
    (
        "late-next-morning",
        "Received at breakfast on the next day.",
        OTAVIO,
        {"at": "2026-02-09T06:45:30", "listed": "morning"},
        "late",
        "border",
    ),
    (
        "late-but-dated-before",
        "Its Date header claims the day before; the sender's clock proves nothing.",
        WANJIKU,
        {
            "at": "2026-02-09T05:02:00",
            "listed": "morning",
            "date": "Sun, 08 Feb 2026 20:15:00 +0300",
        },
        "late",
        "border",
    ),
)


def minutes(s: Scene) -> None:
    for name, about, who, when, timing, by in MINUTES:
        sending = Sending(
            f"Application for {TITLE}", s.say("cover", who, number=2), **{"listed": "after", **when}
        )
        docs = [s.cv(who, f"CV_{who.family}.pdf"), s.letter(who, f"Letter_{who.family}.pdf")]
        s.tell(
            name,
            about,
            who,
            docs,
            sending=sending,
            checks=checks(),
            timing=timing,
            decided_by=by,
            outcome="refused" if timing == "late" else "filed",
        )


CLOCKS: tuple[tuple[Any, ...], ...] = (
    (
        "delayed-inside-our-house",
        "Our border took it in time; our own filter held it for four hours.",
        MEREK,
        {"at": "2026-02-08T22:50:00", "internal": "2026-02-09T02:51:00", "listed": "morning"},
        "in_time",
        "border",
        [],
    ),
    (
        "delayed-for-days",
        "Between border and mailbox lie four days: a restored mailbox, perhaps. A person decides.",
        LUCIA,
        {"at": "2026-02-08T15:00:00", "internal": "2026-02-12T15:00:00", "listed": "week"},
        "unclear",
        "clocks_disagree",
        ["clocks_disagree"],
    ),
    (
        "clocks-twenty-seconds-apart",
        "The mailbox says just before, the border just after the cut-off.",
        CAGLAR,
        {"at": "2026-02-08T23:00:10", "internal": "2026-02-08T22:59:50", "listed": "after"},
        "unclear",
        "clocks_disagree",
        ["clocks_disagree"],
    ),
    (
        "clocks-an-hour-apart",
        "The mailbox stamped an hour before the border did, with the cut-off between them.",
        FRAUKE,
        {"at": "2026-02-08T23:05:00", "internal": "2026-02-08T22:05:00", "listed": "after"},
        "unclear",
        "clocks_disagree",
        ["clocks_disagree"],
    ),
    (
        "backdated-internaldate",
        "The server's date is before the cut-off, but our poll after it did not see the mail.",
        AOIFE,
        {"at": "2026-02-08T22:30:00", "delay": 0, "border": False, "listed": "morning"},
        "unclear",
        "backdated_or_moved",
        [],
    ),
    (
        "moved-into-the-inbox-later",
        "Stamped in time everywhere, yet not in the inbox on the morning after: somebody moved it.",
        EMEKA,
        {"at": "2026-02-05T11:20:00", "listed": "week"},
        "unclear",
        "backdated_or_moved",
        [],
    ),
)


def clocks(s: Scene) -> None:
    for name, about, who, when, timing, by, flags in CLOCKS:
        docs = [s.cv(who, f"{who.family}_CV.pdf"), s.letter(who, f"{who.family}_cover_letter.docx")]
        sending = Sending(
            f"{TITLE} - application", s.say("cover", who, number=5), "outlook", **when
        )
        s.tell(
            name,
            about,
            who,
            docs,
            sending=sending,
            checks=checks(),
            timing=timing,
            decided_by=by,
            flags=flags,
            outcome="held" if timing == "unclear" else "filed",
        )
    _forged(s)


def _forged(s: Scene) -> None:
    who = person("Viktor", "Tsiklauri", "v.tsiklauri@example.com", "Georgia", "Tbilisi")
    line = (
        "from mail.example.net (mail.example.net [198.51.100.7])\r\n"
        " by mx1.example.org (Postfix) with ESMTPS id FORGED1\r\n"
        " for <TOSCI.vacancy@wcoomd.org>; Sun, 08 Feb 2026 19:00:00 +0000"
    )
    docs = [s.cv(who, "cv.pdf"), s.letter(who, "letter.pdf")]
    sending = Sending(
        f"Re: {TITLE}",
        s.say("cover", who),
        at="2026-02-09T04:30:00",
        listed="morning",
        headers=(("Received", line),),
    )
    s.tell(
        "late-with-a-forged-border-line",
        "A line that pretends to be our border's stands under the real one: it is not read.",
        who,
        docs,
        sending=sending,
        checks=checks(),
        outcome="refused",
        timing="late",
        decided_by="border",
    )


IMPORTS: tuple[tuple[Any, ...], ...] = (
    (
        "imported-without-any-stamp",
        "A file from a colleague's computer: nothing in it is our evidence.",
        "Davit",
        "Lomidze",
        {"at": "2026-02-08T12:00:00", "border": False},
        "unclear",
        "no_trusted_time",
    ),
    (
        "imported-with-our-border-line",
        "A saved file that still carries our border's stamp, in time.",
        "Meera",
        "Nair",
        {"at": "2026-02-08T18:30:00"},
        "in_time",
        "border",
    ),
    (
        "imported-late-by-our-border-line",
        "A saved file whose border stamp is two hours past the cut-off.",
        "Sigrid",
        "Østby",
        {"at": "2026-02-09T01:00:00"},
        "late",
        "border",
    ),
)


def imports(s: Scene) -> None:
    outcomes = {"unclear": "held", "in_time": "filed", "late": "refused"}
    for name, about, given, family, when, timing, by in IMPORTS:
        who = person(given, family, f"{given.lower()}@example.net", "Georgia", "Kutaisi")
        docs = [s.cv(who, "cv.docx"), s.letter(who, "motivation.pdf")]
        sending = Sending(
            f"Application {TITLE}", s.say("cover", who), listed="week", imported=True, **when
        )
        s.tell(
            name,
            about,
            who,
            docs,
            sending=sending,
            checks=checks(),
            timing=timing,
            decided_by=by,
            outcome=outcomes[timing],
        )
