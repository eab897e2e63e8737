"""Other names of an opening that applicants may use, and the names of its project."""

import re
import unicodedata
from collections.abc import Iterator

from intake.notices import words
from intake.notices.plain import Notice

_LABEL = words.either("reference", "label")
_LABELLED_CODE = re.compile(
    rf"^{_LABEL}\.?\s*[:#]\s*(?P<code>(?=.*\d)[^(|]{{2,60}}?)\s*(?:\(.{{0,20}}\)|\s[\u2013\u2014-]\s\D+)?$",
    re.IGNORECASE,
)
_CODE = re.compile(
    rf"(?<!\w){_LABEL}\.?\s*(?:\([A-Z]{{2,6}}\)\s*)?(?:no\.?|n°)?\s*[:#]?\s*[“\"«]?"
    r"(?P<code>(?=\S*\d)[A-Z0-9][A-Z0-9]*(?:[-/._][A-Z0-9]+)+|[A-Z]{2,}\d{2,}"
    r"|(?-i:[A-Z]{2,}(?:[-/][A-Z]{2,})+)(?![\w/-]))",
    re.IGNORECASE,
)
_LABEL_ALONE = re.compile(rf"^{_LABEL}\.?\s*[:#]?$", re.IGNORECASE)
_CODE_ALONE = re.compile(r"^(?=\S*\d)[A-Z0-9][\w./-]{2,40}$")
_ABBREVIATION = re.compile(r"\(([A-Z][A-Z0-9-]{1,11})\)")
_MAILBOX_SUFFIX = re.compile(r"[._-]?vacanc(?:y|ies)$", re.IGNORECASE)
_SMALL_WORDS = frozenset("and of for the in to a an et de des du la le les pour en d l".split())

_PROJECT = "(?:Project|Programme|Program|PROJECT|PROGRAMME)"
_PART = r"(?:[A-ZÀ-Ý][\w-]+|and|of|for|&)"
_QUOTED = r"[\"“«]\s?(?P<name>[^\"“”«»]{2,80}?)\s?[\"”»]"
# From the most telling form to the least: "Name (SHORT) Project", Project "Name", "Name Project".
_PROJECTS = (
    rf"\b(?P<name>{_PART}(?:\s{_PART}){{0,8}}\s\((?P<short>[A-Z][A-Z0-9-]{{1,11}})\)"
    rf"\s(?P<word>{_PROJECT}))\b",
    rf"\b(?i:{words.either('project', 'words')})\s+{_QUOTED}",
    rf"\b(?P<short>[A-Z][A-Z0-9-]{{2,20}})\s(?P<word>(?i:{_PROJECT}))"
    rf"\s\((?P<name>{_PART}(?:\s{_PART}){{1,10}})\)",
    rf"\b(?P<name>{_PART}(?:\s{_PART}){{0,8}}\s(?P<word>{_PROJECT}))\b"
    r"(?:\s\((?P<short>[A-Z][A-Z0-9-]{1,11})\))?",
    rf"\b(?P<name>(?i:{words.either('project', 'words')})\s(?:de\s|du\s|des\s|d['’])[A-ZÀ-Ý]"
    r"[^.,;:()]{2,80}?)\s\((?P<short>[A-Z][A-Z0-9-]{1,11})\)",
    rf"\b(?i:{words.either('project', 'words')})\s(?P<name>[A-ZÀ-Ý][^.,;:()]{{2,60}}?)\s\(",
)
_LEADING = re.compile(r"^(?:and|of|for|the|this|our|its|&)\s+", re.IGNORECASE)


def projects(notice: Notice, title: str) -> tuple[str, ...]:
    """The names of the project or programme, long and short; empty where it has none."""
    texts = (title, *(one.text for one in notice.passages))
    for pattern in _PROJECTS:
        for text in texts:
            if (match := re.search(pattern, text)) and (found := _project(match)):
                return found
    return ()


def _project(match: re.Match[str]) -> tuple[str, ...]:
    name = match["name"]
    while _LEADING.match(name):
        name = _LEADING.sub("", name)
    found = match.groupdict()
    if name == found.get("word"):
        return ()
    short, word = found.get("short"), found.get("word") or ""
    if not short:
        return (name,)
    # In "Flood Warning Project (FWP)" the last letter is the project itself.
    return (name, short if short.endswith(word[:1]) else f"{short} {word}")


def other_names(notice: Notice, title: str, address: str) -> tuple[str, ...]:
    """Short forms of the vacancy's name: from its mailbox, in brackets, reference codes."""
    found = (from_mailbox(title, address), abbreviation(title), *codes(notice))
    return tuple(dict.fromkeys(name for name in found if name and name != title))


def codes(notice: Notice) -> Iterator[str]:
    """The notice's reference codes."""
    for above, block in zip(("", *notice.blocks), notice.blocks, strict=False):
        labelled = _LABELLED_CODE.match(block)
        if labelled:
            yield labelled["code"]
        elif _LABEL_ALONE.match(above) and _CODE_ALONE.match(block):
            yield block.strip()
        else:
            yield from (match["code"] for match in _CODE.finditer(block))


def abbreviation(title: str) -> str:
    """A title's abbreviation: letters in brackets with which the words before them begin."""
    for match in _ABBREVIATION.finditer(title):
        initials = "".join(word[0] for word in _title_words(title[: match.start()]))
        if initials.endswith(_folded(match.group(1))):
            return match.group(1)
    return ""


def from_mailbox(title: str, address: str) -> str:
    """The name of a vacancy's own mailbox, where it is made of the title's words and initials.

    TOSCI.vacancy@ names the Technical Officer, Supply Chain Integrity; jobs@ names nobody.
    """
    local = address.partition("@")[0]
    name = _MAILBOX_SUFFIX.sub("", local)
    if name == local or len(name) < 3:
        return ""
    title_words = _title_words(title)
    initials = "".join(word[0] for word in title_words)
    return name if _made_of(_folded(name), title_words, initials, 0) else ""


def _made_of(rest: str, title_words: list[str], initials: str, pieces: int) -> bool:
    """Whether letters can be cut into words of the title and runs of its initials."""
    if not rest:
        return pieces > 1
    if any(
        rest.startswith(word) and _made_of(rest[len(word) :], title_words, initials, pieces + 1)
        for word in title_words
        if len(word) > 3
    ):
        return True
    return any(
        rest[:length] in initials and _made_of(rest[length:], title_words, initials, pieces + 2)
        for length in range(min(len(rest), len(initials)), 1, -1)
    )


def _title_words(title: str) -> list[str]:
    words_in_it = re.findall(r"[^\W_]+", _plain(title))
    return [word.casefold() for word in words_in_it if word.casefold() not in _SMALL_WORDS]


def _folded(name: str) -> str:
    return re.sub(r"[\W_]", "", _plain(name)).casefold()


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
