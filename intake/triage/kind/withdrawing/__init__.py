"""The words by which people withdraw; `unwithdrawn.py` has those that only seem to."""

from intake.triage.kind.withdrawing.english import ENGLISH, OBJECT
from intake.triage.kind.withdrawing.french import FRENCH
from intake.triage.words import Phrases

__all__ = ["OBJECT", "SPEAKS_OF_IT", "WITHDRAWAL_SUBJECTS", "WITHDRAWS"]

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

SPEAKS_OF_IT = Phrases("(withdr*|retract*|cancel*|retir*|retrait|désist*|annul*|renonc*)")
"""Of withdrawing, in whatever sense."""
