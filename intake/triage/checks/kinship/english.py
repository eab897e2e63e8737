"""Telling in English of a relative on the staff: who, what they do, and that it is here."""

from intake.triage.checks.kinship.kin import RELATIVE

_FAR = "… …"  # up to ten words
_STAFF = (
    "(staff member|staff members|staff|official|officials|officer|officers|employee|employees|"
    "member of staff|members of staff|colleague|personnel)"
)
_PART = (
    "(service|services|unit|units|team|teams|directorate|department|division|section|sub "
    "directorate|reception|office|staff|secretariat|payroll|organisation|organization|"
    "headquarters|library|personnel|ranks)"
)
_WORKS = (
    "(works|working|work|(has|have) (worked|served)|employed|serves|serving|serve|recruited|hired|"
    "engaged|interning|part of|posted|seconded|heads|leads|directs|holds|hold|holding|occupies|"
    "(has|have|got|signed|took up|takes up|doing|does) … (post|position|duties|contract|job|"
    "appointment|internship|traineeship)|started|began|sits|employs|runs)"
)
_ROLE = (
    "(official|officer|staff member|member of staff|member of the staff|staff|employee|member|"
    "members|director|head|manager|assistant|secretary|adviser|advisor|colleague|economist|"
    "accountant|translator|interpreter|analyst|specialist|coordinator|clerk|lawyer|trainee|intern|"
    "expert|driver|translators|interpreters|officers|accountants|attache|librarian|programmer|"
    "administrator)"
)
_DECLARES = "(declare|declaring|disclose|disclosing|declaration|disclosure|notice asks|you ask)"
_IS = "(is|are|s been|has been|have been|was recently)"
_WHOSE = (
    "(declaration|disclosure|declare|my|our|whose|close|(have|has) (a|an|one|two|three|several)|"
    "both|mine|note)"
)


def english(us: str) -> tuple[str, ...]:
    """The wordings, for an organisation of these names."""
    at_us = (
        f"((at|in|of|for|with|within|by|to|on|among) (the |your |our )?{us}|(at|in|of|on|within|"
        f"for) your … {_PART}|(with|among|for|at) (you|yourselves))"
    )
    mine = f"({_WHOSE} … {RELATIVE}|{RELATIVE} of (mine|me)|(member|members) of my family)"
    return (*_of_mine(mine, us, at_us), *_of_myself(us, at_us))


def _of_mine(mine: str, us: str, at_us: str) -> tuple[str, ...]:
    """My sister works here; an official here is my sister."""
    return (
        f"{mine} {_FAR} {_WORKS} {_FAR} {at_us}",
        f"{mine} {_FAR} (joined|rejoined|joining) (the |your |you|our )?({us}|guys|people|… "
        f"{_PART})",
        f"{mine} {_FAR} {_ROLE} {at_us}",
        f"{mine} {_FAR} {_IS} … {_ROLE} … {at_us}",
        f"(have|has) {RELATIVE} (who|that) {_FAR} {_WORKS} … {at_us}",
        f"{RELATIVE} on (the |your )?staff",
        f"{RELATIVE} {_FAR} {at_us} yes",
        f"{mine} (has|have) (also |already |now )?been … (with|at|in|on) (the |your )?{us}",
        f"{mine} (who )?(({_IS}|s) )?(currently |also |now |already )?{at_us}",
        f"{mine} {_FAR} {_IS} … (at|within|among|on|in|with|from) (the |your )?(staff of (the "
        f")?)?{us}",
        f"{mine} {_FAR} {_IS} (currently |also |now |already )?(with|among) you",
        f"{mine} {_FAR} {_IS} … (in|on|at|of|within|with|for) your … {_PART}",
        f"{mine} {_FAR} {us} (s )?{_STAFF}",
        f"{mine} {_FAR} {_IS} … {us} s … {_ROLE}",
        f"{RELATIVE} (employed|working|serving) {at_us}",
        f"{mine} (include|includes) {_FAR} {us}",
        f"{us} {_STAFF} … {_IS} my … {RELATIVE}",
        f"{at_us} {_FAR} {_IS} my … {RELATIVE}",
        f"{_PART} {_IS} my … {RELATIVE}",
        f"{_DECLARES} {_FAR} my … {RELATIVE} {_IS} … (a|an|the|one) … {_STAFF}",
        f"(one|two|some|several) of your … {_IS} my … {RELATIVE}",
        f"(at|in|for) (the )?{us} (works|work|serves|is working|there is|is employed) … my … "
        f"{RELATIVE}",
        f"{_STAFF} {at_us} … {_IS} my … {RELATIVE}",
        f"{mine} {_IS} (also |currently )?(one|two|a member|members) of your",
    )


def _of_myself(us: str, at_us: str) -> tuple[str, ...]:
    """I am the sister of an official here; I have family here."""
    family = "(relatives|relative|family members|family|kin)"
    ties = "family (ties|tie|relationship|links|link|connection)"
    bound = f"((am|i m|to be|being) (the|a|an) … {RELATIVE} (of|to)|(married|engaged) to)"
    return (
        f"{bound} {_FAR} {_WORKS} {_FAR} {at_us}",
        f"{_DECLARES} {_FAR} {bound} {_FAR} {_WORKS} … (in|at|of) the … {_PART}",
        f"{bound} (one|two|a member|members|a colleague) of (your|yours)",
        f"{bound} {_FAR} {_ROLE} {at_us}",
        f"{bound} {_FAR} {us} (s )?{_STAFF}",
        f"{bound} {_FAR} {us} s … {_ROLE}",
        f"{bound} {_FAR} (at|within) (the |your )?{us}",
        f"(am|m|being) … related … to {_FAR} {us}",
        f"(am|m|being) … related … to … of your … {_STAFF}",
        f"related to … {us} … yes",
        f"{family} … (with|at|in|on|among|employed|working) … {us}",
        f"{ties} … (with|at|in|on|among|to) … {us}",
        f"{family} … my … {RELATIVE} {_FAR} {us}",
    )


def english_of_them(us: str) -> tuple[str, ...]:
    """What “he” or “she” does here, after a relative was spoken of."""
    at_us = f"(at|in|for|within) (the |your |our )?({us}|you)"
    they = "^ (he|she|they|both)"
    return (
        f"{they} {_FAR} {_WORKS} {_FAR} {at_us}",
        f"{they} (is|s|are) … {us} (s )?{_STAFF}",
        f"{they} (is|s|are) (now |currently |also )?{at_us}",
        f"{they} (is|s|are) … {_ROLE} {at_us}",
        f"{they} {_FAR} (joined) (the |your |you|our )?{us}",
    )


HERE = (
    f"my … {RELATIVE} {_FAR} (works|working|is|s|employed|serves) … there",
    "(have|has) (family|relatives|a relative|kin) there",
    f"my … {RELATIVE} (does|is one|is one of them)",
)
"""A relative there: where the sentence before, or the question, has named the organisation."""
