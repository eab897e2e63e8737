"""What a notice asks of applicants: address, documents, languages, the subject line."""

import re

from intake.notices.draft import Found
from intake.notices.plain import Notice

_ADDRESS = re.compile(r"[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_SPELT = re.compile(
    r"([A-Za-z0-9][\w.+-]*)\s?[\[({]\s?(?:at|arobase|@|chez)\s?[\])}]\s?([A-Za-z0-9-]+(?:(?:\.|\s?[\[(]\s?(?:dot|point)\s?[\])]\s?)[A-Za-z0-9-]+)+)",
    re.I,
)
_DOT = re.compile(r"\s?[\[(]\s?(?:dot|point)\s?[\])]\s?", re.I)
_HIDDEN = re.compile(r"\[\s*e-?mail\s*(?:protected|protégé)\s*\]|\be-?mail protected\b", re.I)
_SENDING = re.compile(
    r"\b(?:appl\w+|submit\w*|sen[dt]|forward\w*|candidatures?|postul\w+|envoy\w+|adress\w+|transm\w+|dossiers?)\b",
    re.I,
)
_OTHER_USE = re.compile(
    r"\bdata protection\b|\bprotection des données\b|\bcomplaints?\b|\bréclamations?\b|\bquestions?\b"
    r"|\bfurther information\b|\benquir\w+|\brenseignements?\b|\bassistance\b|\btechnical (?:support|problems?)\b",
    re.I,
)

_DOCUMENTS = (
    (
        "cv",
        re.compile(
            r"\bCVs?\b|\bC\.V\.|\bcurriculum\b|\br[ée]sum[ée]s?\b(?! of)|\bEuropass\b", re.I
        ),
    ),
    (
        "motivation_letter",
        re.compile(
            r"\b(?:motivation(?:al)?|cover(?:ing)?|application) letters?\b|\bletters? of (?:motivation|application|interest)\b"
            r"|\blettres? (?:de motivation|d['’]accompagnement|de candidature)\b|\bstatement of (?:interest|motivation)\b",
            re.I,
        ),
    ),
)
_BESIDE = re.compile(
    r"\b(?:copy|copies|copie|copies) (?:of|de|des|du) [^.;]{3,60}|\bP-?11\b[^.;,]{0,30}|\b(?:personal history|application) form\b"
    r"|\bformulaire [^.;,]{3,40}|\bwriting sample\b|\bliste de publications\b|\blist of publications\b",
    re.I,
)
_LATER = re.compile(
    r"\bshort-?listed\b|\bpr[ée]sélectionn\w+|\bselected candidates?\b|\bretenus?\b", re.I
)

LANGUAGES = {
    "en": r"English|anglais\w*",
    "fr": r"French|fran[cç]ais\w*",
    "es": r"Spanish|espagnole?",
    "de": r"German|allemande?",
    "it": r"Italian|italiene?",
    "pt": r"Portuguese|portugaise?",
    "nl": r"Dutch|néerlandaise?",
    "ar": r"Arabic|arabe",
    "ru": r"Russian|russe",
    "zh": r"Chinese|chinoise?",
}
_IN = re.compile(
    r"\b(?:in|en|rédigée?s? en|written in|either in)\s+(?:(?:either|both|soit en)\s+)?(?P<list>(?:(?:%s|en|in|or|and|ou|et|soit|either|/|,)[\s,/]*)+)"
    % "|".join(LANGUAGES.values()),
    re.I,
)
_SECTION = re.compile(r"^(?:\d+\.?\s*)?(?:languages?|langues?)\b.{0,40}$", re.I)

_SUBJECT = re.compile(
    r"\bsubject (?:line|heading|field)\b|\bsubject of (?:the|your|their) (?:e-?mail|message)\b|\bin the subject\b|\bas (?:the )?subject\b"
    r"|\bl['’]objet\b|\bligne d['’]objet\b|\ben objet\b|\bcomme objet\b|\bobjet d[ue]\b",
    re.I,
)
_NAMED = (
    (
        "project",
        re.compile(
            r"\b(?:project|programme) (?:title|name)\b|\b(?:title|name) of the (?:project|programme)\b|\b(?:titre|nom|intitulé) du (?:projet|programme)\b",
            re.I,
        ),
    ),
    (
        "vacancy",
        re.compile(
            r"\bvacanc\w+|\bjob\b|\bposts?\b|\bposition\b|\bref(?:erence)?\b|\breference (?:number|code)\b|\bpostes?\b|\bavis\b|\bréf(?:érence)?\b|\bintitulé\b|\bnotice number\b|\bfunction\b",
            re.I,
        ),
    ),
    (
        "candidate",
        re.compile(
            r"\bname of the (?:candidate|applicant)\b|\b(?:candidate|applicant)['’]s (?:full )?name\b|\byour (?:full |last |family )?(?:sur)?name\b|\btheir (?:full )?names?\b|\b(?:votre|son|leur)s? noms?\b|\bnom (?:et prénom )?du candidat\b|\bnom, prénom\b|\bfull name\b|\bsurname\b",
            re.I,
        ),
    ),
)

_REFEREES = re.compile(
    r"\brefere(?:es?|nces?)\b|\bréférences? professionnelles?\b|\bpersonnes de référence\b|\brépondants?\b",
    re.I,
)
_RELATIVES = re.compile(
    r"\b(?:related to|relatives?|family members?|kinship)\b|\bliens? de parenté\b|\bparentés?\b|\bmembres? de (?:leur|votre|sa) famille\b",
    re.I,
)
_STAFF = re.compile(r"\bstaff\b|\bemploy\w+|\bpersonnel\b|\bfonctionnaires?\b|\bagents?\b", re.I)


def address(notice: Notice) -> tuple[Found[str] | None, list[str]]:
    """Where applications are sent; a hidden or missing address is asked for."""
    ranked = sorted(_addresses(notice), key=lambda one: -one[0])
    if ranked:
        weight, found = ranked[0]
        rivals = {other.value for rank, other in ranked if rank == weight} - {found.value}
        asked = [
            f"Several addresses are named ({', '.join(sorted(rivals | {found.value}))}). Which one takes applications?"
        ]
        return found, asked if rivals else []
    if any(_HIDDEN.search(sentence) for sentence in notice.sentences):
        return None, [
            "The address is hidden in this copy of the notice (“email protected”). To which address do applicants write?"
        ]
    return None, ["The notice gives no e-mail address. To which address do applicants write?"]


def _addresses(notice: Notice) -> list[tuple[int, Found[str]]]:
    found = []
    above = ""
    for sentence in notice.sentences:
        near = f"{above} {sentence}" if len(sentence) < 90 else sentence
        for value in _spelt_out(sentence):
            weight = 2 * bool(_SENDING.search(near)) - 3 * bool(_OTHER_USE.search(near))
            whole = near if weight > 0 and not _SENDING.search(sentence) else sentence
            found.append((weight, Found(value, whole)))
        above = sentence
    return found


def _spelt_out(sentence: str) -> list[str]:
    plain = [match.group(0).rstrip(".") for match in _ADDRESS.finditer(sentence)]
    spelt = [f"{name}@{_DOT.sub('.', host)}" for name, host in _SPELT.findall(sentence)]
    return plain + spelt


def documents(notice: Notice) -> tuple[Found[tuple[str, ...]] | None, list[str]]:
    """The documents asked for with the application, and those that Intake does not check."""
    asking = [
        one for one in notice.sentences if _DOCUMENTS[0][1].search(one) and not _LATER.search(one)
    ]
    best = max(asking, key=_document_weight, default=None)
    if best is None:
        return None, ["The notice names no documents. Is a CV asked for, and a motivation letter?"]
    required = tuple(
        name
        for name, words in _DOCUMENTS
        if words.search(best) or _asked_nearby(name, words, asking)
    )
    asked = [
        f"The notice also asks for “{match.group(0).strip()}”, which Intake shows and does not check."
        for match in _BESIDE.finditer(best)
    ]
    return Found(required, best), asked


def _document_weight(sentence: str) -> int:
    named = sum(bool(words.search(sentence)) for _, words in _DOCUMENTS)
    return 2 * named + bool(_SENDING.search(sentence)) + bool(_IN.search(sentence))


def _asked_nearby(name: str, words: re.Pattern[str], asking: list[str]) -> bool:
    """A list names one document a line: they are asked for together."""
    return any(words.search(other) and _SENDING.search(other) for other in asking)


def languages(notice: Notice) -> tuple[Found[tuple[str, ...]] | None, list[str]]:
    """The languages in which the documents may be written."""
    for sentence in notice.sentences:
        listed = _IN.search(sentence)
        if listed and (_SENDING.search(sentence) or any(w.search(sentence) for _, w in _DOCUMENTS)):
            return Found(_codes(listed["list"]), sentence), []
    return _working_languages(notice)


def _working_languages(notice: Notice) -> tuple[Found[tuple[str, ...]] | None, list[str]]:
    for sentence in notice.sentences:
        if re.search(
            r"\b(?:fluen\w+|proficien\w+|maîtrise|excellente? connaissance)\b", sentence, re.I
        ):
            codes = _codes(sentence)
            if codes:
                return Found(codes, sentence), [
                    "The notice does not say in which language the documents must be; the draft takes the "
                    "languages that the work asks for. Is that so?"
                ]
    return None, ["The notice does not say in which language the documents must be. Any language?"]


def _codes(text: str) -> tuple[str, ...]:
    places = {code: re.search(rf"\b(?:{words})\b", text, re.I) for code, words in LANGUAGES.items()}
    return tuple(
        sorted((code for code, place in places.items() if place), key=lambda c: places[c].start())
    )  # type: ignore[union-attr]


def subject(notice: Notice) -> Found[tuple[str, ...]] | None:
    """What the subject line must name; None where the notice has no rule for it."""
    for sentence in notice.sentences:
        if _SUBJECT.search(sentence):
            named = tuple(name for name, words in _NAMED if words.search(sentence))
            return Found(named or ("vacancy",), sentence)
    return None


def clauses(notice: Notice) -> tuple[tuple[str, str], ...]:
    """Clauses on referees and on relatives among the staff, each with its sentence."""
    found = []
    for sentence in notice.sentences:
        if _RELATIVES.search(sentence) and _STAFF.search(sentence):
            found.append(("relatives", sentence))
        elif (
            _REFEREES.search(sentence)
            and not _LATER.search(sentence)
            and re.search(
                r"\b(?:contact|include|provide|names?|coordonnées|fournir|indiquer|joindre)\b",
                sentence,
                re.I,
            )
        ):
            found.append(("referees", sentence))
    firsts: dict[str, str] = {}
    for name, sentence in found:
        firsts.setdefault(name, sentence)
    return tuple(firsts.items())
