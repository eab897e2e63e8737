"""Parler en français d'un proche parmi le personnel : qui, ce qu'il fait, et que c'est ici."""

from intake.triage.checks.kinship.kin import PROCHE

_LOIN = "… …"  # jusqu'à dix mots
_AGENT = (
    "(personnel|membre|membres|agent|agente|agents|fonctionnaire|fonctionnaires|employé|employée|"
    "employés|directeur|directrice|collaborateur|collaboratrice|collaborateurs|cadre|cadres|chef|"
    "cheffe|responsable|secrétaire|assistant|assistante|administrateur|administratrice|conseiller|"
    "conseillère|juriste|comptable|traducteur|traductrice|interprète|stagiaire|expert|experte|"
    "attaché|attachée|chauffeur|bibliothécaire|informaticien|informaticienne|analyste)"
)
_PARTIE = (
    "(service|services|équipe|équipes|direction|directions|unité|bureau|bureaux|personnel|"
    "département|secrétariat|division|rangs|murs|effectifs|maison|organisation|institution|"
    "collègues|agents|siège|sous direction)"
)
_TRAVAILLE = (
    "(travaille|travaillent|bosse|bossent|travaillant|employé*|exerce|exercent|occupe|occupent|"
    "recruté*|engagé*|rejoint|affecté*|détaché*|en service|fait partie|font partie|en poste|en "
    "fonction*|stagiaire|dirige|contrat|commencé|débuté|entré*|nommé*|compte|comptent|compter|"
    "œuvre|sert|officie|(qui )?travail)"
)
_EST = "(est|sont|travaille|travaillent|fait partie|font partie|exerce|se trouve|fut recruté*)"
_RANG = (
    "(actuel |actuelle |technique |principal |principale |juridique |adjoint |adjointe |permanent "
    "|permanente )?"
)


def french(nous: str) -> tuple[str, ...]:
    """The wordings, for an organisation of these names."""
    at_nous = (
        "((à|au|aux|de|d|du|des|dans|chez|pour|par|avec) (l |le |la |votre |votre … |notre "
        f")?{nous}|(chez|parmi) (vous|les vôtres)|des vôtres|(dans|au sein de|parmi|de|à|en) "
        f"(votre|vos) … {_PARTIE})"
    )
    of_mine = (
        f"(mon|ma|mes|dont|notre|(a|ai|déclare|déclarer) (un|une|deux)|grâce à) … {PROCHE}|"
        "(membre|membres) de ma famille"
    )
    bound = (
        f"((je suis|suis|être|étant|moi) (le|la|l) … {PROCHE} (de|d|du|à)|(marié|mariée|uni|unie|"
        "pacsé|pacsée|fiancé|fiancée) … (à|avec))"
    )
    mine = f"({of_mine}|{bound})"
    staff = f"{_AGENT} {_RANG}((du|de la|de l|des|au|à la|d|de) {_PARTIE} … )?{_RANG}{at_nous}"
    return (
        f"{mine} {_LOIN} {_TRAVAILLE} {_LOIN} {at_nous}",
        f"{mine} {_LOIN} {staff}",
        f"{mine} {_LOIN} (a|ont|vient de|viennent de) (rejoint|intégré|rejoindre|intégrer) (l |le "
        f"|la |votre |vos )?… ({nous}|{_PARTIE})",
        f"{mine} (est|sont|travaille|travaillent|fait partie|font partie) {_LOIN} (votre|vos) … "
        f"{_PARTIE}",
        f"{mine} (est |sont )?(un|une|l un|l une|deux) (de|d entre) (vos|vous)",
        f"{mine} … (est|sont) … {at_nous}",
        f"{mine} {_LOIN} {_EST} (déjà |aussi |actuellement |également )?{at_nous}",
        f"{mine} {_LOIN} (chez vous|des vôtres|parmi vous)",
        f"{mine} {at_nous}",
        f"{PROCHE} {_LOIN} {at_nous} oui",
        f"{PROCHE} (employé*|salarié*|fonctionnaire|agent|agente|en poste|travaillant) {at_nous}",
        f"{bound} (un|une|l un|l une) … (collègue|collègues) (à|de|d entre) vous",
        f"(un|une|l un|l une|deux) de vos … (est|sont|n est autre que) … (mon|ma|mes) … {PROCHE}",
        "(lien|liens|relation|relations) … (parenté|famille|familial|familiaux|familiale|"
        f"familiales) {_LOIN} {at_nous}",
        f"(ai|avoir|avons) (de la|une partie de ma) famille {at_nous}",
        f"(parent|parente|apparenté|apparentée|lié|liée) … {_LOIN} {staff}",
        f"{at_nous} {_LOIN} (est|n est autre que) (bien |aussi )?(mon|ma) … {PROCHE}",
        f"{staff} {_LOIN} (est|n est autre que) (mon|ma) … {PROCHE}",
    )


def french_of_them(nous: str) -> tuple[str, ...]:
    """Ce qu'« il » ou « elle » fait ici, après qu'un proche a été nommé."""
    at_nous = f"(à|au|aux|chez|pour|dans) (l |le |la |votre |notre )?({nous}|vous)"
    return (
        f"^ (il|elle|ils|elles) {_LOIN} {_TRAVAILLE} {_LOIN} {at_nous}",
        f"^ (il|elle|ils|elles) (est|sont) {_AGENT} {_RANG}{at_nous}",
    )


ICI = (
    f"(mon|ma|mes|la|le) … {PROCHE} {_LOIN} y (est|sont|travaille|travaillent|exerce|occupe|sert|"
    "œuvre)",
)
"""Un proche « y » travaille : la phrase ou la question d'avant a nommé l'organisation."""
