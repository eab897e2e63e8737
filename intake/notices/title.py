"""The title of the opening, its other names, and the project it belongs to."""

import re

from intake.notices import words
from intake.notices.draft import Found
from intake.notices.plain import Notice

_LABEL = re.compile(
    rf"^(?:{'|'.join(words.TITLE_LABEL)})\s*[:\u2013\u2014-]\s*(?P<title>.{{4,140}})$",
    re.IGNORECASE,
)
_HEADING = re.compile(
    "^(?:(?:job|post|position) title|intitulé du poste|titre du poste)$", re.IGNORECASE
)
_SEEKING = re.compile(
    rf"\b(?:{'|'.join(words.SEEKING)})\b[^.]{{0,60}}?\b(?:an?|une?)\s+(?P<title>[^.,;]{{4,90}}?)"
    r"(?=\s+(?:who|to|for an?|qui|pour|afin|based|within)\b|[.,;(]|$)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    rf"\b(?:{'|'.join(words.REFERENCE)})\.?\s*(?:no\.?|number|n°|code)?\s*[:#.]?\s*"
    r"(?P<code>[A-Z0-9][A-Za-z0-9]*(?:[-/._][A-Za-z0-9]+)+|[A-Z]{2,}\d{2,})",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"\(([A-Z][A-Z0-9-]{1,11})\)")
_PROJECT = re.compile(
    r"\b(?P<name>(?:[A-Z][\w-]+|and|of|for|the|&)(?:\s+(?:[A-Z][\w-]+|and|of|for|the|&)){0,8}\s+\((?P<short>[A-Z][A-Z0-9-]{1,11})\)\s+(?P<word>Project|Programme|Program))\b"
)
_LEADING = re.compile(r"^(?:the|this|and|of|for|wco|&)\s+", re.I)
_OTHERS = re.compile(rf"\bother (?P<role>(?:[A-Z]\w+ )?{words.ROLE.pattern})", re.IGNORECASE)


def title(notice: Notice) -> tuple[Found[str] | None, list[str]]:
    """The title as written; where a notice has none, a proposal and a question."""
    written = _labelled(notice) or _on_top(notice)
    if written:
        return written, []
    proposed = _derived(notice)
    if proposed:
        return proposed, [
            f"The notice has no title. “{proposed.value}” is proposed from its text. "
            "What is the title?"
        ]
    return None, ["The notice has no title. What is the opening called?"]


def _labelled(notice: Notice) -> Found[str] | None:
    for above, line in zip(("", *notice.lines), notice.lines, strict=False):
        match = _LABEL.match(line)
        if match and words.ROLE.search(match["title"]):
            return Found(_tidy(match["title"]), line)
        if _HEADING.match(above.rstrip(" :")) and words.ROLE.search(line):
            return Found(_tidy(line), f"{above} {line}")
    return None


def _on_top(notice: Notice) -> Found[str] | None:
    """A short line with a role in it, above the first paragraph."""
    for line in notice.lines[:25]:
        if len(line) > 200:
            return None
        if len(line) < 120 and words.ROLE.search(line) and not _names_no_post(line):
            return Found(_tidy(line), line)
    return None


def _names_no_post(line: str) -> bool:
    """A sentence, or the name of an office: "Office of the Director"."""
    last = line.rstrip(" .!?:").rpartition(" ")[2]
    return line.endswith((".", "!", "?")) or bool(words.NOT_A_TITLE.fullmatch(last))


def _derived(notice: Notice) -> Found[str] | None:
    for sentence in notice.sentences:
        match = _SEEKING.search(sentence)
        if match and words.ROLE.search(match["title"]):
            return Found(_tidy(match["title"]), sentence)
    return _from_programme(notice)


def _from_programme(notice: Notice) -> Found[str] | None:
    """ "Other experts" of a named programme: the opening is one more of them."""
    names = projects(notice, "")
    for sentence in notice.sentences:
        match = _OTHERS.search(sentence)
        if match and names:
            role = match["role"].rstrip("s").title()
            return Found(f"{role}, {names[0]}", sentence)
    return None


def abbreviation(title_text: str) -> str:
    """The first abbreviation that a title gives in brackets, or an empty string."""
    match = _ABBREVIATION.search(title_text)
    return match.group(1) if match else ""


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(' .:*#|"“”«»-')


def projects(notice: Notice, title_text: str) -> tuple[str, ...]:
    """The names of the project or programme, long and short, the one in the title first."""
    found: list[str] = []
    for text in (title_text, *notice.sentences):
        match = _PROJECT.search(text)
        if match:
            name = match["name"]
            while _LEADING.match(name):
                name = _LEADING.sub("", name)
            found = [name, f"{match['short']} {match['word']}"]
            break
    return tuple(dict.fromkeys(found))


def other_names(notice: Notice, title_text: str, address: str) -> tuple[str, ...]:
    """Short forms that applicants may use: abbreviations, reference codes, the mailbox's name."""
    codes = [match["code"] for line in notice.lines for match in _REFERENCE.finditer(line)]
    short = [match.group(1) for match in _ABBREVIATION.finditer(title_text)]
    local = re.split(
        r"[._-]?(?:vacanc|job|recruit|career|hr$|candidat)", address.partition("@")[0], flags=re.I
    )[0]
    own = [local] if len(local) > 2 else []
    return tuple(
        dict.fromkeys(name for name in (*own, *short, *codes) if any(map(str.isalpha, name)))
    )
