"""The words by which people apply, ask, add and replace: tables to be read aloud."""

from intake.triage.words import Phrases

REPLACES = Phrases(
    "(previous|earlier|first|former|prior|last|old|initial|wrong|outdated) … "
    "(application|candidacy|candidature|submission|mail|email|message|version|letter|cv)",
    "(replace|replaces|replacing|instead|supersede|supersedes)",
    "(new|updated|revised|corrected|latest|final) (version|application|cv|letter|documents)",
    "(use|consider|accept) (this|these|the attached|the enclosed|the new)",
    "(précédent*|première|ancien*|premier) … (candidature|envoi|version|lettre|mail|message|cv)",
    "(candidature|envoi|version|lettre|mail|message|cv) (précédent*|antérieur*|initial*)",
    "(remplace|remplacer|à la place|en remplacement|au lieu)",
    "(nouvelle|dernière) (version|candidature|lettre)",
    "nouveau (cv|dossier)",
    "version (corrigée|mise à jour|actualisée|révisée)",
)
"""A withdrawal of what was sent, to put something else in its place."""

ADDS = Phrases(
    "(as a )?follow up (to|on) (my|our) … "
    "(application|candidacy|candidature|submission|mail|email)",
    "(following|subsequent to) (my|our) … (application|candidacy|candidature|submission)",
    "following up (on|to|with) (my|our) … "
    "(application|candidacy|candidature|submission|mail|email)",
    "(further|in addition|additional|supplement|complement|addendum) to (my|our|the) … "
    "(application|candidacy|candidature|submission|mail|email)",
    "to (complete|complement|supplement|update|correct) (my|our) … "
    "(application|candidacy|candidature|file|submission)",
    "to be (added|attached) to my … (application|candidacy|candidature|file)",
    "add (it|this|these|them|the attached|the enclosed|the following) … to my … "
    "(application|file|candidacy|candidature)",
    "(missing|forgotten|omitted|remaining) … (letter|cv|resume|document|documents|attachment|"
    "attachments|file|files|diploma|certificate|page|pages)",
    "(forgot|forgotten|omitted|neglected|failed) to (attach|include|enclose|add|send|join)",
    "(was|were) (missing|not attached|omitted) (from|in|to) (my|our) … "
    "(application|mail|email|message|submission)",
    "(complements|completes|supplements|updates) my … (application|candidacy|candidature|file)",
    "(supplement|addition|addendum|update|correction) (to|for) (my|the) … "
    "(application|candidacy|candidature)",
    "(supplementary|additional|missing) (document|documents|information|material) … "
    "(application|candidacy|candidature)",
    "suite à (ma|mon|notre) … (candidature|envoi|mail|courriel|message|dossier)",
    "(complément|en complément|complémentaire*|supplément) … (candidature|dossier|envoi)",
    "(pour|afin de) (compléter|mettre à jour|corriger) … (candidature|dossier)",
    "(compléter|complète|mettre à jour) (ma|mon) … (candidature|dossier)",
    "(manquait|manquaient|manque|manquent|manquant*) … (dossier|candidature|envoi)",
    "(pièce*|document*|lettre|cv|annexe*|diplôme) (jointe* )?(manquant*|oublié*|omis*)",
    "(j ai|ai) (oublié|omis) de (vous )?(joindre|mettre|envoyer|transmettre|inclure)",
    "(à )?(ajouter|joindre|verser) à (ma candidature|mon dossier)",
    "comme suite à (ma|mon)",
    "faisant suite à (ma|mon) … (candidature|envoi|mail|courriel|message)",
)

ASKS = Phrases(
    "(could|can|would|will) you … (tell|inform|clarify|confirm|advise|explain|let me know|specify|"
    "indicate|provide|share|send me)",
    "(please|kindly) (let me know|advise|clarify|inform me|tell me|specify)",
    "(please|kindly) confirm (if|whether|that|receipt|the)",
    "let me know (if|whether|how|what|when|where|which)",
    "(i|but|and) (would|should|d) (first |also |just |very much |really )?(like|love|appreciate) "
    "to (know|ask|enquire|inquire|find out|understand|"
    "receive more|have more|obtain)",
    "i (wish|want|need) to (know|ask|enquire|inquire|clarify)",
    "i (am|m) (writing|contacting you) to (ask|enquire|inquire|request|seek|find out)",
    "i (write|was wondering|wonder|am wondering)( to (ask|enquire|inquire)|)? (if|whether|about)",
    "i have (a|one|two|three|some|several|the following|few|a few)( brief| quick| short)? "
    "(question|questions|query|queries|doubt|doubts)",
    "(my|a|the following|quick|one|another) (question|questions|query) (is|are|about|regarding|"
    "concerning|on)",
    "(may|can|could|should|must|do|shall) (i|we|candidates|applicants) … "
    "(apply|submit|send|ask|know|include|attach|expect|be|have|use|write)",
    "(is|would|was) it (be )?(possible|acceptable|necessary|required|mandatory|allowed|open)",
    "(what|when|where|which|who) (is|are|will|would|should|does|do)",
    "(is|are) (the|this) (position|post|vacancy|role|job|deadline) … (open|available|remote|still|"
    "extended|full)",
    "request* (for )?(additional |further |more |some )?(information|clarification|details)",
    "(seek|seeking|need|require|asking for) (additional |further |more |some )?(information|"
    "clarification|details)",
    "(pourriez|pouvez|pourrais) vous … (dire|préciser|indiquer|confirmer|informer|renseigner|"
    "éclairer|communiquer|expliquer|envoyer|faire savoir)",
    "je (souhaiterais|voudrais|aimerais|souhaite|désire|désirerais) (savoir|connaître|obtenir|avoir"
    "|vous demander|vous poser|poser|demander)",
    "(j ai|ai) (une|deux|quelques|des) question*",
    "je me (demande|permets de vous (demander|contacter|écrire pour savoir))",
    "(est|serait) il (possible|nécessaire|obligatoire|permis|acceptable)",
    "(puis je|est ce que|est ce qu|peut on|faut il|dois je|devons nous|peut il)",
    "(quel|quelle|quels|quelles|quand|où|qui) (est|sont|sera|seront)",
    "merci (de|d) (me |bien vouloir |nous )… (dire|préciser|indiquer|confirmer|informer|faire "
    "savoir|renseigner)",
    "(demande|besoin|solliciter|demander|obtenir|avoir) (de |d |quelques |certain* |des |un |une )?"
    "(renseignement*|information*|précision*|éclaircissement*)",
    "(veuillez|prière de) (me )?(dire|préciser|indiquer|confirmer|faire savoir|informer)",
)

ASKING_SUBJECTS = Phrases(
    "(question|questions|query|queries|enquiry|enquiries|inquiry|inquiries|clarification|"
    "clarifications|renseignement*)",
    "(request|asking) for … (information|clarification|details|extension)",
    "information request",
    "demande (de|d) (renseignement*|information*|précision*|éclaircissement*)",
    "(précision|précisions|information|informations) (sur|concernant|relative*)",
)

APPLIES_NOW = Phrases(
    "i (hereby |am pleased to |am happy to |am honoured to |formally )?(apply|submit|present) … "
    "(application|candidacy|candidature|cv|for the|for this|to the)",
    "i am (hereby )?applying",
    "i am (hereby )?(submitting|sending|presenting|attaching|enclosing) … (application|candidacy|"
    "candidature|cv|resume|curriculum|letter|documents|diploma)",
    "i am (writing to|pleased to) (apply|submit|express my interest in the)",
    "i (would like|wish|want) to submit … (application|candidacy|candidature|cv)",
    "please (find|see|accept|consider) … (my|our) … (application|candidacy|candidature|cv|resume|"
    "résumé|curriculum|cover letter|motivation letter|letter of motivation)",
    "(attached|enclosed|here) (is|are|you will find|please find) … (my|our) … (application|cv|"
    "resume|curriculum|cover letter|motivation letter|letter|documents)",
    "you (can|will|may) find … my … (application|cv|resume|curriculum|letter)",
    "my … (cv|resume|curriculum vitae|application|documents) … (is|are) … "
    "(attached|enclosed|available|here|below)",
    "je (vous )?(adresse|soumets|présente|propose|envoie|transmets|dépose|pose|joins|fais parvenir)"
    " … (candidature|dossier|cv|curriculum|lettre)",
    "je (me porte candidat*|postule|fais acte de candidature)",
    "j'ai (l'honneur|le plaisir) de … (candidature|soumettre|postuler|vous présenter|vous "
    "adresser)",
    "(veuillez|vous) (trouver|trouverez) … (candidature|cv|curriculum|dossier|"
    "lettre de motivation)",
    "(ci joint*|voici) … (candidature|cv|curriculum|lettre de motivation|dossier)",
    "mon (cv|dossier|curriculum vitae) est … (disponible|accessible|joint)",
)
"""A person applies in these very words, whatever else they ask."""

WISHES_TO_APPLY = Phrases(
    "i (would like|d like|wish|want|am writing|am pleased|am happy) to (apply|be considered)",
    "(please|kindly) consider (me|my (profile|candidacy|application|candidature))",
    "je (souhaite|souhaiterais|voudrais|désire|tiens à) (postuler|poser ma candidature|"
    "présenter ma candidature)",
)
"""A person means to apply; with a question beside it, they may only be asking whether to."""

COURTESIES = Phrases(
    "(confirm|confirming|acknowledge|acknowledging) … (receipt|reception|received)",
    "(let me know|tell me|contact me|inform me) if (you|there) … (need|require|anything|question|"
    "questions|further|additional|more)",
    "(confirmer|accuser|attester) … (réception|reçu|reçue)",
    "(faire savoir|me contacter|me dire) si … (besoin|souhaitez|manque|nécessaire)",
)
"""What people ask at the end of an application: not a question about the vacancy."""

WHETHER_ONE_MAY = Phrases(
    "(how|when|where|whether|if|before|should|can|may|must|could) "
    "(do |should |can |may |must |to )?(i|we|one)",
    "(comment|quand|où|si|puis|dois|peut|faut) (je|j|on|nous|il)",
)
"""How or whether to apply, which is to ask and not to apply."""

INTENDS = Phrases(
    "(i|we) … (apply|applying) (for|to|as)",
    "(apply|applying|application|applicant|candidacy) (for|to|as) … "
    "(position|post|vacancy|role|job|officer|expert|opening)",
    "(my|our) (application|candidacy|candidature)",
    "(be considered|consider me|consider my (profile|candidacy|application)) for",
    "express my (strong |keen |sincere )?interest in",
    "(candidature|candidate|candidat*|postuler|postulation) (pour|à|au|aux|du)",
    "(ma|notre) candidature",
    "(my|mon) (cv|resume|curriculum)",
)
"""Words of applying that a person who only asks may use as well."""

APPLYING_SUBJECTS = Phrases(
    "(application|applying|apply|candidature|candidacy|postulation|cv|curriculum|resume|"
    "demande d emploi|demande d embauche|offre de services|dossier de candidature|postulant|"
    "motivation letter|lettre de motivation|cover letter|job application|bewerbung|candidatura|"
    "sollicitatie)",
)

LETTER_TITLES = Phrases(
    "(my )?(statement|letter) of (motivation|interest|application|intent)",
    "(my )?(motivation|motivational|cover|covering|application) (letter|statement)",
    "(ma )?(lettre|note|déclaration) (de|d) (motivation|intention|intérêt|candidature)",
)
"""With which a letter in a mail begins."""
