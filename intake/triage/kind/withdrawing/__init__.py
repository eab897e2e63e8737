"""The words by which people withdraw; `unwithdrawn.py` has those that only seem to."""

from intake.triage.kind.withdrawing.english import ENGLISH, OBJECT
from intake.triage.kind.withdrawing.french import FRENCH
from intake.triage.words import Phrases

__all__ = ["OBJECT", "PLAINLY", "SPEAKS_OF_IT", "WITHDRAWAL_SUBJECTS", "WITHDRAWS"]

WITHDRAWS = Phrases(*ENGLISH, *FRENCH)

WITHDRAWAL_SUBJECTS = Phrases(
    "^ (withdrawal|withdrawing|withdrawn|withdraw|retrait|désistement|renonciation|renoncement)",
    "^ (end|cancellation|cancelling|removal) of my (application|candidacy|candidature|file)",
    "^ (application|candidacy|candidature) … (withdrawal|withdrawn|cancelled|retirée|annulée)",
    "(application|candidature|candidate|candidat|dossier|postulation|vacancy|poste) … … "
    "(withdrawal|"
    "withdraw|withdrawn|retrait|retirée|retirer|désistement|annulation|abandon) $",
    "^ (fin|annulation|suppression|abandon|clôture) de (ma|mon|notre) (candidature|dossier)",
)
"""In the subject of a mail without files."""

PLAINLY = Phrases(
    f"(withdraw*|retract*|rescind*|cancel*) (of )?(my|our|the|this) … {OBJECT}",
    "(withdraw|withdrawing) (myself )?from … (selection|recruitment|process|procedure|competition)",
    "(retir*|annul*|renonc*|abandonn*) (à )?(ma|notre|la présente|cette) … (candidature|dossier)",
    "(désist*|mon retrait|mon désistement|me retire|me retirer)",
    "(i|we) (hereby |therefore |must |ll |will )?withdraw",
)
"""In so many words: whatever else a sentence speaks of, and whatever is attached."""

SPEAKS_OF_IT = Phrases("(withdr*|retract*|cancel*|retir*|retrait|désist*|annul*|renonc*)")
"""Of withdrawing, in whatever sense."""
