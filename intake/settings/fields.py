"""What may stand in a key: one small reader per sort of value, each with its plain answer.

Each is a pydantic validator: it returns the value, or raises a mistake that says what was
expected and what to write instead.
"""

import json
import re
from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone
from difflib import get_close_matches

from pydantic_core import PydanticCustomError

from intake.settings.languages import ISO_639_1, LANGUAGE_NAMES
from intake.settings.moments import clock_from, day_from
from intake.triage.cutoff import LABELS, civil_zones, zone_of

EVERYWHERE_ON_EARTH = timezone(timedelta(hours=-12))
SEVERAL_ZONES = ("CST", "IST", "AST", "GST", "SST", "ECT", "AMT", "BDT", "PYT", "WST")

_DURATION = re.compile(r"(\d{1,6})\s*(s|m|h|d)")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_ADDRESS = re.compile(r"[^@\s<>,;:()\[\]\"]+@(?:[\w-]+(?:\.[\w-]+)+|localhost)")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.?|\[?[0-9A-Fa-f:.]+\]?")
_VARIABLE = re.compile(r"[A-Za-z_]\w*")
_PATTERN = re.compile(r"[\w.*?-]+")


def mistake(problem: str, expected: str, write: object = None) -> PydanticCustomError:
    """A mistake; `write` is the value to write instead, told in TOML's spelling."""
    context = {"problem": problem, "expected": expected}
    if write is not None:
        context["write"] = toml(write)
    return PydanticCustomError("mistake", "{problem}", context)


def toml(value: object) -> str:
    """A value as TOML writes it."""
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, (date, time)):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)


def shown(value: object) -> str:
    """A value as it stands in a message: short."""
    text = toml(value) if isinstance(value, (str, bool, int, float, date, time, list)) else "this"
    return text if len(text) <= 60 else text[:57] + "..."


def duration(value: object) -> timedelta:
    """A length of time: "90s", "5m", "1h", "2d"."""
    expected = 'a length of time: a number and s, m, h or d, as in "90s", "5m" or "1h"'
    if isinstance(value, int) and not isinstance(value, bool):
        raise mistake(f"{value} has no unit.", expected, f"{value}m")
    found = _DURATION.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise mistake(f"{shown(value)} is no length of time.", expected, "5m")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def interval(value: object) -> timedelta:
    """A length of time between two polls: a second to a day."""
    length = duration(value)
    if timedelta(seconds=1) <= length <= timedelta(days=1):
        return length
    raise mistake(f"{shown(value)} is no time between polls.", "between 1s and 1d", "5m")


def waiting(value: object) -> timedelta:
    """How long to wait for a server: a second to ten minutes."""
    length = duration(value)
    if timedelta(seconds=1) <= length <= timedelta(minutes=10):
        return length
    raise mistake(f"{shown(value)} is no time to wait for a server.", "between 1s and 10m", "60s")


def deadline_time(value: object) -> str:
    """The time of day of a deadline: "midnight" or "HH:MM"."""
    if isinstance(value, time) and value.tzinfo is None:
        return value.isoformat(timespec="seconds")
    found = clock_from(value) if isinstance(value, str) else None
    if found is not None and found == str(value).strip().lower():
        return found
    expected = '"midnight" (the end of the date), or a time of day as "HH:MM"'
    raise mistake(f"{shown(value)} is no time of day.", expected, found or "23:59")


def hour(value: object) -> time:
    """A time of day: "07:30"."""
    if isinstance(value, time) and value.tzinfo is None:
        return value
    found = clock_from(value) if isinstance(value, str) else None
    found = {"midnight": "00:00", "24:00": "00:00"}.get(found or "", found)
    if found is not None and found == str(value).strip():
        return time.fromisoformat(found)
    raise mistake(f"{shown(value)} is no time of day.", 'a time as "HH:MM"', found or "07:30")


def day(value: object) -> date:
    """A date, written without quotation marks."""
    expected = "a date as year-month-day, without quotation marks"
    if isinstance(value, datetime):
        problem = f"{shown(value)} is a date with a time; the time has a key of its own."
        raise mistake(problem, expected + f'; and time = "{value:%H:%M}"', value.date())
    if isinstance(value, date):
        return _near(value, expected)
    if isinstance(value, str):
        found = day_from(value)
        raise mistake(f"{shown(value)} is text, not a date.", expected, found or date(2026, 2, 8))
    raise mistake(f"{shown(value)} is no date.", expected, date(2026, 2, 8))


def _near(value: date, expected: str) -> date:
    if 2000 <= value.year <= 2100:
        return value
    problem = f"{value.isoformat()} is not in this century."
    raise mistake(problem, expected, date(2026, value.month, min(value.day, 28)))


def hold_until(value: object) -> datetime:
    """A moment with its offset, or a date: the end of that date everywhere on Earth (UTC-12)."""
    expected = "a moment with its offset, or a date (to its end everywhere on Earth)"
    if isinstance(value, datetime):
        _near(value.date(), expected)
        if value.utcoffset() is not None:
            return value.astimezone(UTC)
        raise mistake(
            f"{shown(value)} has no offset from UTC.",
            expected,
            value.replace(tzinfo=timezone(timedelta(hours=1))),
        )
    end = day(value) + timedelta(days=1)
    return datetime.combine(end, time(), EVERYWHERE_ON_EARTH).astimezone(UTC)


def zone(value: object) -> str:
    """A zone's label (CET), offset (+01:00) or place (Europe/Brussels)."""
    expected = "a label such as CET, an offset such as +01:00, or a place such as Europe/Brussels"
    if not isinstance(value, str):
        raise mistake(f"{shown(value)} is no time zone.", expected, "Europe/Brussels")
    if value.strip().upper() in SEVERAL_ZONES:
        problem = f"{value} names several time zones of the world."
        raise mistake(problem, "the name of a place", "America/Chicago")
    try:
        zone_of(value)
    except ValueError as error:
        near = nearest_zone(value)
        raise mistake(f"{shown(value)} is no time zone that is known.", expected, near) from error
    return value.strip()


def home(value: object) -> str:
    """The name of a place whose civil time is known: Europe/Brussels."""
    known = civil_zones()
    if isinstance(value, str) and value in known and ("/" in value or value == "UTC"):
        return value
    raise mistake(
        f"{shown(value)} is no place whose civil time is known.",
        "a place's name in the IANA database of time zones",
        nearest_zone(value) if isinstance(value, str) else "Europe/Brussels",
    )


def nearest_zone(words: str) -> str:
    """The zone that was most likely meant."""
    folded = words.strip().casefold().replace(" ", "_")
    places = {name.casefold(): name for name in sorted(civil_zones()) if "/" in name}
    towns = {name.rpartition("/")[2]: place for name, place in places.items()}
    for word in (folded, *re.split(r"[_/,()]+", folded)):
        if word in places or word in towns:
            return places.get(word) or towns[word]
    labels = {label.casefold(): label for label in LABELS}
    for known in (places, towns, labels):
        near = get_close_matches(folded, known, 1, 0.75)
        if near:
            return known[near[0]]
    return "Europe/Brussels"


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
    inner = re.search(_ADDRESS, value)
    raise mistake(
        f"{shown(value)} is no e-mail address.", expected, inner[0] if inner else "hr@example.org"
    )


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


def database(value: object) -> str:
    """A database's URL; the password is not part of it."""
    expected = "sqlite:///FILE or postgresql+psycopg://USER@HOST/NAME"
    if not isinstance(value, str) or not is_database(value):
        raise mistake("This is no database that Intake knows.", expected, "sqlite:///var/intake.db")
    if re.match(r"[^/]+://[^/@]*:[^/@]+@", value) or re.search(r"[?&]password=", value):
        raise mistake(
            "The database's password stands here in plain.",
            'the URL without it, or database_env = "INTAKE_DATABASE" with the whole URL in there',
            re.sub(r":[^/@:]*@", "@", value.partition("?")[0]),
        )
    return value


def is_database(url: str) -> bool:
    """Whether it is the URL of a database that Intake knows."""
    return re.match(r"(sqlite|postgresql(\+psycopg)?)://.", url) is not None


def files(value: object) -> str:
    """A folder, or s3://bucket/prefix."""
    expected = "a folder, or s3://bucket/prefix"
    if isinstance(value, str) and value.strip():
        scheme, separator, rest = value.partition("://")
        if not separator or (scheme == "s3" and rest.strip("/")):
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
