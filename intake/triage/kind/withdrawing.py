"""The words by which people withdraw; `unwithdrawn.py` has those that only seem to."""

from intake.triage.words import Phrases

OBJECT = "(application|candidacy|candidature|submission|name|interest)"
_MINE = "(my|our|this|the present)"
_END = (
    "(withdraw|withdrawing|retract|rescind|revoke|cancel|cancelling|drop|dropping|abandon|"
    "abandoning|relinquish|relinquishing|give up|giving up|giving up on|give up on|forgo|forego|"
    "renounce|discontinue|discontinuing|terminate|end|stop|close|annul|void|delete|remove|erase|"
    "scrap|bin|shred|disregard|ignore|discard|forget|forget about|take back|call off|set aside|"
    "leave out|archive)"
)
_PUT = "(set|setting|put|putting|lay|laying|take|taking)"
_ENDED = (
    "(closed|withdrawn|void|null|cancelled|canceled|ended|over|terminated|retracted|"
    "no longer (active|valid|current|open))"
)
_DECIDED = (
    "(decided|decision|choose|chose|chosen|prefer|preferred|resolved|opted|concluded|conclusion|"
    "agreed|determined)"
)
_PURSUE = (
    "(pursue|pursuing|proceed|proceeding|continue|continuing|go on|going on|go ahead|going ahead|"
    "go forward|going forward|move forward|moving forward|carry on|carrying on|follow through|"
    "go any further|going any further|take part|participate|keep up|maintain|maintaining|uphold|"
    "sustain|compete|competing|take (my|our|this|the) … further|put (my|our) … forward|"
    "be considered|apply)"
)
_MA = "(ma|mon|notre|cette|la présente)"
_DOSSIER = "(candidature|dossier|postulation|demande|nom)"
_FIN = (
    "(retirer|retire|retirez|annuler|annule|annulez|abandonner|abandonne|abandonnez|clore|"
    "clôturer|clôturez|fermer|fermez|supprimer|supprimez|effacer|effacez|écarter|écartez|ignorer|"
    "ignorez|oublier|oubliez|arrêter|arrêtez|cesser|interrompre|interrompez|classer|classez|"
    "détruire|détruisez|jeter|jetez|laisser tomber|laissez tomber|laisse tomber|stopper|stoppez|"
    "suspendre)"
)
_DECIDE = (
    "(décidé|décision|choisi|choix|résolu|résolution|préféré|contraint*|obligé*|amené*|"
    "obligation|conclusion|parti)"
)
_POURSUIVRE = (
    "(poursuivre|maintenir|donner suite|continuer|aller plus loin|aller jusqu|participer|"
    "prendre part|candidater|postuler|concourir|briguer|prétendre|figurer|présenter ma|"
    "soumettre ma|rester candidat*|être candidat*)"
)
_CLOS = (
    "(clos|close|clôturé*|retiré*|nul|nulle|annulé*|caduc|caduque|sans objet|sans suite|"
    "terminé*|archivé*|comme nulle)"
)


WITHDRAWS = Phrases(
    f"(withdraw|withdrawing|retract|retracting|rescind) (of )?(my|our|the|this) … {OBJECT}",
    f"(withdraw*|retract*|rescind*|cancel*) … (my|our) … {OBJECT}",
    f"(my|our|that|this|the) … {OBJECT} … (be|as|considered) … "
    "(withdrawn|cancelled|canceled|removed|deleted|retracted)",
    f"(consider|regard|treat|deem) … ({OBJECT}|me|it|this|that) "
    "((that |which )?(i|we) … (sent|submitted|made|filed) … )?(as )?(having been )?"
    "(withdrawn|cancelled|canceled|void|retracted)",
    "withdrawal of (the )?(application|candidacy|candidature)",
    "(application|candidacy|candidature) withdrawal",
    "(withdraw|withdraws|withdrawing|withdrawal) … from … (selection|recruitment|hiring|"
    "application|competition|process|position|post|vacancy|role|consideration|candidates)",
    "withdraw (myself )?as a candidate",
    f"(undersigned|candidate|applicant) … (withdraws|retracts|rescinds) … {OBJECT}",
    "(soussigné|soussignée|candidat|candidate) … … (retire|renonce|désiste) … "
    "(candidature|dossier|poste|procédure|processus|sélection|recrutement|concours)",
    "(se|nous) (désiste|désistons)",
    "(abandonne|abandonner|laisse tomber|laisser tomber|clore|clôturer|classer|écarter|biffer|"
    "décline|oublier|oubliez) (ma|mon) … (candidature|dossier)",
    f"(cancel|cancelling|remove|delete|disregard|ignore|discard|drop|scrap|annul|void|close|shred) "
    f"(my|our) … {OBJECT}",
    f"(disregard|ignore|discard|delete|destroy) … {OBJECT} (that |which )?(i|we) … "
    "(sent|submitted|made|sent in|filed)",
    "(pay|give) no (further )?(attention|consideration) to (my|our) … "
    "(application|candidacy|candidature)",
    "i (am|'m) not interested (any more|anymore|any longer|in (this|the|your) "
    "(position|post|vacancy|role|job) (any more|anymore|any longer))",
    "(application|candidacy|candidature) … (is|be) (hereby )?withdrawn",
    "remove me from … (consideration|list|process|candidates|selection)",
    "i (am|'m) no longer (interested in|available for|a candidate for|able to take|seeking) … "
    "(position|post|vacancy|role|job|opportunity|recruitment|process)",
    "i (no longer wish|do not wish any longer|no longer want) to (be considered|apply|pursue|"
    "proceed|continue|take part)",
    "i (do not|don't) (wish|want) to (be considered any|pursue my|proceed with my|continue with my|"
    "continue in)",
    "i have decided not to (pursue|proceed|continue|go ahead) … (application|candidacy|"
    "candidature|process|recruitment)",
    "i (must|have to|wish to) decline further (consideration|participation)",
    "(retire|retirer|annule|annuler|retrait de|annulation de|supprimer) … "
    "(ma|notre|la) (présente )?candidature",
    "(retrait|annulation) (de|d) … (candidature|dossier)",
    "(retire|retirer|annule|annuler|supprimer) … mon dossier",
    "retrait de candidature",
    "(me|m) (désiste|désister|retire du|retirer du|retire de la|retirer de la)",
    "(mon|notre) désistement",
    "(renonce|renoncer) … (candidature|poste|recrutement|procédure|processus)",
    "ne (souhaite|désire|veux) plus … (poursuivre|maintenir|donner suite|candidat*|"
    "candidature|postuler|participer|considéré*)",
    "ne (souhaite|désire|veux) pas (poursuivre|maintenir|donner suite|continuer)",
    "(not|no longer) (consider|process|pursue|take into account) (my|our) … "
    "(application|candidacy|candidature)",
    "ne (maintiens|maintenons|poursuis) (pas|plus) (ma|notre) candidature",
    "(retirer|rayer|supprimer|enlever|ôter) mon nom … (liste|candidat*|processus|procédure)",
    "ne (pas|plus) (tenir compte|considérer|prendre en compte|donner suite) … "
    "(ma|à ma) candidature",
    "ne suis plus (intéressé*|disponible|candidat*)",
    "(considérer|regarder|tenir|traiter) (ma|cette|la|notre) … candidature … "
    "(retirée|nulle|annulée|caduque)",
    "mettre (fin|un terme) à ma candidature",
    "ma candidature … (est|soit|comme) (retirée|annulée)",
    "(pull|pulling|back|backing|drop|dropping|step|stepping|stand|standing|opt|opting|bow|bowing) "
    "(out|down|back|aside) … (selection|recruitment|hiring|competition|process|procedure|vacancy|"
    "candidate|running|race|position|post)",
    "(pull|pulling) … (application|candidacy|candidature)",
    "(take|strike|cross|scratch) (my name|me) (off|out of|from) … "
    "(list|process|candidates|applicants|shortlist|running|selection)",
    "i (am|'m) (hereby )?out of the (running|race|selection)",
    "count me out (of|for)",
    "(ne peux|ne pourrai|ne suis plus en mesure de|ne puis) … (donner suite|poursuivre|maintenir) "
    "… (candidature|procédure|processus|recrutement)",
    "(retirer|retire) … (du processus|de la procédure|de la sélection|du recrutement|du concours)",
    # To end it: by whom it is, or by whom it was sent to.
    f"{_END} {_MINE} … {OBJECT}",
    f"{_END} … {_MINE} (whole |entire |said |present )?{OBJECT}",
    f"{_PUT} {_MINE} … {OBJECT} (aside|away|to rest|back|down|out|off)",
    f"{_END} the (application|candidacy|candidature) … (submitted|sent|lodged|filed|made)",
    "from considering (me|my|our)",
    "(cross|strike|scratch|take) (my name|me) (off|out)",
    f"stop (processing|considering|handling|examining|reviewing|assessing|treating) (me|{_MINE})",
    "(i|we) (am|m|are|re) (hereby |therefore |thus |now )?(withdrawing|pulling out|bowing out|"
    "dropping out|opting out|stepping aside|stepping back|standing down|backing out)",
    "(i|we) (hereby |therefore |thus |now )?withdraw",
    "(i|we) … (must|have to|obliged to|forced to|decided to|going to|wish to|like to|want to|"
    "will|shall|prefer to|rather) "
    "(withdraw|bow out|pull out|drop out|opt out|back out|step aside|stand down)",
    "withdraw me",
    "(remove|take|drop|delete) me (from|off) … "
    "(shortlist|short list|pool|running|contention|roster)",
    "(decline|declining|turn down|turning down) … (to be considered|to continue|to proceed|"
    "continue|further)",
    "(no need|not bother|don t bother|needless|not necessary) … "
    "(assess|examine|process|read|review|consider) (my|our|me)",
    "(close|closing) (my|our) (file|dossier)",
    "(ask|asking|request|beg|want) you (kindly )?(not|no longer) to (examine|process|consider|"
    f"review|assess|pursue|take) (me|{_MINE})",
    "(count|leave|rule|take|keep) me (out|off)",
    "hat out of the ring",
    "(i|we) … (renounce|desist|resign|abandon|relinquish) (to |from )?(it|my|this|that)",
    "(request|ask|wish|like|want|grateful) … that it be "
    "(withdrawn|cancelled|canceled|deleted|closed)",
    "(remove|take|withdraw|excuse|rule) myself (from|out)",
    "(retire|retiring) (my|our|the) … (application|candidacy|candidature)",
    "desist from (my|this|the) … (application|candidacy|candidature|process|selection)",
    f"(my|our) … {OBJECT} … (comes|come|has come|ends|ceases) … (end|here|now|today)",
    f"(my|our) … {OBJECT} (must|should|need|is to|can) (not|no longer) be (considered|taken|"
    "processed|examined|retained|pursued)",
    "(end|ending|stop|stopping|cancel|cease|withdraw|discontinue) my participation in … "
    "(selection|recruitment|process|competition|procedure)",
    # To be treated as ended.
    f"(treat|consider|regard|mark|deem) {_MINE} … ({OBJECT}|file|dossier) … (as )?{_ENDED}",
    f"(my|our) … {OBJECT} … (is|are) (no longer|not) … "
    "(current|relevant|valid|active|open|standing|needed|live)",
    f"(my|our) … {OBJECT} (be|should be|can be|may be) … "
    "(closed|disregarded|ignored|set aside|discarded|dropped|destroyed|shredded)",
    # Not to go on.
    f"(i|we) … (cannot|can not|can t|unable to) {_PURSUE} … {OBJECT}",
    f"(i|we) (should|do) not (intend to |plan to |mean to )?{_PURSUE} (this|my|our|the) … "
    f"({OBJECT}|opportunity|process|position|post)",
    f"(i|we) … {_DECIDED} … (not|against) (to )?(be )?{_PURSUE}",
    f"(i|we) … (wish|want|intend|going) not to (be )?{_PURSUE}",
    f"(i|we) (will|shall|am|ll|m) … (not|no longer) (be )?(able to )?(therefore )?{_PURSUE} … "
    f"({OBJECT}|process|recruitment|selection|competition|procedure)",
    f"(i|we) … (will|shall) … (not|no longer) be (able to )?{_PURSUE} … ({OBJECT}|process|"
    "recruitment|selection|competition|procedure)",
    "(will|shall|am|m) (therefore |thus |hence |so |unfortunately )?(not|no longer) be (pursuing|"
    f"continuing|proceeding|going ahead|going forward|moving forward) … ({OBJECT}|process|"
    "recruitment|selection|competition|procedure)",
    "(prefer|rather) not (to )?(continue|go on|proceed|pursue|go ahead|take part|be considered)",
    "i (no longer wish|no longer want|do not wish|don t wish) to be … (candidate|considered any)",
    "(i|we|and|but|so) (am|m|are|re) (therefore |thus |hence |so |now |sadly |unfortunately )?"
    "no longer (interested|a candidate|in the running|in contention|applying|in a position to be "
    "considered)",
    "i (am|m) not applying after all",
    "i (do not|don t|dont|no longer) want (the|this|your|that) … (job|post|position|role) "
    "(any more|anymore|any longer)",
    "(i|we|and) no longer (seek|seeking|desire|intend) … "
    "(position|post|job|role|considered|apply|candidate)",
    f"(i|we) (won t|shan t) be (able to )?({_PURSUE}|taking) … {OBJECT}",
    "i no longer want (the|this|your|that) … (job|post|position|role)",
    f"(please|kindly|you|to|and) (not|do not|don t|no longer) (consider|count|include|retain|keep|"
    f"process|examine|review|assess|pursue|take) (me|{_MINE}) … (candidate|candidates|list|"
    f"any further|any longer|further|anymore|any more|into account|into consideration|{OBJECT})",
    # Ne pas continuer.
    f"ayant (choisi|décidé|résolu|préféré) (de )?ne (pas|plus) … {_POURSUIVRE}",
    f"{_FIN} … ma participation … (recrutement|sélection|procédure|concours|processus)",
    "(retirer|retire|retirons) (mes|nos) (papiers|pièces|documents)",
    "(préfère|préférons|dois|vais|veux|souhaite) (donc )?laisser tomber",
    "(sortir|sortez|enlever|enlevez|ôter|ôtez|exclure|excluez) "
    "(mon dossier|ma candidature) (de|du)",
    "(céder|cède|cédons|laisser|laisse) (donc )?ma place",
    "plus … (compter|figurer|me|être) … parmi les (candidat*|postulant*)",
    f"ne (pas|plus) (tenir compte|considérer|prendre|donner suite) … {_DOSSIER}",
    f"{_FIN} {_MA} … {_DOSSIER}",
    f"(j|je|nous) … {_DECIDE} … (de )?ne (pas|plus) … {_POURSUIVRE}",
    f"(je|nous|et) (préfère|préfères|préférons|souhaite|souhaitons|veux|désire|pense) … "
    f"ne (pas|plus) … {_POURSUIVRE}",
    f"(je|nous|et|donc) ne (poursuis|poursuivrai|poursuivrons|maintiens|maintiendrai|continue|"
    "continuerai|participerai|présenterai|donne|donnerai|donnerons) (donc |ainsi )?(pas|plus) … "
    f"({_DOSSIER}|processus|sélection|procédure|recrutement|concours)",
    "(je|nous) ne (souhaite|souhaitons|désire|veux) plus (que|être|concourir|participer|figurer)",
    "(ne )?(veux|souhaite|désire|voudrais) plus (du|de ce|de cet|le|ce|cet) … "
    "(poste|emploi|travail|job)",
    f"(de|d|prière de|merci de) ne (pas|plus) … (suite|compte|considérer|examiner|traiter|retenir) "
    f"… {_DOSSIER}",
    f"ne (tenez|prenez|traitez|considérez|retenez|examinez) (plus|pas) … {_DOSSIER}",
    "ne (pas|plus) me (compter|considérer|retenir|garder|inscrire|convoquer|faire figurer|ranger|"
    "maintenir) … (candidat*|liste|course|lice|postulant*|nombre)",
    "ne me (comptez|considérez|retenez|gardez) (plus|pas)",
    "(ma|notre|mon) … (candidature|dossier) n (est|a) plus … "
    "(actualité|valable|valide|lieu|objet|maintenue|maintenu)",
    f"(considér*|regard*|ten*|trait*) {_MA} … {_DOSSIER} (comme )?(étant )?{_CLOS}",
    f"(mon|notre|ma) … {_DOSSIER} (soit|est|sera) … {_CLOS} … (sélection|procédure|processus|"
    "recrutement|concours|liste)",
    "me (retirer|rayer|enlever|ôter|sortir|radier|exclure|supprimer) … "
    "(liste|candidat*|processus|course|lice|vivier|procédure|sélection)",
    "(retirez|rayez|enlevez|ôtez|sortez|supprimez) (moi|mon nom) … "
    "(liste|candidat*|processus|course|lice|vivier|procédure|sélection)",
    "(je|me) (retire|retirer|sors|quitte) … (course|lice|processus|procédure|sélection|concours)",
    "(quitter|sortir) (le|du|la|de la) (processus|procédure|course|sélection|concours)",
    "(retirer|retire|annuler|annule) (donc |ainsi |aussi )?(ma|mon|la|cette|notre) … "
    "(candidature|postulation)",
    "jett* l éponge",
    "(je|nous|et) ne (donne|donnerai|donnons) (donc )?(pas|plus) suite",
    "(renonce|renoncer|renonçons) … à (concourir|postuler|candidater|participer|me présenter|"
    "poursuivre)",
    "(je|nous) n (irai|irons|vais) pas (plus loin|jusqu au bout)",
    "(n entends|ne compte|n envisage|ne désire|ne veux|ne pense) plus … "
    "(candidat*|postuler|poste|concourir|participer)",
    f"m est (plus|pas) possible de (donner suite|poursuivre|maintenir) … {_DOSSIER}",
    "(je|nous) (me|nous) (retire|retirons|désiste|désistons)",
    "suis plus (en lice|dans la course|partant*|preneu*|sur les rangs)",
    "(décliner|décline) (la suite|la poursuite|toute suite)",
    "ne (postule|candidate|concours) plus",
    "(annuler|annule|annulez|retirer|retire) (mon|notre) inscription … "
    "(concours|sélection|épreuve*|recrutement)",
    "(inutile|pas la peine|plus la peine|plus nécessaire|pas nécessaire) (de|d) … "
    "(examiner|traiter|étudier|considérer|lire) … (mon|ma|notre)",
)

WITHDRAWAL_SUBJECTS = Phrases("withdrawal", "withdrawing", "withdrawn", "retrait", "désistement")
"""Alone at the head of a subject, in a mail without files."""

SPEAKS_OF_IT = Phrases("(withdr*|retract*|cancel*|retir*|retrait|désist*|annul*|renonc*)")
"""Of withdrawing, in whatever sense."""
