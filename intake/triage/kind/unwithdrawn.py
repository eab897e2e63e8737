"""Words that only speak of withdrawing: questions, denials, reports, suppositions."""

from intake.triage.kind.withdrawing import OBJECT
from intake.triage.words import Phrases

ASKS_TO_WITHDRAW = Phrases(
    "(can|could|would|will|might) (you|my|our) … (withdraw*|cancel*|remove*|delet*|disregard*|"
    "consider*|take*|taking)",
    "(may|can|could|might) (i|we) … (ask|request) … (withdraw*|cancel*|remove|delete|stop|close|"
    "cease|not|disregard|drop|take|no longer)",
    "may i (please |kindly |hereby )?(withdraw|retract|cancel) my",
    "(possible|able|time|way|possibility) … (withdraw*|cancel*|remove|retract*|delete) (my|me|our|"
    "myself|from|the (application|candidature|candidacy|file))",
    "(possible|temps|moyen|possibilité|loisible) … (retirer|annuler|supprimer|enlever|effacer) "
    "(ma|mon|notre|la candidature|le dossier)",
    "possible … me (retirer|désister)",
    "(pourriez|pouvez|voudriez|voulez|auriez|seriez) vous … (retirer|rayer|annuler|supprimer|"
    "clore|clôturer|classer|fermer|effacer|ôter|enlever|sortir|radier|ne plus|ne pas|cesser)",
    "(pourriez|pouvez|voudriez) vous … considérer",
    "(would|could|can|will) you … (kind|good|kindly|please|mind)",
    "vous (pouvez|pourriez) … (retirer|rayer|annuler|supprimer|enlever|effacer|clore)",
    "(puis je|pourrais je) … (demander|prier) … (retir*|annul*|supprim*)",
    "je (souhaite|souhaiterais|voudrais|désire|désirerais|aimerais|dois|préfère|préférerais) … "
    "(retirer|annuler|supprimer|me désister|renoncer)",
    "i (would|d|should) (like|prefer|wish|need|want) to (withdraw|cancel|retract|pull out)",
    "i (want|wish|need|have) to (withdraw|cancel|retract|pull out)",
)
"""A wish to withdraw, put as a question: a person confirms it anyway."""

ONLY_WONDERS = Phrases(
    "(if|whether|in case|should|unless|before) (i|we|one|my)",
    "(si|au cas où|avant que) (je|j|on|nous|ma|mon)",
    "(know|ask|savoir|demander) (if|si)",
    "(do|does|must|should|shall) (i|we|one) … (have|need|withdraw|cancel)",
    "(when|what|how|whether|which|where|why|until|deadline|penalty|consequence|consequences)",
    "(apply|reapply|resubmit|send|submit) … (again|another|later|new)",
    "(later|afterwards|in future|one day|if needed|if necessary|change my mind)",
    "(quand|comment|quel*|où|pourquoi|jusqu|délai|conséquence*)",
    "(postuler|envoyer|candidater|soumettre) … (nouveau|autre|tard|nouvelle)",
    "(plus tard|ultérieurement|par la suite|le cas échéant|au besoin|en cas de)",
)
"""A question about withdrawing: how, until when, with what consequence, and what then."""

NOT_WITHDRAWING = Phrases(
    "(not|never|won't|don't|didn't|haven't|cannot|without|nor) … (withdraw|withdrawing|withdrawal|"
    "retract|retracting|rescind|cancel|cancelling)",
    "(not|never|without|nor) … (abandon|abandoning|give up|giving up|relinquish|forgo|forego)",
    "(never|not|n t) (asked|requested|wanted|said|wished) … (withdraw*|cancel*|remov*)",
    "(jamais|pas) (demandé|sollicité|souhaité|voulu|dit) … (retrait|retirer|annul*|supprim*|"
    "suppression|clôture)",
    "(tried|trying|attempted) to",
    "(learn*|told|hear*|see|understand) (that )?you (have |had |do |did )?(no longer|not)",
    "(référent*|chef|supérieur*) ne (souhaite*|veut|veulent|peut|peuvent)",
    "(withdraw|withdrawing|withdrew|retire|retirer) (my |what |the |an |a |ma |mon |une "
    ")?(complaint|question|objection|remark|statement|appeal|claim|what|réclamation|plainte|"
    "question|objection)",
    "(selection|recruitment|competition|competition s|process) (written |oral |online )?(test|"
    "interview|exam|meeting)",
    "(participer|part) (à|au|aux) (l |la |une |un )?(entretien|épreuve|oral|visio|test|entrevue)",
    "(end|close|conclude|finish) my (letter|application) … (with|let me|by|on)",
    "ne … plus (que|qu) (ce|cet|à|travailler|être|au)",
    "(not|t) let (this|it)",
    "(ne|n) (ignor*|ferm*|class*|oubli*|écart*) (pas|point)",
    "(not|t) (forget|dismiss|exclude|miss|lose|want to be|wish to be)",
    "(sad|sorry) to be",
    "pour (clore|clôturer|compléter|finaliser|terminer)",
    "(jeter|jetez) un (œil|coup)",
    "(reprendre|reprise de) l (examen|étude|instruction)",
    "(remove|delete|erase|take|strike) … from my (application|file|dossier)",
    "(your|votre) (decision|décision|refusal|refus|réponse négative)",
    "(parmi|comme|as|among|of) (mes|my) (références|référents|referee|referees|references)",
    "(candidature|application|candidacy) (à|auprès de|auprès d|chez|at|with|to|for) (l |une |un |"
    "the |an )?(autre|other|another)",
    "(candidature|candidacy|application|nomination) (de|d|of) (m|mr|mme|mrs|ms|monsieur|madame|"
    "notre|nos|our|dr|l)",
    "(membre du jury|siéger|panel member|sit on the panel|board member)",
    "(another|other|autre|autres) (application|applications|candidature|candidatures)",
    "(ne|n) … (pas|nullement|point|jamais|aucunement|guère) (à |de |d |me |nous |pour autant "
    ")?(retirer|annuler|renoncer|désister|abandonner|retiré|annulé|renoncé|désisté|abandonné|"
    "laissé)",
    "(j|je|nous) (avais|avions) … (retirer|renoncer|retiré|annulé|renoncé|désisté)",
    "(effacer|supprimer|retirer|enlever|ôter) … (de|du) (mon dossier|ma candidature)",
    "(ne|n) … (pas|jamais) être (retir*|annul*|supprim*)",
    "(in order to|so as to|pour|afin de) (me )?(concentrate|focus|concentrer|consacrer)",
    "(application|candidacy|candidature) … (elsewhere|ailleurs)",
    "(mailing list|newsletter|alert|alerts|distribution list|subscription|liste de diffusion|"
    "alertes|lettre d information|infolettre)",
    "(able|unable|cannot|could not|impossible|failed|trying|tried) … (upload|portal|website|form|"
    "online|link|platform|system)",
    "(retirer|supprimer|enlever|ôter|annuler) … (document|premier cv|ancien cv|cv (précédent|"
    "joint|envoyé)|lettre|pièce|fichier|copie|diplôme|doublon|version|ancien*|page|annexe)",
    "(avais|ai) (postulé|candidaté) … … (désister|retirer|renoncer)",
    "you (have |had )?(decided|chose|chosen|rejected|closed|cancelled|deleted|ignored|discarded)",
    "vous (avez|aviez|auriez|n avez) … (décidé|choisi|classé|écarté|rejeté|refusé|annulé|ignoré|"
    "supprimé|retiré)",
    "(ai|avais|avons|ayant) … renoncé (à|aux) (un|une|mon|l|des|d) … (poste|emploi|contrat|"
    "carrière|poursuite|offre|proposition)",
    "(not|never|don't) (drop|scrap|ignore|disregard|discard|delete|close|remove|step|pull|back)",
    "(ne|n) … (abandonne*|laisse*|oublie*|écart*|class*) (pas|point|jamais)",
    "ne pas (abandonner|laisser|oublier|écarter|classer|clore|ignorer|fermer|supprimer|effacer)",
    "(not|never) (yet )?(withdrawn|withdrew|cancelled|retracted|pulled|dropped)",
    "(no|any) (intention|plan|plans|wish|reason|desire) … (withdraw*|retract*|cancel*|drop*|pull*)",
    "(instead of|rather than) … (withdraw*|retract*|cancel*)",
    "(ne|n) … (retire|retirer|annule|annuler|renonce|renoncer|désiste|désister) (pas|point|jamais)",
    "(ne|n) (ai|avais|aurais|a|avons) (pas|point|jamais|nullement|aucunement) … (retiré|annulé|"
    "renoncé|désisté)",
    "ne pas (retirer|annuler|renoncer|me désister)",
    "(sans|aucune intention de|plutôt que de|au lieu de) … (retir*|annul*|renonc*|désist*)",
    "(withdraw|withdrawing|retract|cancel|disregard|ignore|discard) (my|our|the) (previous|"
    "earlier|first|last|old|former|wrong) (letter|cv|resume|mail|email|message|request|question|"
    "document|attachment|file)",
    "(withdrew|withdrawn) … (from|by) (another|a different|other)",
)

WONDERS = Phrases(
    "(if|whether|unless|should|before|in case|when|why|how|can|may|could) (i|we|my) … (withdraw*|"
    "retract*|cancel*|am no longer|no longer)",
    "(question|questions|query|enquiry|inquiry|renseignement*|information*) … (withdraw*|retrait|"
    "désist*|annulation)",
    "(know|ask|wonder|savoir|demander|connaître) … (when|until|how|what|which|quand|quelle|quel|"
    "comment|jusqu)",
    "(how|possible) to (withdraw|cancel|retract)",
    "(possibilité|modalité*|possibility|option) … (retrait|retirer|désist*|withdraw*)",
    "(si|comment|puis|peut) (je|on) … (retir*|annul*|renonc*|désist*)",
    "(comment|possible de) (retirer|annuler)",
)
"""How or whether one may withdraw, which is to ask and not to withdraw."""

_TELLS = (
    "(told|informed|advised|inform|inform me|says|say|said|claims|claim|claimed|writes|write|"
    "wrote|written|thinks|think|believes|believe|assumes|assumed|states|stated|suggests|implies|"
    "understood|seems|appears|apparently|heard|hear|learnt|learned|read|rumour|rumor|impression)"
)
_DIT = (
    "(dit|dites|écrit|écrivez|informe|informez|informé*|annonce|annoncé|apprend|apprends|appris|"
    "signale|signalez|signalé|semble|paraît|selon|prétend|affirme|indique|indiquez|indiqué|"
    "entendu|lu|croit|croyez|pense|pensez|rumeur)"
)

TOLD_BY_OTHERS = Phrases(
    f"{_TELLS} … (that )?(i|my … ({OBJECT}|file)) (had|have|ve|was|am|has|might|is|were|would|d) "
    "… (withdraw*|cancel*|removed|retracted|closed|deleted)",
    f"(according to|contrary to) … (i|my … {OBJECT}) (had|have|ve|was|has|is) … (withdraw*|"
    "cancel*)",
    f"{OBJECT} … (marked|listed|recorded|shown|registered|treated|displayed|noted) … withdraw*",
    "(asked|told|wrote|written|instructed) … you to (withdraw|cancel|remove)",
    f"{_DIT} … (que |qu )?(j|je) (ai|aurais|avais|retire|retirais|renonce|renonçais|annule) …",
    f"{_DIT} … (que )?(ma|mon) … (candidature|dossier) … (retiré*|annulé*)",
    "(j|je) (aurais|aurai) … (retiré|annulé|renoncé)",
)
"""Somebody says that the candidate withdrew; the candidate does not say it."""

SAID_MYSELF = Phrases(
    "(i|we) (have |had |already |did |also |must |should |do |hereby |herewith |would |can "
    ")?(told|tell|said|say|wrote|write|written|informed|inform|stated|asked|advised|confirm|"
    "confirmed)",
    "(writing|write|sorry|regret|have|had|like|wish|want|pleased|need|hereby|mail|letter|this is) "
    "to … (inform|tell|advise|say|let|announce|confirm)",
    "(please|kindly) (be|note|take) (informed|advised|note|that)?",
    "let (you|me) (know|inform|tell)",
    "(j|je|nous) (vous |te )?(l |le )?(ai |avais |avons )?(déjà |vous )?(dit|dis|écrit|écris|"
    "informe|informé|annonce|annoncé|signale|signalé|indique|indiqué|confirme|confirmé|apprends)",
)
"""What somebody reports of himself or herself holds."""

SUPPOSED = Phrases(
    "(if|should) (any|anyone|anybody|somebody|someone|another|one of|the selected)",
    "si (l un|un|une|quelqu un|un autre)",
    "(if|unless) (i|we) (do not|don t|have not|haven t|cannot|can t|hear)",
    "(si|sauf si) (je|nous) (ne|n)",
    f"(i|we) would (only )?(withdraw|cancel|retract) … {OBJECT} … (if|unless|only|should|were)",
    "(retirerais|retirerai|annulerais|renoncerais) … (si|que si|seulement)",
    "(advised|asked|told|urged|encouraged|invited|tempted|pressed) … to (withdraw|cancel) … (but|"
    "however|yet|though)",
    "(conseillé|demandé|suggéré|invité*|proposé|pressé) … (retirer|renoncer|annuler) … (mais|"
    "cependant|toutefois|pourtant)",
)
"""What might be, or what others would like."""

STANDS_BY = Phrases(
    "i (still |do |hereby |fully |wish to |want to )?(maintain|uphold|stand by|keep|confirm) (my "
    f"{OBJECT}|mine|it)",
    "(wish|want|like|prefer|intend) to (remain|stay) … candidate",
    "i (still )?(remain|am still|am) (a|your|very much a|still a) candidate",
    "i (am|m) (still|very much still) (applying|a candidate|interested|in)",
    "(i|we) (stay|remain|wish to stay|wish to remain) (in|with|on) … (procedure|process|selection|"
    "competition|running|list)",
    f"{OBJECT} … … (stands|remains|(is|stays) (unchanged|valid|open|active|standing|the same))",
    f"(reinstate|restore|restoring|reinstating|reactivate|revive|resume) … ({OBJECT}|file)",
    f"take my {OBJECT} (back|again) into",
    "(treat|consider|regard) … withdrawal … (not|never|void|null)",
    "(seul|seule|only|sole|premier|first) (choix|choice|organisation|organization|employer|"
    "employeur)",
    "(garder|gardez|maintenir|maintenez|laisser|laissez) … (dans la liste|sur la liste|parmi)",
    "(please|kindly|to|and|still|do) keep me (on|in) the",
    "(please|kindly) (keep|maintain|reinstate|restore) (it|my)",
    "je (la|le) (maintiens|confirme)",
    "je maintiens (bien |donc |pleinement )?(ma|mon)",
    "je (reste|demeure|suis toujours) candidat*",
    "(j y|je y) tiens",
    "je (la |le |les |bien |donc )?maintiens",
    "(la|le) (rétablir|maintenir)",
    "(rétabli*|réactiv*|conserv*|réintégr*) … (ma candidature|mon dossier)",
)
"""Who says so anywhere in a mail withdraws nothing in it."""

DENIED = Phrases(
    "(this|that|it|which) (is|was) (simply |quite |entirely |all )?(wrong|untrue|false|incorrect|"
    "a mistake|an error|a misunderstanding|not so|not true|not the case|not correct|not right)",
    "i (never|did not|didn t) (asked|ask|do|did|say|said|write|wrote) … (so|that|this|it|such)",
    "(c|cela|ceci) (est|serait) (faux|une erreur|inexact|un malentendu|erroné)",
    "(ce|cela) (n est|n était) (pas|nullement|point) (le cas|vrai|exact)",
    "il n en est rien",
)
"""Of what was said just before."""

TOLD_OF_MINE = Phrases(
    "(regret|sad|sorry|surprised|understand|hear|learn|learned|see|protest|object|disappointed) "
    f"… (that |to )?(i |my … ({OBJECT}|file|name) |be |being )(am |is |was |were |has been )?(no "
    "longer (considered|in the running)|closed|over|excluded|removed|dropped|rejected)",
    "as (i|we) (am|are) no longer considered",
    "(prends acte|regrette|conteste|déçu*|surpris*|étonn*|apprends|constate) … que (ma|mon) … "
    "(candidature|dossier)",
)
"""What became of an application without its candidate's doing."""

HINDERED = Phrases(
    "(error|button|page|portal|screen|form|website|link|upload|click|login|log in|internet|"
    "connection|browser|server|platform|teams|zoom|video|extension|typed|reminders)",
    "(erreur|bouton|écran|formulaire|lien|clic|connexion|session|visio|plateforme|portail|site|en "
    "ligne)",
    "(séminaire|seminar|conférence|conference|formation|webinaire|webinar|training|atelier|"
    "workshop)",
    "(another|other|new|different) (date|day|slot|time|appointment)",
    "(autre|nouvelle) (date|jour|heure)",
    "(my|mon|ma) (present |current |last |old |actuel |actuelle |ancien )?(thesis|doctorate|"
    "studies|thèse|doctorat)",
    "(led|managed|in charge|project to|my (unit|team|office|department|colleagues))",
    "(mon|mes) (unité|équipe|service|collègues)",
    "(train|flight|avion|hospital|hôpital|illness|maladie|travelling|mission ce*)",
    "(once|after|as soon as) … (procedure|selection|process)",
    "(une fois|après) … (procédure|sélection)",
    "(phone number|cc|mail list|mailing|carbon copy|waiting list|speakers)",
    "(new|home|old|private|nouvelle|ancienne) (address|adresse)",
    "(protest|unfair|injust*|without any reason|sans raison)",
)
"""A hitch, another day, one's work: with these in it, a sentence withdraws in plain words alone."""
