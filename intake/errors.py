"""The failures, on one page: what went wrong, and what to do about it.

Every error is shown to a person, so each carries the problem and the next step. Transient
errors are worth another try by themselves; permanent ones wait for a person.
"""


class IntakeError(Exception):
    """A problem, with what to do about it.

    Args:
        problem: what happened, in one sentence, naming the mailbox, file or vacancy.
        remedy: the next step for the person who reads it.
    """

    def __init__(self, problem: str, remedy: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.problem} {self.remedy}".strip()


class Transient(IntakeError):
    """May pass by itself: a server that is down, a lock that is held."""


class Permanent(IntakeError):
    """Stays until a person acts: a refused password, a certificate that does not match."""


class MailboxUnreachable(Transient):
    """No connection, or it broke: the server is down, gone, slow or full."""


class SignInRefused(Permanent):
    """The mail server refused the name, the password or the token."""


class UntrustedServer(Permanent):
    """The server's certificate is not valid for its name, or encryption is missing."""


class FolderMissing(Permanent):
    """The mailbox has no folder of the configured name."""


class StoreUnavailable(Transient):
    """The database or the file store cannot be written: locked, full or gone."""


class StoreDamaged(Permanent):
    """What is stored does not match its hash, its chain or its schema."""


class AlreadyRunning(Permanent):
    """Another process holds this store or this mailbox; its name is in the problem."""


class SendFailed(Transient):
    """The SMTP server did not take the mail."""


class SendUncertain(SendFailed):
    """The connection broke in mid-delivery: the server may have taken the mail, or not."""


class SendRefused(Permanent):
    """The SMTP server will not take this mail, from us or for this recipient."""


class UnknownId(Permanent):
    """No application, message or vacancy has the given id."""


class WrongUse(Permanent):
    """The command names a vacancy that is not configured, or an id that cannot be one."""


class UnlawfulMove(Permanent):
    """A stage change, admission, remark or correction that the rules do not allow.

    Args:
        rule: which one, by a key: the desk tells it in the reader's language (desk/words/rules.py).
        values: what those words name.
    """

    def __init__(self, problem: str, remedy: str = "", *, rule: str, **values: object) -> None:
        super().__init__(problem, remedy)
        self.rule = rule
        self.values = values


class DeadlineMovedEarlier(Permanent):
    """A published deadline may only move later."""


class Overtaken(Permanent):
    """Somebody else changed the application since the page was shown; nothing was changed.

    Args:
        applications: the numbers of those that have changed.
    """

    def __init__(self, problem: str, remedy: str = "", applications: tuple[int, ...] = ()) -> None:
        super().__init__(problem, remedy)
        self.applications = applications


class NotSignedIn(Permanent):
    """The address and the password do not belong together, or may not be tried now."""


class WrongAccount(Permanent):
    """An account that cannot be made or changed so: what is wrong with it is in the problem."""
