"""The words by which people tell of a relative on the staff: tables to be read aloud."""

from collections.abc import Sequence
from functools import lru_cache

from intake.triage.checks.kinship.english import HERE, english
from intake.triage.checks.kinship.french import ICI, french
from intake.triage.checks.kinship.kin import PROCHE, RELATIVE, choice
from intake.triage.words import Phrases

_OURSELVES = ("organization", "organisation", "secretariat")
_NOUS = ("organisation", "secrétariat")
_KIN = (
    f"({RELATIVE}|{PROCHE}|related|family|famille|apparenté|apparentée|parenté|familial|familiaux|"
    "lien|liens|link|links|tie|ties)"
)
_STAFF = "(staff|personnel|employee|employees|officials|agents)"

IS_HERE = Phrases(*HERE, *ICI)
"""A relative is there: declared where the organisation was named just before."""

KIN = Phrases(f"({RELATIVE}|{PROCHE})")
"""A relative, whoever's."""

FAMILY = Phrases("(family|relatives|relationship|famille|parenté|liens familiaux|lien familial)")
"""What the label of a line in a form says, when it asks for relatives."""


@lru_cache(maxsize=64)
def declarations(staff_terms: Sequence[str]) -> Phrases:
    """The wordings of a declaration, for an organisation of these names."""
    us, nous = choice((*staff_terms, *_OURSELVES)), choice((*staff_terms, *_NOUS))
    return Phrases(*english(us), *french(nous))


@lru_cache(maxsize=64)
def named(staff_terms: Sequence[str]) -> Phrases:
    """The organisation itself."""
    return Phrases(choice((*staff_terms, *_OURSELVES, *_NOUS)))


@lru_cache(maxsize=64)
def yes_to(staff_terms: Sequence[str]) -> Phrases:
    """A question about relatives on the staff, which a “yes” makes a declaration."""
    us = choice((*staff_terms, *_OURSELVES, *_NOUS))
    asks = "(ask|asked|asks|question|demandez|demande|avis|notice|about|point|section|rubrique)"
    return Phrases(
        f"{_KIN} … … ({us}|{_STAFF})",
        f"{us} … … {_KIN}",
        f"{asks} … {_KIN}",
    )
