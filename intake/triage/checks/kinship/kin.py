"""Who is a relative: words for kin, in English and French."""

from collections.abc import Iterable

from intake.triage.words import words


def choice(names: Iterable[str]) -> str:
    """One of these names, as a phrase says it, in either English spelling."""
    folded = (" ".join(words(name)) for name in names)
    return f"({'|'.join(dict.fromkeys(way for name in folded for way in _spellings(name)))})"


def _spellings(name: str) -> tuple[str, ...]:
    """Oxford and other English: organization, organisation."""
    return (name, name.replace("ization", "isation"), name.replace("isation", "ization"))


_KIN = (
    "spouse wife husband hubby partner fiance fiancee father mother parent son daughter brother "
    "sister sibling uncle aunt auntie aunty cousin nephew niece grandfather grandmother grandpa "
    "grandma granny stepfather stepmother stepbrother stepsister mum mom mummy dad daddy grandson "
    "granddaughter stepson stepdaughter twin relative kin"
).split()
_IN_LAW = [
    f"{kin} in law"
    for kin in ("brother", "sister", "father", "mother", "son", "daughter", "cousin", "uncle")
]
_OF_A_FAMILY = ("family member", "family members", "member of my family", "members of my family")
RELATIVE = choice(
    [
        *_KIN,
        *(f"{kin}s" for kin in _KIN if kin != "partner"),
        *_IN_LAW,
        *_OF_A_FAMILY,
        "wives",
        "children",
        "half brother",
        "half sister",
        "blood relative",
        "blood relatives",
        "blood relation",
        "blood relations",
    ]
)
_PARENTS = (
    "époux épouse conjoint conjointe concubin concubine mari femme compagnon compagne fiancé "
    "fiancée père mère fils fille frère sœur maman papa oncle tante tonton tata cousin cousine "
    "neveu nièce beau-frère belle-sœur beau-père belle-mère beau-fils belle-fille gendre bru "
    "beau-parent demi-frère demi-sœur grand-père grand-mère petit-fils petite-fille jumeau jumelle "
    "parent parente proche"
).split()
_DE_FAMILLE = ("membre de ma famille", "membres de ma famille", "membre de ma belle-famille")
PROCHE = choice([*_PARENTS, *(f"{one}s" for one in _PARENTS), *_DE_FAMILLE])
