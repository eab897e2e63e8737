"""Withdrawing in English: what is ended, by which verbs, and what is no longer wanted."""

OBJECT = "(application|applications|candidacy|candidature|submission|name|interest|bid)"
_CANDIDACY = (
    "(application|applications|candidacy|candidature|submission|name|interest|bid|file|dossier|"
    "candidateship|entry|paperwork)"
)
_FILE = "(application|applications|candidacy|candidature|submission|file|dossier|paperwork)"
_MINE = "(my|our|this|the present|mine)"
_PROCESS = (
    "(process|procedure|procedures|selection|recruitment|competition|contest|running|race|"
    "consideration|contention|hiring|exercise|list|shortlist|short list|roster|pool|candidates|"
    "applicants|vacancy)"
)
_POST = "(position|post|role|job|vacancy|opportunity|place|opening|assignment|appointment|offer)"
_END = (
    "(withdraw|withdrawing|withdrew|withdrawn|retract|retracting|retracted|rescind|rescinding|"
    "revoke|revoking|cancel|cancelling|canceling|cancelled|canceled|abandon|abandoning|relinquish|"
    "relinquishing|give up|giving up|give up on|giving up on|forgo|forego|renounce|renouncing|"
    "discontinue|discontinuing|annul|take back|taking back|call off|calling off|desist from|pull|"
    "pulling|pull back|retire|retiring|resign to|discard|nullify|scrap)"
)
_DROP = (
    "(drop|dropping|terminate|terminating|end|ending|stop|stopping|close|closing|void|delete|"
    "deleting|remove|removing|erase|bin|shred|destroy|disregard|ignore|dismiss|forget|forget "
    "about|set aside|scratch|leave out|archive|exclude|invalidate|quit|cease|suspend|(to|must|"
    "please) recall)"
)
_PUT = "(set|setting|put|putting|lay|laying|take|taking|pull|pulling)"
_ENDED = (
    "(closed|withdrawn|void|null|cancelled|canceled|ended|over|terminated|retracted|removed|"
    "deleted|annulled|dropped|discarded|rescinded|disregarded|ignored|no longer (active|valid|"
    "current|open|standing))"
)
_DECIDED = (
    "(decided|decision|choose|chose|chosen|prefer|preferred|resolved|opted|concluded|conclusion|"
    "agreed|determined)"
)
_PURSUE = (
    "(pursue|pursuing|proceed|proceeding|continue|continuing|go on|going on|go ahead|going ahead|"
    "go forward|going forward|move forward|moving forward|carry on|carrying on|follow through|go "
    "any further|going any further|take part|taking part|participate|participating|keep up|"
    "maintain|maintaining|uphold|sustain|compete|competing|take (my|our|this|the) … further|put "
    "(my|our) … forward|be considered|remain|stay|be part|progress)"
)
_CONSIDER = (
    "(consider|considering|count|include|retain|keep|process|processing|examine|examining|review|"
    "reviewing|assess|assessing|pursue|evaluate|evaluating|handle|handling|treat|take|forward|go "
    "on with|proceed with|look at|deal with)"
)
_LEAVE = (
    "(leave|leaving|quit|quitting|exit|exiting|abandon|abandoning|drop out|dropping out|drop|"
    "dropping|step out|stepping out|step back|stepping back|step down|stepping down|step aside|"
    "stepping aside|step away|stand down|standing down|stand aside|pull out|pulling out|back out|"
    "backing out|bow out|bowing out|opt out|opting out|come out|get out|withdraw|withdraws|"
    "withdrawing|retire|retiring|discontinue|discontinuing|resign)"
)
_NOT = "(not|t|no longer|no more|never|nor)"
_NO_LONGER = "(no longer|no more|not … any more|not … anymore|not … any longer)"

ENGLISH = (
    # To end it: by whom it is, or by whom it was sent to.
    f"{_END} (with |of )?(my|our) … {_CANDIDACY}",
    f"{_DROP} (my|our) (whole |entire |present |job |online |recent |above )?{_CANDIDACY}",
    f"({_END}|{_DROP}) (this|the present|that) (whole |job |online )?{OBJECT}",
    "(please|kindly|pls|hereby|to) (withdraw|cancel|retract) the (whole |job )?(application|"
    "candidacy|candidature)",
    f"{_END} … {_MINE} (whole |entire |said |present )?{OBJECT}",
    f"{_PUT} {_MINE} … ({_CANDIDACY}|papers|documents) (aside|away|to rest|back|down|out|off)",
    f"{_PUT} (back|aside|out|off) {_MINE} … {_CANDIDACY}",
    f"({_END}|{_DROP}) the … (application|applications|candidacy|candidature) … (submitted|sent|"
    "lodged|filed|made)",
    f"({_END}|{_DROP}) (the )?… (application|applications|candidacy|candidature) (that |which "
    ")?(i|we) … (submitted|sent|sent in|lodged|filed|made|emailed|mailed|forwarded|uploaded)",
    f"(undersigned|candidate|applicant) … (withdraws|retracts|rescinds) … {OBJECT}",
    "(withdrawal|cancellation|removal) of (my |our |the |this )?… (application|candidacy|"
    "candidature|name)",
    "(application|candidacy|candidature) withdrawal",
    "my withdrawal (from|of|as)",
    f"withdrawal from … {_PROCESS}",
    f"({_END}|{_DROP}) my (participation|involvement|process|part) (in … {_PROCESS}|with … "
    f"{_PROCESS}|$)",
    "(discontinue|stop|end) (with (the |this |your )?|my |this |your )(recruitment|selection|"
    "hiring|application) (process|procedure)",
    "(throw|throw away|bin|shred|destroy|discard|tear up) … my (papers|documents|file|dossier|cv)",
    "(take|remove|pull|withdraw) my … (documents|papers|file|data|name|cv|application) … (out of|"
    f"from|off) … {_PROCESS}",
    "(please|kindly|pls|plz|to|hereby|therefore|and) (withdraw|cancel|retract) (it|mine|this one|"
    "that one|the (one|same) (for|of|about|to|that|$))",
    "(please|kindly|pls) (withdraw|cancel) $",
    "(please|kindly|and|to) withdraw the … one",
    "(scrap|bin|ditch|drop|forget) it $",
    "(withdrawing|cancelling|retracting) (it|the same|mine)",
    "(put|take|taking|throw) it (away|aside|back)",
    "(one|it|mine) (should|must|need|is to) (not|no longer) be (considered|processed|examined)",
    "(call|calling) it (off|a day)",
    "(application|candidacy|candidature) (is |now |hereby )?(withdrawn|cancelled|canceled) (as|"
    "please|thanks|reason|$)",
    "(free|release) … my (place|slot|spot|file)",
    # It is ended.
    f"my {_FILE} … can be (disregarded|ignored|closed|deleted|discarded)",
    "let it be cancelled",
    "the end of my (application|candidacy|candidature)",
    "(application|candidacy|candidature) … (is|be) (hereby )?withdrawn",
    f"(my|our) … {_FILE} … (be|as|considered|is|consider*) (as |hereby |now |to be |treated as |"
    f"to have been )?{_ENDED}",
    f"(that|this|the) … {OBJECT} … (be|as|considered) (as |considered |treated as )?{_ENDED}",
    f"(consider|regard|treat|deem) … ({_CANDIDACY}|me|it|this|that|myself) ((that |which )?(i|we) "
    f"… (sent|submitted|made|filed) … )?(as )?(being |having been |to be )?({_ENDED}|{_NO_LONGER})",
    "(request|ask|wish|like|want|grateful) … that (it|same|this|they) be (considered |treated as "
    f"|regarded as )?{_ENDED}",
    f"(my|our) … {OBJECT} … (comes|come|has come|ends|ceases) … (end|here|now|today)",
    f"(my|our) … {OBJECT} (must|should|need|is to|can) (not|no longer) be (considered|taken|"
    "processed|examined|retained|pursued)",
    "my (name|candidacy|candidature|application|file|cv) … (be|is|were|being|was) (struck|taken|"
    "removed|crossed|deleted|dropped|left|excluded|withdrawn|pulled) (off|out|from)",
    "(wish*|want*|like|ask*|desire*|request*|please) … (be|being) (excluded|removed|withdrawn|"
    f"struck|taken|dropped|deleted|released) (from|off|out of) … {_PROCESS}",
    "my (name|candidacy|candidature|application) … no longer (in|part of|stand|stands|count)",
    # To leave the procedure.
    f"(i|we|to|must|will|so|and|therefore|please) {_LEAVE} (myself )?(out )?(of |from |with "
    ")?(the|this|your|that) … (selection|recruitment|hiring|competition|process|procedure|"
    "running|race|contest|contention|roster|reserve list|shortlist|candidates|applicants)",
    f"{_LEAVE} (myself )?(out )?(of|from) … (selection|recruitment|hiring|competition|process|"
    "procedure|consideration|candidates|running|race|contest)",
    "(withdraw|withdraws|withdrawing|pull out|pulling out|opt out|opting out|back out|bow out) "
    "(myself )?(of|from) … (position|post|vacancy|role|job)",
    f"{_LEAVE} (myself )?as (a )?candidate",
    "(i|we) (am|m|are|re) (hereby |therefore |thus |now )?(withdrawing|pulling out|bowing out|"
    "dropping out|opting out|stepping aside|stepping back|standing down|backing out)",
    "(i|we) (hereby |therefore |thus |now |do |ll |shall |will |must |d better |d rather "
    ")?(withdraw|desist|bow out|pull out|opt out|drop out|back out|step aside|stand down|step "
    "back)",
    "(pass|passing|take a pass) on (this (one|opportunity|chance|time)|the … (position|post|job|"
    "role) (after all|this time))",
    "no longer (want|wish|intend|plan) to (apply|join)",
    "(do not|don t) (want|wish|intend|plan) to apply … (any more|anymore|any longer|after all)",
    "(cannot|can not|can t|not|no longer) join the (selection|recruitment|procedure|process|"
    "competition) (any more|anymore|any longer|$)",
    "(on behalf of|asks me|asked me|begs me) … … (withdraw*|retract*|cancel*) … (his|her|the) "
    "(application|candidacy|candidature)",
    "(take|taking|pull|pulling) (back|out) my (documents|papers|files|dossier|cv)",
    "let my (application|candidacy|candidature) (go|drop|lapse|rest)",
    "(throw away|delete|destroy|discard|forget) everything (i|we) (sent|submitted|have sent)",
    "(cancel|withdraw) for me $",
    "(find|look for|choose) (another|some other) candidate",
    "(carry on|go on|continue|proceed) without me $",
    "(i|we) … (must|have to|obliged to|forced to|decided to|going to|wish to|like to|want to|will|"
    "shall|prefer to|rather|need to|choose to|chosen to) (respectfully |regretfully |reluctantly |"
    "formally |kindly )?(withdraw|bow out|pull out|drop out|opt out|back out|step aside|stand "
    "down|desist)",
    "(remove|take|strike|cross|scratch|drop|delete|withdraw|exclude|pull|erase|excuse|rule|count|"
    "leave|keep) (me|myself|my name|my candidacy|my candidature|my application) … (off|out|from)",
    "(withdraw|discount) me",
    f"(release|excuse) me from (the|this|your) … {_PROCESS}",
    "from considering (me|my|our)",
    "(i|we) (am|m|are) (hereby |now )?out of the (running|race|selection|process)",
    "hat out of the ring",
    "let (this|it) (one )?go $",
    "(remove|delete|erase|take|drop|withdraw) it (from|off|out of) (the|your) … (records|files|"
    f"file|system|database|list|pile|{_PROCESS})",
    "(treat|consider|regard) it as … (never|not) … (sent|received|submitted|made)",
    "^ (withdrawn|cancelled|canceled) (please|pls|kindly|thanks)",
    "(stop|cancel) (please|pls|svp|stp)",
    # No longer a candidate, and not to be treated as one.
    f"(am|m|are|be|being|was|is) … {_NO_LONGER} (a |in |be )?(position to be considered|candidate|"
    "running|contention|interested|considered|applying|competing|contending|pursuing)",
    "(am|m|im) (not|no longer|no more) (interested|a candidate|in the running) (any more|anymore|"
    f"any longer|$|(in|for) (the|this|your|that) … ({_POST}|{_PROCESS}))",
    f"(am|m|im) not available for … {_POST} (any more|anymore|any longer)",
    f"(am|m|im) (no longer|no more) (available for|able to take|a candidate for) … {_POST}",
    "i (am|m) not applying after all",
    "(i|we|and|but|so) (am|m|are|re) (therefore |thus |hence |so |now |sadly |unfortunately )?(no "
    "longer|no more) (interested|a candidate|in the running|in contention|applying|in a position "
    "to be considered|seeking|pursuing)",
    f"(i|we|and) … (no longer|no more) (seek|seeking|desire|intend|wish|want|pursue) … ({_POST}|"
    f"considered|apply|candidate|candidacy|application|take part|continue|proceed|{_PROCESS})",
    f"i (do not|don t|will not|won t) (want|wish|need|candidate) … {_POST} (any more|anymore|any "
    "longer)",
    "i (will|do|shall) (not|no longer) (candidate|apply) (any more|anymore|any longer|after all)",
    f"{_NOT} (to )?{_CONSIDER} … (me|{_MINE}) … (candidate|candidates|list|any further|any longer|"
    f"further|anymore|any more|into account|into consideration|{_CANDIDACY}|{_PROCESS})",
    "(please|kindly|pls|you|and) (would |will |could )?(not|do not|don t|no longer) (to "
    f")?{_CONSIDER} (me|it|this one|mine) (for|any|further|as|anymore|$)",
    f"(ask|asking|request|beg|want|like) you … (not|no longer) to {_CONSIDER} … (me|{_MINE})",
    f"stop {_CONSIDER} (me|{_MINE})",
    "(pay|give) no (further |more )?(attention|consideration) to (my|our) … (application|"
    "candidacy|candidature)",
    "(no need|not bother|don t bother|needless|not necessary|no longer necessary) … (assess|"
    "examine|process|read|review|consider|evaluate|look at|go through) … (my|our|me)",
    # Not to go on.
    f"({_NOT}|cannot|unable|impossible) … {_PURSUE} … ({_CANDIDACY}|selection|recruitment|"
    "competition|hiring|process|procedure|any further|further|any longer|any more|anymore)",
    f"(nor|neither) (will|shall|do|can|would) (i|we) … {_PURSUE}",
    f"(i|we|my|ve|having) … {_DECIDED} … (not|against) (to )?{_PURSUE} … ({_CANDIDACY}|{_PROCESS}|"
    f"{_POST}|it|this|further|$)",
    f"{_NOT} {_PURSUE} (with |in |for )?(this|the|that|your) … {_POST}",
    "(not|t) be taking (my|our|this|the) … further",
    f"(i|we) … (not|t) (be )?{_PURSUE} (with |in )?(this one|it|this|$)",
    f"{_DECIDED} … (not|against) … (apply|applying) after all",
    "(i|we) (will|shall|would rather|do|am|m|are) (not|no longer) (be )?(able to |going to "
    f")?{_PURSUE} … ({_CANDIDACY}|{_PROCESS}|any further|further)",
    "(decline|declining|turn down|turning down) … (to be considered|to continue|to proceed|"
    "continue|further|to take part)",
    "(decline|declining|turn down|refuse|cannot accept|can not accept|not accept|unable to "
    "accept) your … (offer|appointment|post|position|job)",
    f"(i|we) … (renounce|desist|abandon) (to |from )?(it|my|this|that) … ({_CANDIDACY}|{_PROCESS}|"
    f"{_POST})",
    "(renounce|desist|renouncing|desisting) (to |from )?(it|this) ",
    "(i|we) (renounce|desist|relinquish)",
    "changed my mind (about|on|regarding) … (applying|application|post|position|job|vacancy|move)",
)
"""Sentences in which a candidate withdraws."""
