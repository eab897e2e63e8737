"""The languages in which a notice wants the documents written."""

import re

from intake.notices import documents, words
from intake.notices.draft import Found
from intake.notices.plain import Notice, Passage

_NAMES = {code: words.whole_words(f"(?:{names})") for code, names in words.language_names().items()}
_ANY = f"(?:{'|'.join(words.language_names().values())})"
_JOINT = rf"(?:{words.either('languages', 'list_words')}|/|,|\s)+"
_LISTED = words.whole_words(
    rf"{words.either('languages', 'in_words')}\s(?:{_JOINT})?(?P<list>{_ANY}(?:{_JOINT}{_ANY})*)"
)
_SENDING = words.pattern("address", "sending")
_ABOUT = words.pattern("languages", "about")
_FLUENCY = words.pattern("languages", "fluency")
_ASSET = words.pattern("languages", "asset")


def find(notice: Notice) -> tuple[Found[tuple[str, ...]] | None, list[str]]:
    """The languages of the documents; where nothing is said, those of the work, with a question."""
    said = [one for one in notice.passages if _is_about_documents(one)]
    for passage in sorted(said, key=lambda one: not documents.mentions_any(one.whole)):
        for sentence in (passage.text, passage.whole):
            if listed := _LISTED.search(sentence):
                return Found(_codes(listed["list"]), sentence), []
    return _of_the_work(notice)


def _is_about_documents(passage: Passage) -> bool:
    whole = passage.whole
    if _FLUENCY.search(passage.text):
        return False
    return documents.mentions_any(whole) or bool(_SENDING.search(whole) or _ABOUT.search(whole))


def _of_the_work(notice: Notice) -> tuple[Found[tuple[str, ...]] | None, list[str]]:
    for passage in notice.passages:
        demanded = [
            part
            for part in re.split(r"[;,.]\s", passage.text)
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
