"""What is safe, and what to do, when a disk or a database fails."""

import errno

SAFE = "What is stored is safe, and new mail waits on its server."

FULL = {errno.ENOSPC, errno.EDQUOT}
TOO_MANY_OPEN = {errno.EMFILE, errno.ENFILE}


def of_folder(error: OSError) -> str:
    """For a folder that cannot be written."""
    if error.errno in FULL:
        return f"{SAFE} Make room on its disk (see also `df -i`); Intake goes on by itself."
    if error.errno in TOO_MANY_OPEN:
        return f"{SAFE} Let Intake open more files (LimitNOFILE=); it goes on by itself."
    return f"{SAFE} Mend the disk, or let Intake write there; it goes on by itself."


def of_database(said: str) -> str:
    """For a database that cannot be used, by what it said."""
    if "lock" in said:
        return f"{SAFE} Another process holds it for long: let it finish, or end it."
    if "full" in said or "space left" in said:
        return f"{SAFE} Make room on its disk; Intake goes on by itself."
    return (
        f"{SAFE} See that its server or disk is there, has room (see also `df -i`) and may be "
        "written by Intake, which goes on by itself."
    )
