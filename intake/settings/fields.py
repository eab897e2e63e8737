"""What may stand in a key: one small reader per sort of value, each with its plain answer.

Each is a pydantic validator: it returns the value, or raises a mistake that says what was
expected and what to write instead.
"""

import re
from collections.abc import Collection, Mapping
from difflib import get_close_matches

from intake.loopback import is_loopback
from intake.settings.languages import ISO_639_1, LANGUAGE_NAMES
from intake.settings.mistake import mistake, shown

_ADDRESS = re.compile(r"[^@\s<>,;:()\[\]\"]+@(?:[\w-]+(?:\.[\w-]+)+|localhost)")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.?|\[?[0-9A-Fa-f:.]+\]?")
_WEB = re.compile(r"(https?)://(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::\d{1,5})?/?", re.IGNORECASE)
_VARIABLE = re.compile(r"[A-Za-z_]\w*")
_PATTERN = re.compile(r"[\w.*?-]+")


def address(value: object) -> str:
    """An e-mail address alone."""
    expected = "an e-mail address"
    if not isinstance(value, str):
        raise mistake(f"{shown(value)} is no e-mail address.", expected, "hr@example.org")
    if _ADDRESS.fullmatch(value.strip()):
        return value.strip()
    if "protected]" in value:
        raise mistake(
            "The web page hid the address behind a script; this is what it showed instead.",
            "the address itself, or a stand-in that ends in .invalid until it is known",
            "vacancy@placeholder.invalid",
        )
    inner = _ADDRESS.search(value)
    local = re.sub(r"@.*|[^\w.+-]", "", value) or "hr"
    write = inner[0] if inner else f"{local}@example.org"
    raise mistake(f"{shown(value)} is no e-mail address.", expected, write)


def host(value: object) -> str:
    """A server's name or address, without scheme, port or path."""
    expected = "a server's name, without scheme or port"
    if not isinstance(value, str):
        raise mistake(f"{shown(value)} is no server's name.", expected, "imap.example.org")
    if _HOST.fullmatch(value.strip()):
        return value.strip()
    bare = re.sub(r"^\w+://|[:/].*$", "", value.strip())
    raise mistake(
        f"{shown(value)} is no server's name.",
        expected,
        bare if _HOST.fullmatch(bare) else "imap.example.org",
    )


def relay(value: object) -> str:
    """A pattern of our own mail servers' names."""
    expected = "a server's name, or a pattern of names that are all ours"
    if not isinstance(value, str) or not _PATTERN.fullmatch(value.strip()):
        raise mistake(f"{shown(value)} is no server's name.", expected, "*.int.example.org")
    if value.strip("*?. -"):
        return value.strip()
    raise mistake(
        f"{shown(value)} would trust every server in the world.", expected, "*.int.example.org"
    )


def variable(value: object) -> str:
    """The name of an environment variable; a value that is none may be a secret: never shown."""
    if isinstance(value, str) and _VARIABLE.fullmatch(value):
        return value
    raise mistake(
        "This is not the name of an environment variable.",
        "the name of the variable that holds the secret, never the secret itself",
        "TOSCI_PASSWORD",
    )


def listen(value: object) -> tuple[str, int]:
    """A host and a port: "127.0.0.1:8080"."""
    found = re.fullmatch(r"(.+):(\d{1,5})", value.strip()) if isinstance(value, str) else None
    if found and _HOST.fullmatch(found[1]) and 0 < int(found[2]) < 65536:
        return found[1].strip("[]"), int(found[2])
    raise mistake(f"{shown(value)} is no host and port.", "host:port", "127.0.0.1:8080")


def web(value: object) -> str:
    """The address of the desk as people type it; plain http only where it is this machine."""
    found = _WEB.fullmatch(value.strip()) if isinstance(value, str) else None
    if found and (found[1] == "https" or is_loopback(found[2])):
        return found[0].rstrip("/")
    raise mistake(
        f"{shown(value)} is no address that people can open safely.",
        "https://HOST, without a path; http only where the host is this machine",
        "https://desk.example.org",
    )


def issuer(value: object) -> str:
    """The address of a sign-in service, exactly as it calls itself."""
    found = re.fullmatch(r"(https?)://([^/:?#\s]+)(:\d+)?(/[^?#\s]*)?", str(value))
    if found and isinstance(value, str) and (found[1] == "https" or is_loopback(found[2])):
        return value
    raise mistake(
        f"{shown(value)} is no address of a sign-in service.",
        "https:// and the rest, exactly as the service calls itself",
        "https://login.example.org/tenant",
    )


def database(value: object) -> str:
    """A database's URL; the password is not part of it."""
    expected = "sqlite:///FILE or postgresql+psycopg://USER@HOST/NAME"
    if not isinstance(value, str) or not is_database(value):
        raise mistake("This is no database that Intake knows.", expected, "sqlite:///var/intake.db")
    if re.match(r"postgresql[^:]*://[^@]*:[^@]+@", value) or re.search(r"[?&]password=", value):
        raise mistake(
            "The database's password stands here in plain.",
            'the URL without it, or database_env = "INTAKE_DATABASE" with the whole URL in there',
            re.sub(r"(://[^:@]*):.*@", r"\1@", value.partition("?")[0]),
        )
    return value


def is_database(url: str) -> bool:
    """Whether it is the URL of a database that Intake knows."""
    return re.match(r"(sqlite|postgresql(\+psycopg)?)://.", url) is not None


def files(value: object) -> str:
    """A local folder."""
    expected = "a folder on this machine (this version keeps files nowhere else)"
    if isinstance(value, str) and value.strip() and "://" not in value:
        return value.strip()
    raise mistake(f"{shown(value)} is no place for files.", expected, "var/files")


def one_of(value: object, known: Collection[str], meant: Mapping[str, str]) -> str:
    """One of a few words; `meant` are other words that people write for them."""
    if isinstance(value, str) and value in known:
        return value
    folded = value.strip().casefold().replace(" ", "_") if isinstance(value, str) else ""
    near = get_close_matches(folded, known, 1, 0.6)
    write = meant.get(folded) or (near[0] if near else next(iter(known)))
    few = " or ".join(known) if len(known) < 12 else "a language's two-letter code (ISO 639-1)"
    raise mistake(f"{shown(value)} is not known here.", few, write)


def language(value: object) -> str:
    """A language, by its two-letter code."""
    return one_of(value, ISO_639_1, LANGUAGE_NAMES)


def document(value: object) -> str:
    """A document that applicants are asked for."""
    return one_of(
        value,
        ("cv", "motivation_letter"),
        {
            "resume": "cv",
            "résumé": "cv",
            "curriculum_vitae": "cv",
            "cover_letter": "motivation_letter",
            "covering_letter": "motivation_letter",
            "letter": "motivation_letter",
            "lettre_de_motivation": "motivation_letter",
        },
    )


def named(value: object) -> str:
    """What a subject line must name."""
    return one_of(
        value,
        ("vacancy", "project", "candidate"),
        {
            "job": "vacancy",
            "title": "vacancy",
            "post": "vacancy",
            "position": "vacancy",
            "name": "candidate",
            "applicant": "candidate",
        },
    )
