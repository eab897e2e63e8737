"""A letter on one trouble: what happened, what is safe, what to do; and that it is over."""

from datetime import datetime, tzinfo

from intake.outbox.compose import Composed
from intake.outbox.words import Language, Words, harmless
from intake.triage.trouble import Trouble


def alert(trouble: Trouble, ended: datetime | None, language: Language, zone: tzinfo) -> Composed:
    """Tell of a trouble; with `ended`, that it is over since then. Plain text alone."""
    words = Words(language, zone)
    what = words(f"trouble_{trouble.kind}", subject=harmless(trouble.subject))
    since = words("trouble_since", moment=words.moment(trouble.since))
    if ended is not None:
        over = words("trouble_over", moment=words.moment(ended))
        return Composed(
            words("trouble_over_subject", what=what), f"{over}\n\n{what}\n{since}\n", ""
        )
    lines = [what, since, harmless(trouble.problem), "", words(f"trouble_{trouble.kind}_do")]
    return Composed(words("trouble_subject", what=what), "\n".join(lines) + "\n", "")
