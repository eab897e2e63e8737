"""Who a CV is about: the name, addresses and referees in its own words. Shown, not judged."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import takewhile

from intake.reading.role.cv import headings_of, is_heading
from intake.reading.role.shape import fold, stands_in, tokens
from intake.reading.role.tables import phrases
from intake.reading.role.times import begins_dated, spans

_FIRST_LINES = 15
_SHORT_LINE = 6
_EMAIL = re.compile(
    r"(?<![\w.+%-])[\w+%'-][\w.+%'-]{0,63}@(?:[\w-]{1,63}\.){1,6}[A-Za-z]{2,24}(?![\w-])"
)
_PHONE = re.compile(r"(?<![\w/])(?:\+|00|\(?0)[\d() ./-]{6,20}\d(?!\w)")
_FULL = phrases("candidate", "name")
_GIVEN = phrases("candidate", "given")
_FAMILY = phrases("candidate", "family")
_HONORIFICS = phrases("candidate", "honorifics")
_PARTICLES = phrases("candidate", "particles")
_NO_NAMES = phrases("candidate", "no_names")
_TITLES = phrases("cv", "titles")
_LIFE_BEGINS = phrases("cv", "life") | phrases("candidate", "is")
_REFEREES = phrases("cv", "headings", "references") | phrases("candidate", "referees")
_LABELS = sorted(_FULL | _GIVEN | _FAMILY, key=len, reverse=True)
_APART = re.compile(r"\s+[–—|•·/]\s+|\s+-\s+|[|•·]|,\s|\t|\s{3,}")
_IDEOGRAPHS = re.compile("[\u3400-\u9fff]{2,4}")


def candidate_name(text: str) -> str:
    """The name in the first lines of a CV, as written; empty where none is found."""
    lines = [_together(line.strip()) for line in text[:20_000].split("\n") if line.strip()]
    lines = lines[:_FIRST_LINES]
    labelled = _labelled(lines)
    if labelled:
        return labelled
    owners = fold(" ".join(candidate_emails(text)[:2]))
    # Dated lines tell of employers and schools, which look like names.
    telling = [line for line in lines if not (spans(fold(line)) or begins_dated(fold(line)))]
    found = [name for line in telling for name in _names_in(line, owners)]
    head = [name for line in _head(telling) for name in _names_in(line, owners)]
    # A name that stands in the e-mail address is surer than an earlier line.
    agreed = next((name for name in found if _agrees(name, owners)), "")
    return agreed or next(iter([*head, *found]), "") or _told_of(lines, owners)


def _told_of(lines: list[str], owners: str) -> str:
    """ "Ada Okafor began her career ...": the name with which a biography begins."""
    said = next((line.split() for line in lines if len(line.split()) > _SHORT_LINE), [])
    words = list(takewhile(_is_name_word, said))
    after = fold(" ".join(said[len(words) :]))
    name = _bare(" ".join(words))
    is_told = any(after.startswith(f"{begin} ") for begin in _LIFE_BEGINS)
    return name if is_told and _is_name(name, owners) else ""


def _head(lines: list[str]) -> list[str]:
    """What stands before the first heading over jobs, studies or skills."""
    at = next((at for at, line in enumerate(lines) if _heads_facts(line)), len(lines))
    return lines[:at]


def _heads_facts(line: str) -> bool:
    return not headings_of(line) <= {"personal", "profile"}


def candidate_emails(text: str) -> tuple[str, ...]:
    """The e-mail addresses in a text, in order, once each."""
    return tuple(dict.fromkeys(found.rstrip(".") for found in _EMAIL.findall(text)))


def has_referees(text: str) -> bool:
    """Whether a text names referees with a way to reach them (an address or a number)."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        label = fold(re.split(r"[:：]", line, maxsplit=1)[0])
        if _is_referees(label):
            below = "\n".join([line[len(label) :], *lines[at + 1 : at + 13]])
            if _EMAIL.search(below) or _PHONE.search(below):
                return True
    return False


def _is_referees(label: str) -> bool:
    words = " ".join(tokens(label))
    return len(words.split()) <= 5 and any(stands_in(word, words) for word in _REFEREES)


def _labelled(lines: list[str]) -> str:
    """ "Name: ...", or a family name and first names on lines of their own."""
    found: dict[frozenset[str], str] = {}
    for at, line in enumerate(lines):
        label, value = _label(line)
        if label and not value and at + 1 < len(lines):
            value = lines[at + 1] if _looks_like_part(lines[at + 1]) else ""
        for sort in (_FULL, _GIVEN, _FAMILY):
            if label in sort and value and sort not in found:
                found[sort] = value
    parts = [found[_FULL]] if _FULL in found else [found.get(_GIVEN, ""), found.get(_FAMILY, "")]
    return _bare(" ".join(part for part in parts if part))


def _label(line: str) -> tuple[str, str]:
    """A line's label and what stands behind it: a colon, a tab or a wide space parts them."""
    label, mark, value = _split(line)
    words = " ".join(tokens(fold(re.sub(r"^[\d.)\s]+", "", label))))
    if words in _LABELS and (mark or not value):
        return words, _APART.split(value.strip())[0].strip() if _is_sane(value) else ""
    return "", ""


def _split(line: str) -> tuple[str, str, str]:
    found = re.search(r"\s*[:：]\s*|\t+|\s{2,}", line)
    if found is None:
        return line, "", ""
    return line[: found.start()], found.group(), line[found.end() :]


def _is_sane(value: str) -> bool:
    return 0 < len(value) <= 80 and not any(char.isdigit() or char == "@" for char in value[:30])


def _looks_like_part(line: str) -> bool:
    return _is_sane(line) and len(line.split()) <= 4 and not is_heading(line)


def _names_in(line: str, owners: str) -> Iterator[str]:
    """What in a line looks like a name, honours and job titles cut away."""
    for piece in _APART.split(_without_title(line)):
        name = _bare(piece)
        if _is_name(name, owners):
            yield name


def _without_title(line: str) -> str:
    """ "Curriculum vitae of Ada Okafor" -> "Ada Okafor"."""
    return re.sub(
        r"^\W*(?:europass\s+)?(?:curriculum\s+vit(?:ae|æ)|c\.?v\.?|r[eé]sum[eé])\b(?:\s+(?:of|de|du|d['’]))?[\s:–—-]*",
        "",
        line,
        flags=re.IGNORECASE,
    )


def _together(line: str) -> str:
    """ "J O H N   S M I T H" -> "JOHN SMITH"."""
    if not re.fullmatch(r"(?:\w\s+){4,}\w", line):
        return line
    return " ".join(part.replace(" ", "") for part in re.split(r"\s{2,}", line))


def _bare(name: str) -> str:
    name = re.sub(r"\(.*?\)", " ", name)
    words = name.split()
    while words and fold(words[0]).strip(".") in _HONORIFICS:
        words = words[1:]
    return " ".join(words).strip(" ,;:-–")[:80]


def _is_name(text: str, owners: str) -> bool:
    words = text.split()
    if _IDEOGRAPHS.fullmatch(text):
        return not is_heading(text) and fold(text) not in _TITLES
    if not 2 <= len(words) <= 6 or not all(_is_name_word(word) for word in words):
        return False
    folded = fold(text)
    if is_heading(text) or folded in _TITLES:
        return False
    # Some are called Page or Lane: the address tells.
    owned = sum(len(word) >= 3 and word in owners for word in tokens(folded)) >= 2
    return owned or not any(stands_in(word, folded) for word in _NO_NAMES)


def _is_name_word(word: str) -> bool:
    bare = re.sub(r"^[dD]['’](?=\w)", "", word)  # d'Hérouville
    letters = [char for char in bare if char.isalpha()]
    if not letters or any(char not in "'’.-" and not _is_letter(char) for char in word):
        return False
    if fold(word) in _PARTICLES or unicodedata.category(letters[0]) == "Lo":
        return True
    return letters[0].isupper()


def _is_letter(char: str) -> bool:
    return char.isalpha() or unicodedata.combining(char) > 0


def _agrees(name: str, address: str) -> bool:
    own = address.split("@", maxsplit=1)[0]
    return any(len(word) >= 3 and word in own for word in tokens(fold(name)))
