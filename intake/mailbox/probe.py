"""Trying a mailbox out: what `intake check` shows of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from intake.mailbox.account import Account
from intake.mailbox.imap import ImapSource, connect
from intake.mailbox.tokens import Tokens


@dataclass(frozen=True)
class Probe:
    """A mailbox that let us in.

    Attributes:
        folders: every folder that can be opened.
        messages: how many mails each watched folder holds.
        warnings: what works, but deserves a look; one sentence each.
    """

    folders: tuple[str, ...]
    messages: Mapping[str, int]
    warnings: tuple[str, ...]


def probe(account: Account, tokens: Tokens | None = None) -> Probe:
    """Connect, sign in, and list each watched folder; nothing is fetched.

    Raises:
        UntrustedServer, SignInRefused, FolderMissing, MailboxUnreachable: what is wrong, and
            what to do.
    """
    with connect(account, tokens) as source:
        names = source.folder_names()
        listings = [source.list(folder) for folder in account.folders]
        messages = {listing.folder: len(listing.uids) for listing in listings}
        short = [listing.folder for listing in listings if not listing.complete]
        warnings = (*_unwatched(account, names), *_short(short), *_alerts(source))
    return Probe(tuple(sorted(names)), messages, warnings)


def _unwatched(account: Account, names: Mapping[str, bool]) -> list[str]:
    return [
        f"The junk folder {name} is not watched: an application that lands there is not seen. "
        "Add it to `folders` if it should be."
        for name, junk in sorted(names.items())
        if junk and name not in account.folders
    ]


def _short(folders: list[str]) -> list[str]:
    return [
        f"The server counts more mails in {folder} than it lists; what is missing is not seen."
        for folder in folders
    ]


def _alerts(source: ImapSource) -> list[str]:
    return [f'The server asks to tell you: "{alert}".' for alert in source.alerts]
