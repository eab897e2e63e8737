"""Does the candidate declare a relative among the staff? A flag with the sentence, no check.

A denial is no declaration, nor is a question, a condition, a rule about candidates in general,
or what lies in the past.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from intake.triage.message import Document, DocumentKind, Message
from intake.triage.vacancy import Vacancy
from intake.triage.words import Phrases, quote, sentences, words

_SEARCHED = 200_000  # characters of each text: a declaration stands near its beginning

_RELATIVE = (
    "(spouse|wife|husband|partner|fiance|fiancee|father|mother|parent|son|daughter|brother|sister|"
    "sibling|uncle|aunt|cousin|nephew|niece|grandfather|grandmother|stepfather|stepmother|"
    "brother in law|sister in law|father in law|mother in law|son in law|daughter in law|relative|"
    "family member)"
)
_PROCHE = (
    "(époux|épouse|conjoint|conjointe|mari|femme|compagnon|compagne|père|mère|fils|fille|frère|"
    "sœur|oncle|tante|cousin|cousine|neveu|nièce|beau frère|belle sœur|beau père|belle mère|"
    "parent|proche|membre de ma famille)"
)
_OURSELVES = ("the organization", "the organisation", "your organization", "your organisation")
_NOUS = ("l'organisation", "votre organisation", "le secrétariat", "votre secrétariat")

_DENIES = Phrases(
    "(no|not|none|nobody|never|neither|nor|without|nil|isn't|aren't|don't|doesn't|haven't|n a)",
    "(non|aucun|aucune|pas|ni|sans|néant|jamais|nul|nulle)",
)
_EXCEPTS = Phrases(
    f"(except|other than|apart from|besides|save for|aside from) … {_RELATIVE}",
    f"(hormis|sauf|excepté|à part|à l'exception|autre que|si ce n'est) … {_PROCHE}",
)
_SUPPOSES = Phrases(
    "(if|whether|in case|should (i|my|a)|may be|might)",
    "(candidates|applicants|any candidate|any applicant|a candidate|anyone|those|persons) … "
    "(who|whose|with|having|related)",
    "(candidats|candidates|candidat|candidate|toute personne|ceux) … (qui|dont|ayant|apparenté*)",
    "(si (je|j|mon|ma|un|une|le|la|l)|au cas où|serait|pourrait)",
)
_LONG_AGO = Phrases(
    "(former|formerly|retired|previously|used to|was|were|until|worked)",
    "(ancien|ancienne|retraité|retraitée|anciennement|était|a travaillé|jusqu)",
)
_NO_KIN = Phrases(
    "partner (organisation*|organization*|agenc*|countr*|administration*|institution*|"
    "universit*|compan*|firm*|state*|member*|project*)",
    "(brother|sister|mother|parent) (agency|agencies|organisation*|organization*|company|tongue)",
)
_BEFORE = 6  # words before a declaration in which it may be denied


def declared(message: Message, vacancy: Vacancy) -> str | None:
    """The evidence that a relative on the staff is declared, quoting the sentence; or None.

    Looked for in the mail's own text, in letters and in CVs; not in other documents, such as a
    notice that asks for the declaration.
    """
    patterns = _patterns(vacancy.staff_terms)
    for place, text in _places(message):
        for sentence in sentences(text[:_SEARCHED]):
            if _declares(sentence, patterns):
                return f"{place} says: {quote(sentence)}."
    return None


def _places(message: Message) -> Iterator[tuple[str, str]]:
    yield "The mail", message.body
    for document in message.documents:
        if _is_the_candidates(document) and not document.in_body:
            yield quote(document.filename), document.text


def _is_the_candidates(document: Document) -> bool:
    asked = {DocumentKind.CV, DocumentKind.MOTIVATION_LETTER}
    return document.readable and bool(asked & set(document.kinds))


def _declares(sentence: str, patterns: Phrases) -> bool:
    found = patterns.match(sentence)
    if found is None or sentence.rstrip().endswith("?") or _SUPPOSES.match(sentence):
        return False
    before = " ".join(found.string[: found.start()].split()[-_BEFORE:])
    after = " ".join(found.string[found.end() :].split()[:2])
    said = f"{before} {found.group()}"
    if _DENIES.begins(after) or _LONG_AGO.match(found.group()) or _NO_KIN.match(said):
        return False
    return not _DENIES.match(said) or bool(_EXCEPTS.match(sentence))


@lru_cache(maxsize=64)
def _patterns(staff_terms: Sequence[str]) -> Phrases:
    """The wordings of a declaration, for an organisation of these names."""
    us = _choice((*staff_terms, *_OURSELVES))
    nous = _choice((*staff_terms, *_NOUS))
    return Phrases(
        f"(my|a|one|whose) … {_RELATIVE} … (works|working|work|employed|serves|serving|official|"
        f"staff|employee|worked|member|is|are|currently) … {us}",
        f"(spouse|wife|husband) (works|working|employed|is employed|is working) … {us}",
        f"related to … (staff|employee|official|officer|member|colleague|someone|person) … {us}",
        f"(relatives|family members|family ties|family relationship) … {us}",
        f"(a|one|close|another) relative (who|working|employed|at|in|within|among) … {us}",
        f"{us} (staff|employee|employees|official|member) … (is|are) my … {_RELATIVE}",
        f"(staff|employee|official|officer|member) … {us} … (is|are) my … {_RELATIVE}",
        f"(my|a) … {_RELATIVE} … a {us} (staff|employee|official|officer|staff member)",
        f"related to … {us} (staff|employee|employees|official|officer)",
        f"(mon|ma|mes|un|une|dont) … {_PROCHE} … (travaille|travaillent|travaillait|employé|"
        f"employée|fonctionnaire|agent|agente|membre|exerce|occupe|est|sont) … {nous}",
        f"(époux|épouse|conjoint*) (travaille|employé|employée|est employé*) … {nous}",
        f"(lien|liens|relation) (de (parenté|famille)|familial|familiaux|familiale) … {nous}",
        f"(parent|parente|apparenté|apparentée) … (membre|agent|fonctionnaire|employé) … {nous}",
        f"(membre|agent|fonctionnaire|employé) … {nous} … est (mon|ma) … {_PROCHE}",
    )


def _choice(names: Iterable[str]) -> str:
    return f"({'|'.join(dict.fromkeys(' '.join(words(name)) for name in names))})"
