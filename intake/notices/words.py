"""Words and phrases of notices, English and French, as one pattern each."""

import re

Pattern = re.Pattern[str]


def any_of(*phrases: str) -> Pattern:
    """A pattern that finds any of the phrases as whole words, in any case."""
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)


ROLE = any_of(
    *r"""officers? experts? managers? assistants? directors? analysts? advis[eo]rs? specialists?
    co-?ordinators? consultants? administrators? secretar(?:y|ies) engineers? economists? lawyers?
    translators? interpreters? interns? trainees? associates? scientists? developers? accountants?
    clerks? technicians? auditors? representatives? delegates? fellows? librarians? archivists?
    chargée?s? administrat(?:eur|rice)s? conseill(?:er|ère)s? chef(?:fe)?s? responsables?
    direct(?:eur|rice)s? secrétaires? spécialistes? experte?s? juristes? économistes? ingénieure?s?
    traduct(?:eur|rice)s? interprètes? stagiaires? analystes? coordonnat(?:eur|rice)s?
    coordinat(?:eur|rice)s? gestionnaires? technicien(?:ne)?s? comptables? attachée?s?
    rédact(?:eur|rice)s? déléguée?s? assistante?s? archivistes? bibliothécaires?""".split(),
    "heads? of",
    "chiefs? of",
)

TITLE_LABEL = (
    "(?:job|post|position|functional|vacancy) ?(?:title)?",
    "title(?: of (?:the )?(?:post|position))?",
    "vacancy(?: announcement| notice)?",
    "function",
    "intitulé(?: du poste| de l['’]emploi)?",
    "poste(?: à pourvoir)?",
    "emploi",
    "fonction",
    "titre du poste",
    "avis de vacance(?: de poste)?",
)

NOT_A_TITLE = any_of(
    "organi[sz]ation", "directorate", "office", "department", "ministry", "ministère",
    "département", "direction générale", "introduction", "background",
)  # fmt: skip

SEEKING = (
    "recruit(?:ing)?", "seek(?:s|ing)?", "looking for", "hire", "recrute", "recherche", "recruter",
)  # fmt: skip

REFERENCE = (
    "ref(?:erence)?",
    "réf(?:érence)?",
    "vacancy (?:notice |announcement )?(?:no|number|n°)",
    "notice (?:no|number)",
    "avis (?:de vacance )?n°",
    "n° d[e']avis",
    "post number",
    "job (?:opening )?(?:id|number)",
    "vn",
    "call",
)

SENDING = any_of(
    r"appl\w+", r"submit\w*", r"sen[dt]", "forward(?:ed)?", "candidatures?", r"postul\w+",
    r"envoy\w+", r"adress\w+", r"transm\w+", "dossiers?",
)  # fmt: skip

OTHER_USE = any_of(
    "data protection", "protection des données", "complaints?", "réclamations?", "questions?",
    "further information", r"enquir\w+", "renseignements?", "assistance",
    "technical (?:support|problems?)", "difficult(?:y|ies)", "informations? complémentaires?",
)  # fmt: skip

CV = any_of("CVs?", r"C\.V", "curriculum", r"r[ée]sum[ée]s?(?! of)", "Europass")

LETTER = any_of(
    "(?:motivation(?:al)?|cover(?:ing)?|application) letters?",
    "letters? of (?:motivation|application|interest)",
    "lettres? (?:de motivation|d['’]accompagnement|de candidature)",
    "statement of (?:interest|motivation)",
)

BESIDE = any_of(
    "cop(?:y|ies|ie) (?:of|de|des|du) [^.;]{3,60}",
    "P-?11[^.;,]{0,30}",
    "(?:personal history|application) form",
    "formulaire [^.;,]{3,40}",
    "writing sample",
    "liste de publications",
    "list of publications",
)

LATER = any_of("short-?listed", r"pr[ée]sélectionn\w+", "selected candidates?", "retenus?")

FLUENCY = any_of(r"fluen\w+", r"proficien\w+", "maîtrise", "excellente? connaissance", "command of")

SUBJECT = any_of(
    "subject (?:line|heading|field)",
    "subject of (?:the|your|their) (?:e-?mail|message)",
    "in the subject",
    "as (?:the )?subject",
    "l['’]objet",
    "ligne d['’]objet",
    "en objet",
    "comme objet",
    "objet d[ue]",
)

NAMED = (
    (
        "project",
        any_of(
            "(?:project|programme) (?:title|name)",
            "(?:title|name) of the (?:project|programme)",
            "(?:titre|nom|intitulé) du (?:projet|programme)",
        ),
    ),
    (
        "vacancy",
        any_of(
            r"vacanc\w+", "job", "posts?", "position", "ref(?:erence)?", "function",
            "notice number", "postes?", "avis", "réf(?:érence)?", "intitulé du poste", "emploi",
        ),
    ),
    (
        "candidate",
        any_of(
            "name of the (?:candidate|applicant)",
            "(?:candidate|applicant)['’]s (?:full )?name",
            "(?:your|their) (?:full |last |family )?(?:sur)?names?",
            "(?:votre|son|leur)s? noms?",
            "nom (?:et prénom )?du candidat",
            "nom, prénom",
            "noms? et prénoms?",
            "full name",
            "surname",
        ),
    ),
)  # fmt: skip

REFEREES = any_of(
    r"refere(?:es?|nces?)", "références? professionnelles?", "personnes de référence", "répondants?"
)
GIVING = any_of(
    "contact", "include", "provide", "names?", "coordonnées", "fournir", "indiquer", "joindre"
)
RELATIVES = any_of(
    "related to", "relatives?", "family members?", "kinship", "liens? de parenté", "parentés?",
    "membres? de (?:leur|votre|sa) famille",
)  # fmt: skip
STAFF = any_of("staff", r"employ\w+", "personnel", "fonctionnaires?", "agents?")

CLOSING = (
    (any_of("no later than", "au plus tard"), 5),
    (any_of("closing date", "deadline", "date limite", "date de clôture", "clôture"), 5),
    (any_of("(?:must|should|to) (?:be )?(?:reach|receiv|submit|sen[dt])\\w*"), 2),
    (any_of("doivent (?:être|parvenir)", "à (?:envoyer|adresser|faire parvenir)"), 2),
    (any_of("appl(?:y|ications?|icants?)", "candidatures?", "dossiers?"), 2),
    (any_of("by", "until", "before", "avant le", "jusqu['’]au", "d['’]ici"), 1),
)

ELSEWHERE = any_of(
    "start", "starting", "entry on duty", "established", "interviews?", "contract", r"publi\w+",
    "issued", "posted", "prise de fonctions?", "entretiens?", "contrat", "date de parution",
)  # fmt: skip

LANGUAGES = {
    "en": r"English|anglais\w*",
    "fr": r"French|fran[cç]ais\w*",
    "es": "Spanish|espagnole?",
    "de": "German|allemande?",
    "it": "Italian|italiene?",
    "pt": "Portuguese|portugaise?",
    "nl": "Dutch|néerlandaise?",
    "ar": "Arabic|arabe",
    "ru": "Russian|russe",
    "zh": "Chinese|chinoise?",
}
