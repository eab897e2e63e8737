"""Words of job titles: which say little by themselves, and which are the same in French.

General vocabulary of vacancies, not of any one of them; a vacancy's own short forms and
translations stand in its `also_known_as`.
"""

from intake.triage.words import words

FILLING = frozenset(
    words(
        "a an and at by for from in of on or the to with this my as "
        "de du des d la le les l un une et au aux en pour sur par ou "
        "nr no ref reference vacancy vacancies vacance vacant position poste post job emploi role "
        "application applying apply candidature candidate candidat candidacy cv resume"
    )
)
"""Words that name nothing: left out before comparing."""

GENERIC = frozenset(
    words(
        "officer expert manager assistant unit project programme technical senior junior principal "
        "head chief deputy director associate specialist coordinator consultant analyst adviser "
        "section service department directorate office team international administrator"
    )
)
"""Words that many titles share: they support a name, and never make one."""

FRENCH = {
    english: tuple(forms.split())
    for english, forms in {
        "officer": "administrateur administratrice charge chargee fonctionnaire officier agent",
        "expert": "experte experts",
        "technical": "technique techniques tech",
        "unit": "unite cellule",
        "project": "projet projects projets",
        "programme": "program programmes programs",
        "policy": "politique politiques policies",
        "strategic": "strategique strategiques strategy strategie",
        "planning": "planification",
        "foresight": "prospective",
        "supply": "approvisionnement logistique logistics",
        "chain": "chaine",
        "integrity": "integrite",
        "environment": "environnement environmental environnementale environnemental",
        "enforcement": "repression fraude",
        "trade": "commerce commercial commerciaux echanges",
        "control": "controle controles controls",
        "assistant": "assistante adjoint adjointe",
        "manager": "responsable gestionnaire",
        "head": "chef cheffe",
        "director": "directeur directrice",
        "adviser": "advisor conseiller conseillere",
        "analyst": "analyste",
        "coordinator": "coordinateur coordinatrice coordonnateur",
        "specialist": "specialiste",
        "security": "securite",
        "customs": "douane douanes douanier douaniere",
        "training": "formation",
        "communication": "communications",
        "data": "donnees",
        "finance": "finances financial financier financiere",
        "legal": "juridique",
        "development": "developpement",
        "capacity": "capacites",
        "human": "humaines",
        "resources": "ressources",
        "senior": "principale",
    }.items()
}
"""Forms of an English word in French, or nearly the same in English."""

IN_ENGLISH = {french: english for english, forms in FRENCH.items() for french in forms}
"""The English word by its forms."""

NO_CODES = frozenset(
    words(
        "vacancy vacancies vacance job jobs recruit recruitment recrutement apply application "
        "applications candidature candidatures hr rh cv career careers info contact mail"
    )
)
"""Parts of a mailbox's name that are not the vacancy's own."""

REAL_WORDS = frozenset(
    words(
        "police export exports chair train grade contract contrast united information argent "
        "chance change exchange planting trace trader expect excerpt unity charte depression "
        "expression perspective integrate integrated"
    )
)
"""Words of their own, though only a letter away from a word of many titles: never a typo."""

KNOWN = frozenset({*REAL_WORDS, *GENERIC, *FRENCH, *IN_ENGLISH})
"""Words that are what they are."""
