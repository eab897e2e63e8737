"""Which folder is the junk folder, and what a folder is called for comparison."""

import unicodedata
from collections.abc import Collection

# As the usual servers and mail programs name it, in English and French, folded.
_NAMES = {
    "bulk", "bulk mail", "courrier indesirable", "courriers indesirables", "indesirable",
    "indesirables", "junk", "junk e-mail", "junk email", "junk mail", "pourriel", "pourriels",
    "quarantine", "quarantaine", "spam",
}  # fmt: skip


def is_junk(name: str, delimiter: str = "/", flags: Collection[bytes] = ()) -> bool:
    """Whether a folder is the junk folder: by RFC 6154's mark, else by its usual names."""
    if any(flag.lower() == b"\\junk" for flag in flags):
        return True
    last = name.rsplit(delimiter, 1)[-1] if delimiter else name
    return _folded(last) in _NAMES


def _folded(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()
