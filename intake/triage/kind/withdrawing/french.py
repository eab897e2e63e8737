"""Retirer sa candidature en français : ce que l'on retire, par quels verbes, et ne plus vouloir."""

_MA = "(ma|mon|mes|notre|nos|cette|la présente|ladite|la mienne)"
_DOSSIER = (
    "(candidature|candidatures|dossier|postulation|demande d emploi|demande de candidature|nom|"
    "acte de candidature|participation|inscription)"
)
_PROCESSUS = (
    "(processus|procédure|procédures|sélection|recrutement|concours|compétition|course|lice|liste|"
    "vivier|épreuve*|présélection|réserve)"
)
_POSTE = "(poste|emploi|travail|job|offre|vacance|place|fonction|mission)"
_FIN = (
    "(retirer|retire|retirez|retirons|annuler|annule|annulez|abandonner|abandonne|abandonnez|"
    "mettre fin|mets (donc )?fin|mettez fin|met fin|mettre un terme|mets (donc )?un terme|mettez "
    "un terme|renoncer|renonce|renonçons|rétracter|révoquer|laisser tomber|laisse tomber|laissez "
    "tomber|céder|cède|cédons|reprends|enlever|enlevez|supprimer|supprime|supprimez)"
)
_CLORE = (
    "(clore|clôturer|clôture|clôturez|fermer|fermez|effacer|effacez|écarter|écartez|ignorer|"
    "ignorez|oublier|oubliez|oublions|arrêter|arrête|arrêtez|cesser|cessez|interrompre|"
    "interrompez|détruire|détruisez|jeter|jetez|stopper|stoppez|suspendre|ôter|ôtez|exclure|"
    "excluez|rayer|rayez|biffer|décliner|décline|invalider)"
)
_DECIDE = (
    "(décidé|décision|choisi|choix|résolu|résolution|préféré|contraint*|obligé*|amené*|obligation|"
    "conclusion|parti|préfère|préférons)"
)
_POURSUIVRE = (
    "(poursuivre|maintenir|donner suite|continuer|aller plus loin|aller jusqu|participer|prendre "
    "part|candidater|postuler|concourir|briguer|prétendre|figurer|présenter ma|soumettre ma|"
    "rester candidat*|être candidat*|me présenter|rester en lice)"
)
_CLOS = (
    "(clos|close|clôturé*|retiré*|nul|nulle|annulé*|caduc|caduque|sans objet|sans suite|terminé*|"
    "archivé*|comme nulle|effacé*|supprimé*|ôté*|rayé*|enlevé*|radié*|abandonné*|classé* sans "
    "suite|non avenue|écarté*)"
)
_HORS = (
    "(sorti|sortie|hors|retiré|retirée|parti|partie|démissionnaire|partant|n étant plus|ne "
    "faisant plus|non candidat*)"
)
_DONC = "(donc |malheureusement |hélas |désormais |finalement )?"
_RETRAIT = "(retrait|désistement|renonciation|renoncement|défection|abandon)"

FRENCH = (
    # Y mettre fin.
    f"{_FIN} (donc |ainsi |aussi |par la présente )?(à |l examen de |le traitement de |l étude de "
    f"|l instruction de |à l examen de |au traitement de |à l étude de )?{_MA} … {_DOSSIER}",
    f"{_CLORE} (donc |ainsi |là )?(l examen de |le traitement de |l étude de )?{_MA} {_DOSSIER}",
    f"{_FIN} … {_MA} {_DOSSIER}",
    f"{_FIN} (donc |ainsi )?la (présente )?candidature",
    f"({_FIN}|{_CLORE}) (la|le) (candidature|dossier|demande) que (je|j|nous)",
    "(retirez|annulez|supprimez|effacez|enlevez|ôtez) (la|le) (svp|merci|s il|donc|$)",
    "(candidature|dossier) à (retirer|annuler|supprimer|effacer)",
    f"({_FIN}|{_CLORE}) (ma|notre) demande (pour|au|je|svp|s il|merci|car|$)",
    "(arrêter|arrête|interrompre|interromps|stopper|cesser) (là |ici )?(la|le|ma|mon|cette|ce) "
    f"(démarche|{_PROCESSUS})",
    "(me|m|nous) rétract*",
    "considérer que je ne suis (pas|plus) candidat*",
    "(retirer|retire|retirons|reprendre|reprends|détruire|jeter|effacer) (mes|nos) … (papiers|"
    "pièces|documents)",
    f"({_RETRAIT}|annulation|suppression) (de|d|à) (ma |la |mon |notre |l )?… (candidature|"
    "dossier)",
    "(candidature|dossier) (à )?(retirer|annuler|retirée|annulée) $",
    f"({_FIN}|{_CLORE}) (mon|ma|mes) (cv|lettre|papiers|pièces|documents) (de|du) … {_PROCESSUS}",
    "(qu on|que vous|que l on) (la|le|me|m) (retire|retiriez|annule|annuliez|supprime|supprimiez|"
    "enlève|enleviez|raye|rayiez)",
    f"(mon|ma|notre|votre serviteur) {_RETRAIT}",
    "(soussigné|soussignée|candidat|candidate) … … (retire|renonce|désiste) … (candidature|"
    "dossier|poste|procédure|processus|sélection|recrutement|concours)",
    "(préfère|préférons|dois|vais|veux|souhaite) (donc )?(laisser tomber|en rester là|m arrêter "
    "là)",
    "(je|nous|et|donc|de) (la|le|les) (retire|retirer|retirons|annule)",
    # Qu'elle soit close.
    f"{_MA} … {_DOSSIER} … (soit|est|être|sera|étant|comme) … {_CLOS}",
    f"(considér*|regard*|ten*|trait*) {_MA} … {_DOSSIER} (comme )?(étant )?{_CLOS}",
    f"(considér*|regard*|ten*|trait*) comme (étant )?{_CLOS} … {_MA} … {_DOSSIER}",
    f"(considér*|regard*|ten*|trait*) {_MA} (envoi|courriel|mail|message) comme {_CLOS}",
    f"(à considérer|considérée) comme {_CLOS}",
    f"(considér*|regard*|ten*|trait*) (la|cette) candidature (comme )?(étant )?{_CLOS}",
    f"{_MA} … {_DOSSIER} n (est|a) (donc |désormais )?plus … (actualité|valable|valide|lieu|objet|"
    "maintenue|maintenu)",
    "(me considérer|considérez moi|me regarder|me tenir|me compter) (donc |désormais )?(comme "
    f")?(étant )?{_HORS}",
    # Quitter la procédure.
    "(se|nous|me|m) (désiste|désistons|désister|désistant)",
    "(je|me|nous|et) (me |nous )?(retire|retirer|retirons|sors|quitte|quitter|sortir|efface) … "
    f"(du|de|la|le|cette|ce|votre|en) … {_PROCESSUS}",
    "(je|nous) (me|nous) (retire|retirons|désiste|désistons)",
    "(quitter|sortir|quitte|sors) (le|du|la|de la|de cette|votre|de votre|ce|cette) … "
    f"{_PROCESSUS}",
    "(me|m) (retirer|rayer|enlever|ôter|sortir|radier|exclure|supprimer|effacer|écarter) … "
    f"({_PROCESSUS}|candidat*)",
    "(retirez|rayez|enlevez|ôtez|sortez|supprimez|effacez) (moi|mon nom|moi donc) … "
    f"({_PROCESSUS}|candidat*)",
    f"(retirer|rayer|supprimer|enlever|ôter|effacer) mon nom … ({_PROCESSUS}|candidat*)",
    "(renonce|renoncer|renonçons) (donc |ainsi |à regret )?(à|au|aux) (ma |la |ce |cette |votre |"
    "cet |l )?(présente )?(candidature|poste|recrutement|procédure|processus|concours|emploi|"
    "sélection|postuler|concourir|candidater|participer|me présenter|poursuivre)",
    "jett* l éponge",
    "passe (donc )?mon tour",
    "(retirer|retire) mon envoi",
    "ne (pas|plus) (la|le) (prendre en (compte|considération)|retenir)",
    "(classer|classez) (donc )?(ma candidature|mon dossier) sans suite",
    f"(sortir|sortez|retirer|ôter) mon nom (de|du) … {_PROCESSUS}",
    "(renonce|renoncer) à la (suite|poursuite)",
    "ne plus compter sur (moi|ma candidature)",
    "préfère … me retirer",
    "(renonce|renoncer) … à (concourir|postuler|candidater|participer|me présenter)",
    "vous pouvez (donc )?(classer|fermer|clore|archiver|jeter) mon dossier",
    f"(sortir|sortez|écarter|écartez) (mon dossier|ma candidature) (de|du) … {_PROCESSUS}",
    "(préfère|veux|dois|souhaite|voudrais) (donc )?reprendre ma candidature",
    "(arrêter|arrête|suspendre|cesser) (définitivement )?(le traitement|l examen) de ma "
    "candidature",
    "(libère|libérer) (donc )?(la|ma) place",
    "(faire|fais) marche arrière",
    "(reviens|revenir|revenu) sur ma décision (de|d) (postuler|candidater|me présenter)",
    f"(laisser tomber|laisse tomber|abandonner|abandonne) (le|ce|cet|la) … ({_POSTE}|{_PROCESSUS})",
    "(annuler|retirer|annulez|retirez) (la première|la seconde|la deuxième|la) (candidature|celle|"
    "$)",
    "(me charge|m a chargé*|m a demandé|me demande|au nom de) … … (retire*|annule*|renonce*) … "
    "candidature",
    "ne (reste|resterai|suis|serai) (donc )?(pas|plus) candidat*",
    "ne (pas|plus) (l |la |le )?(examiner|traiter|considérer|étudier|instruire) $",
    "on (oublie|annule|retire|arrête) (ma|mon) (candidature|dossier)",
    "(comptez|faites|continuez|poursuivez) sans moi",
    "(cherche*|trouve*|choisi*) quelqu un d autre",
    "(j|je m) (en reste|arrête|arrêterai) là $",
    "n est plus (d actualité|à l ordre du jour)",
    "(merci de|prière de|veuillez|voulez vous) (bien vouloir )?(me|m) (enlever|retirer|rayer|"
    "radier|ôter|supprimer|sortir|effacer)",
    "je (suis|veux|peux|souhaite) plus (intéressé*|candidat*|continuer|poursuivre|participer|"
    "postuler|du poste|le poste|ce poste)",
    "(je|nous|et) ne (poursuis|poursuivrai|continue|continuerai|maintiens) (donc )?(pas|plus) $",
    "(annulation|retrait|désistement) (svp|stp|merci|s il vous plaît)",
    "(laisser|laisse|céder|cède) (donc )?(ma|la) place (à (un|une|d) autre*|$)",
    "(décliner|décline) (la suite|la poursuite|toute suite)",
    "(décliner|décline|refuser|refuse) (donc |poliment |avec regret )?(votre|cette) … (offre|"
    "proposition)",
    "(dois|préfère|souhaite|vais|veux) … (la|le|l) (décliner|refuser)",
    # Ne plus en être.
    f"ne (souhaite|désire|veux|entends|compte|envisage|pense|voudrais) {_DONC}plus ((du|de ce|de "
    f"cet|le|ce|cet|de votre) {_POSTE}|que|être|… ({_POURSUIVRE}|candidat|candidate|participer))",
    f"ne (peux|puis|pourrai) {_DONC}plus … ({_POURSUIVRE}|candidat|candidate)",
    f"ne (suis|serai) {_DONC}plus … (candidat|candidate|intéressé*|considéré*|en lice|preneu*|"
    f"partant*|en mesure (de|d) {_POURSUIVRE}|disponible* (pour (le|ce|cet|votre) {_POSTE}|$)|sur "
    "les rangs|dans la course)",
    "n ai plus (l |aucune |d )?(intention|envie|souhait) (de|d) (postuler|participer|poursuivre|"
    "maintenir|continuer|candidater|me présenter)",
    f"n (entends|envisage|étant) (donc )?plus … (candidat|candidate|{_POURSUIVRE}|intention|"
    "intéressé*|envie|souhait)",
    "(je|nous) n (irai|irons) pas (plus loin|jusqu au bout) $",
    "ne (souhaite|désire|veux|peux|pourrai|puis) … pas (poursuivre|maintenir|donner suite|"
    "continuer|aller plus loin)",
    "(m est|n est|ne sera|me sera|m a été) … plus … (possible )?(de|d) … (participer|prendre part|"
    "concourir|me présenter)",
    "(m est|n est|ne sera|me sera|m a été) … (plus|pas|impossible) … (possible )?(de|d) … (donner "
    "suite|poursuivre|maintenir|(être|rester) candidat*)",
    "(impossible|impossibilité) (pour moi )?(de|d) … (donner suite|poursuivre|maintenir) … "
    f"({_DOSSIER}|{_PROCESSUS})",
    "ne (pas|plus) (tenir compte|considérer|prendre|donner suite|traiter|examiner|retenir|"
    f"étudier|instruire) … ({_DOSSIER}|en compte)",
    "(de|d|prière de|merci de) ne (pas|plus) … (suite|compte|considérer|examiner|traiter|"
    f"retenir) … {_DOSSIER}",
    f"ne (tenez|prenez|traitez|considérez|retenez|examinez|donnez) (plus|pas) … {_DOSSIER}",
    "ne (pas|plus) (me|m) (compter|considérer|retenir|garder|inscrire|convoquer|faire figurer|"
    "ranger|maintenir) … (candidat*|liste|course|lice|postulant*|nombre|poste|parmi)",
    "(ne plus (m )?attendre|ne m attendez (donc )?plus)",
    "ne (me|m) (comptez|considérez|retenez|gardez|convoquez) (donc )?(plus|pas)",
    "ne (comptez|compter) (donc )?(plus|pas) sur (moi|ma candidature)",
    "plus … (compter|figurer|me|être) … parmi (les|vos) (candidat*|postulant*)",
    "(je|nous|et|donc) ne (poursuis|poursuivrai|poursuivrons|maintiens|maintiendrai|continue|"
    "continuerai|participerai|présenterai|donne|donnerai|donnons|donnerons) (donc |ainsi )?(pas|"
    f"plus) … ({_DOSSIER}|{_PROCESSUS}|suite)",
    "ne (postule|candidate|concours) plus",
    f"(j|je|nous|ayant) … {_DECIDE} … (de )?(ne (pas|plus)|non) … {_POURSUIVRE}",
    "(je|nous|et) (préfère|préférons|souhaite|souhaitons|veux|désire|pense) … ne (pas|plus) … "
    f"{_POURSUIVRE}",
    "(inutile|pas la peine|plus la peine|plus nécessaire|pas nécessaire) (de|d) … (examiner|"
    "traiter|étudier|considérer|lire) … (mon|ma|notre)",
)
"""Phrases par lesquelles on se retire."""
