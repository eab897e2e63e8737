"""Every command that Intake may say to a mail server: nothing of a mail is in any."""

import re
from collections.abc import Iterable

_COMMANDS = (
    "CAPABILITY|STARTTLS|NOOP|LOGOUT",
    r"AUTHENTICATE (PLAIN|XOAUTH2|OAUTHBEARER)( [A-Za-z0-9+/=]+)?",
    r"LOGIN \S.*",
    r'LIST "" "?\*"?',
    r"EXAMINE .+",  # a folder's name, as the configuration has it
    r"UID SEARCH (ALL|RETURN \(ALL\) ALL|UID \d+|\d+:(\d+|\*))",
    r"UID FETCH [\d:,]+ \(UID (RFC822\.SIZE INTERNALDATE|BODY\.PEEK\[\](<\d+\.\d+>)?)\)",
)
_LAWFUL = re.compile("|".join(f"(?:{one})" for one in _COMMANDS))


def unlawful(commands: Iterable[str]) -> list[str]:
    """The commands, without their tags, that are none of these."""
    return [one for one in commands if not _LAWFUL.fullmatch(one)]
