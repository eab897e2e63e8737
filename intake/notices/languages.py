"""The languages in which a notice wants the documents written."""

import re
from dataclasses import replace

from intake.notices import documents, words
from intake.notices.draft import Found
from intake.notices.plain import Notice, Passage

_NAMES = {code: words.whole_words(f"(?:{names})") for code, names in words.language_names().items()}
_ANY = f"(?:{'|'.join(words.language_names().values())})"
_JOINT = rf"(?:{words.either('languages', 'list_words')}|/|,|\s)+"
_LISTED = words.whole_words(
    rf"{words.either('languages', 'in_words')}\s(?:{_JOINT})?(?P<list>{_ANY}(?:{_JOINT}{_ANY})*)"
)
_BRACKETED = re.compile(
    rf"\((?:{_JOINT})?(?P<list>{_ANY}(?:{_JOINT}{_ANY})*)[^()\w]*(?:\w+)?\)", re.IGNORECASE
)
_WHATEVER = words.pattern("languages", "whatever")
_SAID_BEFORE = words.pattern("languages", "said_before")
_SENDING = words.pattern("address", "sending")
_ABOUT = words.pattern("languages", "about")
_FLUENCY = words.pattern("languages", "fluency")
_ASSET = words.pattern("languages", "asset")


def find(notice: Notice) -> tuple[Found[tuple[str, ...]] | None, list[str]]:
    """The languages of the documents; where nothing is said, those of the work, with a question."""
    said = [one for one in notice.passages if _is_about_documents(one)]
    for passage in sorted(said, key=lambda one: not documents.mentions_any(one.whole)):
        asked = _without_fluency(passage)
        if _WHATEVER.search(asked.text):
            return None, [f"“{asked.text}” The draft names no language: is each accepted?"]
        for sentence in (asked.text, asked.whole):
            if listed := _LISTED.search(sentence) or _in_brackets(sentence):
                return Found(_codes(listed["list"]), sentence), []
    return _named_elsewhere(notice, said) or _of_the_work(notice)


def _in_brackets(sentence: str) -> re.Match[str] | None:
    """ "A cover letter (English or Arabic)"."""
    return _BRACKETED.search(sentence) if documents.mentions_any(sentence) else None


def _named_elsewhere(
    notice: Notice, said: list[Passage]
) -> tuple[Found[tuple[str, ...]], list[str]] | None:
    """ "In either language": those that this sentence or the nearest one before it names."""
    for passage in said:
        if _SAID_BEFORE.search(passage.text):
            place = notice.passages.index(passage)
            for named in reversed(notice.passages[: place + 1]):
                if codes := _codes(named.text):
                    both = named.text if named == passage else f"{named.text} {passage.text}"
                    return Found(codes, both), []
    return None


def _is_about_documents(passage: Passage) -> bool:
    asked = _without_fluency(passage)
    whole = asked.whole
    about = documents.mentions_any(whole) or _SENDING.search(whole) or _ABOUT.search(whole)
    return bool(asked.text and about)


def _without_fluency(passage: Passage) -> Passage:
    """A sentence without its parts that tell which languages a person must have."""
    parts = (part for part in passage.text.split("; ") if not _FLUENCY.search(part))
    return replace(passage, text="; ".join(parts))


def _of_the_work(notice: Notice) -> tuple[Found[tuple[str, ...]] | None, list[str]]:
    for passage in notice.passages:
        demanded = [
            part
            for part in re.split(r"[;,.]\s(?![^()]*\))", passage.text)
            if _FLUENCY.search(part) and not _ASSET.search(part)
        ]
        if codes := _codes(" ".join(demanded)):
            return Found(codes, passage.text), [
                "The notice does not say in which language the documents must be; the draft "
                "takes the languages that the work asks for. Is that so?"
            ]
    return None, ["The notice does not say in which language the documents must be. Any language?"]


def _codes(text: str) -> tuple[str, ...]:
    """The languages named in a text, in their order."""
    places = [
        (match.start(), code) for code, name in _NAMES.items() if (match := name.search(text))
    ]
    return tuple(code for _, code in sorted(places))
