"""Which language a text is in.  [only importer of py3langid]"""

from dataclasses import dataclass

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_IDENTIFIER = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@dataclass(frozen=True)
class Language:
    """The language of a text.

    Attributes:
        main: ISO 639-1, None when there is too little text to say.
        confidence: 0.0 to 1.0.
        all: the languages of passages of substance, the main one first.
    """

    main: str | None
    confidence: float = 0.0
    all: tuple[str, ...] = ()


def detect(text: str) -> Language:
    """The language of a text, by its words."""
    if len(text.split()) < 5:
        return Language(None)
    main, confidence = _IDENTIFIER.classify(text)
    return Language(main, float(confidence), (main,))
