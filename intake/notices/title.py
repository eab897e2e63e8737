"""The title of the opening: labelled, as a heading, or in a sentence; else a proposal."""

import re
import unicodedata
from collections.abc import Callable

from intake.notices import names, words
from intake.notices.draft import Found
from intake.notices.plain import Notice

_ROLE = words.pattern("title", "role")
_LABEL = words.either("title", "label")
_LABELLED = re.compile(
    rf"^(?:(?P<strong>{_LABEL})|{words.either('title', 'weak_label')})"
    r"\s*[:\u2013\u2014-]\s*(?P<title>.{4,140})$",
    re.IGNORECASE,
)
_BARE_LABEL = re.compile(rf"^{_LABEL}\s*:?$", re.IGNORECASE)
_SEEKING = re.compile(
    rf"\b{words.either('title', 'seeking')}\b[^.]{{0,60}}?(?<!\w){words.either('title', 'article')}"
    rf"(?:\s|(?<=['’]))(?P<title>[^.,;]{{4,90}}?)(?=\s+{words.either('title', 'title_ends')}\b"
    r"|[.,;]|\((?![a-z/]{1,7}\))|$)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    rf"\b{words.either('title', 'opening')}\s(?P<title>[A-ZÀ-Ý][^.,;]{{3,90}}?)"
    rf"(?=\s+{words.either('title', 'title_ends')}\b|[.,;(]|$)"
)
_SEEKS = words.pattern("title", "seeking")
_ARTICLE = re.compile(rf"^{words.either('title', 'article')}\s", re.IGNORECASE)
_VACANT = re.compile(
    rf"(?<!\w){words.either('title', 'article')}(?:\s|(?<=['’]))(?P<title>[^.,;]{{4,90}}?)"
    rf"\s+{words.either('title', 'vacant')}(?!\w)",
    re.IGNORECASE,
)
_LABEL_FIRST = re.compile(
    rf"{_LABEL}|{words.either('title', 'weak_label')}(?!\w)|(?=\S*\d)\S+$", re.IGNORECASE
)
_CALL = re.compile(rf"^{words.either('title', 'call')}", re.IGNORECASE)
_INTRODUCES = re.compile(rf"\b{words.either('title', 'introduces')}\s?:$", re.IGNORECASE)
_INTRODUCED = re.compile(
    rf"\b{words.either('title', 'introduces')}\s?:\s(?P<title>[A-ZÀ-Ý].{{3,140}}?)\.?$"
)
_HIRING = re.compile(rf"\b{words.either('title', 'hiring')}\W*$", re.IGNORECASE)
_OFFICE = words.pattern("title", "office")
_OTHERS = re.compile(
    rf"\bother (?P<role>(?:[A-Z]\w+ )?{words.either('title', 'role')})\b", re.IGNORECASE
)
_TERMS = re.compile(
    rf"\s(?:[\u2013\u2014-]\s{words.either('title', 'terms')}"
    rf"|[(\u2013\u2014-]\s?{words.either('title', 'how_many')})(?!\w).*$",
    re.IGNORECASE,
)
_PAIRS = (("“", "”"), ("«", "»"), ('"', '"'), ("‘", "’"))


def find(notice: Notice) -> tuple[Found[str] | None, list[str]]:
    """The title as written; where a notice has none, a proposal and a question."""
    written = _first(notice, _labelled, _on_top)
    if written:
        return written, []
    proposed = _first(notice, _from_sentence, _weakly_labelled, _from_programme)
    if proposed:
        return proposed, [
            f"The notice has no title. “{proposed.value}” is proposed from its text. "
            "What is the title?"
        ]
    return None, ["The notice has no title. What is the opening called?"]


def _first(notice: Notice, *ways: Callable[[Notice], Found[str] | None]) -> Found[str] | None:
    """What the first of the ways finds that finds words: a label may stand before a dash alone."""
    return next((found for way in ways if (found := way(notice)) and found.value), None)


def _labelled(notice: Notice) -> Found[str] | None:
    for above, block in zip(("", *notice.blocks), notice.blocks, strict=False):
        if sentence := _role_in(_INTRODUCED.search(block), block):
            return sentence
        match = _LABELLED.match(block)
        if match and (match["strong"] or _ROLE.search(match["title"])):
            return Found(_tidy(match["title"]), block)
        introduced = _INTRODUCES.search(above) and _ROLE.search(block)
        if (_BARE_LABEL.match(above) or introduced) and len(block) < 140:
            return Found(_tidy(block), f"{above} {block}")
    return None


def _weakly_labelled(notice: Notice) -> Found[str] | None:
    """What follows "Vacancy:", though no word in it is known as a role."""
    for block in notice.blocks:
        if match := _LABELLED.match(block):
            return Found(_tidy(match["title"]), block)
    return None


def _on_top(notice: Notice) -> Found[str] | None:
    """A heading near the top with a role in it."""
    for heading in notice.headings:
        if _HIRING.search(heading):  # who is hiring, and not whom
            continue
        if sought := _role_in(_SEEKING.search(heading), heading):
            return sought
        if _ROLE.search(heading) and not _names_an_office(heading):
            called = _behind_dash(_behind_colon(heading))
            return Found(_tidy(_CALL.sub("", called)), heading)
    return None


def _role_in(match: re.Match[str] | None, text: str) -> Found[str] | None:
    """The title that was found, where a word in it is known as a role."""
    if match is None or not _ROLE.search(match["title"]):
        return None
    return Found(_tidy(match["title"]), text)


def _behind_colon(heading: str) -> str:
    """ "We need you: Editor" is the call and then the title; "Editor: Web" is a title."""
    call, colon, rest = heading.partition(": ")
    return rest if colon and _ROLE.search(rest) and not _ROLE.search(call) else heading


def _behind_dash(heading: str) -> str:
    """ "Vacancy notice 12/B - Editor", "12/B - Editor": the number of the notice is no title."""
    number, _, rest = re.sub(r"\s[\u2013\u2014-]\s", "\0", heading, count=1).partition("\0")
    is_label = _LABEL_FIRST.match(number) and not _ROLE.search(number)
    return rest if is_label and _ROLE.search(rest) else heading


def _names_an_office(heading: str) -> bool:
    """ "Office of the Director", "Deputy Director's Office": where people work, not an opening."""
    first_part = re.split(r",|\s[\u2013\u2014-]\s", heading)[0]
    words_in_it = re.findall(r"[\w'’-]+", first_part)
    ends = (words_in_it[0], words_in_it[-1]) if words_in_it else ()
    return any(_OFFICE.fullmatch(word) for word in ends)


def _from_sentence(notice: Notice) -> Found[str] | None:
    for passage in notice.passages:
        match = _SEEKING.search(passage.text) or _VACANT.search(passage.text)
        if sought := _role_in(match, passage.text):
            return sought
        if _SEEKS.search(passage.lead) and _ROLE.search(passage.text):
            return Found(_tidy(_ARTICLE.sub("", passage.text)), passage.whole)
    return _of_any_role(notice)


def _of_any_role(notice: Notice) -> Found[str] | None:
    """ "A vacancy for a Glaciologist": plainly an opening, though the word is no known role."""
    matches = ((_OPENING.search(one.text), one.text) for one in notice.passages)
    return next((Found(_tidy(one["title"]), text) for one, text in matches if one), None)


def _from_programme(notice: Notice) -> Found[str] | None:
    """ "Other experts" of a named programme: the opening is one more of them."""
    programmes = names.projects(notice, "")
    for passage in notice.passages if programmes else ():
        if match := _OTHERS.search(passage.text):
            role = match["role"].rstrip("s").title()
            return Found(f"{role}, {programmes[0]}", passage.text)
    return None


def _tidy(text: str) -> str:
    """On one line, without its terms, nor the punctuation and quotation marks around."""
    shown = "".join(letter for letter in text if unicodedata.category(letter) != "So")
    plain = _TERMS.sub("", re.sub(r"\s+", " ", shown)).strip(" .:*#|-")
    for opening, ending in _PAIRS:
        inner = plain[1:-1]
        if plain[:1] == opening and plain[-1:] == ending and opening not in inner:
            return inner.strip()
    return plain
