"""Words that only seem to declare: denials, conditions, the past, other people's relatives."""

from intake.triage.checks.kinship.kin import PROCHE, RELATIVE
from intake.triage.words import Phrases

DENIES = Phrases(
    "(no|not|none|nobody|never|neither|nor|without|nil|isn't|aren't|don't|doesn't|haven't|n a)",
    "(i|we) (have|do) (not|none|no)",
    "(non|aucun|aucune|pas|ni|sans|néant|jamais|nul|nulle|absence)",
)
EXCEPTS = Phrases(
    f"(except|other than|apart from|besides|save for|aside from) … {RELATIVE}",
    f"(hormis|sauf|excepté|à part|à l'exception|autre que|si ce n'est) … {PROCHE}",
)
TURNS = (
    "namely",
    "but",
    "however",
    "though",
    "although",
    "nevertheless",
    "mais",
    "cependant",
    "toutefois",
)
"""What was said before these is not said of what follows."""

SUPPOSES = Phrases(
    "(if|whether|in case|should (i|my|a|any|one)|may be|might)",
    "(si|s il|au cas où|serait|pourrait)",
)
HOPES = Phrases(
    "(happy|favour|favor|proud|support*|agree*|follow*|ready|visit*|trained|applied|apply|applies|"
    "hope|hopes|wish|wishes|want|wants|like|aspire|aspires|dream|dreams|support*|encourag*)",
    "(heureu*|fier*|d accord|suivr*|accompagn*|originaire|lecteur|lectrice|parlé|mon projet|"
    "postul*|souhaite*|espère*|aimerai*|rêve*|voudrai*|encourag*)",
)
"""What somebody would like is not what is."""

OF_OTHERS = Phrases(
    "(candidate|candidates|applicant|applicants|anyone|any person|persons|those|whoever) … "
    "(related|relative|relatives|who|with|whose|having)",
    "(candidat|candidats|candidate|candidates|personne|personnes|quiconque|ceux) … (apparenté*|"
    "parent|parents|ayant|qui|dont|avec|lié*)",
)
"""The clause of a notice, which speaks of every candidate."""

LONG_AGO = Phrases(
    "(former|formerly|once|ex|did|retired|previously|used to|was|were|until|worked|late)",
    "(ancien|ancienne|retraité|retraitée|anciennement|était|travaillait|a travaillé|a été "
    "(attaché*|fonctionnaire|agent*|membre|employé*|direct*|stagiaire|expert*|conseill*)|jusqu|"
    "feu|défunt|défunte)",
)
STILL = Phrases("(has|have) … since", "still", "depuis", "toujours", "encore")
"""What began in the past, and lasts."""

NO_KIN = Phrases(
    "partner (organisation*|organization*|agenc*|countr*|administration*|institution*|universit*|"
    "compan*|firm*|state*|member*|project*)",
    "(business|implementing|training|sector) partner*",
    "(brother|sister|mother|parent) (agency|agencies|organisation*|organization*|company|"
    "companies|institution*|ministry|tongue)",
    "in relation",
    "(colleague|friend|boss|chief|neighbour|neighbor|supervisor|manager|teacher|professor|"
    "classmate|partner|director) s",
    "(relative) (newcomer|experience|ease|success|comfort)",
    "our partner",
    "partner (in|on|of) (the|a|an|our)",
    "proche (orient|collaborat*|avenir)",
    "(parent|parents) d eleve*",
    "(wife|husband|father|mother|brother|sister|uncle|aunt|cousin|son|daughter|spouse) s "
    "(ministry|company|firm|school|agency|administration|employer|university|bank|office)",
    "(mother|father) tongue",
    "(relation|relations) (with|between)",
    "(friend|friends|colleague|colleagues|classmate|neighbour|neighbor|boss|mentor) of (my|our|a)",
    "(ami|amie|amis|collègue|collègues|voisin|voisine|camarade) (de|d) (mon|ma|mes|un|une)",
    "(father|mother|parent) of (one|two|three|four|five|six|a|young|small|adult|twins)",
)
NEXT_CLAUSE = Phrases(
    "(and|but|while|whereas|yet) (my|our|this|its|the|i|whose|work|works|have|am|now|me|moi)",
    "(et|mais|tandis que|alors que) (mon|ma|mes|notre|le|la|les|l|cette|ce|je|j|travaille|suis|"
    "moi|m)",
)
"""Where somebody or something else begins to be spoken of."""

NO_POST = Phrases(
    "(taught|told|inspired|introduced|encouraged|urged|helped|brought|showed|led) me (to )?(love|"
    "respect|admire|follow|value|trust)? (the |every |all |any )?(work|works|official|officials|"
    "officer|officers)?",
    "(the|this|that|its|their|your) (good |important |daily |great )?(work|works|training)",
    "(that|which|who) (applies|apply|follows|follow|uses|use|knows|know|admires|admire|loves|"
    "love) … (rules|standards|tools|guidelines|conventions|texts|work) … (of|in|by)",
    "(i|je) (should|must|may|might|have to|can|dois|peux|tiens à) … (tell|add|say|mention|admit|"
    "confess|dire|ajouter|préciser|avouer)( you| que| that|)",
    "(not|t|never|pas|rien|without|sans) … (hide|hiding|conceal|concealing|omit|cacher|dissimuler|"
    "omettre|taire|keep secret|keep from you)",
    "sans (détour|détours|ambages|réserve|hésiter|hésitation)",
    "(no|without|not a|pas un|aucun) (doubt|hesitation|coincidence|accident|secret|hasard|doute)",
    "(le|son|ce|votre) travail",
    "m (a|ont) appris",
    "(fier|fière|fiers|fières) (de|que)",
    "(normes|règles|outils|conventions|travaux) de",
)
"""What a relative does to the candidate, or thinks of the organisation: no post in it."""

OF_MEMBERS = Phrases(
    "(data|model|museum|matters|rules|building|visit|vacancy|network|valuation|council|session|"
    "committee|conference|meeting|meetings|website|course|courses|training|member|members|partner|"
    "partners|accredited|standard|standards|tool|tools|instrument|instruments|framework|"
    "guidelines|convention|conventions|regional|project|projects)",
)
"""After the organisation's name: its members, its partners and its works are not its staff."""

GOES_ON = Phrases(
    "(of|de|d|du|without|doctors|mondiale|internationale|européenne|africaine|panaméricaine|arabe|"
    "des|for)"
)
"""After the bare word “organisation”: the name of another one."""

MEMBER_STATES = Phrases(
    "(delegate|delegates|representative|representatives|represents|delegation|délégué*|"
    "représentant*|représente)",
    "(member|partner) (administration*|countr*|state*|customs|government*) of",
    "(administration|administrations|pays|état|états|douane|douanes) (membre*|partenaire*)",
)
