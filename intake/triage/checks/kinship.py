"""The words by which people tell of a relative on the staff: tables to be read aloud."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from intake.triage.words import Phrases, words


def _choice(names: Iterable[str]) -> str:
    folded = (" ".join(words(name)) for name in names)
    return f"({'|'.join(dict.fromkeys(way for name in folded for way in _spellings(name)))})"


def _spellings(name: str) -> tuple[str, ...]:
    """Oxford and other English: organization, organisation."""
    return (name, name.replace("ization", "isation"), name.replace("isation", "ization"))


_KIN = (
    "spouse wife husband partner fiance fiancee father mother parent son daughter brother sister "
    "sibling uncle aunt cousin nephew niece grandfather grandmother stepfather stepmother mum "
    "mom dad grandson granddaughter stepson stepdaughter relative relation"
).split()
_IN_LAW = [f"{kin} in law" for kin in ("brother", "sister", "father", "mother", "son", "daughter")]
_RELATIVE = _choice(
    [
        *_KIN,
        *(f"{kin}s" for kin in _KIN),
        *_IN_LAW,
        "wives",
        "family member",
        "family members",
        "member of my family",
        "members of my family",
    ]
)
_PARENTS = (
    "époux épouse conjoint conjointe mari femme compagnon compagne père mère fils fille frère sœur "
    "maman papa oncle tante cousin cousine neveu nièce beau-frère belle-sœur beau-père "
    "belle-mère gendre belle-fille parent parente proche"
).split()
_PROCHE = _choice(
    [
        *_PARENTS,
        *(f"{one}s" for one in _PARENTS),
        "membre de ma famille",
        "membres de ma famille",
        "membre de ma belle-famille",
    ]
)
_OURSELVES = ("organization", "organisation", "secretariat")
_NOUS = ("organisation", "secrétariat")
_STAFF = (
    "(staff member|staff members|staff|official|officials|officer|officers|employee|employees|"
    "member of staff|members of staff|colleague)"
)
_AGENT = (
    "(personnel|membre|membres|agent|agente|agents|fonctionnaire|fonctionnaires|employé|employée|"
    "employés|directeur|directrice|collaborateur|collaboratrice|collaborateurs|cadre|cadres|chef|"
    "cheffe|responsable|secrétaire|assistant|assistante|administrateur|administratrice|conseiller|"
    "conseillère|juriste|comptable|traducteur|traductrice|interprète|stagiaire|expert|experte)"
)
_PART = "(service|unit|team|directorate|department|division|section|office|staff|secretariat)"
_PARTIE = (
    "(service|services|équipe|équipes|direction|directions|unité|bureau|bureaux|personnel|"
    "département|secrétariat|division)"
)
_FAR = "… …"  # up to ten words
_WORKS = (
    "(works|working|work|(has|have) (worked|served)|employed|serves|serving|recruited|hired|"
    "engaged|interning|internship|part of|posted|seconded|heads|leads|directs|holds|hold|holding|"
    "occupies|post|position|contract|job|appointment)"
)
_ROLE = (
    "(official|officer|staff member|member of staff|member of the staff|staff|employee|member|"
    "members|director|head|manager|assistant|secretary|adviser|advisor|colleague|economist|"
    "accountant|translator|interpreter|analyst|specialist|coordinator|clerk|lawyer|trainee|intern|"
    "expert)"
)
_TRAVAILLE = (
    "(travaille|travaillent|bosse|bossent|travaillait|travaillant|employé*|exerce|exercent|occupe|"
    "occupent|recruté*|engagé*|rejoint|affecté*|détaché*|en service|fait partie|font partie|"
    "en poste|en fonction*|stagiaire|dirige)"
)

DENIES = Phrases(
    "(no|not|none|nobody|never|neither|nor|without|nil|isn't|aren't|don't|doesn't|haven't|n a)",
    "(non|aucun|aucune|pas|ni|sans|néant|jamais|nul|nulle)",
)
EXCEPTS = Phrases(
    f"(except|other than|apart from|besides|save for|aside from) … {_RELATIVE}",
    f"(hormis|sauf|excepté|à part|à l'exception|autre que|si ce n'est) … {_PROCHE}",
)
TURNS = ("but", "however", "though", "although", "nevertheless", "mais", "cependant", "toutefois")
"""What was said before these is not said of what follows."""

SUPPOSES = Phrases(
    "(if|whether|in case|should (i|my|a|any|one)|may be|might)",
    "(si|s il|au cas où|serait|pourrait)",
)
HOPES = Phrases(
    "(hope|hopes|wish|wishes|want|wants|like|aspire|aspires|dream|dreams|support*|encourag*)",
    "(souhaite*|espère*|aimerai*|rêve*|voudrai*|encourag*)",
)
"""What somebody would like is not what is."""

OF_OTHERS = Phrases(
    "(candidate|candidates|applicant|applicants|anyone|any person|persons|those|whoever) … "
    "(related|relative|relatives|who|with|whose|having)",
    "(candidat|candidats|candidate|candidates|personne|personnes|quiconque|ceux) … "
    "(apparenté*|parent|parents|ayant|qui|dont|avec|lié*)",
)
"""The clause of a notice, which speaks of every candidate."""

LONG_AGO = Phrases(
    "(former|formerly|retired|previously|used to|was|were|until|worked|late)",
    "(ancien|ancienne|retraité|retraitée|anciennement|était|a travaillé|jusqu|feu|défunt|défunte)",
)
STILL = Phrases("(has|have) … since", "still", "depuis", "toujours", "encore")
"""What began in the past, and lasts."""

NO_KIN = Phrases(
    "partner (organisation*|organization*|agenc*|countr*|administration*|institution*|"
    "universit*|compan*|firm*|state*|member*|project*)",
    "(business|implementing|training|sector) partner*",
    "(brother|sister|mother|parent) (agency|agencies|organisation*|organization*|company|"
    "companies|institution*|ministry|tongue)",
    "in relation",
    "(father|mother|parent) of (one|two|three|four|five|six|a|young|small|adult|twins)",
)
NEXT_CLAUSE = Phrases(
    "(and|but|while|whereas|yet) (my|our|this|his|her|its|the|i|whose)",
    "(et|mais|tandis que|alors que) (mon|ma|mes|notre|le|la|les|l|cette|ce|je|j|son|sa)",
)
"""Where somebody or something else begins to be spoken of."""

NO_POST = Phrases(
    "(taught|told|inspired|introduced|encouraged|urged|helped|brought|showed|led) me (to )?"
    "(love|respect|admire|follow|value|trust)? (the |every |all |any )?"
    "(work|works|official|officials|officer|officers)?",
    "(the|this|that|its|their|your) (good |important |daily |great )?(work|works|training)",
    "(that|which|who) (applies|apply|follows|follow|uses|use|knows|know|admires|admire|loves|love)"
    " … (rules|standards|tools|guidelines|conventions|texts|work) … (of|in|by)",
    "(le|son|ce|votre) travail",
    "m (a|ont) appris",
    "(fier|fière|fiers|fières) (de|que)",
    "(normes|règles|outils|conventions|travaux) de",
)
"""What a relative does to the candidate, or thinks of the organisation: no post in it."""

OF_MEMBERS = Phrases(
    "(mondiale|internationale|européenne|africaine|panaméricaine|arabe|des|for|member|members|partner|partners|accredited|standard|standards|tool|tools|instrument|"
    "instruments|framework|guidelines|convention|conventions|regional|project|projects)",
)
"""After the organisation's name: its members, its partners and its works are not its staff."""

MEMBER_STATES = Phrases(
    "(member|partner) (administration*|countr*|state*|customs|government*) of",
    "(administration|administrations|pays|état|états|douane|douanes) (membre*|partenaire*)",
)


@lru_cache(maxsize=64)
def declarations(staff_terms: Sequence[str]) -> Phrases:
    """The wordings of a declaration, for an organisation of these names."""
    us, nous = _choice((*staff_terms, *_OURSELVES)), _choice((*staff_terms, *_NOUS))
    at_us = f"(at|in|of|for|with|within|by|to|on|among) (the |your |our )?{us}"
    at_nous = f"(à|au|aux|de|d|du|des|dans|chez|pour|par|avec) (l |le |la |votre |notre )?{nous}"
    return Phrases(*_of_mine(us, at_us), *_of_myself(us, at_us), *_french(at_nous))


@lru_cache(maxsize=64)
def yes_to(staff_terms: Sequence[str]) -> Phrases:
    """A question of a form about relatives on the staff, which a “yes” makes a declaration."""
    us = _choice((*staff_terms, *_OURSELVES, *_NOUS))
    kin = f"({_RELATIVE}|{_PROCHE}|related|family|apparenté|apparentée|parenté|familial)"
    return Phrases(f"{kin} {_FAR} {us}")


def _of_mine(us: str, at_us: str) -> tuple[str, ...]:
    """My sister works here; an official here is my sister."""
    whose = "(declaration|disclosure|declare|my|a|an|one|two|three|several|whose|close|have|both)"
    mine = f"{whose} … {_RELATIVE}"
    return (
        f"{mine} {_FAR} {_WORKS} {_FAR} {at_us}",
        f"{mine} {_FAR} (joined|rejoined|joining) (the |your )?{us}",
        f"{mine} {_FAR} {_ROLE} {at_us}",
        f"{mine} (has|have) (also |already |now )?been … (with|at|in|on) (the |your )?{us}",
        f"{mine} (who )?(is |are )?(currently |also |now )?{at_us}",
        f"{mine} {_FAR} (is|are) … (at|within|among|on|in) (the |your )?(staff of (the )?)?{us}",
        f"{mine} {_FAR} {us} {_STAFF}",
        f"{us} {_STAFF} … (is|are) my … {_RELATIVE}",
        f"(of|in|at|from) (the|your) … {_PART} (is|are) my … {_RELATIVE}",
        f"{mine} (is|are|has been|have been|works|work|serves) {_FAR} (of|in|at|within|for) your … "
        f"{_PART}",
        f"{_STAFF} {at_us} … (is|are) my … {_RELATIVE}",
        f"{mine} (is|are) (also |currently )?(one|two|a member|members) of your",
    )


def _of_myself(us: str, at_us: str) -> tuple[str, ...]:
    """I am the sister of an official here; I have family here."""
    family = "(relatives|family members|family)"
    ties = "family (ties|tie|relationship|links|link|connection)"
    bound = f"((am|i m) (the |a |an )?… {_RELATIVE} (of|to)|(married|engaged) to)"
    return (
        f"{bound} {_FAR} {_WORKS} {_FAR} {at_us}",
        f"{bound} (one|two|a member|members) of your",
        f"{bound} {_FAR} {_ROLE} {at_us}",
        f"{bound} {_FAR} {us} {_STAFF}",
        f"{bound} {_FAR} (at|within) (the |your )?{us}",
        f"(am|m|being) … related … to {_FAR} {us}",
        f"related to … {us} … yes",
        f"{family} … (with|at|in|on|among|employed|working) … {us}",
        f"{ties} … (with|at|in|on|among|to) … {us}",
        f"{family} … my … {_RELATIVE} {_FAR} {us}",
    )


def _french(at_nous: str) -> tuple[str, ...]:
    mine = f"(mon|ma|mes|un|une|l un|l une|deux|trois|dont) … {_PROCHE}"
    bound = f"(je suis|être|étant) … {_PROCHE} (de|d|du|à)|(marié|mariée|pacsé|pacsée) (à|avec)"
    mine = f"({mine}|{bound})"
    rank = "(technique |principal |principale |juridique |adjoint |adjointe )?"
    staff = f"{_AGENT} {rank}(du personnel |du secrétariat )?{at_nous}"
    return (
        f"{mine} {_FAR} {_TRAVAILLE} {_FAR} {at_nous}",
        f"{mine} {_FAR} {staff}",
        f"{mine} (est|sont|travaille|travaillent|fait partie|font partie) {_FAR} (votre|vos) … "
        f"{_PARTIE}",
        f"{mine} (est |sont )?(un|une|l un|l une|deux) (de|d entre) (vos|vous)",
        f"{mine} … (est|sont) … {at_nous}",
        f"{mine} {at_nous}",
        f"(lien|liens|relation|relations) … (parenté|famille|familial|familiaux|familiale|"
        f"familiales) {_FAR} {at_nous}",
        f"(parent|parente|apparenté|apparentée) … {staff}",
        f"{staff} … est (mon|ma) … {_PROCHE}",
    )
