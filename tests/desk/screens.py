"""Every screen of the desk by name and address: accessibility and looks are tested on them."""

from dataclasses import dataclass

from intake.triage.verdict import Outcome
from tests.desk.conftest import Desk


@dataclass(frozen=True)
class Screen:
    """One screen, as somebody of a role sees it; no role: before signing in."""

    name: str
    role: str
    path: str


def lists(desk: Desk) -> list[Screen]:
    """Every list."""
    return [
        Screen("overview", "hr", "/"),
        Screen("overview-panel", "panel", "/"),
        Screen("queue", "recruiter", "/v/tosci/queue"),
        Screen("queue-chosen", "recruiter", "/v/tosci/queue?complete=no&order=name"),
        Screen("queue-nothing", "recruiter", "/v/tosci/queue?stage=withdrawn"),
        Screen("queue-panel", "panel", "/v/tosci/queue"),
        Screen("search", "recruiter", "/search?q=customs"),
        Screen("search-nothing", "recruiter", "/search?q=zzzzz"),
        Screen("refused", "recruiter", "/v/tosci/refused"),
        Screen("held", "recruiter", "/v/tosci/held"),
        Screen("enquiries", "recruiter", "/v/tosci/enquiries"),
        Screen("ignored", "recruiter", "/v/tosci/ignored"),
        Screen("print-queue", "recruiter", "/v/tosci/queue/print"),
        Screen("print-refused", "recruiter", "/v/tosci/refused/print"),
        Screen("export", "recruiter", "/v/tosci/export"),
    ]


def single(desk: Desk) -> list[Screen]:
    """An application or a mail of each kind."""
    first = desk.applications("tosci")[0]
    broken = next(
        row
        for row in desk.applications()
        if any(not one.readable for one in row.application.documents)
    )
    mails = {row.verdict.outcome: row.id for row in reversed(desk.messages("tosci")) if row.verdict}
    return [
        Screen("application", "recruiter", f"/a/{first.id}"),
        Screen("application-unreadable", "hr", f"/a/{broken.id}"),
        *(
            Screen(f"mail-{outcome.value}", "recruiter", f"/m/{mails[outcome]}")
            for outcome in Outcome
            if outcome in mails
        ),
    ]


def others(desk: Desk) -> list[Screen]:
    """Signing in, accounts, the log, the digest, and what is refused."""
    return [
        Screen("sign-in", "", "/sign-in"),
        Screen("digest", "recruiter", "/digest"),
        Screen("account", "recruiter", "/account"),
        Screen("accounts", "admin", "/accounts"),
        Screen("log", "hr", "/audit"),
        Screen("readings", "auditor", "/audit/readings"),
        Screen("not-found", "recruiter", "/v/no-such/queue"),
        Screen("refused-access", "panel", "/audit"),
    ]


PARTS = (lists, single, others)
"""All screens, with the sample mail in the store."""


def empty_screens() -> list[Screen]:
    """With nothing in the store but the accounts."""
    empty = ("queue", "refused", "held", "enquiries", "ignored", "export", "queue/print")
    return [
        Screen("empty-overview", "hr", "/"),
        *(Screen(f"empty-{one.replace('/', '-')}", "hr", f"/v/tosci/{one}") for one in empty),
        Screen("empty-panel", "panel", "/v/tosci/queue"),
        Screen("empty-search", "hr", "/search"),
        Screen("empty-digest", "hr", "/digest"),
        Screen("empty-log", "hr", "/audit"),
        Screen("empty-readings", "hr", "/audit/readings"),
    ]
