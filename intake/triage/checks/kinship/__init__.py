"""The words by which people tell of a relative on the staff: tables to be read aloud."""

from collections.abc import Sequence

from intake.triage.checks.kinship.english import HERE, english, english_of_them
from intake.triage.checks.kinship.french import ICI, french, french_of_them
from intake.triage.checks.kinship.kin import PROCHE, RELATIVE, choice
from intake.triage.words import Phrases

_OURSELVES = ("organization", "organisation", "secretariat")
_NOUS = ("organisation", "secrétariat")
_KIN = (
    f"({RELATIVE}|{PROCHE}|related|family|famille|apparenté|apparentée|parenté|familial|familiaux)"
)
_RELATED = (
    "(related|relative|relatives|relationship|parenté|apparenté|apparentée|lien familial|"
    "liens familiaux|liens de famille|family (member|members|ties|relationship|link|links))"
)
_STAFF = "(staff|personnel|employee|employees|officials|agents)"

IS_HERE = Phrases(*HERE, *ICI)
"""A relative is there: declared where the organisation was named just before."""

MY_KIN = Phrases(f"(my|our|mon|ma|mes|notre) … ({RELATIVE}|{PROCHE})")
"""A relative of the candidate."""

TELLS_IT = Phrases(
    "(declare|disclose|disclosure|transparency|should know|note that|mention|inform you)",
    "(déclare|précise|signale|transparence|noter que|indique|informe|mentionne)",
)
"""A sentence that makes a point of telling something."""

KIN = Phrases(f"({RELATIVE}|{PROCHE})")
"""A relative, whoever's."""

ASKS_WHOM = Phrases(f"{_RELATED} … … {_STAFF}")
"""A question that a relative's name answers."""

FAMILY = Phrases("(family|relatives|relationship|famille|parenté|liens familiaux|lien familial)")
"""What the label of a line in a form says, when it asks for relatives."""


def declarations(staff_terms: Sequence[str]) -> Phrases:
    """The wordings of a declaration, for an organisation of these names."""
    return Phrases(*english(_us(staff_terms)), *french(_nous(staff_terms)))


def _us(staff_terms: Sequence[str]) -> str:
    """The organisation, and its secretariat by its full name: another's goes on otherwise."""
    names = choice(staff_terms)
    return f"((secretariat|headquarters) of (the )?{names}|{choice((*staff_terms, *_OURSELVES))})"


def _nous(staff_terms: Sequence[str]) -> str:
    names = choice(staff_terms)
    return f"((secrétariat|siège) de (l )?{names}|{choice((*staff_terms, *_NOUS))})"


def _anywhere(staff_terms: Sequence[str]) -> str:
    """The organisation in either language."""
    return choice((*staff_terms, *_OURSELVES, *_NOUS))


def named(staff_terms: Sequence[str]) -> Phrases:
    """The organisation itself."""
    us = _anywhere(staff_terms)
    parts = "(unit|service|team|directorate|department|staff|unité|équipe|direction|personnel)"
    return Phrases(us, f"(your|votre|vos) … {parts}")


def of_them(staff_terms: Sequence[str]) -> Phrases:
    """What a relative, named in the sentence before, does at the organisation."""
    return Phrases(*english_of_them(_us(staff_terms)), *french_of_them(_nous(staff_terms)))


def yes_to(staff_terms: Sequence[str]) -> Phrases:
    """A question about relatives on the staff, which a “yes” makes a declaration."""
    us = _anywhere(staff_terms)
    asks = "(ask|asked|asks|question|demandez|demande|avis|notice|about|point|section|rubrique)"
    return Phrases(
        f"{_KIN} … … ({us}|{_STAFF})",
        f"{us} … … {_KIN}",
        f"{asks} … {_KIN}",
        f"(lien|liens|link|links|tie|ties) … {_STAFF}",
    )
